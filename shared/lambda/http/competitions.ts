import * as z from 'zod';
import { systemClock } from '../../application/execution.ts';
import { placeOf, readCompetitions, readMatches, readRounds } from '../../application/fixtures.ts';
import { idSchema, instantSchema, textSchema } from '../../events/schemas.ts';
import { MATCH_STATUSES } from '../../projections/fixtures.ts';
import { after, fresh, type ReadModels } from './fresh.ts';
import { operation } from './http-handler.ts';
import { idOf, notFound } from './ids.ts';
import { withoutBody } from './nothing.ts';
import { listView, pageOf, pageQuery } from './paging.ts';
import { matchView } from './views.ts';

const count = z.number().int().min(0);
const matches = z.object({
  scheduled: count,
  postponed: count,
  started: count,
  finished: count,
  awarded: count,
  cancelled: count,
});

const competitionView = z.object({ competition: idSchema, matches });
const roundView = z.object({
  round: textSchema.nullable(),
  matches,
  firstKickOff: instantSchema,
  lastKickOff: instantSchema,
});

const listCompetitions = (models: ReadModels) =>
  operation({
    summary: 'The competitions, with the number of their matches by status',
    body: withoutBody,
    query: z.strictObject({ after, ...pageQuery(100, 100) }),
    answers: { 200: listView(competitionView) },
    handle: async ({ principal, query: { after, ...page } }) => {
      const { tenantId } = principal;
      const all = await readCompetitions(await fresh(models, 'fixtures', principal, after), tenantId);
      const question = { tenantId, of: 'competitions' };
      return { status: 200, body: pageOf(question, all, { ...page, place: ({ competition }) => competition }) };
    },
  });

const getCompetition = (models: ReadModels) =>
  operation({
    summary: 'A competition: its rounds in their order',
    body: withoutBody,
    query: z.strictObject({ after }),
    answers: {
      200: z.object({
        competition: idSchema,
        now: instantSchema.describe('The time of the server, by which picks lock.'),
        rounds: z.array(roundView),
      }),
    },
    handle: async ({ principal, param, query: { after } }) => {
      const competition = idOf(param('competition'), 'competition');
      const reader = await fresh(models, 'fixtures', principal, after);
      const rounds = await readRounds(reader, { tenantId: principal.tenantId, competition });
      if (rounds.length === 0) throw notFound('competition');
      return { status: 200, body: { competition, now: systemClock(), rounds } };
    },
  });

const listMatches = (models: ReadModels) =>
  operation({
    summary: 'The matches of a competition, in the order of their kick-offs',
    body: withoutBody,
    query: z.strictObject({
      round: textSchema.optional(),
      status: z.enum(MATCH_STATUSES).optional(),
      from: instantSchema.optional().describe('Kick-off at this instant or later.'),
      to: instantSchema.optional().describe('Kick-off before this instant.'),
      after,
      ...pageQuery(500, 100),
    }),
    answers: { 200: listView(matchView) },
    handle: async ({ principal, param, query: { after, limit, cursor, ...filter } }) => {
      const { tenantId } = principal;
      const competition = idOf(param('competition'), 'competition');
      const reader = await fresh(models, 'fixtures', principal, after);
      const all = await readMatches(reader, { tenantId, competition, ...filter });
      const question = { tenantId, of: JSON.stringify(['matches', competition, filter]) };
      return { status: 200, body: pageOf(question, all, { limit, cursor, place: placeOf }) };
    },
  });

/** Competitions, their rounds and their matches. */
export const competitionQueries = (models: ReadModels) => ({
  'GET /v1/competitions': listCompetitions(models),
  'GET /v1/competitions/{competition}': getCompetition(models),
  'GET /v1/competitions/{competition}/matches': listMatches(models),
});
