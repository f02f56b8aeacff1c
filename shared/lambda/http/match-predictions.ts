import * as z from 'zod';
import { systemClock } from '../../application/execution.ts';
import { placeOf, readMatches } from '../../application/fixtures.ts';
import { readAllPredictions, readLock, readOwnPredictions } from '../../application/match-predictions.ts';
import { crowdOf } from '../../domain/crowd.ts';
import type { KnownMatch } from '../../domain/match.ts';
import { idSchema, instantSchema, scoreSchema, textSchema } from '../../events/schemas.ts';
import { after, fresh } from './fresh.ts';
import { operation } from './http-handler.ts';
import { idOf, notFound } from './ids.ts';
import { withoutBody } from './nothing.ts';
import { lastOf, listView, nextCursor, nextView, pageOf, pageQuery } from './paging.ts';
import { RequestError } from './problem.ts';
import type { Sources } from './sources.ts';
import { predictionView } from './views.ts';

const share = z.object({ count: z.number().int().min(0), share: z.number().min(0).max(1) });
const crowdView = z.object({
  picks: z.number().int().min(0),
  home: share,
  draw: share,
  away: share,
  mostFrequent: z.object({ score: scoreSchema, count: z.number().int().min(1) }).nullable(),
});

const matchPredictionsView = z.object({
  matchId: idSchema,
  locked: z.boolean().describe('Whether picks are closed. Until then nobody sees more than their own.'),
  lockedAt: instantSchema.nullable().describe('The kick-off, at which picks close; null: put off, without a new one.'),
  crowd: crowdView.nullable().describe('What everybody said: on the first page, once picks are closed.'),
  items: z.array(predictionView),
  next: nextView,
});

const lockedAt = (match: KnownMatch): string | null =>
  match.status === 'postponed' && !match.begun ? null : match.kickOff.at;

const ofMatch = ({ store }: Sources) =>
  operation({
    summary: 'The predictions of a match: mine until it is locked, then everybody’s, with the crowd’s split',
    body: withoutBody,
    query: z.strictObject(pageQuery(500, 100)),
    answers: { 200: matchPredictionsView },
    handle: async ({ principal: { tenantId, playerId }, param, query: { limit, cursor } }) => {
      const matchId = idOf(param('matchId'), 'match');
      const lock = await readLock({ store, clock: systemClock }, tenantId, matchId);
      if (!lock) throw notFound('match');
      const question = { tenantId, of: JSON.stringify(['predictions-of', matchId]) };
      const last = lastOf(question, cursor);
      const common = { matchId, locked: lock.locked, lockedAt: lockedAt(lock.match) };
      if (!lock.locked) {
        const items = await readOwnPredictions(store, { tenantId, playerId }, [matchId]);
        return { status: 200, body: { ...common, crowd: null, items, next: null } };
      }
      const found = await readAllPredictions(store, { tenantId, matchId }, last === undefined ? last : { last, limit });
      // It may have been put off meanwhile, and a pick been changed.
      const still = await readLock({ store, clock: systemClock }, tenantId, matchId);
      if (!still?.locked) throw new RequestError(503, 'unavailable', 'the match is being moved: repeat the request');
      const page = found.slice(0, limit);
      const crowd = last === undefined ? crowdOf(found.map(({ prediction }) => prediction.pick.predicted)) : null;
      const next = nextCursor(question, found.length > limit ? page.at(-1)?.place : undefined);
      return { status: 200, body: { ...common, crowd, items: page.map(({ prediction }) => prediction), next } };
    },
  });

const mine = (sources: Sources) =>
  operation({
    summary: 'My predictions in a competition, in the order of kick-offs',
    body: withoutBody,
    query: z.strictObject({ competition: idSchema, round: textSchema.optional(), after, ...pageQuery(100, 50) }),
    answers: { 200: listView(predictionView) },
    handle: async ({ principal, query: { competition, round, after, limit, cursor } }) => {
      const { tenantId } = principal;
      const reader = await fresh(sources, 'fixtures', principal, after);
      const matches = await readMatches(reader, { tenantId, competition, round });
      const question = { tenantId, of: JSON.stringify(['my-predictions', competition, round]) };
      // A page of matches: those without a prediction of mine leave it shorter.
      const { items, next } = pageOf(question, matches, { limit, cursor, place: placeOf });
      const ids = items.map(({ fixture }) => fixture.matchId);
      return { status: 200, body: { items: await readOwnPredictions(sources.store, principal, ids), next } };
    },
  });

/** Lists of predictions. */
export const predictionQueries = (sources: Sources) => ({
  'GET /v1/predictions': mine(sources),
  'GET /v1/matches/{matchId}/predictions': ofMatch(sources),
});
