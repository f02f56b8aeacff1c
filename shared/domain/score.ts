/** Goals of both sides. Whole numbers, 0 or more. */
export interface Score {
  readonly home: number;
  readonly away: number;
}

/**
 * How a match ended, as results feeds state it. `extraTime` is the score after 120 minutes (it includes the first 90),
 * `shootOut` counts only the penalties of the shoot-out.
 */
export interface Result {
  readonly fullTime: Score;
  readonly halfTime?: Score | undefined;
  readonly extraTime?: Score | undefined;
  readonly shootOut?: Score | undefined;
}

/** Which score a prediction is held against: after 90 minutes, after extra time, or with the shoot-out's penalties added. */
export type ScoreBasis = 'FT90' | 'AET120' | 'PENS_SUM';

export const SCORE_BASES: readonly ScoreBasis[] = ['FT90', 'AET120', 'PENS_SUM'];

export const sameScore = (a: Score | undefined, b: Score | undefined): boolean =>
  a === b || (a !== undefined && b !== undefined && a.home === b.home && a.away === b.away);

export const sameResult = (a: Result, b: Result): boolean =>
  sameScore(a.fullTime, b.fullTime) &&
  sameScore(a.halfTime, b.halfTime) &&
  sameScore(a.extraTime, b.extraTime) &&
  sameScore(a.shootOut, b.shootOut);

const sum = (a: Score, b: Score): Score => ({ home: a.home + b.home, away: a.away + b.away });

/**
 * The score that counts under a basis. A match without extra time ends with its 90 minutes under every basis.
 *
 * @example
 * const final = { fullTime: { home: 1, away: 1 }, extraTime: { home: 1, away: 1 }, shootOut: { home: 3, away: 4 } };
 * scoreUnder('PENS_SUM', final); // { home: 4, away: 5 }
 */
export const scoreUnder = (basis: ScoreBasis, result: Result): Score => {
  if (basis === 'FT90') return result.fullTime;
  const played = result.extraTime ?? result.fullTime;
  return basis === 'PENS_SUM' && result.shootOut ? sum(played, result.shootOut) : played;
};
