import { useQuery } from '@tanstack/react-query';
import type { paths } from '../../client/api.d.ts';
import type { Score } from '../../shared/domain/score.ts';
import type { Category } from '../../shared/domain/scoring.ts';
import { useApi } from '../api/api.tsx';
import { ask } from '../api/problem.ts';

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

/** The key under which a trace is kept; hints of its match make it stale. */
export const traceKey = (predictionId: string) => ['trace', predictionId] as const;

/** Reads a trace. It comes from the ledger itself: an answer is never older than one before it. */
export const useTrace = (predictionId: string) => {
  const api = useApi();
  return useQuery({
    queryKey: traceKey(predictionId),
    queryFn: () => ask(api.GET('/v1/predictions/{predictionId}/trace', { params: { path: { predictionId } } })),
  });
};
