import { scoredUnder } from '../domain/verdict.ts';
import type { EventType } from '../events/catalog.ts';
import type { Envelope } from '../events/envelope.ts';
import {
  type Change,
  type Contribution,
  fromParts,
  type History,
  type Key,
  type Routed,
  type TallyProjection,
  toParts,
} from './tally.ts';

/** What happened to a prediction, as far as statistics go. */
export type StatisticsEffect =
  | { readonly kind: 'created'; readonly confidence: number | null }
  | { readonly kind: 'revised' }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'evaluated'; readonly correct: boolean; readonly points: number; readonly accuracy: number | null }
  | { readonly kind: 'void' }
  | { readonly kind: 'reopened' };

/** The events that statistics are made of. */
export const STATISTICS_EVENTS = [
  'prediction.created',
  'prediction.revised',
  'prediction.cancelled',
  'prediction.evaluated',
  'prediction.reopened',
] as const satisfies readonly EventType[];

export const statisticsPartition = (tenantId: string, competition: string): string => `${tenantId}#${competition}`;

/**
 * Prefixes of the sort keys: of what is known of a prediction, and of the counters of a match and of a day (UTC). Those of
 * the competition are the sum of its days.
 */
export const STATISTICS_SORT = { entry: 'entry#', match: 'match#', day: 'day#' } as const;

const effectOf = (event: Envelope): StatisticsEffect | undefined => {
  switch (event.type) {
    case 'prediction.created':
      return { kind: 'created', confidence: event.data.confidence };
    case 'prediction.revised':
      return { kind: 'revised' };
    case 'prediction.cancelled':
      return { kind: 'cancelled' };
    case 'prediction.reopened':
      return { kind: 'reopened' };
    case 'prediction.evaluated': {
      if (event.data.verdict.kind === 'void') return { kind: 'void' };
      const { isCorrect, points, accuracyScore } = scoredUnder('FT90', event.data.verdict);
      return { kind: 'evaluated', correct: isCorrect, points, accuracy: accuracyScore };
    }
    default:
      return undefined;
  }
};

const route = (event: Envelope): Routed<StatisticsEffect> | undefined => {
  const effect = effectOf(event);
  if (!effect || !('playerId' in event.data && 'matchId' in event.data)) return undefined;
  const { competition, matchId, playerId } = event.data;
  const at = 'settledAt' in event.data ? event.data.settledAt : event.occurredAt;
  const entry = {
    p: statisticsPartition(event.tenantId, competition),
    s: `${STATISTICS_SORT.entry}${matchId}#${playerId}`,
  };
  return { entry, change: { version: event.version, at, effect }, first: effect.kind === 'created' };
};

const confidence = (value: number | null): Record<string, number> =>
  value === null ? {} : { confidenceSum: toParts(value), confidenceCount: 1 };

const accuracy = (value: number | null): Record<string, number> =>
  value === null ? {} : { accuracySum: toParts(value), accuracyCount: 1 };

/** What counts of a change for good: placing, revising and cancelling happened, whatever came later. */
const lasting = ({ effect }: Change<StatisticsEffect>): Record<string, number> => {
  if (effect.kind === 'created') return { created: 1, ...confidence(effect.confidence) };
  return effect.kind === 'revised' || effect.kind === 'cancelled' ? { [effect.kind]: 1 } : {};
};

/** The evaluation that stands: the newest, unless the match was opened again or the prediction cancelled since. */
const standing = (history: History<StatisticsEffect>): Change<StatisticsEffect> | undefined => {
  const last = history.findLast(({ effect }) => effect.kind !== 'revised');
  return last?.effect.kind === 'evaluated' || last?.effect.kind === 'void' ? last : undefined;
};

const verdictCounters = ({ effect }: Change<StatisticsEffect>): Record<string, number> => {
  if (effect.kind === 'void') return { void: 1 };
  return effect.kind === 'evaluated'
    ? { evaluated: 1, correct: effect.correct ? 1 : 0, points: effect.points, ...accuracy(effect.accuracy) }
    : {};
};

const contribute = (entry: Key, history: History<StatisticsEffect>): readonly Contribution[] => {
  const matchId = entry.s.split('#')[1] ?? '';
  const verdict = standing(history);
  const parts = history.map(change => ({ at: change.at, add: lasting(change) }));
  if (verdict) parts.push({ at: verdict.at, add: verdictCounters(verdict) });
  return parts
    .filter(({ add }) => Object.keys(add).length > 0)
    .flatMap(({ at, add }) =>
      [STATISTICS_SORT.match + matchId, STATISTICS_SORT.day + at.slice(0, 10)].map(s => ({
        key: { p: entry.p, s },
        add,
      })),
    );
};

/** Predictions placed, revised, cancelled and evaluated, with hit rates: by match and by day. */
export const statisticsProjection: TallyProjection<StatisticsEffect> = { route, contribute };

/** Counters of a match, a day or a competition, as a person reads them. */
export interface Statistics {
  readonly created: number;
  readonly revised: number;
  readonly cancelled: number;
  readonly evaluated: number;
  readonly void: number;
  readonly points: number;
  /** Share of evaluated predictions with the right tendency, or null when none is evaluated. */
  readonly hitRate: number | null;
  readonly confidenceMean: number | null;
  readonly accuracyMean: number | null;
}

const mean = (sum: number | undefined, count: number | undefined): number | null =>
  count ? fromParts(sum ?? 0) / count : null;

export const statisticsOf = (counters: Readonly<Record<string, number>>): Statistics => ({
  created: counters.created ?? 0,
  revised: counters.revised ?? 0,
  cancelled: counters.cancelled ?? 0,
  evaluated: counters.evaluated ?? 0,
  void: counters.void ?? 0,
  points: counters.points ?? 0,
  hitRate: counters.evaluated ? (counters.correct ?? 0) / counters.evaluated : null,
  confidenceMean: mean(counters.confidenceSum, counters.confidenceCount),
  accuracyMean: mean(counters.accuracySum, counters.accuracyCount),
});
