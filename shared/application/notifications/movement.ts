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
  playerOf,
  SORT,
  type StandingsEffect,
  standingsProjection,
  tallyOf,
} from '../../projections/standings.ts';
import { type Contribution, type History, type Key, sumContributions } from '../../projections/tally.ts';
import type { EventStore } from '../event-store.ts';
import type { StoredEntry } from '../project.ts';
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

/** The rows of a table, as contributions to them. */
type Rows = readonly Contribution[];

interface Table {
  readonly rows: Rows;
  /** What is in the rows of this match. */
  readonly ofMatch: readonly Entry[];
}

const ATTEMPTS = 10;
const PAUSE_MS = 200;

const sameRevisions = (a: readonly StoredEntry<unknown>[], b: readonly StoredEntry<unknown>[]): boolean =>
  a.length === b.length && a.every(({ key, revision }, i) => key.s === b[i]?.key.s && revision === b[i]?.revision);

/**
 * The rows, and what the match has in them: an entry and its row change together, so entries that are the same before and after
 * the rows were read are those of the rows. Undefined: they kept changing.
 */
const readTable = async (
  { standings, sleep }: Pick<MovementSources, 'standings' | 'sleep'>,
  p: string,
  prefix: string,
): Promise<Table | undefined> => {
  let before = await standings.entries<StandingsEffect>(p, prefix);
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    if (attempt > 0) await sleep(PAUSE_MS);
    const rows = await standings.counters(p, SORT.row);
    const ofMatch = await standings.entries<StandingsEffect>(p, prefix);
    if (sameRevisions(before, ofMatch))
      return { rows: rows.map(({ key, counters }) => ({ key, add: counters })), ofMatch };
    before = ofMatch;
  }
  return undefined;
};

const contributions = (entries: readonly Entry[]): readonly Contribution[] =>
  entries.flatMap(({ key, history }) => standingsProjection.contribute(key, history));

/** Ranks when these entries take the place of those that the match has. */
const ranksWith = ({ rows, ofMatch }: Table, entries: readonly Entry[]): ReadonlyMap<string, number> => {
  const sums = sumContributions([
    { contributions: [...rows, ...contributions(entries)], sign: 1 },
    { contributions: contributions(ofMatch), sign: -1 },
  ]);
  const tallies = sums.map(({ key, add }) => tallyOf(playerOf(key), add, {}, DEFAULT_POOL_RULES));
  return new Map(rank(tallies, DEFAULT_POOL_RULES).map(standing => [standing.playerId, standing.rank]));
};

/** What movements are computed from. */
export interface MovementSources {
  readonly store: Pick<EventStore, 'loadPartition'>;
  readonly standings: Pick<TallyReader, 'entries' | 'counters'>;
  readonly sleep: (milliseconds: number) => Promise<void>;
}

/**
 * What a correction moves in the table of its competition, by player; nobody when the table keeps changing.
 *
 * The verdicts on the match come from the predictions themselves, those that the correction has not reached yet as it will make
 * them: it does not matter how far the read model is with it. All else is as the read model has it.
 */
export const movementsOf = async (
  sources: MovementSources,
  correction: Correction,
): Promise<ReadonlyMap<string, Movement>> => {
  const { tenantId, data } = correction;
  const p = competitionPartition(tenantId, data.competition);
  const prefix = `${SORT.entry}${data.matchId}#`;
  const table = await readTable(sources, p, prefix);
  if (!table) return new Map();
  const partitions = await Promise.all(
    predictionPartitions(data.matchId).map(partition => sources.store.loadPartition(tenantId, partition)),
  );
  const verdicts = partitions.flat().flatMap(({ events }) => {
    const playerId = events[0]?.type === 'prediction.created' ? events[0].data.playerId : undefined;
    return playerId === undefined ? [] : [{ playerId, verdicts: verdictsOf(events, correction) }];
  });
  const entriesBy = (index: 0 | 1): Entry[] =>
    verdicts.flatMap(({ playerId, verdicts }) => {
      const verdict = verdicts[index];
      const change = verdict && { version: 1, at: data.settledAt, effect: effectOf(verdict) };
      return change ? [{ key: { p, s: prefix + playerId }, history: [change] }] : [];
    });
  const [before, after] = ([0, 1] as const).map(index => ranksWith(table, entriesBy(index)));
  return new Map(
    verdicts.map(({ playerId }) => [playerId, { before: before?.get(playerId), after: after?.get(playerId) }]),
  );
};
