import type { Category } from '../../shared/domain/scoring.ts';
import type { Match, Prediction } from './types.ts';

/** What became of a prediction: its category after 90 minutes, or that it does not count; undefined: nothing yet. */
export const categoryOf = (prediction: Prediction): Category | 'void' | undefined => {
  if (prediction.status !== 'placed' || !prediction.verdict) return undefined;
  return prediction.verdict.kind === 'void' ? 'void' : prediction.verdict.byBasis.FT90.category;
};

/** Points after 90 minutes, under the rules that the evaluation names; undefined: not evaluated yet. */
export const pointsOf = (prediction: Prediction): number | undefined => {
  if (prediction.status !== 'placed' || !prediction.verdict) return undefined;
  return prediction.verdict.kind === 'void' ? 0 : prediction.verdict.byBasis.FT90.points;
};

/** Whether a prediction shows what became of its match as it stands: a match that is over changes only by what settles it anew. */
export const isCounted = (prediction: Prediction, matches: readonly Match[] | undefined): boolean => {
  if (prediction.status !== 'placed') return true;
  const match = matches?.find(({ fixture }) => fixture.matchId === prediction.key.matchId);
  const isOver = match?.status === 'finished' || match?.status === 'awarded' || match?.status === 'cancelled';
  return !isOver || (prediction.verdict !== undefined && prediction.matchVersion >= match.version);
};
