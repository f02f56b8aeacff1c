import type { Fixture } from '../../shared/domain/match.ts';
import type { Score } from '../../shared/domain/score.ts';

/** A match that was over when a prediction was made. */
export interface Played {
  readonly fixture: Fixture;
  readonly score: Score;
}

/** A match as one of its teams saw it. */
export interface Outing {
  readonly atHome: boolean;
  readonly scored: number;
  readonly conceded: number;
}

/** A team's matches, oldest first. */
export const outingsOf = (team: string, history: readonly Played[]): readonly Outing[] =>
  history.flatMap(({ fixture, score }): readonly Outing[] => {
    if (fixture.home === team) return [{ atHome: true, scored: score.home, conceded: score.away }];
    return fixture.away === team ? [{ atHome: false, scored: score.away, conceded: score.home }] : [];
  });

/** Three points a win, one a draw, per match; 0 before the first. */
export const pointsPerMatch = (outings: readonly Outing[]): number =>
  mean(
    outings.map(({ scored, conceded }) => (scored > conceded ? 3 : scored === conceded ? 1 : 0)),
    0,
  );

export const mean = (values: readonly number[], otherwise: number): number =>
  values.length === 0 ? otherwise : values.reduce((sum, value) => sum + value, 0) / values.length;
