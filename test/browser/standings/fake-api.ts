import { categorize, type RuleSetName } from '../../../shared/domain/scoring.ts';
import { noCounts, rank, type Tally } from '../../../shared/domain/standings.ts';

/** A season of a few rounds and any number of players, that answers as the API does. What happens in it is always the same. */
export interface FakeSeason {
  readonly players: number;
  /** Rounds that were played. */
  played: number;
  /** Names of players by their ids; whoever is not in it has none. */
  readonly names?: Readonly<Record<string, string>>;
}

export const COMPETITION = 'fake-league';
const ROUNDS = 6;
const MATCHES_A_ROUND = 10;
const RULES = 'kicktipp-4-3-2';

const playerId = (index: number): string => (index === 7 ? 'ann' : `player-${String(index).padStart(5, '0')}`);
const matchId = (round: number, match: number): string => `round-${round + 1}-match-${match + 1}`;
const kickOff = (round: number): string => `2026-09-${String(5 + round).padStart(2, '0')}T18:00:00.000Z`;
const over = (round: number): string => `2026-09-${String(5 + round).padStart(2, '0')}T20:00:00.000Z`;

/** A number that looks like chance and is none. */
const mix = (...seeds: readonly number[]): number =>
  seeds.reduce((sum, seed) => (Math.imul(sum ^ seed, 0x9e3779b1) >>> 0) ^ (sum >>> 13), 2166136261) >>> 0;
const resultOf = (round: number, match: number) => ({
  home: mix(round, match, 1) % 4,
  away: mix(round, match, 2) % 3,
});
const pickOf = (player: number, round: number, match: number) => ({
  home: mix(player, round, match, 3) % 4,
  away: mix(player, round, match, 4) % 3,
});

const tallyOf = (player: number, rounds: readonly number[]): Tally => {
  const counts = { ...noCounts };
  for (const round of rounds)
    for (let match = 0; match < MATCHES_A_ROUND; match++)
      counts[categorize(pickOf(player, round, match), resultOf(round, match))] += 1;
  return { playerId: playerId(player), counts, void: 0, missing: 0, accuracySum: 0.7, accuracyCount: 1 };
};

const upTo = (round: number): number[] => Array.from({ length: round }, (_, index) => index);

const countTable = ({ players }: FakeSeason, rounds: readonly number[], rules: RuleSetName = RULES) =>
  rounds.length === 0
    ? []
    : rank(
        Array.from({ length: players }, (_, player) => tallyOf(player, rounds)),
        { rules, tieBreaks: [] },
      );

const counted = new Map<string, ReturnType<typeof countTable>>();

/** The table of these rounds. */
export const tableOf: typeof countTable = (season, rounds, rules = RULES) => {
  const key = JSON.stringify([season.players, rounds, rules]);
  const table = counted.get(key) ?? countTable(season, rounds, rules);
  counted.set(key, table);
  return table;
};

const statusCounts = { scheduled: 0, postponed: 0, started: 0, finished: 0, awarded: 0, cancelled: 0 };

const standings = (season: FakeSeason, query: URLSearchParams) => {
  const at = query.get('at');
  const round = query.get('round');
  const played = upTo(season.played).filter(index => at === null || over(index) <= at);
  const rounds = round === null ? played : played.filter(index => `Matchday ${index + 1}` === round);
  const table = tableOf(season, rounds);
  const before = new Map(tableOf(season, rounds.slice(0, -1)).map(row => [row.playerId, row.rank]));
  const start = Number(query.get('cursor') ?? 0);
  const end = start + Number(query.get('limit') ?? 100);
  const rows = table.slice(start, end).map(row => {
    const previousRank = before.get(row.playerId) ?? null;
    const direction =
      previousRank === null ? 'new' : row.rank < previousRank ? 'up' : row.rank > previousRank ? 'down' : 'same';
    return query.get('movement') === 'true' ? { ...row, movement: { direction, previousRank } } : row;
  });
  return {
    competition: COMPETITION,
    rules: { rules: RULES, basis: 'FT90', tieBreaks: [], countAwarded: false },
    matches: { finished: rounds.length * MATCHES_A_ROUND, cancelled: 0, awarded: 0 },
    players: table.length,
    movementSince: `Matchday ${season.played}`,
    standings: rows,
    next: end < table.length ? String(end) : null,
  };
};

