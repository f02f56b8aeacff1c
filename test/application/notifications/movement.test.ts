import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createPrediction } from '../../../shared/application/commands.ts';
import { type Correction, movementsOf } from '../../../shared/application/notifications/movement.ts';
import { project } from '../../../shared/application/project.ts';
import { DEFAULT_POOL_RULES, readStandings } from '../../../shared/application/read-models.ts';
import { settleMatch } from '../../../shared/application/settle-match.ts';
import type { MatchEvent } from '../../../shared/domain/match.ts';
import type { Envelope } from '../../../shared/events/envelope.ts';
import { matchStream, predictionPartitions } from '../../../shared/events/streams.ts';
import { standingsProjection } from '../../../shared/projections/standings.ts';
import { after90, cancelled, corrected, finished, fixture, pick, scheduled, started } from '../../domain/samples.ts';
import { memoryTally } from '../../support/memory-tally.ts';
import { contextOf, newWorld } from '../world.ts';

const { matchId, competition } = fixture;
const OTHER = 'arsenal-forest';
const PICKS = { ada: '2-1', ben: '1-1', cem: '3-0', dan: '0-1' } as const;
const noWait = { sleep: async () => {}, random: () => 0 };

/** Everything in the streams of the predictions of a match. */
const evaluationsOf = async (world: ReturnType<typeof newWorld>, match: string): Promise<readonly Envelope[]> => {
  const partitions = await Promise.all(predictionPartitions(match).map(p => world.store.loadPartition('acme', p)));
  return partitions.flat().flatMap(({ events }) => events);
};

/** A match that was finished and then corrected, beside another that gives everybody points to start from. */
const corrections = async (correction: MatchEvent) => {
  const world = newWorld();
  const settle = async (id: string): Promise<void> => {
    const event = (await world.store.load('acme', matchStream(id))).events.at(-1);
    if (event) await settleMatch(world, event, contextOf({ causationId: event.id, commitId: `settle ${event.id}` }));
  };
  const of = (event: MatchEvent, id: string): MatchEvent =>
    ({ ...event, data: { ...event.data, matchId: id } }) as MatchEvent;
  for (const id of [OTHER, matchId]) {
    await world.given(matchStream(id), of(scheduled(), id));
    for (const [playerId, text] of Object.entries(PICKS))
      await createPrediction(world, contextOf({ actor: playerId }), { matchId: id, playerId }, pick(text));
    await world.given(matchStream(id), of(started, id), of(finished(after90(id === OTHER ? '3-0' : '1-1')), id));
    await settle(id);
  }
  const before = [...(await evaluationsOf(world, OTHER)), ...(await evaluationsOf(world, matchId))];
  await world.given(matchStream(matchId), correction);
  return { world, before, settle: () => settle(matchId) };
};

const ranksIn = async (events: readonly Envelope[]): Promise<Record<string, number>> => {
  const tally = memoryTally();
  await project(noWait, tally, standingsProjection, events);
  const { standings } = await readStandings(tally, { tenantId: 'acme', competition, rules: DEFAULT_POOL_RULES });
  return Object.fromEntries(standings.map(({ playerId, rank }) => [playerId, rank]));
};

const isCorrection = (event: Envelope): event is Correction =>
  event.type === 'prediction.evaluated' && event.data.previous !== undefined;

describe('what a correction moves', () => {
  it.each<[string, MatchEvent]>([
    ['another result', corrected(after90('2-1'), after90('1-1'))],
    ['a match called off after all', cancelled('ineligible')],
  ])('%s: the ranks before and after, however far the read model is with it', async (_what, correction) => {
    const { world, before, settle } = await corrections(correction);
    await settle();
    const after = [...(await evaluationsOf(world, OTHER)), ...(await evaluationsOf(world, matchId))];
    const [was, is] = [await ranksIn(before), await ranksIn(after)];
    expect(was).not.toEqual(is);
    const expected = Object.fromEntries(
      Object.keys(PICKS).map(player => [player, { before: was[player], after: is[player] }]),
    );
    const news = after.filter(isCorrection);
    expect(news).toHaveLength(4);
    await fc.assert(
      fc.asyncProperty(fc.subarray(news), fc.constantFrom(...news), async (projected, told) => {
        const tally = memoryTally();
        await project(noWait, tally, standingsProjection, [...before, ...projected]);
        expect(
          Object.fromEntries(await movementsOf({ ...noWait, store: world.store, standings: tally }, told)),
        ).toEqual(expected);
      }),
      { numRuns: 20 },
    );
  });

  it('is the same when settling is half-way: what is missing is known by the picks', async () => {
    const { world, before, settle } = await corrections(corrected(after90('2-1'), after90('1-1')));
    const tally = memoryTally();
    await project(noWait, tally, standingsProjection, before);
    // Settled in a copy of the world, so that one evaluation is there to be told of and none of it is in the store that is asked.
    const halfWay = new Map(
      await Promise.all(
        predictionPartitions(matchId).map(async p => [p, await world.store.loadPartition('acme', p)] as const),
      ),
    );
    await settle();
    const [told] = (await evaluationsOf(world, matchId)).filter(isCorrection);
    if (!told) throw new Error('nothing was corrected');
    const store = { loadPartition: async (_: string, p: string) => halfWay.get(p) ?? [] };
    expect(await movementsOf({ ...noWait, store, standings: tally }, told)).toEqual(
      await movementsOf({ ...noWait, store: world.store, standings: tally }, told),
    );
  });

  it('is the same when the read model takes the correction in while it is read', async () => {
    const { world, before, settle } = await corrections(corrected(after90('2-1'), after90('1-1')));
    await settle();
    const news = (await evaluationsOf(world, matchId)).filter(isCorrection);
    const [told] = news;
    if (!told) throw new Error('nothing was corrected');
    const done = memoryTally();
    await project(noWait, done, standingsProjection, [...before, ...news]);
    const expected = await movementsOf({ ...noWait, store: world.store, standings: done }, told);
    const tally = memoryTally();
    await project(noWait, tally, standingsProjection, before);
    const left = [...news];
    // One more evaluation is projected before each read of the rows.
    const counters: typeof tally.counters = async (p, prefix) => {
      await project(noWait, tally, standingsProjection, left.splice(0, 1));
      return tally.counters(p, prefix);
    };
    const standings = { ...tally, counters };
    expect(await movementsOf({ ...noWait, store: world.store, standings }, told)).toEqual(expected);
    expect(left).toEqual([]);
  });

  it('is not told when the table never comes to rest', async () => {
    const { world, before, settle } = await corrections(corrected(after90('2-1'), after90('1-1')));
    await settle();
    const [told] = (await evaluationsOf(world, matchId)).filter(isCorrection);
    if (!told) throw new Error('nothing was corrected');
    const tally = memoryTally();
    await project(noWait, tally, standingsProjection, before);
    let revision = 100;
    const entries: typeof tally.entries = async <Effect>(p: string, prefix: string) => {
      revision += 1;
      return (await tally.entries<Effect>(p, prefix)).map(entry => ({ ...entry, revision }));
    };
    expect(await movementsOf({ ...noWait, store: world.store, standings: { ...tally, entries } }, told)).toEqual(
      new Map(),
    );
  });
});
