import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  type AppendResult,
  type EventStore,
  type NewCommit,
  type Reducer,
  type StreamToken,
  startOf,
} from '../../shared/application/event-store.ts';
import { predictionStream, type StreamRef } from '../../shared/events/streams.ts';
import { commitOf, joined, newName, newTenant, type OpenStore } from './commits.ts';

/** Streams of which two share a partition, and one's name begins with another's. */
const STREAMS: readonly StreamRef[] = [
  { partition: 'shared', name: 'prediction-a-b.ada' },
  { partition: 'shared', name: 'prediction-a-b.ada-2' },
  predictionStream('a-b', 'bob'),
];

/** The simplest store: for each stream the ids and the sizes of its commits. */
type Model = { readonly id: string; readonly size: number }[][];

/** The store under test, with every token it has minted: of stream `i`, `tokens[i][n]` stands after n commits. */
interface Real {
  readonly store: EventStore;
  readonly tenantId: string;
  readonly tokens: StreamToken[][];
  readonly commits: NewCommit[][];
}

type Command = fc.AsyncCommand<Model, Real>;

const itemAt = <T>(items: readonly T[], index: number): T => {
  const item = items[index];
  if (item === undefined) throw new Error(`there is no item ${index}`);
  return item;
};

const versionAfter = (commits: Model[number], count: number): number =>
  commits.slice(0, count).reduce((sum, { size }) => sum + size, 0);

const newCommit = (size: number): NewCommit => {
  const id = newName('commit');
  return commitOf(id, ...Array.from({ length: size }, (_, index) => joined(`${id}-${index}`)));
};

const expectPlace = (answer: AppendResult, outcome: AppendResult['outcome'], version: number): void => {
  expect(answer.outcome).toBe(outcome);
  expect(answer.token.version).toBe(version);
};

const appendAtHead = (stream: number, size: number): Command => ({
  check: () => true,
  toString: () => `appendAtHead(${stream}, ${size})`,
  run: async (model, { store, tokens, commits }) => {
    const known = itemAt(model, stream);
    const commit = newCommit(size);
    const answer = await store.append(itemAt(itemAt(tokens, stream), known.length), commit);
    known.push({ id: commit.commitId, size });
    expectPlace(answer, 'appended', versionAfter(known, known.length));
    itemAt(tokens, stream).push(answer.token);
    itemAt(commits, stream).push(commit);
  },
});

const appendAtStale = (stream: number, nth: number): Command => ({
  check: model => itemAt(model, stream).length > 0,
  toString: () => `appendAtStale(${stream}, ${nth})`,
  run: async (model, { store, tokens }) => {
    const known = itemAt(model, stream);
    const at = nth % known.length;
    const answer = await store.append(itemAt(itemAt(tokens, stream), at), newCommit(1));
    expectPlace(answer, 'conflict', versionAfter(known, at + 1));
    if (answer.outcome === 'conflict') expect(answer.winner.commitId).toBe(itemAt(known, at).id);
    expect(answer.token).toEqual(itemAt(itemAt(tokens, stream), at + 1));
  },
});

const repeatAtHead = (stream: number, nth: number): Command => ({
  check: model => itemAt(model, stream).length > 0,
  toString: () => `repeatAtHead(${stream}, ${nth})`,
  run: async (model, { store, tenantId, commits }) => {
    const known = itemAt(model, stream);
    const at = nth % known.length;
    const { token } = await store.load(tenantId, itemAt(STREAMS, stream));
    const answer = await store.append(token, itemAt(itemAt(commits, stream), at));
    expectPlace(answer, 'repeated', versionAfter(known, at + 1));
  },
});

/** Many append at once on tokens of any age: one at most wins, and it is one of those at the head. */
const appendTogether = (stream: number, ages: readonly number[]): Command => ({
  check: () => true,
  toString: () => `appendTogether(${stream}, [${ages}])`,
  run: async (model, { store, tokens, commits }) => {
    const known = itemAt(model, stream);
    const rivals = ages.map(age => ({ at: Math.max(0, known.length - age), commit: newCommit(1) }));
    const answers = await Promise.all(
      rivals.map(({ at, commit }) => store.append(itemAt(itemAt(tokens, stream), at), commit)),
    );
    const winners = rivals.filter((_, index) => itemAt(answers, index).outcome === 'appended');
    expect(winners.map(({ at }) => at)).toEqual(rivals.some(({ at }) => at === known.length) ? [known.length] : []);
    for (const { commit } of winners) {
      known.push({ id: commit.commitId, size: 1 });
      itemAt(commits, stream).push(commit);
    }
    for (const [index, { at }] of rivals.entries()) {
      const answer = itemAt(answers, index);
      expect(answer.token.version).toBe(versionAfter(known, at + 1));
      if (at === known.length - 1 && answer.outcome === 'appended') itemAt(tokens, stream).push(answer.token);
      if (answer.outcome === 'conflict') expect(answer.winner.commitId).toBe(itemAt(known, at).id);
    }
  },
});

