import { describe, expect, it } from 'vitest';
import { type Commit, GENESIS, startOf } from '../../shared/application/event-store.ts';
import { parseEnvelope } from '../../shared/events/envelope.ts';
import { matchStream, poolStream, predictionPartitions, predictionStream } from '../../shared/events/streams.ts';
import { after90, finished, scheduled } from '../domain/samples.ts';
import { append, appendEach, commitOf, joined, newTenant, type OpenStore } from './commits.ts';
import { modelContract } from './event-store.model.ts';
import { conflictContract } from './event-store-conflicts.contract.ts';
import { inputContract } from './event-store-input.contract.ts';
import { refusalContract } from './event-store-refusals.contract.ts';
import { repeatContract } from './event-store-repeats.contract.ts';
import { stateContract } from './event-store-state.contract.ts';
import { writersContract } from './event-store-writers.contract.ts';

const stream = poolStream('office');

const roundTripContract = (open: OpenStore): void => {
  it('has an empty stream where nothing was appended', async () => {
    const tenant = newTenant();
    expect(await open().load(tenant, stream)).toEqual({ events: [], token: startOf(tenant, stream) });
    expect(await open().loadPartition(tenant, stream.partition)).toEqual([]);
  });

  it('gives back every event in the envelope of its commit', async () => {
    const tenant = newTenant();
    const metadata = {
      commitId: 'command-1',
      occurredAt: '2023-08-11T18:59:59.999Z',
      correlationId: 'request-1',
      causationId: 'match-a-b:7',
      actor: 'Zoë ⚽',
      priority: 'high',
      hops: 3,
      traceparent: '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01',
    } as const;
    const { commitId: _, ...common } = metadata;
    const { commit } = await append(open(), startOf(tenant, stream), {
      ...metadata,
      events: [joined('ada'), joined('bob')],
    });
    const { events } = await open().load(tenant, stream);
    expect(events).toStrictEqual(
      ['ada', 'bob'].map((player, index) => ({
        id: `pool-office:${index + 1}`,
        stream: 'pool-office',
        version: index + 1,
        schemaVersion: '1.0',
        tenantId: tenant,
        ...common,
        ...joined(player),
      })),
    );
    expect(commit).toMatchObject({ tenantId: tenant, stream, firstVersion: 1, events, ...metadata });
    for (const event of events) expect(parseEnvelope(event)).toEqual(event);
  });

  it('leaves out what has the usual value, and reads it back', async () => {
    const tenant = newTenant();
    await append(open(), startOf(tenant, stream), commitOf('usual', joined('ada')));
    const [event] = (await open().load(tenant, stream)).events;
    expect(event).toMatchObject({ priority: 'normal', hops: 0 });
    expect(event).not.toHaveProperty('traceparent');
  });

  it('numbers 1..n over commits of many events, in order past every power of ten', async () => {
    const tenant = newTenant();
    const sizes = [1, 2, 6, 1, 1, 88, 1, 3, 1];
    let token = startOf(tenant, stream);
    let player = 0;
    for (const [index, size] of sizes.entries()) {
      const events = Array.from({ length: size }, () => joined(`player-${++player}`));
      const result = await append(open(), token, commitOf(`commit-${index}`, ...events));
      expect(result.commit.firstVersion).toBe(token.version + 1);
      expect(result.token.version).toBe(token.version + size);
      token = result.token;
    }
    const { events } = await open().load(tenant, stream);
    expect(events.map(({ version }) => version)).toEqual(Array.from({ length: 104 }, (_, index) => index + 1));
    expect(events.map(({ data }) => 'playerId' in data && data.playerId)).toEqual(
      Array.from({ length: 104 }, (_, index) => `player-${index + 1}`),
    );
  });

  it('reads on from any token it has minted', async () => {
    const tenant = newTenant();
    const start = startOf(tenant, stream);
    const results = await appendEach(open(), start, ['a', 'b', 'c']);
    const { events, token } = await open().load(tenant, stream);
    for (const [index, after] of [start, ...results.map(result => result.token)].entries())
      expect(await open().load(tenant, stream, after)).toEqual({ events: events.slice(index), token });
  });

  it('keeps facts as they were when they were appended', async () => {
    const tenant = newTenant();
    const result = { fullTime: { home: 2, away: 1 } };
    const match = matchStream('a-b');
    const given = commitOf('c', scheduled(), finished(result));
    await append(open(), startOf(tenant, match), given);
    result.fullTime.home = 9;
    const first = await open().load(tenant, match);
    expect(first.events[1]?.data).toMatchObject({ result: after90('2-1') });
    Object.assign(first.events[1]?.data ?? {}, { home: 'somebody else' });
    expect((await open().load(tenant, match)).events[1]?.data).toMatchObject({ home: 'Burnley FC' });
  });
};

