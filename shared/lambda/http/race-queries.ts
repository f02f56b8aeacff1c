import * as z from 'zod';
import { readRace } from '../../application/race.ts';
import { DEFAULT_POOL_RULES, type StandingsQuery } from '../../application/read-models.ts';
import { RULE_SET_NAMES } from '../../domain/scoring.ts';
import { poolRulesSchema } from '../../events/pool-events.ts';
import { idSchema, instantSchema, scoreBasisSchema, textSchema } from '../../events/schemas.ts';
import { after, fresh } from './fresh.ts';
import { operation } from './http-handler.ts';
import { idOf, playerIds } from './ids.ts';
import { knownPool } from './pool-queries.ts';
import type { Principal } from './principal.ts';
import type { Sources } from './sources.ts';

const MAX_RUNNERS = 12;

const shared = {
  players: playerIds(MAX_RUNNERS)
    .optional()
    .describe(`Whose race: ids, ${MAX_RUNNERS} at most, joined by commas; else mine.`),
  after,
};

const count = z.number().int().min(0);

const raceView = z.object({
  competition: idSchema,
  rules: poolRulesSchema,
  players: count.describe('Rows of the whole table.'),
  rounds: z.array(textSchema.nullable()).describe('In their order, up to the last one that has a result.'),
  runners: z.array(
    z.object({
      playerId: idSchema,
      points: z.array(z.number().int()).describe('Points so far, round by round.'),
      ranks: z.array(z.number().int().min(1).nullable()).describe('Rank after each round; null: not in the table yet.'),
    }),
  ),
  days: z
    .array(
      z.object({
        at: instantSchema.describe('The last instant of the day at which the table moved.'),
        rounds: z.array(textSchema.nullable()).describe('Rounds that were over then, but for matches put off.'),
      }),
    )
    .describe('The days (UTC) on which the table moved: for `at` of the table.'),
});

interface Asked {
  readonly players?: readonly string[] | undefined;
  readonly after?: string | undefined;
}

const answer = async (
  sources: Sources,
  principal: Principal,
  query: Omit<StandingsQuery, 'at'>,
  { players = [principal.playerId], after }: Asked,
) => {
  const standings = await fresh(sources, 'standings', principal, after);
  const readers = { standings, fixtures: sources.fixtures.eventual };
  return { status: 200, body: await readRace(readers, query, players) };
};

/** How players came to where they stand, in competitions and in pools. */
export const raceQueries = (sources: Sources) => ({
  'GET /v1/competitions/{competition}/race': operation({
    summary: 'Points and ranks of a few players round by round, and the days on which the table moved',
    body: z.undefined(),
    query: z.strictObject({
      ...shared,
      rules: z.enum(RULE_SET_NAMES).default(DEFAULT_POOL_RULES.rules),
      basis: scoreBasisSchema.default(DEFAULT_POOL_RULES.basis),
    }),
    answers: { 200: raceView },
    handle: ({ principal, param, query: { rules, basis, ...asked } }) => {
      const competition = idOf(param('competition'), 'competition');
      const query = { tenantId: principal.tenantId, competition, rules: { ...DEFAULT_POOL_RULES, rules, basis } };
      return answer(sources, principal, query, asked);
    },
  }),
  'GET /v1/pools/{poolId}/race': operation({
    summary: 'The same among the members of a pool, under its rules',
    body: z.undefined(),
    query: z.strictObject(shared),
    answers: { 200: raceView },
    handle: async ({ principal, param, query: asked }) => {
      const { tenantId } = principal;
      const { poolId, competition, rules } = await knownPool(sources, tenantId, param('poolId'));
      return answer(sources, principal, { tenantId, competition, rules, poolId }, asked);
    },
  }),
});
