import { beforeEach, describe, expect, test } from 'vitest';
import { stateFact } from '../../shared/application/state-fact.ts';
import type { DomainEvent } from '../../shared/events/catalog.ts';
import { memoryEventStore } from '../../shared/store/memory-event-store.ts';

const KICK_OFF = { at: '2023-08-11T19:00:00.000Z', timeKnown: true };
const [BEFORE, AFTER] = ['2023-08-11T18:00:00.000Z', '2023-08-11T21:00:00.000Z'];
const fixture = { matchId: 'a-b', competition: 'league-2023', round: 'Matchday 1', home: 'A', away: 'B' };
const result = { fullTime: { home: 2, away: 1 } };
const scheduled: DomainEvent = { type: 'match.scheduled', data: { ...fixture, kickOff: KICK_OFF } };
const finished: DomainEvent = { type: 'match.finished', data: { ...fixture, result } };

const world = () => {
  const dependencies = { store: memoryEventStore(), sleep: async () => {}, random: () => 0 };
  let commands = 0;
  const state = (fact: DomainEvent, now = AFTER, actor = 'feed') => {
    commands += 1;
    const id = `c-${commands}`;
    const context = { tenantId: 'acme', actor, correlationId: id, causationId: id, commitId: id };
    return stateFact(dependencies, { ...context, now, hops: 0, priority: 'normal' }, fact);
  };
  return { state, dependencies };
};

let { state } = world();
beforeEach(() => {
  ({ state } = world());
});

describe('a fact that is stated', () => {
  test('is the event that comes out, by who stated it', async () => {
    const facts: readonly (readonly [DomainEvent, string])[] = [
      [scheduled, BEFORE],
      [{ type: 'match.postponed', data: { ...fixture, reason: 'snow' } }, BEFORE],
      [{ type: 'match.rescheduled', data: { ...fixture, kickOff: KICK_OFF, previous: KICK_OFF } }, BEFORE],
      [{ type: 'match.cancelled', data: { ...fixture, reason: 'war' } }, BEFORE],
      [{ type: 'match.reinstated', data: { ...fixture, kickOff: KICK_OFF } }, BEFORE],
      [{ type: 'match.started', data: fixture }, AFTER],
      [finished, AFTER],
      [
        {
          type: 'match.result-corrected',
          data: { ...fixture, result: { fullTime: { home: 2, away: 2 } }, previous: result, reason: 'protest' },
        },
        AFTER,
      ],
      [
        {
          type: 'match.result-withdrawn',
          data: { ...fixture, previous: { fullTime: { home: 2, away: 2 } }, reason: 'replay' },
        },
        AFTER,
      ],
      [{ type: 'match.awarded', data: { ...fixture, result, reason: 'at the table' } }, AFTER],
    ];
    for (const [index, [fact, now]] of facts.entries()) {
      const { version, events } = await state(fact, now);
      expect([version, events]).toMatchObject([index + 1, [{ ...fact, actor: 'feed', occurredAt: now }]]);
    }
  });

  test('that is so already changes nothing', async () => {
    await state(scheduled, BEFORE);
    await state(finished);
    expect(await state(finished)).toMatchObject({ version: 2, events: [] });
  });

  test('is decided by the rules: not before kick-off, not twice with another result', async () => {
    await state(scheduled, BEFORE);
    await expect(state(finished, BEFORE)).rejects.toMatchObject({ refusal: { code: 'not-kicked-off' } });
    await state(finished);
    const other: DomainEvent = {
      type: 'match.finished',
      data: { ...fixture, result: { fullTime: { home: 0, away: 0 } } },
    };
    await expect(state(other)).rejects.toMatchObject({ refusal: { code: 'wrong-status' } });
  });

  test.each<[string, DomainEvent]>([
    ['/data/home', { type: 'match.finished', data: { ...fixture, home: 'C', result } }],
    ['/data/round', { type: 'match.finished', data: { ...fixture, round: null, result } }],
    [
      '/data/previous/at',
      {
        type: 'match.rescheduled',
        data: { ...fixture, kickOff: { ...KICK_OFF, at: AFTER }, previous: { ...KICK_OFF, at: BEFORE } },
      },
    ],
  ])('and contradicts what happened, at %s, is not stored', async (path, fact) => {
    await state(scheduled, BEFORE);
    const refusal = { code: 'contradicted', message: expect.stringMatching(`^${path}: `) };
    await expect(state(fact)).rejects.toMatchObject({ refusal });
    expect(await state(finished)).toMatchObject({ version: 2 });
  });
});

describe('a player’s fact', () => {
  const picked = (playerId: string): DomainEvent => ({
    type: 'prediction.created',
    data: {
      predictionId: `a-b.${playerId}`,
      matchId: 'a-b',
      competition: 'league-2023',
      playerId,
      predicted: { home: 2, away: 1 },
      confidence: 0.5,
      matchVersion: 1,
      locksAt: KICK_OFF.at,
    },
  });
  const created: DomainEvent = {
    type: 'pool.created',
    data: {
      poolId: 'office',
      competition: 'league-2023',
      name: 'Office',
      owner: 'ada',
      access: 'open',
      rules: 'kicktipp-4-3-2',
      basis: 'FT90',
      tieBreaks: [],
      countAwarded: false,
    },
  };

  test('is stated by the player alone, with the same lock as ever', async () => {
    await state(scheduled, BEFORE);
    expect(await state(picked('ada'), BEFORE, 'ada')).toMatchObject({ version: 1, events: [picked('ada')] });
    await expect(state(picked('bob'), AFTER, 'bob')).rejects.toMatchObject({ refusal: { code: 'locked' } });
  });

  test('is not stated for another: that would tell what another has picked', async () => {
    await state(scheduled, BEFORE);
    await state(picked('ada'), BEFORE, 'ada');
    const membership = { poolId: 'office', competition: 'league-2023', playerId: 'ada' };
    for (const fact of [picked('ada'), created, { type: 'pool.player-joined', data: membership } as const])
      await expect(state(fact, BEFORE)).rejects.toMatchObject({ refusal: { code: 'not-permitted' } });
  });

  test('of a pool: founded, joined and left', async () => {
    const membership = { poolId: 'office', competition: 'league-2023', playerId: 'bob' };
    expect(await state(created, BEFORE, 'ada')).toMatchObject({ events: [created] });
    for (const type of ['pool.player-joined', 'pool.player-left'] as const)
      expect(await state({ type, data: membership }, BEFORE, 'bob')).toMatchObject({
        events: [{ type, data: membership }],
      });
  });
});

test.each<DomainEvent>([
  { type: 'player.forgotten', data: { playerId: 'feed' } },
  { type: 'pool.invite-used', data: { poolId: 'office', inviteId: 'a1', playerId: 'feed' } },
  {
    type: 'prediction.reopened',
    data: {
      predictionId: 'a-b.feed',
      matchId: 'a-b',
      competition: 'league-2023',
      playerId: 'feed',
      matchVersion: 1,
      settledAt: BEFORE,
    },
  },
])('$type is nobody’s to state', async fact => {
  await expect(state(fact)).rejects.toMatchObject({ refusal: { code: 'not-permitted' } });
});
