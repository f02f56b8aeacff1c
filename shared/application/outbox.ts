import type { Envelope } from '../events/envelope.ts';

/** A record of the event store's stream, read: a commit's events, or why they cannot be. */
export interface StreamedCommit {
  /** Sequence number in the table's stream. */
  readonly sequenceNumber: string;
  /** Names the commit: its keys. */
  readonly key: string;
  readonly content: { readonly events: readonly Envelope[] } | { readonly error: Error };
}

/** What became of one entry that was handed to the bus. */
export type PublishResult =
  | { readonly outcome: 'published' }
  /** Throttled, or an internal error: the same again may succeed. */
  | { readonly outcome: 'retry'; readonly reason: string }
  /** The same again will fail again. */
  | { readonly outcome: 'refused'; readonly reason: string };

/** The bus, as the outbox needs it. */
export interface Publisher {
  /** Publishes the events, which are of different streams and few enough for one request. Results by position. */
  publish(events: readonly Envelope[]): Promise<readonly PublishResult[]>;
  /** Splits events into groups that fit into a request each, in order. */
  split(events: readonly Envelope[]): readonly (readonly Envelope[])[];
}

/** Where a commit goes that cannot be published, with the reason, for a person to look at. */
export interface Quarantine {
  put(commit: { readonly key: string; readonly reason: string }): Promise<void>;
}

export interface Relayed {
  readonly published: number;
  readonly quarantined: number;
  /** Sequence numbers of commits that are not published to their end. The stream is read again from the lowest. */
  readonly unpublished: readonly string[];
}

/** The events of one stream that wait, oldest first, each with the commit it is of. */
type Lane = { readonly event: Envelope; readonly commit: StreamedCommit }[];

/** Rounds without any progress before the rest is left to the stream's own retry. */
const MAX_IDLE_ROUNDS = 5;
const MAX_BACK_OFF_MS = 1000;
/** Requests under way at the same time. */
const PARALLEL = 4;

interface Relay {
  readonly publisher: Publisher;
  readonly quarantine: Quarantine;
  readonly sleep: (milliseconds: number) => Promise<void>;
  readonly random: () => number;
}

const lanesOf = (commits: readonly StreamedCommit[]): Map<string, Lane> => {
  const lanes = new Map<string, Lane>();
  for (const commit of commits) {
    if (!('events' in commit.content)) continue;
    for (const event of commit.content.events) {
      const name = `${event.tenantId}#${event.stream}`;
      lanes.set(name, [...(lanes.get(name) ?? []), { event, commit }]);
    }
  }
  return lanes;
};

/** Takes account of one result: the lane moves on, or waits, or its commit is put aside. */
const settle = async (
  { quarantine }: Relay,
  lane: Lane,
  result: PublishResult,
): Promise<'moved' | 'waits' | 'quarantined'> => {
  const head = lane[0];
  if (!head || result.outcome === 'retry') return 'waits';
  if (result.outcome === 'published') {
    lane.shift();
    return 'moved';
  }
  await quarantine.put({ key: head.commit.key, reason: `${head.event.id}: ${result.reason}` });
  while (lane[0]?.commit === head.commit) lane.shift();
  return 'quarantined';
};

/** One request at a time for every group; each group has at most one event of a stream, so a failed one holds back its own stream alone. */
const publishHeads = async (relay: Relay, lanes: readonly Lane[]): Promise<{ moved: number; quarantined: number }> => {
  const byHead = new Map(lanes.map(lane => [lane[0]?.event, lane]));
  const groups = relay.publisher.split(lanes.flatMap(lane => (lane[0] ? [lane[0].event] : [])));
  const queue = groups.values();
  const sum = { moved: 0, quarantined: 0 };
  const worker = async (): Promise<void> => {
    for (const group of queue) {
      const results = await relay.publisher.publish(group);
      for (const [index, event] of group.entries()) {
        const lane = byHead.get(event) ?? [];
        const outcome = await settle(relay, lane, results[index] ?? { outcome: 'retry', reason: 'no result' });
        if (outcome !== 'waits') sum[outcome] += 1;
      }
    }
  };
  await Promise.all(Array.from({ length: Math.min(PARALLEL, groups.length) }, worker));
  return sum;
};

const quarantineUnreadable = async ({ quarantine }: Relay, commits: readonly StreamedCommit[]): Promise<number> => {
  let count = 0;
  for (const { key, content } of commits) {
    if (!('error' in content)) continue;
    await quarantine.put({ key, reason: content.error.message });
    count += 1;
  }
  return count;
};

/**
 * The outbox: publishes what was committed, every event at least once and those of a stream in their order.
 *
 * In each round every stream sends its oldest waiting event; one that fails waits with those behind it while other
 * streams go on. A commit that cannot be read, or that the bus refuses, goes to the quarantine and blocks nobody.
 */
export const relayCommits = async (relay: Relay, commits: readonly StreamedCommit[]): Promise<Relayed> => {
  const sum = { published: 0, quarantined: await quarantineUnreadable(relay, commits) };
  const lanes = [...lanesOf(commits).values()];
  for (let idle = 0, waiting = lanes; waiting.length > 0 && idle < MAX_IDLE_ROUNDS; ) {
    const { moved, quarantined } = await publishHeads(relay, waiting);
    sum.published += moved;
    sum.quarantined += quarantined;
    idle = moved + quarantined > 0 ? 0 : idle + 1;
    if (idle > 0 && idle < MAX_IDLE_ROUNDS)
      await relay.sleep(relay.random() * Math.min(MAX_BACK_OFF_MS, 50 * 2 ** idle));
    waiting = waiting.filter(lane => lane.length > 0);
  }
  const unpublished = new Set(lanes.flat().map(({ commit }) => commit.sequenceNumber));
  return {
    ...sum,
    unpublished: commits.map(commit => commit.sequenceNumber).filter(number => unpublished.has(number)),
  };
};