const chainContract = (open: OpenStore): void => {
  it('chains every commit to the one before it', async () => {
    const tenant = newTenant();
    const results = await appendEach(open(), startOf(tenant, stream), ['a', 'b', 'c']);
    const commits: readonly Commit[] = results.map(({ commit }) => commit);
    expect(commits.map(({ previousHash }) => previousHash)).toEqual([GENESIS, commits[0]?.hash, commits[1]?.hash]);
    expect(new Set(commits.map(({ hash }) => hash)).size).toBe(3);
    for (const { hash } of commits) expect(hash).toMatch(/^[\w-]{43}$/);
  });

  it('hashes the place with the content: the same commit elsewhere has another hash', async () => {
    const [one, two] = [newTenant(), newTenant()];
    const hashes = [];
    for (const [tenant, where] of [
      [one, stream],
      [two, stream],
      [one, poolStream('other')],
    ] as const)
      hashes.push((await append(open(), startOf(tenant, where), commitOf('same', joined('ada')))).commit.hash);
    expect(new Set(hashes).size).toBe(3);
  });

  it('mints the token of the last commit, whether it is appended or loaded', async () => {
    const tenant = newTenant();
    let token = startOf(tenant, stream);
    for (const size of [2, 1, 3]) {
      const events = Array.from({ length: size }, (_, index) => joined(`p-${index}`));
      const result = await append(open(), token, commitOf(`c-${size}-${token.version}`, ...events));
      expect(result.token).toMatchObject({
        tenantId: tenant,
        stream,
        version: token.version + size,
        hash: result.commit.hash,
      });
      token = result.token;
      expect((await open().load(tenant, stream)).token).toEqual(token);
    }
  });
};

/** Two players of one shard, the id of one of them a beginning of the other's. */
const sharing = (matchId: string): readonly [string, string] => {
  const { partition } = predictionStream(matchId, 'ada');
  for (let n = 0; ; n += 1)
    if (predictionStream(matchId, `ada-${n}`).partition === partition) return ['ada', `ada-${n}`];
};

const isolationContract = (open: OpenStore): void => {
  it('never shows a tenant what is another’s', async () => {
    const [one, two] = [newTenant(), newTenant()];
    await append(open(), startOf(one, stream), commitOf('c', joined('ada')));
    expect((await open().load(two, stream)).events).toEqual([]);
    expect(await open().loadPartition(two, stream.partition)).toEqual([]);
    await append(open(), startOf(two, stream), commitOf('c', joined('bob')));
    expect((await open().load(one, stream)).events.map(({ tenantId }) => tenantId)).toEqual([one]);
  });

  it('tells streams apart of which one’s name begins with the other’s', async () => {
    const tenant = newTenant();
    const [short, long] = [matchStream('a'), matchStream('a-b')];
    await append(open(), startOf(tenant, long), commitOf('long', scheduled()));
    expect((await open().load(tenant, short)).events).toEqual([]);
    await append(open(), startOf(tenant, short), commitOf('short', scheduled(), finished(after90('1-0'))));
    expect((await open().load(tenant, short)).events.map(({ id }) => id)).toEqual(['match-a:1', 'match-a:2']);
    expect((await open().load(tenant, long)).events.map(({ id }) => id)).toEqual(['match-a-b:1']);
  });

  it('reads the streams of a partition apart, each as if loaded by itself', async () => {
    const tenant = newTenant();
    const [ada, ada2] = sharing('a-b').map(player => predictionStream('a-b', player));
    if (!ada || !ada2) throw new Error('two players share a shard');
    const first = await append(open(), startOf(tenant, ada), commitOf('1', joined('x'), joined('y')));
    await append(open(), startOf(tenant, ada2), commitOf('2', joined('z')));
    await append(open(), first.token, commitOf('3', joined('w')));
    const together = await open().loadPartition(tenant, ada.partition);
    const apart = [await open().load(tenant, ada), await open().load(tenant, ada2)];
    expect(together).toHaveLength(2);
    expect(together).toEqual(expect.arrayContaining(apart));
    expect(apart.map(({ events }) => events.map(({ id }) => id))).toEqual([
      [1, 2, 3].map(version => `${ada.name}:${version}`),
      [`${ada2.name}:1`],
    ]);
    const [token] = together.filter(loaded => loaded.token.stream.name === ada2.name).map(loaded => loaded.token);
    if (!token) throw new Error('the second stream is there');
    expect((await append(open(), token, commitOf('4', joined('v')))).token.version).toBe(2);
    const others = predictionPartitions('a-b').filter(partition => partition !== ada.partition);
    for (const partition of others) expect(await open().loadPartition(tenant, partition)).toEqual([]);
  });
};

/** How long a store may take over it. */
export interface Pace {
  /** How much longer than usual writers back off: an emulator on a busy machine is slower than DynamoDB. */
  readonly patience: number;
  /** Sequences of commands that are tried against the model. */
  readonly modelRuns: number;
}

/** What every event store promises. `open` gives the store once the tests of the file run. */
export const eventStoreContract = (open: OpenStore, { patience, modelRuns }: Pace): void => {
  describe('round trip', () => roundTripContract(open));
  describe('chain and token', () => chainContract(open));
  describe('isolation', () => isolationContract(open));
  describe('conflicts', () => conflictContract(open));
  describe('the state', () => stateContract(open));
  describe('a repeated commit', () => repeatContract(open));
  describe('refusals', () => refusalContract(open));
  describe('refuses', () => inputContract(open));
  describe('200 writers of one stream', () => writersContract(open, patience));
  describe('against a model', () => modelContract(open, modelRuns));
};
