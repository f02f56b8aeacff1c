import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { project } from '../../shared/application/project.ts';
import { readRace } from '../../shared/application/race.ts';
import { DEFAULT_POOL_RULES, readStandings } from '../../shared/application/read-models.ts';
import type { PoolRules } from '../../shared/domain/pool.ts';
import { scoreUnder } from '../../shared/domain/score.ts';
import { categorize, DEFAULT_RULES, RULE_SETS } from '../../shared/domain/scoring.ts';
import { judge } from '../../shared/domain/verdict.ts';
import type { Envelope } from '../../shared/events/envelope.ts';
import { fixturesProjection } from '../../shared/projections/fixtures.ts';
import { standingsProjection } from '../../shared/projections/standings.ts';
import { picks, results } from '../domain/arbitraries.ts';
import { fixture, kickOff, later } from '../domain/samples.ts';
import { seasons } from '../domain/season.ts';
import { envelop, playMatches } from '../projections/harness.ts';
import { memoryTally } from '../support/memory-tally.ts';

const { competition } = fixture;
const PLAYERS = ['ada', 'bob', 'cem', 'zoe'] as const;
const ROUNDS = ['Matchday 1', 'Matchday 2', 'Matchday 10'];
const still = { sleep: async () => {}, random: () => 1 };

const projected = async (events: readonly Envelope[], known: (event: Envelope) => boolean = () => true) => {
  const [standings, fixtures] = [memoryTally(), memoryTally()];
  await project(still, standings, standingsProjection, events);
  await project(still, fixtures, fixturesProjection, events.filter(known));
  return { standings, fixtures };
};

/** Matches that were played or awarded, in any order, and what was predicted of them; zoe never does. */
const playedMatches = fc.array(
  fc.record({
    round: fc.constantFrom(...ROUNDS),
    result: results,
    awarded: fc.boolean(),
    day: fc.integer({ min: 10, max: 19 }),
    picks: fc.dictionary(fc.constantFrom('ada', 'bob', 'cem'), picks),
  }),
  { minLength: 1, maxLength: 12 },
);
type Played = typeof playedMatches extends fc.Arbitrary<(infer One)[]> ? One : never;

const eventsOf = ({ round, result, awarded, day, picks }: Played, index: number): readonly Envelope[] => {
  const matchId = `m-${index}`;
  const match = { ...fixture, matchId, round };
  const settledAt = `2023-08-${day}T20:00:00.000Z`;
  const data = { ...match, result, reason: 'rule 7' };
  return [
    envelop(matchId, 1, { type: 'match.scheduled', data: { ...match, kickOff } }),
    envelop(matchId, 2, awarded ? { type: 'match.awarded', data } : { type: 'match.finished', data }, settledAt),
    ...Object.entries(picks).map(([playerId, pick]) => {
      const predictionId = `${matchId}.${playerId}`;
      const verdict = judge(pick, result, awarded, RULE_SETS[DEFAULT_RULES]);
      const data = { predictionId, matchId, competition, playerId, ...pick, matchVersion: 2, settledAt, verdict };
      return envelop(`prediction-${predictionId}`, 2, { type: 'prediction.evaluated', data });
    }),
  ];
};

const poolRules: fc.Arbitrary<PoolRules> = fc.record({
  rules: fc.constantFrom('kicktipp-4-3-2', 'classic-3-2-1', 'exact-3-tendency-1'),
  basis: fc.constantFrom('FT90', 'AET120', 'PENS_SUM'),
  tieBreaks: fc.constant([]),
  countAwarded: fc.boolean(),
});

