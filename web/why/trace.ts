import type { paths } from '../../client/api.d.ts';
import type { Score } from '../../shared/domain/score.ts';
import type { Category } from '../../shared/domain/scoring.ts';
import { useApi } from '../api/api.tsx';
import { ask } from '../api/problem.ts';
import { useLiveQuery } from '../live/use-live-query.ts';

/** How a prediction came to its points, as the API tells it. */
export type Trace =
  paths['/v1/predictions/{predictionId}/trace']['get']['responses'][200]['content']['application/json'];
export type Step = Trace['steps'][number];
export type Reason = Step['reasons'][number];
export type RuleSet = { readonly name: string; readonly points: Readonly<Record<Category, number>> };

/** "2:1" */
export const scoreText = ({ home, away }: Score): string => `${home}:${away}`;

/** The rule sets of the answer, all of whose categories are there. */
export const ruleSetsOf = ({ ruleSets }: Trace): readonly RuleSet[] => ruleSets as readonly RuleSet[];

/** The evaluation that counts now; undefined: there is none. */
export const evaluationOf = ({ steps }: Trace): Step | undefined =>
  steps.findLast(({ event, replacedBy }) => event.type === 'prediction.evaluated' && replacedBy === null);

/** Events of a match that settle its predictions, and those that open them again. */
const SETTLING: readonly string[] = ['match.finished', 'match.awarded', 'match.result-corrected', 'match.cancelled'];
const OPENING: readonly string[] = ['match.result-withdrawn', 'match.reinstated'];

/** Whether the prediction has yet to take account of what happened in the match. */
export const isCounting = ({ prediction, steps }: Trace): boolean => {
  if (prediction.status !== 'placed') return false;
  const last = steps.findLast(({ event: { type } }) => SETTLING.includes(type) || OPENING.includes(type))?.event;
  if (!last || last.version <= prediction.matchVersion) return false;
  // One that was never settled is not opened again.
  return SETTLING.includes(last.type) || prediction.verdict !== undefined;
};

const COUNTING_MS = 1000;

/**
 * Reads a trace, and again when something happens in its match. It comes from the ledger itself, which needs no `after`; both streams
 * only grow.
 */
export const useTrace = (predictionId: string) => {
  const api = useApi();
  return useLiveQuery({
    queryKey: ['trace', predictionId],
    about: { matchId: predictionId.slice(0, predictionId.indexOf('.')) },
    read: () => ask(api.GET('/v1/predictions/{predictionId}/trace', { params: { path: { predictionId } } })),
    age: ({ match, prediction }) => ({ version: match.version + prediction.version }),
    refetchInterval: ({ state }) => state.data !== undefined && isCounting(state.data) && COUNTING_MS,
  });
};
