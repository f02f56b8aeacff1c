import { beforeEach, describe, expect, it } from 'vitest';
import {
  cancelPrediction,
  commandMatch,
  createPrediction,
  loadMatch,
  revisePrediction,
} from '../../shared/application/commands.ts';
import { changePoolRules, createPool, joinPool, leavePool, loadPool } from '../../shared/application/pool-commands.ts';
import { DEFAULT_POOL_RULES } from '../../shared/application/read-models.ts';
import { matchStream, membershipStream, poolStream, predictionStream } from '../../shared/events/streams.ts';
import {
  after,
  after90,
  atKickOff,
  awarded,
  before,
  cancelled,
  corrected,
  finished,
  fixture,
  kickOff,
  pick,
  postponed,
  reinstated,
  resultWithdrawn,
  scheduled,
} from '../domain/samples.ts';
import { contextOf, newWorld, typesOf, type World } from './world.ts';

const { matchId, competition } = fixture;
const match = matchStream(matchId);
const ref = { matchId, playerId: 'ada' };
const prediction = predictionStream(matchId, 'ada');
let world: World;
beforeEach(() => {
  world = newWorld();
});
const refusal = (code: string) => ({ name: 'CommandRefusedError', refusal: { code } });

describe('a match', () => {
  it('is scheduled without a load, and commanded after one', async () => {
    await commandMatch(world, contextOf(), matchId, { type: 'schedule', fixture, kickOff });
    expect(world.calls).toEqual([`append ${match.name} after 0`]);
    const context = contextOf({ now: after });
    const { version } = await commandMatch(world, context, matchId, {
      type: 'finish',
      result: after90('1-0'),
      now: after,
    });
    expect(version).toBe(2);
    expect(await typesOf(world, match)).toEqual(['match.scheduled', 'match.finished']);
  });

  it('is loaded with everything that settles its predictions, by version and time', async () => {
    const [first, second] = [after90('0-3'), after90('1-3')];
    await world.given(match, scheduled(), postponed('snow'), cancelled('snow'), reinstated(kickOff), finished(first));
    await world.given(
      match,
      corrected(second, first),
      resultWithdrawn(second),
      awarded(first),
      corrected(second, first),
    );
    const { state, version, settlements } = await loadMatch(world, 'acme', matchId);
    expect(version).toBe(9);
    expect(state).toMatchObject({ status: 'awarded', result: second });
    expect(settlements).toEqual(
      [
        { kind: 'void', reason: 'snow' },
        { kind: 'open' },
        { kind: 'result', result: first, awarded: false },
        { kind: 'result', result: second, awarded: false },
        { kind: 'open' },
        { kind: 'result', result: first, awarded: true },
        { kind: 'result', result: second, awarded: true },
      ].map((settlement, index) => ({ matchVersion: index + 3, settledAt: before, settlement })),
    );
  });
});

describe('a prediction', () => {
  it('is made of the match as it is known, in one load and one append', async () => {
    await world.given(match, scheduled());
    world.calls.length = 0;
    const { events } = await createPrediction(world, contextOf(), ref, pick('2-1', 0.75));
    expect(world.calls).toEqual([`state of ${match.name} after 0`, `append ${prediction.name} after 0`]);
    expect(events).toMatchObject([
      {
        type: 'prediction.created',
        stream: prediction.name,
        data: {
          predictionId: `${matchId}.ada`,
          ...ref,
          competition,
          ...pick('2-1', 0.75),
          matchVersion: 1,
          locksAt: kickOff.at,
        },
      },
    ]);
  });

  it('of a match nobody knows is refused, and nothing is stored', async () => {
    await expect(createPrediction(world, contextOf(), ref, pick('2-1'))).rejects.toMatchObject(
      refusal('unknown-match'),
    );
    expect(world.calls).toEqual([`state of ${match.name} after 0`]);
  });

  it('is made once: the same again changes nothing, another is refused', async () => {
    await world.given(match, scheduled());
    await createPrediction(world, contextOf(), ref, pick('2-1'));
    expect((await createPrediction(world, contextOf(), ref, pick('2-1'))).events).toEqual([]);
    const another = createPrediction(world, contextOf(), ref, pick('0-0'));
    await expect(another).rejects.toMatchObject(refusal('already-exists'));
    expect(await typesOf(world, prediction)).toEqual(['prediction.created']);
  });

  it('is revised and withdrawn until the lock by server time', async () => {
    await world.given(match, scheduled());
    await createPrediction(world, contextOf(), ref, pick('2-1'));
    await revisePrediction(world, contextOf({ now: before }), ref, pick('3-1'));
    const late = contextOf({ now: atKickOff });
    await expect(revisePrediction(world, late, ref, pick('4-1'))).rejects.toMatchObject(refusal('locked'));
    const mine = { reason: 'changed my mind', afterLock: false };
    await expect(cancelPrediction(world, late, ref, mine)).rejects.toMatchObject(refusal('locked'));
    const { events } = await cancelPrediction(world, contextOf({ now: after, actor: 'carl' }), ref, {
      ...mine,
      afterLock: true,
    });
    expect(events).toMatchObject([{ data: { cancelledBy: 'carl', reason: 'changed my mind' } }]);
    expect(await typesOf(world, prediction)).toEqual(
      ['created', 'revised', 'cancelled'].map(type => `prediction.${type}`),
    );
  });

  it('is another’s when it is of another tenant', async () => {
    await world.given(match, scheduled());
    const other = contextOf({ tenantId: 'globex' });
    await expect(createPrediction(world, other, ref, pick('2-1'))).rejects.toMatchObject(refusal('unknown-match'));
  });
});

describe('a pool', () => {
  const pool = { poolId: 'office', competition, name: 'Office', rules: DEFAULT_POOL_RULES };
  const rules = { ...DEFAULT_POOL_RULES, rules: 'classic-3-2-1', tieBreaks: ['exact'] } as const;
  const member = { poolId: 'office', playerId: 'bob' };
  const membership = membershipStream('office', 'bob');

  it('is its creator’s, who alone changes its rules', async () => {
    expect((await createPool(world, contextOf(), pool)).state).toMatchObject({ owner: 'ada', name: 'Office' });
    expect((await createPool(world, contextOf(), pool)).events).toEqual([]);
    const taken = createPool(world, contextOf({ actor: 'bob' }), pool);
    await expect(taken).rejects.toMatchObject(refusal('already-exists'));
    const foreign = changePoolRules(world, contextOf({ actor: 'bob' }), 'office', rules);
    await expect(foreign).rejects.toMatchObject(refusal('not-permitted'));
    await changePoolRules(world, contextOf(), 'office', rules);
    expect(await loadPool(world, 'acme', 'office')).toMatchObject({ status: 'open', rules });
    expect(await typesOf(world, poolStream('office'))).toEqual(['pool.created', 'pool.rules-changed']);
  });

  it('is joined and left, each once, in a stream of the player’s own', async () => {
    await expect(joinPool(world, contextOf(), member)).rejects.toMatchObject(refusal('unknown-pool'));
    await createPool(world, contextOf(), pool);
    await expect(leavePool(world, contextOf(), member)).rejects.toMatchObject(refusal('not-a-member'));
    await joinPool(world, contextOf(), member);
    expect((await joinPool(world, contextOf(), member)).events).toEqual([]);
    await leavePool(world, contextOf(), member);
    expect((await joinPool(world, contextOf(), member)).version).toBe(3);
    expect(await typesOf(world, membership)).toEqual(['joined', 'left', 'joined'].map(what => `pool.player-${what}`));
    expect(await typesOf(world, poolStream('office'))).toEqual(['pool.created']);
  });
});