/** Points of each player after some rounds, straight from the rules; undefined: predicted nothing of them. */
const pointsAfter = (played: readonly Played[], rounds: readonly (string | null)[], rules: PoolRules) =>
  PLAYERS.map(player => {
    const own = played.filter(({ round }) => rounds.includes(round)).filter(({ picks }) => picks[player]);
    if (own.length === 0) return undefined;
    return own
      .filter(({ awarded }) => !awarded || rules.countAwarded)
      .map(({ picks, result }) => {
        const predicted = picks[player]?.predicted ?? { home: -1, away: -1 };
        return RULE_SETS[rules.rules].points[categorize(predicted, scoreUnder(rules.basis, result))];
      })
      .reduce((sum, points) => sum + points, 0);
  });

describe('the race', () => {
  it('has, after each round, what the predictions of the rounds so far came to', async () => {
    const property = fc.asyncProperty(playedMatches, poolRules, async (played, rules) => {
      const readers = await projected(played.flatMap(eventsOf));
      const race = await readRace(readers, { tenantId: 'acme', competition, rules }, PLAYERS);
      expect(race.rounds).toEqual(ROUNDS.filter(name => played.some(({ round }) => round === name)));
      for (const index of race.rounds.keys()) {
        const so = pointsAfter(played, race.rounds.slice(0, index + 1), rules);
        const rank = (mine: number | undefined) =>
          mine === undefined ? null : 1 + so.filter(other => other !== undefined && other > mine).length;
        expect(race.runners.map(({ points }) => points[index])).toEqual(so.map(points => points ?? 0));
        expect(race.runners.map(({ ranks }) => ranks[index])).toEqual(so.map(rank));
      }
    });
    await fc.assert(property, { numRuns: 60 });
  });

  it('ends at the table, and so do its days: whatever has happened, and when the fixtures are behind', async () => {
    const property = fc.asyncProperty(
      fc.array(seasons, { minLength: 1, maxLength: 6 }),
      fc.constantFrom('0', '1', '2', 'none'),
      async (seasons, behind) => {
        const events = playMatches(seasons).flatMap(one => one.events);
        const readers = await projected(events, ({ stream }) => !stream.endsWith(behind));
        const query = { tenantId: 'acme', competition, rules: DEFAULT_POOL_RULES };
        const race = await readRace(readers, query, PLAYERS);
        const table = async (at?: string) => (await readStandings(readers.standings, { ...query, at })).standings;
        const now = await table();
        const ends = race.runners.map(({ points, ranks }) => [points.at(-1) ?? 0, ranks.at(-1) ?? null]);
        const row = (player: string) => now.find(({ playerId }) => playerId === player);
        expect(ends).toEqual(PLAYERS.map(player => [row(player)?.points ?? 0, row(player)?.rank ?? null]));
        expect(race.players).toBe(now.length);
        const days = race.days.map(({ at }) => at);
        expect(days).toEqual(days.toSorted());
        if (now.length > 0) expect(await table(days.at(-1))).toEqual(now);
      },
    );
    await fc.assert(property, { numRuns: 40 });
  });

  it('says on which day a round was over: not on the one of the match that was put off', async () => {
    const one = (round: string, day: number): Played => ({
      round,
      day,
      result: { fullTime: { home: 1, away: 0 } },
      awarded: false,
      picks: { ada: { predicted: { home: 1, away: 0 }, confidence: null } },
    });
    const [first = '', second = ''] = ROUNDS;
    const played = [one(first, 11), one(first, 12), one(first, 12), one(first, 18), one(second, 14), one(second, 15)];
    const scheduledLater = (event: Envelope): Envelope =>
      event.type === 'match.scheduled' && event.data.round === second
        ? { ...event, data: { ...event.data, kickOff: later } }
        : event;
    const readers = await projected(played.flatMap(eventsOf).map(scheduledLater));
    const { days } = await readRace(readers, { tenantId: 'acme', competition, rules: DEFAULT_POOL_RULES }, ['ada']);
    expect(days.map(({ at, rounds }) => `${at.slice(8, 10)} ${rounds.join()}`)).toEqual([
      '11 ',
      `12 ${first}`,
      '14 ',
      `15 ${second}`,
      '18 ',
    ]);
  });
});
