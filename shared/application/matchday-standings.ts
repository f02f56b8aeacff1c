import { competitionPartition, SORT, type StandingsEffect, standingsProjection } from '../projections/standings.ts';
import { countersAt, sumContributions } from '../projections/tally.ts';
import type { StoredEntry } from './project.ts';
import {
  readCounters,
  readMembers,
  type Standings,
  type StandingsCounters,
  type StandingsQuery,
  type TallyReader,
  tableOf,
} from './read-models.ts';

/** Later than everything. */
const END_OF_TIME = '9999-12-31T23:59:59.999Z';

/** Every entry of these matches: of the matches themselves, and of all predictions of them. A query for each match. */
const entriesOf = async (
  reader: TallyReader,
  { tenantId, competition }: StandingsQuery,
  matchIds: readonly string[],
): Promise<readonly StoredEntry<StandingsEffect>[]> => {
  const p = competitionPartition(tenantId, competition);
  const wanted = new Set(matchIds.map(matchId => SORT.match + matchId));
  const [matches, ...predictions] = await Promise.all([
    reader.entries<StandingsEffect>(p, SORT.match),
    ...matchIds.map(matchId => reader.entries<StandingsEffect>(p, `${SORT.entry}${matchId}#`)),
  ]);
  return [...matches.filter(({ key }) => wanted.has(key.s)), ...predictions.flat()];
};

/** The table of these matches alone: what a matchday brought. */
export const readMatchdayStandings = async (
  reader: TallyReader,
  query: StandingsQuery,
  matchIds: readonly string[],
): Promise<Standings> => {
  const [members, entries] = await Promise.all([readMembers(reader, query), entriesOf(reader, query, matchIds)]);
  return tableOf({ members, counters: countersAt(standingsProjection, entries, query.at ?? END_OF_TIME) }, query);
};

const without = (
  { members, counters }: StandingsCounters,
  entries: readonly StoredEntry<StandingsEffect>[],
): StandingsCounters => {
  const now = [...counters].map(([s, add]) => ({ key: { p: '', s }, add }));
  const gone = [...countersAt(standingsProjection, entries, END_OF_TIME)].map(([s, add]) => ({
    key: { p: '', s },
    add,
  }));
  const left = sumContributions([
    { contributions: now, sign: 1 },
    { contributions: gone, sign: -1 },
  ]);
  return { members, counters: new Map(left.map(({ key, add }) => [key.s, add])) };
};

/** A table, and the one without the results of some matches: who stood where before them. */
export interface Comparison {
  readonly now: Standings;
  readonly before: Standings;
}

/**
 * The table with and without these matches, under the same rules and of the same players: those who were in a pool later
 * than that count as if they had been in it.
 */
export const readComparison = async (
  reader: TallyReader,
  query: Omit<StandingsQuery, 'at'>,
  matchIds: readonly string[],
): Promise<Comparison> => {
  // The entries first: what they know, the counters know too, and nothing is taken away that was not yet added.
  const entries = await entriesOf(reader, query, matchIds);
  const counters = await readCounters(reader, query);
  return { now: tableOf(counters, query), before: tableOf(without(counters, entries), query) };
};