const counted: Reducer<{ readonly events: number }> = {
  name: 'counted',
  version: 1,
  initial: { events: 0 },
  evolve: ({ events }) => ({ events: events + 1 }),
};

const loadState = (stream: number): Command => ({
  check: () => true,
  toString: () => `loadState(${stream})`,
  run: async (model, { store, tenantId, tokens }) => {
    const known = itemAt(model, stream);
    const { state, token } = await store.loadState(tenantId, itemAt(STREAMS, stream), counted);
    expect(state).toEqual({ events: versionAfter(known, known.length) });
    expect(token).toMatchObject({ version: state.events, hash: itemAt(itemAt(tokens, stream), known.length).hash });
  },
});

const appendWithState = (stream: number, size: number): Command => ({
  check: () => true,
  toString: () => `appendWithState(${stream}, ${size})`,
  run: async (model, { store, tenantId, tokens, commits }) => {
    const known = itemAt(model, stream);
    const { state, token } = await store.loadState(tenantId, itemAt(STREAMS, stream), counted);
    const commit = newCommit(size);
    const answer = await store.append(token, commit, { reducer: counted, state });
    known.push({ id: commit.commitId, size });
    expectPlace(answer, 'appended', versionAfter(known, known.length));
    itemAt(tokens, stream).push(answer.token);
    itemAt(commits, stream).push(commit);
  },
});

const repeat = (stream: number, nth: number): Command => ({
  check: model => itemAt(model, stream).length > 0,
  toString: () => `repeat(${stream}, ${nth})`,
  run: async (model, { store, tokens, commits }) => {
    const known = itemAt(model, stream);
    const at = nth % known.length;
    const answer = await store.append(itemAt(itemAt(tokens, stream), at), itemAt(itemAt(commits, stream), at));
    expectPlace(answer, 'appended', versionAfter(known, at + 1));
  },
});

const load = (stream: number): Command => ({
  check: () => true,
  toString: () => `load(${stream})`,
  run: async (model, { store, tenantId, tokens, commits }) => {
    const known = itemAt(model, stream);
    const { events, token } = await store.load(tenantId, itemAt(STREAMS, stream));
    expect(events.map(({ version }) => version)).toEqual(events.map((_, index) => index + 1));
    expect(events.map(({ data }) => data)).toEqual(
      itemAt(commits, stream).flatMap(commit => commit.events.map(({ data }) => data)),
    );
    expect(events).toHaveLength(versionAfter(known, known.length));
    const { version, hash } = itemAt(itemAt(tokens, stream), known.length);
    expect(token).toMatchObject({ version, hash });
  },
});

const loadPartition = (): Command => ({
  check: () => true,
  toString: () => 'loadPartition()',
  run: async (model, { store, tenantId }) => {
    const streams = await store.loadPartition(tenantId, 'shared');
    const expected = STREAMS.map(({ name }, index) => [name, versionAfter(itemAt(model, index), 1e9)] as const)
      .slice(0, 2)
      .filter(([, version]) => version > 0);
    expect(streams.map(({ token }) => [token.stream.name, token.version]).sort()).toEqual([...expected].sort());
  },
});

const which = fc.nat({ max: STREAMS.length - 1 });
const commands = fc.commands<Model, Real, false>(
  [
    fc.tuple(which, fc.integer({ min: 1, max: 3 })).map(([stream, size]) => appendAtHead(stream, size)),
    fc.tuple(which, fc.nat({ max: 9 })).map(([stream, nth]) => appendAtStale(stream, nth)),
    fc.tuple(which, fc.nat({ max: 9 })).map(([stream, nth]) => repeat(stream, nth)),
    fc.tuple(which, fc.nat({ max: 9 })).map(([stream, nth]) => repeatAtHead(stream, nth)),
    fc
      .tuple(which, fc.array(fc.nat({ max: 2 }), { minLength: 2, maxLength: 5 }))
      .map(([stream, ages]) => appendTogether(stream, ages)),
    fc.tuple(which, fc.integer({ min: 1, max: 3 })).map(([stream, size]) => appendWithState(stream, size)),
    which.map(load),
    which.map(loadState),
    fc.constant(loadPartition()),
  ],
  { size: '+1' },
);

const begin = (store: EventStore): { model: Model; real: Real } => {
  const tenantId = newTenant();
  const tokens = STREAMS.map(stream => [startOf(tenantId, stream)]);
  return { model: STREAMS.map(() => []), real: { store, tenantId, tokens, commits: STREAMS.map(() => []) } };
};

/** Whatever is done to a store, in whatever order, it answers as the model does. */
export const modelContract = (open: OpenStore, numRuns: number): void => {
  it('does what the model does', async () => {
    const runs = fc.asyncProperty(commands, given => fc.asyncModelRun(() => begin(open()), given));
    const seed = Date.now();
    console.info(`seed of the event store's model: ${seed}`);
    await fc.assert(runs, { numRuns, seed });
  }, 60_000);
};
