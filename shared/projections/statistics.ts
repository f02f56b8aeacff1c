import type { Score } from '../domain/score.ts';
import { type Category, isCorrect } from '../domain/scoring.ts';
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

/** A pick held against the result of its match, under FT90. */
export interface Evaluated {
  readonly kind: 'evaluated';
  readonly predicted: Score;
  readonly actual: Score;
  readonly category: Category;
  readonly points: number;
  readonly confidence: number | null;
  readonly accuracy: number | null;
  readonly awarded: boolean;
}

/**
 * What happened to a prediction, as far as statistics go. What a player picked is in none of it before the match has a
 * result: with one other player in a match, a mean is that player's pick.
 */
export type StatisticsEffect = { readonly kind: 'created' | 'revised' | 'cancelled' | 'void' | 'reopened' } | Evaluated;

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

/** Prefix of all that is known of a player's predictions: one query reads it. */
export const entriesOfPlayer = (playerId: string): string => `${STATISTICS_SORT.entry}${playerId}#`;

export const matchOf = ({ s }: Key): string => s.slice(s.lastIndexOf('#') + 1);

const effectOf = (event: Envelope): StatisticsEffect | undefined => {
  switch (event.type) {
    case 'prediction.created':
      return { kind: 'created' };
    case 'prediction.revised':
      return { kind: 'revised' };
    case 'prediction.cancelled':
      return { kind: 'cancelled' };
    case 'prediction.reopened':
      return { kind: 'reopened' };
    case 'prediction.evaluated': {
      const { predicted, confidence, verdict } = event.data;
      if (verdict.kind === 'void') return { kind: 'void' };
      const { actual, category, points, accuracyScore: accuracy } = scoredUnder('FT90', verdict);
      return { kind: 'evaluated', predicted, actual, category, points, confidence, accuracy, awarded: verdict.awarded };
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
  const entry = { p: statisticsPartition(event.tenantId, competition), s: entriesOfPlayer(playerId) + matchId };
  return { entry, change: { version: event.version, at, effect }, first: effect.kind === 'created', group: matchId };
};

const stated = ({ confidence, accuracy }: Evaluated): Record<string, number> =>
  confidence === null || accuracy === null
    ? {}
    : { statedSum: toParts(confidence), accuracySum: toParts(accuracy), accuracyCount: 1 };

/** What counts of a change for good: placing, revising and cancelling happened, whatever came later. */
const lasting = ({ effect: { kind } }: Change<StatisticsEffect>): Record<string, number> =>
  kind === 'created' || kind === 'revised' || kind === 'cancelled' ? { [kind]: 1 } : {};

/** The verdict that stands: the newest, unless the match was opened again or the prediction cancelled since. */
export const standingVerdict = (
  history: History<StatisticsEffect>,
): Change<Evaluated | { readonly kind: 'void' }> | undefined => {
  const last = history.findLast(({ effect }) => effect.kind !== 'revised');
  if (last?.effect.kind === 'evaluated') return { ...last, effect: last.effect };
  return last?.effect.kind === 'void' ? { ...last, effect: { kind: 'void' } } : undefined;
};

const verdictCounters = (effect: Evaluated | { readonly kind: 'void' }): Record<string, number> =>
  effect.kind === 'void'
    ? { void: 1 }
    : { evaluated: 1, correct: isCorrect(effect.category) ? 1 : 0, points: effect.points, ...stated(effect) };

const contribute = (entry: Key, history: History<StatisticsEffect>): readonly Contribution[] => {
  const verdict = standingVerdict(history);
  const parts = history.map(change => ({ at: change.at, add: lasting(change) }));
  if (verdict) parts.push({ at: verdict.at, add: verdictCounters(verdict.effect) });
  return parts
    .filter(({ add }) => Object.keys(add).length > 0)
    .flatMap(({ at, add }) =>
      [STATISTICS_SORT.match + matchOf(entry), STATISTICS_SORT.day + at.slice(0, 10)].map(s => ({
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
  /** Of the evaluated predictions that stated one: before a match has a result, a mean would tell what its players picked. */
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
  confidenceMean: mean(counters.statedSum, counters.accuracyCount),
  accuracyMean: mean(counters.accuracySum, counters.accuracyCount),
});
