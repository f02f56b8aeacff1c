import type { PoolRules } from '../domain/pool.ts';
import { RULE_SETS } from '../domain/scoring.ts';
import { rank, type Standing } from '../domain/standings.ts';
import {
  competitionPartition,
  playerOf,
  poolPartition,
  SORT,
  type StandingsEffect,
  standingsProjection,
  tallyOf,
} from '../projections/standings.ts';
import {
  STATISTICS_SORT,
  type Statistics,
  type StatisticsEffect,
  statisticsOf,
  statisticsPartition,
  statisticsProjection,
} from '../projections/statistics.ts';
import { asOf, countersAt, current, type Key } from '../projections/tally.ts';
import type { StoredEntry } from './project.ts';

type Counters = Readonly<Record<string, number>>;

/** Reads a tally. Eventually consistent: what handlers have applied. */
export interface TallyReader {
  entries<Effect>(p: string, prefix: string): Promise<readonly StoredEntry<Effect>[]>;
  counters(p: string, prefix: string): Promise<readonly { readonly key: Key; readonly counters: Counters }[]>;
  /** Counters of these keys (of one partition), by sort key; those that are not there are left out. */
  countersOf(keys: readonly Key[]): Promise<ReadonlyMap<string, Counters>>;
}

/** A read model, to be read at half the price, or as it stands after all that was applied. */
export interface ReadModel {
  readonly eventual: TallyReader;
  readonly consistent: TallyReader;
}

/** Which standings: of whom, under which rules, when. */
export interface StandingsQuery {
  readonly tenantId: string;
  readonly competition: string;
  readonly rules: PoolRules;
  /** Only the members of this pool; else every player with a settled prediction. */
  readonly poolId?: string | undefined;
  /** As they were at this instant (ISO 8601, inclusive); else as they are. */
  readonly at?: string | undefined;
}

/** Standings, and the number of matches they count. */
export interface Standings {
  readonly competition: string;
  readonly rules: PoolRules;
  readonly matches: { readonly finished: number; readonly cancelled: number; readonly awarded: number };
  readonly standings: readonly Standing[];
}

const membersAt = async (reader: TallyReader, tenantId: string, poolId: string, at?: string): Promise<string[]> => {
  const entries = await reader.entries<StandingsEffect>(poolPartition(tenantId, poolId), SORT.member);
  return entries
    .filter(({ history }) => current(at === undefined ? history : asOf(history, at))?.kind === 'joined')
    .map(({ key }) => playerOf(key));
};

/** What a table is made of: the counters of players and of the competition, and who is in it when not everybody is. */
export interface StandingsCounters {
  readonly counters: ReadonlyMap<string, Counters>;
  readonly members: readonly string[] | undefined;
}

/** The members of the pool, if it is the table of one. */
export const readMembers = async (
  reader: TallyReader,
  { tenantId, poolId, at }: StandingsQuery,
): Promise<readonly string[] | undefined> =>
  poolId === undefined ? undefined : membersAt(reader, tenantId, poolId, at);

/** The competition's counters by sort key: those that are stored, or those of an instant, added up from all entries. */
const countersBySort = async (
  reader: TallyReader,
  p: string,
  players: readonly string[] | undefined,
  at: string | undefined,
): Promise<ReadonlyMap<string, Counters>> => {
  if (at !== undefined) {
    const [entries, matches] = await Promise.all([
      reader.entries<StandingsEffect>(p, SORT.entry),
      reader.entries<StandingsEffect>(p, SORT.match),
    ]);
    return countersAt(standingsProjection, [...entries, ...matches], at);
  }
  if (players)
    return reader.countersOf([SORT.summary, ...players.map(player => SORT.row + player)].map(s => ({ p, s })));
  const [summary, rows] = await Promise.all([
    reader.countersOf([{ p, s: SORT.summary }]),
    reader.counters(p, SORT.row),
  ]);
  return new Map([...summary, ...rows.map(({ key, counters }) => [key.s, counters] as const)]);
};

