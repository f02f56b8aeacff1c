import type { AppendResult, EventStore, NewCommit, StreamToken } from '../../shared/application/event-store.ts';
import type { DomainEvent } from '../../shared/events/catalog.ts';

/** What a contract needs of a store, open for the tests of one file. */
export type OpenStore = () => EventStore;

let count = 0;

/** A name that no other test of the file has. */
export const newName = (prefix: string): string => {
  count += 1;
  return `${prefix}-${count}`;
};

/** A tenant of a test's own: all tests of a file share one store. */
export const newTenant = (): string => newName('tenant');

export const joined = (playerId: string): DomainEvent => ({
  type: 'pool.player-joined',
  data: { poolId: 'office', competition: 'english-premier-league-2023-24', playerId },
});

/** A commit with the metadata that most have. */
export const commitOf = (commitId: string, ...events: readonly DomainEvent[]): NewCommit => {
  const [first, ...rest] = events;
  if (!first) throw new Error('a commit has an event');
  return {
    commitId,
    occurredAt: '2023-08-11T18:00:00.000Z',
    correlationId: `correlation-${commitId}`,
    causationId: `causation-${commitId}`,
    actor: 'ada',
    priority: 'normal',
    hops: 0,
    events: [first, ...rest],
  };
};

export type Appended = Extract<AppendResult, { outcome: 'appended' }>;

/** An append that has to succeed. */
export const append = async (store: EventStore, token: StreamToken, commit: NewCommit): Promise<Appended> => {
  const result = await store.append(token, commit);
  if (result.outcome !== 'appended') throw new Error(`${commit.commitId} was not appended: ${JSON.stringify(result)}`);
  return result;
};

/** Appends one commit of one event for each name, one after another. */
export const appendEach = async (
  store: EventStore,
  start: StreamToken,
  names: readonly string[],
): Promise<Appended[]> => {
  const results: Appended[] = [];
  for (const name of names)
    results.push(await append(store, results.at(-1)?.token ?? start, commitOf(name, joined(name))));
  return results;
};
