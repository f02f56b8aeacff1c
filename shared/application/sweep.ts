import type { StreamedCommit } from './outbox.ts';
import {
  type CommitMark,
  type DayRecord,
  dayOf,
  type PublicationLog,
  RECORD_DAYS,
  type RecordedRelay,
  relayRecorded,
  UNREADABLE,
} from './publications.ts';

/** A commit of the ledger, decoded only when it has to be published. */
export interface StoredCommit extends CommitMark {
  readonly read: () => StreamedCommit;
}

/** From an instant up to another, which is no more in it. Epoch milliseconds. */
export interface Window {
  readonly from: number;
  readonly to: number;
}

/**
 * What became of a commit: on record as `published` or `quarantined`; on no record, so `missing`; or not compared, as
 * it is too `young` (the outbox has it in its hands) or too `old` (the record no longer knows).
 */
export type Fate = 'published' | 'quarantined' | 'missing' | 'young' | 'old';

/** What a sweep found and did. Numbers are of commits. */
export interface Swept {
  readonly fates: Readonly<Record<Fate, number>>;
  /** Published now, or in quarantine now. */
  readonly closed: number;
  /** The bus did not take them. The sweep ended there. */
  readonly waiting: number;
  /** Keys of the first that were missing. */
  readonly first: readonly string[];
}

export interface Sweep {
  /** Of one stream in order. */
  readonly ledger: AsyncIterable<readonly StoredCommit[]>;
  readonly log: PublicationLog;
  readonly window: Window;
  /** Absent: only compares. */
  readonly relay?: Omit<RecordedRelay, 'log'>;
  /** Publishes those in quarantine again too: for a person who has mended the cause. */
  readonly withQuarantined?: boolean;
  /** Before the first commit is taken for missing its record is waited for once more: a clock may have been set on meanwhile. */
  readonly secondLook?: () => Promise<void>;
}

const HOUR_MS = 3_600_000;
/** Younger commits may be on their way: the outbox is done within seconds, and its alarm sounds after a minute. */
const GRACE_MS = HOUR_MS;
/** By this much sweeps of a segment overlap: for commands that were under way, and clocks that differ. */
const OVERLAP_MS = HOUR_MS;
/** Commits published at once: as the outbox does. */
const CHUNK = 100;
const NAMED = 10;

/** Which part of the ledger is the turn of this hour's run. */
export const segmentAt = (now: Date, segments: number): number => Math.floor(now.getTime() / HOUR_MS) % segments;

/**
 * What a run compares: from where the last one of its segment ended, at most as far back as the record goes. A machine
 * whose clock was set back starts anew.
 */
export const windowOf = (now: Date, sweptTo: number | undefined): Window => {
  const to = now.getTime() - GRACE_MS;
  const oldest = now.getTime() - RECORD_DAYS * 24 * HOUR_MS;
  const from = sweptTo !== undefined && sweptTo <= to ? sweptTo - OVERLAP_MS : oldest;
  return { from: Math.max(from, oldest), to };
};

/** What became of a commit, by the records of the days there are. One whose time cannot be read is neither young nor old. */
export const fateOf = ({ key, at }: CommitMark, window: Window, days: ReadonlyMap<string, DayRecord>): Fate => {
  const time = Date.parse(at ?? '');
  if (time < window.from) return 'old';
  if (time >= window.to) return 'young';
  return days.get(dayOf(at))?.recordedAs(key) ?? days.get(UNREADABLE)?.recordedAs(key) ?? 'missing';
};

/** Reads the records of days as they are needed. */
const recordsOf = (log: PublicationLog, secondLook: Sweep['secondLook']) => {
  let waited: Promise<void> | undefined;
  const days = new Map<string, DayRecord>();
  const load = async (names: Iterable<string>): Promise<void> => {
    await Promise.all(Array.from(new Set(names), async name => days.set(name, await log.ofDay(name))));
  };
  const reload = async (names: Iterable<string>): Promise<void> => {
    waited ??= secondLook?.();
    await waited;
    await load(names);
  };
  return { days, load, reload };
};

