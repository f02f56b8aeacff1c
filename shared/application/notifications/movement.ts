import { fold } from '../../domain/decider.ts';
import { evolvePrediction, noPrediction, type PredictionEvent } from '../../domain/prediction.ts';
import { categorize } from '../../domain/scoring.ts';
import { rank } from '../../domain/standings.ts';
import type { PlayerPick, Verdict } from '../../domain/verdict.ts';
import type { Envelope } from '../../events/envelope.ts';
import { predictionPartitions } from '../../events/streams.ts';
import {
  competitionPartition,
  effectOf,
  SORT,
  type StandingsEffect,
  standingsProjection,
  tallyOf,
} from '../../projections/standings.ts';
import { countersAt, type History, type Key } from '../../projections/tally.ts';
import type { EventStore } from '../event-store.ts';
import { DEFAULT_POOL_RULES, type TallyReader } from '../read-models.ts';

/** Ranks in a competition's own table; undefined: not in it. */
export interface Movement {
  readonly before: number | undefined;
  readonly after: number | undefined;
}

/** A verdict that took the place of another, and so did those of all predictions of the match. */
export type Correction = Extract<Envelope, { type: 'prediction.evaluated' }>;

interface Entry {
  readonly key: Key;
  readonly history: History<StandingsEffect>;
}

/** What a correction does to a pick that it has not come to yet: its category on the score after 90 minutes, which ranks go by. */
const verdictOn = ({ predicted }: PlayerPick, verdict: Verdict): Verdict => {
  if (verdict.kind === 'void') return verdict;
  const { FT90 } = verdict.byBasis;
  const scored = { ...FT90, category: categorize(predicted, FT90.actual), accuracyScore: null };
  return { ...verdict, byBasis: { FT90: scored } };
};

/** The verdicts on one prediction, before and after the correction. */
const verdictsOf = (
  events: readonly Envelope[],
  { data }: Correction,
): readonly [before: Verdict | undefined, after: Verdict | undefined] => {
  for (const event of events)
    if (event.type === 'prediction.evaluated' && event.data.matchVersion === data.matchVersion)
      return [event.data.previous, event.data.verdict];
  const state = fold(evolvePrediction, noPrediction, events as readonly unknown[] as readonly PredictionEvent[]);
  if (state.status !== 'placed') return [undefined, undefined];
  return [state.verdict, verdictOn(state.pick, data.verdict)];
};

const ranksOf = (entries: readonly Entry[], at: string): ReadonlyMap<string, number> => {
  const rows = [...countersAt(standingsProjection, entries, at)].filter(([s]) => s.startsWith(SORT.row));
  const tallies = rows.map(([s, row]) => tallyOf(s.slice(SORT.row.length), row, {}, DEFAULT_POOL_RULES));
  return new Map(rank(tallies, DEFAULT_POOL_RULES).map(standing => [standing.playerId, standing.rank]));
};

/**
 * What a correction moves in the table of its competition, by player. The verdicts on the match come from the predictions
 * themselves, those that the correction has not reached yet as it will make them: it does not matter how far the read model
 * is with it. All else is as the read model has it.
 */
export const movementsOf = async (
  {
    store,
    standings,
  }: { readonly store: Pick<EventStore, 'loadPartition'>; readonly standings: Pick<TallyReader, 'entries'> },
  correction: Correction,
): Promise<ReadonlyMap<string, Movement>> => {
  const {
    tenantId,
    data: { competition, matchId, settledAt },
  } = correction;
  const p = competitionPartition(tenantId, competition);
  const [entries, ...partitions] = await Promise.all([
    standings.entries<StandingsEffect>(p, SORT.entry),
    ...predictionPartitions(matchId).map(partition => store.loadPartition(tenantId, partition)),
  ]);
  const ofMatch = `${SORT.entry}${matchId}#`;
  const others = entries.filter(({ key }) => !key.s.startsWith(ofMatch));
  const verdicts = partitions.flat().flatMap(({ events }) => {
    const playerId = events[0]?.type === 'prediction.created' ? events[0].data.playerId : undefined;
    return playerId === undefined ? [] : [{ playerId, verdicts: verdictsOf(events, correction) }];
  });
  const entriesBy = (index: 0 | 1): Entry[] =>
    verdicts.flatMap(({ playerId, verdicts }) => {
      const verdict = verdicts[index];
      return verdict
        ? [{ key: { p, s: ofMatch + playerId }, history: [{ version: 1, at: settledAt, effect: effectOf(verdict) }] }]
        : [];
    });
  const [before, after] = ([0, 1] as const).map(index => ranksOf([...others, ...entriesBy(index)], settledAt));
  return new Map(
    verdicts.map(({ playerId }) => [playerId, { before: before?.get(playerId), after: after?.get(playerId) }]),
  );
};
