import type { FeedMatch } from '../../shared/application/feed/feed.ts';
import type { Entry } from '../season/play.ts';
import type { Played } from './history.ts';
import type { Predictor } from './predictors.ts';

/** The picks of the demo's players: each knows the results so far, and nothing else. */
export interface PredictorEntries {
  readonly of: (match: FeedMatch) => readonly Entry[];
  /** Results that everybody knows from now on. */
  readonly learn: (results: readonly FeedMatch[]) => void;
}

export const predictorEntries = (predictors: readonly Predictor[]): PredictorEntries => {
  const history: Played[] = [];
  return {
    of: ({ fixture }) =>
      predictors.flatMap(({ playerId, predict }) => {
        const pick = predict(history, fixture);
        return pick ? [{ playerId, pick }] : [];
      }),
    learn: results => {
      for (const { fixture, outcome } of results)
        if (outcome.kind === 'played') history.push({ fixture, score: outcome.result.fullTime });
    },
  };
};
