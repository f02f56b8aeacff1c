import type { Fixture } from '../../shared/domain/match.ts';
import type { Score } from '../../shared/domain/score.ts';
import type { PlayerPick } from '../../shared/domain/verdict.ts';
import { mean, type Outing, outingsOf, type Played, pointsPerMatch } from './history.ts';
import { likeliest } from './poisson.ts';
import type { Forecast } from './season.ts';

/** A player of the demo: a simple strategy, the same every time. */
export interface Predictor {
  readonly playerId: string;
  readonly name: string;
  /** @param history the season's matches that are over, oldest first; null: no prediction of this match */
  readonly predict: (history: readonly Played[], fixture: Fixture) => PlayerPick | null;
}

const pick = (home: number, away: number, confidence: number | null = null): PlayerPick => ({
  predicted: { home, away },
  confidence,
});

/** How much better the home team did than the away team, in points per match. */
const lead = (history: readonly Played[], { home, away }: Fixture, last?: number): number => {
  const recent = (team: string): readonly Outing[] => outingsOf(team, history).slice(last === undefined ? 0 : -last);
  return pointsPerMatch(recent(home)) - pointsPerMatch(recent(away));
};

const byTable = (history: readonly Played[], fixture: Fixture): PlayerPick => {
  const gap = lead(history, fixture);
  // Level teams: the home team. About 45 % of all matches are home wins.
  if (gap >= 0) return gap > 1 ? pick(3, 0, 0.7) : pick(2, 1, 0.45);
  return gap < -1 ? pick(0, 2, 0.6) : pick(1, 1, 0.3);
};

const byForm = (history: readonly Played[], fixture: Fixture): PlayerPick => {
  const gap = lead(history, fixture, 5);
  if (Math.abs(gap) < 0.4) return pick(1, 1);
  return gap > 0 ? pick(gap > 1.2 ? 3 : 2, 1) : pick(gap < -1.2 ? 0 : 1, 2);
};

/** Goals scored here against goals let in there, halfway. Before there is a record: a usual match, 1.5 to 1.2. */
const byGoals = (history: readonly Played[], { home, away }: Fixture): PlayerPick => {
  const ofHome = outingsOf(home, history).filter(outing => outing.atHome);
  const ofAway = outingsOf(away, history).filter(outing => !outing.atHome);
  const goals = (outings: readonly Outing[], side: 'scored' | 'conceded', usual: number): number =>
    mean(outings.map(outing => outing[side]).concat(usual), usual);
  return likeliest({
    home: (goals(ofHome, 'scored', 1.5) + goals(ofAway, 'conceded', 1.5)) / 2,
    away: (goals(ofHome, 'conceded', 1.2) + goals(ofAway, 'scored', 1.2)) / 2,
  });
};

/** Always against the table; where the table says draw, a goal for the away team. */
const contrarian = (history: readonly Played[], fixture: Fixture): PlayerPick => {
  const { home, away } = byTable(history, fixture).predicted;
  return home === away ? pick(0, 1, 0.25) : pick(away, home, 0.25);
};

/** The score that came most often this season, the first of those that did equally often. */
const commonest = (history: readonly Played[]): PlayerPick => {
  const counts = new Map<string, { readonly score: Score; times: number }>();
  for (const { score } of history) {
    const key = `${score.home}-${score.away}`;
    const entry = counts.get(key) ?? { score, times: 0 };
    entry.times += 1;
    counts.set(key, entry);
  }
  const [most] = [...counts.values()].toSorted((a, b) => b.times - a.times);
  return most ? { predicted: most.score, confidence: null } : pick(1, 1);
};

/** What it was when the two met before, the grounds swapped; no memory, no prediction. */
const lastMeeting = (history: readonly Played[], { home, away }: Fixture): PlayerPick | null => {
  const met = history.findLast(({ fixture }) => fixture.home === away && fixture.away === home);
  return met ? { predicted: { home: met.score.away, away: met.score.home }, confidence: 0.5 } : null;
};

/** Dice that fall the same way for a match every time. */
const dice = (_history: readonly Played[], { matchId }: Fixture): PlayerPick => {
  let roll = 7;
  for (const letter of matchId) roll = (roll * 31 + (letter.codePointAt(0) ?? 0)) % 65_521;
  return pick(roll % 4, Math.floor(roll / 4) % 3);
};

const modelled =
  (model: ReadonlyMap<string, Forecast>) =>
  (_history: readonly Played[], { matchId }: Fixture): PlayerPick | null => {
    const forecast = model.get(matchId);
    if (!forecast) return null;
    const { goals, homeWin, draw, awayWin } = forecast;
    const confidence = Math.max(homeWin, draw, awayWin);
    const [home, away] = [Math.round(goals.home), Math.round(goals.away)];
    // Its likeliest tendency, also where the goals round to another.
    if (confidence === draw) return pick(home, home, confidence);
    return confidence === homeWin
      ? pick(Math.max(home, away + 1), away, confidence)
      : pick(home, Math.max(away, home + 1), confidence);
  };

const STRATEGIES: readonly Predictor[] = [
  { playerId: 'two-one', name: 'Always 2-1', predict: () => pick(2, 1) },
  { playerId: 'one-one', name: 'Always 1-1', predict: () => pick(1, 1, 0.25) },
  { playerId: 'table', name: 'Home favourite', predict: byTable },
  { playerId: 'form', name: 'Form of five', predict: byForm },
  { playerId: 'goals', name: 'Goals on average', predict: byGoals },
  { playerId: 'contrarian', name: 'Contrarian', predict: contrarian },
  { playerId: 'copycat', name: 'Copycat', predict: commonest },
  { playerId: 'elephant', name: 'Elephant', predict: lastMeeting },
  { playerId: 'dice', name: 'Two dice', predict: dice },
];

/**
 * The players of a demo season; with a model, also that one.
 *
 * @example
 * demoPredictors(loadDemoSeason('premier-league-2018-19').model).map(({ playerId }) => playerId);
 */
export const demoPredictors = (model?: ReadonlyMap<string, Forecast>): readonly Predictor[] =>
  model
    ? [...STRATEGIES, { playerId: 'fivethirtyeight', name: 'FiveThirtyEight', predict: modelled(model) }]
    : STRATEGIES;