const race = (season: FakeSeason, query: URLSearchParams) => {
  const players = (query.get('players') ?? 'ann').split(',');
  const tables = upTo(season.played).map(
    index => new Map(tableOf(season, upTo(index + 1)).map(row => [row.playerId, row])),
  );
  return {
    competition: COMPETITION,
    rules: { rules: RULES, basis: 'FT90', tieBreaks: [], countAwarded: false },
    players: season.players,
    rounds: upTo(season.played).map(index => `Matchday ${index + 1}`),
    runners: players.map(playerId => ({
      playerId,
      points: tables.map(table => table.get(playerId)?.points ?? 0),
      ranks: tables.map(table => table.get(playerId)?.rank ?? null),
    })),
    days: upTo(season.played).map(index => ({ at: over(index), rounds: [`Matchday ${index + 1}`] })),
  };
};

const matches = (season: FakeSeason, query: URLSearchParams) => {
  const wanted = upTo(ROUNDS).filter(round => [null, `Matchday ${round + 1}`].includes(query.get('round')));
  const items = wanted.flatMap(round =>
    upTo(MATCHES_A_ROUND).map(match => ({
      status: round < season.played ? 'finished' : 'scheduled',
      fixture: {
        matchId: matchId(round, match),
        competition: COMPETITION,
        round: `Matchday ${round + 1}`,
        home: `Home ${match + 1}`,
        away: `Away ${match + 1}`,
      },
      kickOff: { at: kickOff(round), timeKnown: true },
      version: 1,
      ...(round < season.played && { result: { fullTime: resultOf(round, match) } }),
    })),
  );
  return { items, next: null };
};

const prediction = (player: number, round: number, match: number) => ({
  status: 'placed',
  key: {
    predictionId: `${matchId(round, match)}.${playerId(player)}`,
    matchId: matchId(round, match),
    competition: COMPETITION,
    playerId: playerId(player),
  },
  pick: { predicted: pickOf(player, round, match), confidence: null },
  matchVersion: 1,
  version: 1,
});

const picksOf = (path: string) => {
  const [, round = 1, match = 1] = /round-(\d+)-match-(\d+)/.exec(path)?.map(Number) ?? [];
  return {
    matchId: matchId(round - 1, match - 1),
    locked: false,
    lockedAt: null,
    crowd: null,
    next: null,
    items: [prediction(7, round - 1, match - 1)],
  };
};

const namesOf = ({ names = {} }: FakeSeason, query: URLSearchParams) => ({
  items: (query.get('ids') ?? '').split(',').flatMap(playerId => {
    const displayName = names[playerId];
    return displayName === undefined ? [] : [{ playerId, displayName }];
  }),
});

/** A pool in which ann plays. */
const OFFICE = {
  ...{ poolId: 'office', competition: COMPETITION, name: 'The office', access: 'open', ownerId: 'bob', version: 1 },
  ...{ rules: { rules: RULES, basis: 'FT90', tieBreaks: [], countAwarded: false }, isMember: true },
};

/** What the API would answer to a GET. */
export const answerOf = (season: FakeSeason, path: string, query: URLSearchParams): unknown => {
  const scheduled = (ROUNDS - season.played) * MATCHES_A_ROUND;
  const counts = { ...statusCounts, finished: season.played * MATCHES_A_ROUND, scheduled };
  if (path === '/v1/competitions') return { items: [{ competition: COMPETITION, matches: counts }], next: null };
  if (path === `/v1/competitions/${COMPETITION}`)
    return {
      competition: COMPETITION,
      rounds: upTo(ROUNDS).map(round => ({
        round: `Matchday ${round + 1}`,
        matches: { ...statusCounts, [round < season.played ? 'finished' : 'scheduled']: MATCHES_A_ROUND },
        firstKickOff: kickOff(round),
        lastKickOff: kickOff(round),
      })),
    };
  if (path === '/v1/pools') return { items: [OFFICE], next: null };
  if (path === '/v1/pools/office') return OFFICE;
  if (path === '/v1/players') return namesOf(season, query);
  if (path.endsWith('/standings')) return standings(season, query);
  if (path.endsWith('/race')) return race(season, query);
  if (path.endsWith('/matches')) return matches(season, query);
  if (path === '/v1/predictions')
    return {
      items: upTo(MATCHES_A_ROUND).map(match => prediction(7, Number(query.get('round')?.slice(9) ?? 1) - 1, match)),
      next: null,
    };
  if (path.endsWith('/predictions')) return picksOf(path);
  return undefined;
};
