import { beforeEach, describe, expect, it } from 'vitest';
import { cancelPrediction, createPrediction, revisePrediction } from '../../shared/application/commands.ts';
import type { Outcome } from '../../shared/application/outcome.ts';
import { settleMatch } from '../../shared/application/settle-match.ts';
import type { MatchEvent } from '../../shared/domain/match.ts';
import type { Envelope } from '../../shared/events/envelope.ts';
import { eventId, matchStream, predictionPartitions, predictionStream } from '../../shared/events/streams.ts';
import { joined } from '../contracts/commits.ts';
import {
  after90,
  before,
  cancelled,
  corrected,
  finished,
  fixture,
  kickOff,
  pick,
  reinstated,
  resultWithdrawn,
  scheduled,
  started,
} from '../domain/samples.ts';
import { envelop } from '../projections/harness.ts';
import { contextOf, newWorld, type World } from './world.ts';

const { matchId } = fixture;
const match = matchStream(matchId);
let world: World;
beforeEach(async () => {
  world = newWorld();
  await world.given(match, scheduled());
});

const predict = (playerId: string, text: string) =>
  createPrediction(world, contextOf({ actor: playerId }), { matchId, playerId }, pick(text));

/** The match event of this version is delivered to the handler. */
const deliver = async (version: number): Promise<Outcome> => {
  const event = (await world.store.load('acme', match)).events[version - 1];
  if (!event) throw new Error(`the match has no event ${version}`);
  return settleMatch(world, event, contextOf({ causationId: event.id, commitId: `settle ${event.id}`, hops: 1 }));
};

/** What a prediction's stream says after its creation: `4 of 3: exact` is 4 points by version 3 of the match. */
const story = async (playerId: string): Promise<string[]> => {
  const { events } = await world.store.load('acme', predictionStream(matchId, playerId));
  return events.slice(1).map((event: Envelope) => {
    if (event.type === 'prediction.reopened') return `open by ${event.data.matchVersion}`;
    if (event.type !== 'prediction.evaluated') return event.type;
    const { verdict, matchVersion } = event.data;
    if (verdict.kind === 'void') return `void by ${matchVersion}: ${verdict.reason}`;
    return `${verdict.byBasis.FT90.points} by ${matchVersion}: ${verdict.byBasis.FT90.category}`;
  });
};

const skippedAll = { status: 'skipped', reason: 'every prediction is settled' };
const win = after90('2-1');
const draw = after90('1-1');

