import {
  competitionPartition,
  matchOfEntry,
  SORT,
  type StandingsEffect,
  standingsProjection,
} from '../projections/standings.ts';
import { sumContributions } from '../projections/tally.ts';
import { readMatches, readRounds } from './fixtures.ts';
import type { StoredEntry } from './project.ts';
import { type RaceDay, raceDays } from './race-days.ts';
import { readMembers, type Standings, type StandingsQuery, type TallyReader, tableOf } from './read-models.ts';

type Entry = StoredEntry<StandingsEffect>;

/** A player's way through the season: a figure for each round of the race. */
export interface Runner {
  readonly playerId: string;
  /** Points so far. */
  readonly points: readonly number[];
  /** Rank after the round; null: not in the table yet. */
  readonly ranks: readonly (number | null)[];
}

/** Points and ranks of a few players round by round, and the days on which the table moved. */
export interface Race extends Pick<Standings, 'competition' | 'rules'> {
  /** Rows of the whole table after the last round. */
  readonly players: number;
  /** The rounds in their order, up to the last one that has a result. */
  readonly rounds: readonly (string | null)[];
  readonly runners: readonly Runner[];
  readonly days: readonly RaceDay[];
}

const counts = (group: readonly Entry[]): boolean =>
  group.some(({ key, history }) => standingsProjection.contribute(key, history).length > 0);

/** The entries of each round that has a result; those of a match that the fixtures do not know yet go with the last one. */
const byRound = (
  entries: readonly Entry[],
  rounds: readonly (string | null)[],
  roundOf: ReadonlyMap<string, string | null>,
): ReadonlyMap<string | null, readonly Entry[]> => {
  const groups = new Map<string | null, Entry[]>((rounds.length > 0 ? rounds : [null]).map(round => [round, []]));
  const strays: Entry[] = [];
  for (const entry of entries) {
    const round = roundOf.get(matchOfEntry(entry.key));
    const group = round === undefined ? strays : (groups.get(round) ?? strays);
    group.push(entry);
  }
  const all = [...groups];
  const begun = Math.max(all.findLastIndex(([, group]) => counts(group)) + 1, counts(strays) ? 1 : 0);
  all[begun - 1]?.[1].push(...strays);
  return new Map(all.slice(0, begun));
};

/** The table before all, then the one after each group of entries, together with all groups before it. */
function* tablesAfter(
  groups: Iterable<readonly Entry[]>,
  members: readonly string[] | undefined,
  query: StandingsQuery,
): Generator<Standings> {
  const counters = new Map<string, Readonly<Record<string, number>>>();
  yield tableOf({ counters, members }, query);
  for (const group of groups) {
    const parts = group.map(({ key, history }) => ({
      contributions: standingsProjection.contribute(key, history),
      sign: 1 as const,
    }));
    for (const { key, add } of sumContributions(parts)) {
      const sum: Record<string, number> = { ...counters.get(key.s) };
      for (const [name, amount] of Object.entries(add)) sum[name] = (sum[name] ?? 0) + amount;
      counters.set(key.s, sum);
    }
    yield tableOf({ counters, members }, query);
  }
}

/** The ways of these players through the tables. */
const runnersOf = (tables: readonly Standings[], players: readonly string[]): readonly Runner[] => {
  const runners = players.map(playerId => ({ playerId, points: [] as number[], ranks: [] as (number | null)[] }));
  for (const { standings } of tables) {
    const lines = new Map(standings.map(line => [line.playerId, line]));
    for (const { playerId, points, ranks } of runners) {
      const line = lines.get(playerId);
      points.push(line?.points ?? 0);
      ranks.push(line?.rank ?? null);
    }
  }
  return runners;
};

/**
 * How these players came to where they stand: points and rank after each round, a round being its matches with their
 * results as they stand today, whenever they were played. So the last figure is the table's, and one correction moves all
 * figures behind it. Members of a pool are those of today.
 *
 * Reads every entry of the competition once, as the table of an instant does, and its fixtures.
 */
export const readRace = async (
  { standings, fixtures }: { readonly standings: TallyReader; readonly fixtures: TallyReader },
  query: Omit<StandingsQuery, 'at'>,
  players: readonly string[],
): Promise<Race> => {
  const p = competitionPartition(query.tenantId, query.competition);
  const [members, predictions, matches, rounds, fixtureList] = await Promise.all([
    readMembers(standings, query),
    standings.entries<StandingsEffect>(p, SORT.entry),
    standings.entries<StandingsEffect>(p, SORT.match),
    readRounds(fixtures, query),
    readMatches(fixtures, query),
  ]);
  const names = rounds.map(({ round }) => round);
  const roundOf = new Map(fixtureList.map(({ fixture }) => [fixture.matchId, fixture.round]));
  const groups = byRound([...predictions, ...matches], names, roundOf);
  const tables = [...tablesAfter(groups.values(), members, query)];
  return {
    competition: query.competition,
    rules: query.rules,
    players: tables.at(-1)?.standings.length ?? 0,
    rounds: [...groups.keys()],
    runners: runnersOf(tables.slice(1), [...new Set(players)]),
    days: raceDays([...predictions, ...matches], names, roundOf),
  };
};
