import type { KnownMatch } from '../domain/match.ts';
import {
  competitionsPartition,
  FIXTURES_SORT,
  type FixtureEffect,
  fixturesPartition,
  type MatchStatus,
  matchesOfRound,
  matchOfHistory,
  type Round,
  roundsOf,
  type StatusCounts,
  statusCountsOf,
} from '../projections/fixtures.ts';
import type { TallyReader } from './read-models.ts';

/** A competition, and how many matches it has of each status. */
export interface Competition {
  readonly competition: string;
  readonly matches: StatusCounts;
}

const isEmpty = ({ matches }: Competition): boolean => Object.values(matches).every(count => count === 0);

/** The competitions of a tenant, by name. */
export const readCompetitions = async (reader: TallyReader, tenantId: string): Promise<readonly Competition[]> =>
  (await reader.counters(competitionsPartition(tenantId), FIXTURES_SORT.competition))
    .map(({ key, counters }) => ({
      competition: key.s.slice(FIXTURES_SORT.competition.length),
      matches: statusCountsOf(counters),
    }))
    .filter(competition => !isEmpty(competition))
    .sort((a, b) => (a.competition < b.competition ? -1 : 1));

/** The rounds of a competition in their order; none: there is no such competition. */
export const readRounds = async (
  reader: TallyReader,
  { tenantId, competition }: { readonly tenantId: string; readonly competition: string },
): Promise<readonly Round[]> =>
  roundsOf(await reader.counters(fixturesPartition(tenantId, competition), FIXTURES_SORT.round));

/** Which matches of a competition. */
export interface MatchesQuery {
  readonly tenantId: string;
  readonly competition: string;
  /** Absent: of all rounds. */
  readonly round?: string | undefined;
  readonly status?: MatchStatus | undefined;
  /** Kick-off at this instant or later, ISO 8601. */
  readonly from?: string | undefined;
  /** Kick-off before this instant, ISO 8601. */
  readonly to?: string | undefined;
}

/** A match with the version of its stream that this is. */
export type MatchAt = KnownMatch & { readonly version: number };

/** Where a match stands in the order of kick-offs: a text that sorts. */
export const placeOf = ({ kickOff, fixture }: KnownMatch): string => `${kickOff.at} ${fixture.matchId}`;

const byKickOff = (a: MatchAt, b: MatchAt): number => (placeOf(a) < placeOf(b) ? -1 : 1);

/**
 * Matches of a competition in the order of their kick-offs. Reads those of one round, or of all: a league's season is some
 * 200 KB, 25 read units.
 */
export const readMatches = async (
  reader: TallyReader,
  { tenantId, competition, round, status, from = '', to }: MatchesQuery,
): Promise<readonly MatchAt[]> => {
  const prefix = round === undefined ? FIXTURES_SORT.match : matchesOfRound(round);
  const entries = await reader.entries<FixtureEffect>(fixturesPartition(tenantId, competition), prefix);
  return entries
    .flatMap(({ history }) => {
      const match = matchOfHistory(history);
      return match.status === 'unknown' ? [] : [{ ...match, version: history.at(-1)?.version ?? 0 }];
    })
    .filter(match => status === undefined || match.status === status)
    .filter(({ kickOff: { at } }) => at >= from && (to === undefined || at < to))
    .sort(byKickOff);
};