describe('settling a match', () => {
  it('evaluates every prediction of it, as an effect of the match event', async () => {
    for (const [player, text] of Object.entries({ ada: '2-1', bob: '3-2', cleo: '1-0', dan: '2-0', eve: '0-1' }))
      await predict(player, text);
    await world.given(match, started, finished(win));
    expect(await deliver(3)).toEqual({ status: 'succeeded' });
    const stories = await Promise.all(['ada', 'bob', 'cleo', 'dan', 'eve'].map(story));
    expect(stories.flat()).toEqual([
      ...['4 by 3: exact', '3 by 3: goal_diff', '3 by 3: goal_diff', '2 by 3: tendency_only', '0 by 3: miss'],
    ]);
    const [, evaluated] = (await world.store.load('acme', predictionStream(matchId, 'ada'))).events;
    expect(evaluated).toMatchObject({
      causationId: eventId(match.name, 3),
      hops: 1,
      data: { settledAt: before },
    });
  });

  it('again changes nothing', async () => {
    await predict('ada', '2-1');
    await world.given(match, finished(win));
    await deliver(2);
    expect(await deliver(2)).toEqual(skippedAll);
    expect(await story('ada')).toEqual(['4 by 2: exact']);
  });

  it('five times at once evaluates once', async () => {
    for (const player of ['ada', 'bob', 'cleo']) await predict(player, '2-1');
    await world.given(match, finished(win));
    await Promise.all([2, 2, 2, 2, 2].map(deliver));
    for (const player of ['ada', 'bob', 'cleo']) expect(await story(player)).toEqual(['4 by 2: exact']);
  });

  it('by a correction replaces the evaluation, twice and back again', async () => {
    await predict('ada', '2-1');
    await world.given(match, finished(win));
    await deliver(2);
    await world.given(match, corrected(draw, win));
    await deliver(3);
    await world.given(match, corrected(win, draw));
    await deliver(4);
    expect(await story('ada')).toEqual(['4 by 2: exact', '0 by 3: miss', '4 by 4: exact']);
  });

  it('out of order comes to the same as in order', async () => {
    const history: MatchEvent[] = [
      ...[
        finished(win),
        corrected(draw, win),
        resultWithdrawn(draw),
        cancelled('fog'),
        reinstated(kickOff),
        finished(draw),
      ],
    ];
    const expected = ['4 by 2: exact', '0 by 3: miss', 'open by 4', 'void by 5: fog', 'open by 6', '0 by 7: miss'];
    for (const order of [
      [2, 3, 4, 5, 6, 7],
      [7, 6, 5, 4, 3, 2],
      [4, 7, 2, 2, 5, 3, 6],
    ]) {
      world = newWorld();
      await world.given(match, scheduled());
      await predict('ada', '2-1');
      await world.given(match, ...history);
      for (const version of order) await deliver(version);
      expect(await story('ada')).toEqual(expected);
    }
  });

  it('leaves withdrawn predictions alone, and takes revised ones as they are', async () => {
    await predict('ada', '2-1');
    await predict('bob', '0-0');
    const mine = { reason: 'mine', afterLock: false };
    await cancelPrediction(world, contextOf(), { matchId, playerId: 'ada' }, mine);
    await revisePrediction(world, contextOf(), { matchId, playerId: 'bob' }, pick('2-1'));
    await world.given(match, finished(win));
    expect(await deliver(2)).toEqual({ status: 'succeeded' });
    expect(await story('ada')).toEqual(['prediction.cancelled']);
    expect(await story('bob')).toEqual(['prediction.revised', '4 by 2: exact']);
  });

  it('meets a prediction that is withdrawn at the same time', async () => {
    await predict('ada', '2-1');
    await world.given(match, finished(win));
    const { events } = await world.store.load('acme', predictionStream(matchId, 'ada'));
    if (events[0]?.type !== 'prediction.created') throw new Error('the prediction is there');
    const { predictionId, competition, playerId } = events[0].data;
    world.beforeAppends([
      {
        type: 'prediction.cancelled',
        data: { predictionId, matchId, competition, playerId, reason: 'x', cancelledBy: 'o' },
      },
    ]);
    expect(await deliver(2)).toEqual(skippedAll);
    expect(await story('ada')).toEqual(['prediction.cancelled']);
  });

  it('reaches each of a hundred predictions, in whatever partition', async () => {
    const players = Array.from({ length: 100 }, (_, n) => `player-${n}`);
    for (const player of players) await predict(player, '2-1');
    expect(new Set(players.map(player => predictionStream(matchId, player).partition)).size).toBe(
      predictionPartitions(matchId).length,
    );
    await world.given(match, finished(win));
    world.calls.length = 0;
    await deliver(2);
    expect(world.calls.filter(call => call.startsWith('append'))).toHaveLength(100);
    for (const player of players) expect(await story(player)).toEqual(['4 by 2: exact']);
  });

  it('does not touch predictions of another match, of which the id begins the same', async () => {
    await predict('ada', '2-1');
    const other = `${matchId}-2`;
    await world.given(matchStream(other), { type: 'match.scheduled', data: { ...fixture, matchId: other, kickOff } });
    await createPrediction(world, contextOf(), { matchId: other, playerId: 'ada' }, pick('2-1'));
    await world.given(match, finished(win));
    await deliver(2);
    expect((await world.store.load('acme', predictionStream(other, 'ada'))).events).toHaveLength(1);
  });

  it('without predictions is done, and an event of something else is skipped', async () => {
    await world.given(match, finished(win));
    expect(await deliver(2)).toEqual({ status: 'succeeded' });
    const event = envelop('membership-office.ada', 1, joined('ada'));
    expect(await settleMatch(world, event, contextOf())).toEqual({ status: 'skipped', reason: 'not about a match' });
  });
});
