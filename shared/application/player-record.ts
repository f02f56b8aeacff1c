import type { Score } from '../domain/score.ts';
import { type Category, RULE_SETS, type RuleSetName } from '../domain/scoring.ts';
import { type TrackRecord, trackRecordOf } from '../domain/track-record.ts';
import {
  entriesOfPlayer,
  matchOf,
  type StatisticsEffect,
  standingVerdict,
  statisticsPartition,
} from '../projections/statistics.ts';
import type { TallyReader } from './read-models.ts';

/** Whose predictions, under which rules. */
export interface RecordQuery {
  readonly tenantId: string;
  readonly competition: string;
  readonly playerId: string;
  readonly rules: RuleSetName;
}

/** A prediction that was settled, held against the score after 90 minutes. */
type Settled = {
  readonly matchId: string;
  /** When it was settled first: a correction does not move it. */
  readonly settledAt: string;
} & (
  | {
      readonly outcome: 'scored';
      readonly predicted: Score;
      readonly confidence: number | null;
      readonly actual: Score;
      readonly category: Category;
      /** Then it brings no points, as in the table of the competition. */
      readonly awarded: boolean;
      readonly points: number;
    }
  | { readonly outcome: 'void' }
);

/** One in the order of time, with the points so far, this one's included. */
export type SettledPrediction = Settled & { readonly total: number };

const timeOf = ({ settledAt, matchId }: Settled): string => `${settledAt} ${matchId}`;
const inTime = (a: Settled, b: Settled): number => (timeOf(a) < timeOf(b) ? -1 : 1);

/**
 * The settled predictions of a player in the order in which they were settled. Only those whose verdict stands: they are
 * everybody's to see, for picks are closed long before there is a result. One query; a season is 25 read units.
 */
export const readHistory = async (
  reader: TallyReader,
  { tenantId, competition, playerId, rules }: RecordQuery,
): Promise<readonly SettledPrediction[]> => {
  const p = statisticsPartition(tenantId, competition);
  const entries = await reader.entries<StatisticsEffect>(p, entriesOfPlayer(playerId));
  const settled = entries.flatMap(({ key, history }): Settled[] => {
    const verdict = standingVerdict(history);
    if (!verdict) return [];
    const first = history.find(({ effect }) => effect.kind === 'evaluated' || effect.kind === 'void') ?? verdict;
    const common = { matchId: matchOf(key), settledAt: first.at };
    if (verdict.effect.kind === 'void') return [{ ...common, outcome: 'void' }];
    const { predicted, confidence, actual, category, awarded } = verdict.effect;
    const points = awarded ? 0 : RULE_SETS[rules].points[category];
    return [{ ...common, outcome: 'scored', predicted, confidence, actual, category, awarded, points }];
  });
  let total = 0;
  return settled.sort(inTime).map(prediction => {
    total += prediction.outcome === 'scored' ? prediction.points : 0;
    return { ...prediction, total };
  });
};

/** What the settled predictions of a player come to; awarded matches and void ones do not count. */
export const readTrackRecord = async (reader: TallyReader, query: RecordQuery): Promise<TrackRecord> => {
  const history = await readHistory(reader, query);
  const counting = history.flatMap(one => (one.outcome === 'scored' && !one.awarded ? [one] : []));
  return trackRecordOf(counting, RULE_SETS[query.rules].points);
};
