import { type Publisher, type Quarantine, type Relayed, relayCommits, type StreamedCommit } from './outbox.ts';

/** What names a commit in the record of publications: its keys, and when it was made as far as its bytes can be read. */
export interface CommitMark {
  readonly key: string;
  /** ISO 8601. */
  readonly at: string | undefined;
}

/** As what a commit that the outbox took is on record. */
export type RecordedAs = 'published' | 'quarantined';

/** What is on record of the commits of one day. */
export interface DayRecord {
  /** By a commit's key; undefined: nothing is on record of it. Who was in quarantine and published later is published. */
  recordedAs(key: string): RecordedAs | undefined;
}

/**
 * The record of what the outbox published, by the day of each commit. To lose a part of it loses nothing else: what is not
 * on record is published again.
 */
export interface PublicationLog {
  /** Puts commits on record. Doing it again changes nothing. @throws what the client throws: then some may be on record */
  record(commits: { readonly [as in RecordedAs]: readonly CommitMark[] }): Promise<void>;
  /** What is on record of a day, as {@link dayOf} names it. */
  ofDay(day: string): Promise<DayRecord>;
}

/** Days a commit stays on record at least. */
export const RECORD_DAYS = 40;

/** The day of commits whose time cannot be read. */
export const UNREADABLE = 'unreadable';

/** The day under which a commit is on record, `2023-08-11`. */
export const dayOf = (at: string | undefined): string => {
  const time = Date.parse(at ?? '');
  return Number.isNaN(time) ? UNREADABLE : new Date(time).toISOString().slice(0, 10);
};

/** What the outbox and the sweeper publish by. */
export interface RecordedRelay {
  readonly publisher: Publisher;
  readonly quarantine: Quarantine;
  readonly log: PublicationLog;
  readonly sleep: (milliseconds: number) => Promise<void>;
  readonly random: () => number;
}

export interface RecordedRelayed extends Relayed {
  /** Why what was published could not be put on record. It will be published again. */
  readonly unrecorded?: Error;
}

const markOf = ({ key, content }: StreamedCommit): CommitMark => ({
  key,
  at: 'events' in content ? content.events[0]?.occurredAt : undefined,
});

/**
 * Publishes commits, then puts on record those that are published to their end and those in quarantine. The record comes
 * second and may fail: at worst a commit is published twice, and never is one on record that was not published.
 *
 * @throws what the quarantine throws: then nothing is on record
 */
export const relayRecorded = async (
  { log, ...relay }: RecordedRelay,
  commits: readonly StreamedCommit[],
): Promise<RecordedRelayed> => {
  const aside = new Set<string>();
  const quarantine: Quarantine = {
    put: async commit => {
      await relay.quarantine.put(commit);
      aside.add(commit.key);
    },
  };
  const relayed = await relayCommits({ ...relay, quarantine }, commits);
  const waiting = new Set(relayed.unpublished);
  const done = commits.filter(({ sequenceNumber }) => !waiting.has(sequenceNumber)).map(markOf);
  if (done.length === 0) return relayed;
  try {
    await log.record({
      published: done.filter(({ key }) => !aside.has(key)),
      quarantined: done.filter(({ key }) => aside.has(key)),
    });
    return relayed;
  } catch (error) {
    return { ...relayed, unrecorded: error instanceof Error ? error : new Error(String(error)) };
  }
};