/** The fate of each commit of a page. The record may be older than the page: before a commit is missing it is read again. */
const fatesOf = async (
  page: readonly StoredCommit[],
  window: Window,
  { days, load, reload }: ReturnType<typeof recordsOf>,
): Promise<readonly Fate[]> => {
  const fates = () => page.map(commit => fateOf(commit, window, days));
  const missing = (among: readonly Fate[]) => page.filter((_, index) => among[index] === 'missing');
  const unknown = missing(fates()).map(({ at }) => dayOf(at));
  await load(unknown.filter(day => !days.has(day)));
  const suspects = missing(fates()).map(({ at }) => dayOf(at));
  if (suspects.length > 0) await reload([...suspects, UNREADABLE]);
  return fates();
};

const close = async (
  { relay, log }: Pick<Sweep, 'relay' | 'log'>,
  commits: readonly StoredCommit[],
): Promise<Pick<Swept, 'closed' | 'waiting'>> => {
  let closed = 0;
  if (!relay) return { closed, waiting: 0 };
  for (let start = 0; start < commits.length; start += CHUNK) {
    const chunk = commits.slice(start, start + CHUNK).map(commit => commit.read());
    const { unpublished, unrecorded } = await relayRecorded({ ...relay, log }, chunk);
    closed += chunk.length - unpublished.length;
    if (unpublished.length > 0) return { closed, waiting: unpublished.length };
    // Who cannot keep the record would publish the same again with every run.
    if (unrecorded) throw unrecorded;
  }
  return { closed, waiting: 0 };
};

/**
 * Compares what is stored with what is on record as published, and publishes the rest: each commit at least once, those of
 * a stream in their order. A commit that the bus refuses goes to the quarantine and on record, once.
 *
 * @throws what the ledger, the record and the quarantine throw
 */
export const sweep = async ({
  ledger,
  log,
  window,
  relay,
  secondLook,
  withQuarantined = false,
}: Sweep): Promise<Swept> => {
  const fates: Record<Fate, number> = { published: 0, quarantined: 0, missing: 0, young: 0, old: 0 };
  const sum = { closed: 0, waiting: 0, first: [] as string[] };
  const records = recordsOf(log, secondLook);
  for await (const page of ledger) {
    const found = await fatesOf(page, window, records);
    for (const fate of found) fates[fate] += 1;
    const isWanted = (fate: Fate | undefined) => fate === 'missing' || (withQuarantined && fate === 'quarantined');
    const wanted = page.filter((_, index) => isWanted(found[index]));
    sum.first.push(...wanted.slice(0, NAMED - sum.first.length).map(({ key }) => key));
    const { closed, waiting } = await close({ log, ...(relay && { relay }) }, wanted);
    sum.closed += closed;
    sum.waiting = waiting;
    if (waiting > 0) break;
  }
  return { fates, ...sum };
};

/** Up to when a segment of the ledger was swept, in epoch milliseconds; undefined: never. */
export interface SweepProgress {
  read(): Promise<number | undefined>;
  write(to: number): Promise<void>;
}

/** Longer than the outbox takes from a commit to its record, unless it fails. */
const SECOND_LOOK_MS = 5000;

/** Sweeps what came since the last sweep that ended well. */
export const sweepOn = async (
  progress: SweepProgress,
  now: Date,
  options: Omit<Sweep, 'window' | 'withQuarantined' | 'secondLook'>,
): Promise<Swept> => {
  const window = windowOf(now, await progress.read());
  const secondLook = () => options.relay?.sleep(SECOND_LOOK_MS) ?? Promise.resolve();
  const swept = await sweep({ ...options, window, secondLook });
  if (swept.waiting === 0) await progress.write(window.to);
  return swept;
};
