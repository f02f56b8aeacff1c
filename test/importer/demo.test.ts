import { describe, expect, it } from 'vitest';
import type { Played } from '../../cli/demo/history.ts';
import { likeliest } from '../../cli/demo/poisson.ts';
import { demoPredictors, type Predictor } from '../../cli/demo/predictors.ts';
import { DEMO_SEASONS, loadDemoSeason, SEASON_TITLES } from '../../cli/demo/season.ts';
import type { Feed, FeedMatch } from '../../shared/application/feed/feed.ts';
import type { Score } from '../../shared/domain/score.ts';
import type { PlayerPick } from '../../shared/domain/verdict.ts';

const scoreOf = ({ outcome }: FeedMatch): Score => {
  if (outcome.kind !== 'played') throw new Error('every match of a demo season was played');
  return outcome.result.fullTime;
};

const byKickOff = (a: FeedMatch, b: FeedMatch): number => (a.kickOff.at < b.kickOff.at ? -1 : 1);

/** A predictor's picks over a season, in the order of the matches, knowing only what was over at each kick-off. */
const picksOf = ({ predict }: Predictor, { matches }: Feed): readonly (PlayerPick | null)[] => {
  const inOrder = matches.toSorted(byKickOff);
  const history: readonly Played[] = inOrder.map(match => ({ fixture: match.fixture, score: scoreOf(match) }));
  return inOrder.map(({ fixture, kickOff }) =>
    predict(
      history.slice(
        0,
        inOrder.findIndex(match => match.kickOff.at === kickOff.at),
      ),
      fixture,
    ),
  );
};

describe.each(DEMO_SEASONS)('%s', name => {
  const { feed, model } = loadDemoSeason(name);
  const predictors = demoPredictors(model);

  it('is a whole season: every team at home to every other, once', () => {
    expect(feed.name).toBe(SEASON_TITLES[name]);
    expect(feed.matches).toHaveLength(380);
    expect(new Set(feed.matches.map(({ fixture }) => fixture.home)).size).toBe(20);
    expect(new Set(feed.matches.map(({ fixture }) => fixture.matchId)).size).toBe(380);
    expect(feed.matches.every(match => match.kickOff.timeKnown && scoreOf(match).home >= 0)).toBe(true);
  });

  it.each(predictors.map(predictor => [predictor.playerId, predictor] as const))('%s is a player', (_id, predictor) => {
    const picks = picksOf(predictor, feed).filter(pick => pick !== null);
    expect(picks.length).toBeGreaterThanOrEqual(150);
    for (const { predicted, confidence } of picks) {
      expect([predicted.home, predicted.away].every(goals => Number.isInteger(goals) && goals >= 0 && goals < 10)).toBe(
        true,
      );
      expect(confidence === null || (confidence >= 0 && confidence <= 1)).toBe(true);
    }
    expect(picksOf(predictor, feed).filter(pick => pick !== null)).toEqual(picks);
  });

  it('has players with and without a confidence, one of them silent at times, no two alike', () => {
    const all = predictors.map(predictor => picksOf(predictor, feed));
    expect(new Set(predictors.map(({ playerId }) => playerId)).size).toBe(predictors.length);
    expect(new Set(all.map(picks => JSON.stringify(picks))).size).toBe(predictors.length);
    expect(all.some(picks => picks.every(pick => pick?.confidence === null))).toBe(true);
    expect(all.some(picks => picks.every(pick => pick !== null && pick.confidence !== null))).toBe(true);
    expect(all.filter(picks => picks.includes(null))).toHaveLength(1);
  });
});

describe('the facts', () => {
  it('are those of the two seasons', () => {
    const first = loadDemoSeason('premier-league-2023-24').feed.matches[0];
    expect(first).toMatchObject({
      fixture: { matchId: 'english-premier-league-2023-24-burnley-manchester-city', round: 'Matchday 1' },
      kickOff: { at: '2023-08-11T19:00:00.000Z' },
      outcome: { result: { fullTime: { home: 0, away: 3 } } },
    });
  });

  it('have a forecast for each match of 2018-19, and for none of 2023-24', () => {
    const { feed, model } = loadDemoSeason('premier-league-2018-19');
    expect(loadDemoSeason('premier-league-2023-24').model).toBeUndefined();
    expect(feed.matches.every(({ fixture }) => model?.has(fixture.matchId))).toBe(true);
    for (const { homeWin, draw, awayWin } of model?.values() ?? []) expect(homeWin + draw + awayWin).toBeCloseTo(1, 3);
  });

  it('give the model the log loss that is known of it: matches and forecasts belong together', () => {
    const { feed, model } = loadDemoSeason('premier-league-2018-19');
    const losses = feed.matches.map(match => {
      const forecast = model?.get(match.fixture.matchId);
      const { home, away } = scoreOf(match);
      const stated = home > away ? forecast?.homeWin : home < away ? forecast?.awayWin : forecast?.draw;
      return -Math.log(stated ?? 0);
    });
    expect(losses.reduce((sum, loss) => sum + loss, 0) / losses.length).toBeCloseTo(0.890835, 6);
  });
});

describe('strategies', () => {
  const fixture = { matchId: 'l-a-b', competition: 'l', round: null, home: 'A', away: 'B' };
  const won = (home: string, away: string, score: Score): Played => ({ fixture: { ...fixture, home, away }, score });
  const says = (playerId: string, history: readonly Played[]): PlayerPick | null | undefined =>
    demoPredictors()
      .find(predictor => predictor.playerId === playerId)
      ?.predict(history, fixture);

  it('go by what has happened', () => {
    const history = [
      won('B', 'C', { home: 4, away: 0 }),
      won('B', 'A', { home: 3, away: 1 }),
      won('C', 'A', { home: 3, away: 1 }),
    ];
    expect(says('table', history)?.predicted).toEqual({ home: 0, away: 2 });
    expect(says('contrarian', history)?.predicted).toEqual({ home: 2, away: 0 });
    expect(says('form', history)?.predicted).toEqual({ home: 0, away: 2 });
    expect(says('copycat', history)?.predicted).toEqual({ home: 3, away: 1 });
    expect(says('elephant', history)?.predicted).toEqual({ home: 1, away: 3 });
    expect(says('elephant', [])).toBeNull();
  });

  it('take the likeliest score of the likeliest tendency', () => {
    expect(likeliest({ home: 2.5, away: 0.4 })).toMatchObject({ predicted: { home: 2, away: 0 } });
    expect(likeliest({ home: 0.1, away: 0.1 }).predicted).toEqual({ home: 0, away: 0 });
  });
});