export const readCounters = async (reader: TallyReader, query: StandingsQuery): Promise<StandingsCounters> => {
  const members = await readMembers(reader, query);
  const p = competitionPartition(query.tenantId, query.competition);
  return { members, counters: await countersBySort(reader, p, members, query.at) };
};

/** Who has a row. One that came to nothing (its only verdict was taken back) stays stored as zeros, but is none. */
const playersOf = (counters: ReadonlyMap<string, Counters>): string[] =>
  [...counters]
    .filter(([s, counts]) => s.startsWith(SORT.row) && Object.values(counts).some(count => count !== 0))
    .map(([s]) => s.slice(SORT.row.length));

/** The table that counters make. */
export const tableOf = (
  { counters, members }: StandingsCounters,
  { competition, rules }: Pick<StandingsQuery, 'competition' | 'rules'>,
): Standings => {
  const players = members ?? playersOf(counters);
  const summary = counters.get(SORT.summary) ?? {};
  const tallies = players.map(player => tallyOf(player, counters.get(SORT.row + player) ?? {}, summary, rules));
  return {
    competition,
    rules,
    matches: { finished: summary.finished ?? 0, cancelled: summary.cancelled ?? 0, awarded: summary.awarded ?? 0 },
    standings: rank(tallies, rules),
  };
};

/**
 * The table of a competition or of a pool.
 *
 * @example
 * await readStandings(reader, { tenantId: 'demo', competition: 'premier-league-2023-24', rules, at: '2024-01-01T00:00:00.000Z' });
 */
export const readStandings = async (reader: TallyReader, query: StandingsQuery): Promise<Standings> =>
  tableOf(await readCounters(reader, query), query);

/** Statistics of a competition: in all, by match, by day. */
export interface CompetitionStatistics {
  readonly total: Statistics;
  readonly matches: Readonly<Record<string, Statistics>>;
  readonly days: Readonly<Record<string, Statistics>>;
}

const sumOf = (items: readonly Counters[]): Counters => {
  const sum: Record<string, number> = {};
  for (const [name, amount] of items.flatMap(counters => Object.entries(counters)))
    sum[name] = (sum[name] ?? 0) + amount;
  return sum;
};

/** Counters under a prefix, by what follows it. */
const under = (counters: ReadonlyMap<string, Counters>, prefix: string): ReadonlyMap<string, Counters> =>
  new Map([...counters].flatMap(([s, own]) => (s.startsWith(prefix) ? [[s.slice(prefix.length), own]] : [])));

const read = (counters: ReadonlyMap<string, Counters>): Record<string, Statistics> =>
  Object.fromEntries([...counters].map(([name, own]) => [name, statisticsOf(own)]));

/** The statistics of a competition: as they are, or as they were at an instant (ISO 8601, inclusive). */
export const readStatistics = async (
  reader: TallyReader,
  {
    tenantId,
    competition,
    at,
  }: { readonly tenantId: string; readonly competition: string; readonly at?: string | undefined },
): Promise<CompetitionStatistics> => {
  const p = statisticsPartition(tenantId, competition);
  const counters =
    at === undefined
      ? new Map(
          (await Promise.all([reader.counters(p, STATISTICS_SORT.match), reader.counters(p, STATISTICS_SORT.day)]))
            .flat()
            .map(({ key, counters }) => [key.s, counters] as const),
        )
      : countersAt(statisticsProjection, await reader.entries<StatisticsEffect>(p, STATISTICS_SORT.entry), at);
  const days = under(counters, STATISTICS_SORT.day);
  return {
    total: statisticsOf(sumOf([...days.values()])),
    matches: read(under(counters, STATISTICS_SORT.match)),
    days: read(days),
  };
};

/** The rules of a competition's own table: those of a pool that chose nothing. */
export const DEFAULT_POOL_RULES: PoolRules = {
  rules: RULE_SETS['kicktipp-4-3-2'].name,
  basis: 'FT90',
  tieBreaks: [],
  countAwarded: false,
};
