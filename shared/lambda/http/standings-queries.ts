import * as z from 'zod';
import { readMatches, readRounds } from '../../application/fixtures.ts';
import { readComparison, readMatchdayStandings } from '../../application/matchday-standings.ts';
import {
  DEFAULT_POOL_RULES,
  readStandings,
  type Standings,
  type StandingsQuery,
  type TallyReader,
} from '../../application/read-models.ts';
import { type Movement, movementsSince } from '../../domain/movement.ts';
import { RULE_SET_NAMES } from '../../domain/scoring.ts';
import type { Standing } from '../../domain/standings.ts';
import { instantSchema, scoreBasisSchema, textSchema } from '../../events/schemas.ts';
import { hasBegun } from '../../projections/fixtures.ts';
import { after, fresh } from './fresh.ts';
import { operation } from './http-handler.ts';
import { idOf, notFound } from './ids.ts';
import { withoutBody } from './nothing.ts';
import { lastOf, nextCursor, pageQuery, wholeNumber } from './paging.ts';
import { knownPool } from './pool-queries.ts';
import type { Principal } from './principal.ts';
import type { Sources } from './sources.ts';
import { standingsView } from './views.ts';

const shared = {
  at: instantSchema.optional().describe('As the table was at this instant.'),
  round: textSchema.optional().describe('What this round alone brought.'),
  movement: z.enum(['true', 'false']).optional().describe('With the movement since the last matchday.'),
  around: z.literal('me').optional().describe('The rows around mine, instead of a page.'),
  n: wholeNumber(50, 2, 0).describe('Rows above and below mine.'),
  after,
  ...pageQuery(500, 100),
};

/** What of the query is about the table, and what about the part of it that is shown. */
interface View {
  readonly at?: string | undefined;
  readonly round?: string | undefined;
  readonly movement?: 'true' | 'false' | undefined;
  readonly around?: 'me' | undefined;
  readonly n: number;
  readonly limit: number;
  readonly cursor?: string | undefined;
}

type Checked = z.ZodType<View & { readonly after?: string | undefined }>;

const checked = <Query extends Checked>(query: Query): Query =>
  query
    .refine(({ movement, round, at }) => movement !== 'true' || (round ?? at) === undefined, {
      message: 'is of the table as it stands: neither with round nor with at',
      path: ['movement'],
    })
    .refine(({ around, cursor }) => around === undefined || cursor === undefined, {
      message: 'has one page: not with cursor',
      path: ['around'],
    });

type Row = Standing & { readonly movement?: Movement | undefined };
type Table = Omit<Standings, 'standings'> & {
  readonly standings: readonly Row[];
  /** The matchday since which rows moved; null: none has begun. */
  readonly movementSince?: string | null;
};

const matchIdsOf = async (
  fixtures: TallyReader,
  { tenantId, competition }: StandingsQuery,
  round: string,
): Promise<string[]> =>
  (await readMatches(fixtures, { tenantId, competition, round })).map(({ fixture }) => fixture.matchId);

/** The table since the last matchday: the last round, in their order, of which a match has begun. */
const withMovement = async (reader: TallyReader, fixtures: TallyReader, query: StandingsQuery): Promise<Table> => {
  const last = (await readRounds(fixtures, query)).findLast(hasBegun)?.round ?? null;
  if (last === null) return { ...(await readStandings(reader, query)), movementSince: null };
  const { now, before } = await readComparison(reader, query, await matchIdsOf(fixtures, query, last));
  const movements = movementsSince(before.standings, now.standings);
  const standings = now.standings.map(row => ({ ...row, movement: movements.get(row.playerId) }));
  return { ...now, standings, movementSince: last };
};

const readTable = async (
  reader: TallyReader,
  { fixtures }: Sources,
  query: StandingsQuery,
  { round, movement }: View,
): Promise<Table> => {
  if (movement === 'true') return withMovement(reader, fixtures.eventual, query);
  if (round === undefined) return readStandings(reader, query);
  const matchIds = await matchIdsOf(fixtures.eventual, query, round);
  if (matchIds.length === 0) throw notFound('round');
  return readMatchdayStandings(reader, query, matchIds);
};

/** The rows around a player: none when the player is not in the table. */
const around = (standings: readonly Row[], playerId: string, n: number): readonly Row[] => {
  const index = standings.findIndex(row => row.playerId === playerId);
  return index === -1 ? [] : standings.slice(Math.max(0, index - n), index + n + 1);
};

const show = (table: Table, { tenantId, playerId }: Principal, of: string, view: View) => {
  const { standings } = table;
  const players = standings.length;
  if (view.around === 'me') return { ...table, players, standings: around(standings, playerId, view.n), next: null };
  const question = { tenantId, of };
  const start = Number(lastOf(question, view.cursor) ?? 0);
  const end = start + view.limit;
  const next = nextCursor(question, end < players ? String(end) : undefined);
  return { ...table, players, standings: standings.slice(start, end), next };
};

const answer = async (
  sources: Sources,
  principal: Principal,
  query: StandingsQuery,
  { after, ...view }: View & { readonly after?: string | undefined },
) => {
  const reader = await fresh(sources, 'standings', principal, after);
  const table = await readTable(reader, sources, { ...query, at: view.at }, view);
  const { competition, poolId, rules } = query;
  const of = JSON.stringify(['standings', poolId ?? competition, rules, view.at, view.round]);
  return { status: 200, body: show(table, principal, of, view) };
};

/** The tables of competitions and of pools. */
export const standingsQueries = (sources: Sources) => ({
  'GET /v1/competitions/{competition}/standings': operation({
    summary: 'The table of a competition: overall, of a round, as of an instant, with movement; paged, or around me',
    answers: { 200: standingsView },
    body: withoutBody,
    query: checked(
      z.strictObject({
        ...shared,
        rules: z.enum(RULE_SET_NAMES).default(DEFAULT_POOL_RULES.rules),
        basis: scoreBasisSchema.default(DEFAULT_POOL_RULES.basis),
      }),
    ),
    handle: ({ principal, param, query: { rules, basis, ...view } }) =>
      answer(
        sources,
        principal,
        {
          tenantId: principal.tenantId,
          competition: idOf(param('competition'), 'competition'),
          rules: { ...DEFAULT_POOL_RULES, rules, basis },
        },
        view,
      ),
  }),
  'GET /v1/pools/{poolId}/standings': operation({
    summary: 'The table of a pool: overall, of a round, as of an instant, with movement; paged, or around me',
    body: withoutBody,
    query: checked(z.strictObject(shared)),
    answers: { 200: standingsView },
    handle: async ({ principal, param, query }) => {
      const { tenantId } = principal;
      const { poolId, competition, rules } = await knownPool(sources, tenantId, param('poolId'));
      return answer(sources, principal, { tenantId, competition, rules, poolId }, query);
    },
  }),
});
