import { beforeAll, expect, it } from 'vitest';
import { publishedBy } from './delivery.ts';
import type { TestStack } from './harness.ts';
import { inboxOf } from './told.ts';
import { result, type World, worldOf } from './world.ts';

const BEFORE = '2031-03-01T12:00:00.000Z';
const KICK_OFF = '2031-03-01T15:00:00.000Z';
const AFTER = '2031-03-01T17:00:00.000Z';

/** A prediction from being placed to being cancelled after its match, through the whole stack. The tests go on from each other. */
export const predictionStory = (stack: () => TestStack): void => {
  let open: TestStack;
  let world: World;
  beforeAll(() => {
    open = stack();
    world = worldOf(open, 'flow');
    open.setClock(BEFORE);
  });

  it('is stored as one commit, published, and handled by everybody it concerns', async () => {
    await world.schedule('cup', KICK_OFF);
    await world.predict('eve', 'cup', 2, 1, 0.9);
    await open.settled();

    const items = await open.scan<{ p: string; s: string; n: number; b: string; g: string }>('Events');
    const item = items.find(({ p }) => p.startsWith('flow#predictions-cup/'));
    expect(item).toMatchObject({ s: 'prediction-cup.eve:000000001', n: 1, g: '' });
    expect(JSON.parse(item?.b ?? '')).toMatchObject({
      at: BEFORE,
      actor: 'eve',
      events: [
        { type: 'prediction.created', schema: '1.0', data: { predicted: { home: 2, away: 1 }, locksAt: KICK_OFF } },
      ],
    });
    expect(publishedBy(open, 'flow').map(({ id }) => id)).toEqual(['match-cup:1', 'prediction-cup.eve:1']);
    expect(await open.outcomes('flow')).toEqual([
      'match-cup:1 notify: succeeded',
      'match-cup:1 project-fixtures: succeeded',
      'prediction-cup.eve:1 notify: succeeded',
      'prediction-cup.eve:1 record-analytics: succeeded',
    ]);
    const inbox = await open.scan<{ p: string; text: string }>('Inbox');
    expect(inbox.filter(({ p }) => p.startsWith('flow#player#'))).toEqual([
      expect.objectContaining({
        p: 'flow#player#eve',
        s: `n#${BEFORE}#prediction-cup.eve:1`,
        kind: 'high-confidence',
      }),
    ]);
    expect((await world.statistics()).total).toMatchObject({ created: 1, revised: 0, evaluated: 0, hitRate: null });
  });

  it('may be revised until kick-off by the clock of the server, and not a millisecond longer', async () => {
    await world.predict('dan', 'cup', 1, 1);
    const headers = await open.as(world.player('eve'));
    const revise = (home: number): Promise<Response> =>
      fetch(`${open.apiUrl}/v1/predictions/cup.eve/revise`, {
        method: 'POST',
        headers: { ...headers, 'content-type': 'application/json' },
        body: JSON.stringify({ predicted: { home, away: 0 } }),
      });
    open.setClock('2031-03-01T14:59:59.999Z');
    expect((await revise(3)).status).toBe(200);
    open.setClock(KICK_OFF);
    const late = await revise(4);
    expect({ status: late.status, type: late.headers.get('content-type') }).toEqual({
      status: 409,
      type: 'application/problem+json',
    });
    expect(await late.json()).toMatchObject({
      title: 'locked',
      status: 409,
      detail: expect.stringContaining(KICK_OFF),
    });
    await expect(world.predict('fay', 'cup', 0, 0)).rejects.toMatchObject({ status: 409, code: 'locked' });
    await expect(world.change('dan', 'cup', 'cancel', { reason: 'oh' })).rejects.toMatchObject({ code: 'locked' });
    expect(await open.api.get(world.player('eve'), '/v1/predictions/cup.eve')).toMatchObject({
      version: 2,
      pick: { predicted: { home: 3, away: 0 } },
    });
  });

  it('is scored, and each correction takes the place of what was before', async () => {
    open.setClock(AFTER);
    const { events } = await open.api.post<{ events: readonly string[] }>(world.host, '/v1/matches/cup/finish', {
      result: result(3, 0),
    });
    // A reader who names the event sees what it did, without waiting for the rest.
    const after = `after=${events[0]}`;
    expect(await open.api.get(world.host, `/v1/competitions/${world.competition}/standings?${after}`)).toMatchObject({
      standings: [
        { playerId: 'eve', points: 4 },
        { playerId: 'dan', points: 0 },
      ],
    });
    expect(await open.api.get(world.host, `/v1/competitions/${world.competition}/matches?${after}`)).toMatchObject({
      items: [{ status: 'finished', version: 2, fixture: { matchId: 'cup' }, result: result(3, 0) }],
      next: null,
    });
    await open.settled();
    expect(await open.outcomes('flow')).toEqual(
      expect.arrayContaining([
        ...['notify', 'project-standings', 'score-predictions'].map(handler => `match-cup:2 ${handler}: succeeded`),
        ...['notify', 'project-standings', 'record-analytics'].map(
          handler => `prediction-cup.eve:3 ${handler}: succeeded`,
        ),
      ]),
    );
    const first = ['1. eve 4 (1/0/0/0/0) 0 0', '2. dan 0 (0/0/0/0/1) 0 0'];
    expect(await world.standings()).toEqual(first);
    await world.match('cup', 'correct', { result: result(2, 2), reason: 'offside' });
    await open.settled();
    expect(await world.standings()).toEqual(['1. dan 2 (0/0/1/0/0) 0 0', '2. eve 0 (0/0/0/0/1) 0 0']);
    expect(await inboxOf(open, world.player('eve'))).toContain(
      'Corrected: cup I 2:2 cup II instead of 3:0. You said 3:0: a miss, 0 points instead of 4. ' +
        'You went from 1st to 2nd, because it cost you 4 points.',
    );
    await world.match('cup', 'correct', { result: result(3, 0), reason: 'onside' });
    await open.settled();
    expect(await world.standings()).toEqual(first);
    expect((await world.statistics()).total).toMatchObject({
      created: 2,
      revised: 1,
      evaluated: 2,
      points: 4,
      hitRate: 0.5,
    });
  });

  it('leaves standings and statistics when it is cancelled', async () => {
    await open.api.post(world.host, '/v1/predictions/cup.eve/cancel', { reason: 'another account of the same person' });
    await open.settled();
    expect(await world.standings()).toEqual(['1. dan 0 (0/0/0/0/1) 0 0']);
    expect((await world.statistics()).total).toMatchObject({
      created: 2,
      cancelled: 1,
      evaluated: 1,
      points: 0,
      hitRate: 0,
    });
  });
};
