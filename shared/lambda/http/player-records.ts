import * as z from 'zod';
import { readHistory, readTrackRecord } from '../../application/player-record.ts';
import { DEFAULT_POOL_RULES } from '../../application/read-models.ts';
import { CATEGORIES, RULE_SET_NAMES } from '../../domain/scoring.ts';
import { confidenceSchema, idSchema, instantSchema, scoreSchema } from '../../events/schemas.ts';
import { predictionId } from '../../events/streams.ts';
import { after, fresh, type ReadModels } from './fresh.ts';
import { operation } from './http-handler.ts';
import { idOf } from './ids.ts';
import { withoutBody } from './nothing.ts';
import { listView, pageOf, pageQuery } from './paging.ts';

const rules = z.enum(RULE_SET_NAMES).default(DEFAULT_POOL_RULES.rules);
const count = z.number().int().min(0);
const share = z.number().min(0).max(1);

const settled = {
  matchId: idSchema,
  predictionId: z.string().describe('How it came to its points: its trace.'),
  settledAt: instantSchema,
  total: z.number().int(),
};

const settledView = z.discriminatedUnion('outcome', [
  z.object({
    outcome: z.literal('scored'),
    ...settled,
    predicted: scoreSchema,
    confidence: confidenceSchema,
    actual: scoreSchema,
    category: z.enum(CATEGORIES),
    awarded: z.boolean(),
    points: z.number().int(),
  }),
  z.object({ outcome: z.literal('void'), ...settled }),
]);

const byCategory = z.record(z.enum(CATEGORIES), count);
const bucket = z.object({ from: share, to: share, n: count, meanStated: share, observed: share });

const recordView = z.object({
  competition: idSchema,
  playerId: idSchema,
  settled: count,
  counts: byCategory,
  points: count,
  pointsByCategory: byCategory,
  hitRate: share.nullable(),
  exactRate: share.nullable(),
  streak: z.object({ current: count, longest: count }),
  calibration: z.object({ n: count, brier: share, skill: z.number().nullable(), buckets: z.array(bucket) }).nullable(),
});

/** What players' settled predictions were, and what they come to. Everybody's to see: picks closed before there was a result. */
export const playerRecords = (models: ReadModels) => ({
  'GET /v1/players/{playerId}/history': operation({
    summary: 'The settled predictions of a player in a competition, in the order in which they were settled',
    body: withoutBody,
    query: z.strictObject({ competition: idSchema, rules, after, ...pageQuery(500, 100) }),
    answers: { 200: listView(settledView) },
    handle: async ({ principal, param, query: { competition, rules, after, ...page } }) => {
      const { tenantId } = principal;
      const playerId = idOf(param('playerId'), 'player');
      const reader = await fresh(models, 'statistics', principal, after);
      const history = await readHistory(reader, { tenantId, competition, playerId, rules });
      const question = { tenantId, of: JSON.stringify(['history', competition, playerId, rules]) };
      const place = ({ settledAt, matchId }: (typeof history)[number]): string => `${settledAt} ${matchId}`;
      const { items, next } = pageOf(question, history, { ...page, place });
      const shown = items.map(item => ({ ...item, predictionId: predictionId(item.matchId, playerId) }));
      return { status: 200, body: { items: shown, next } };
    },
  }),
  'GET /v1/players/{playerId}/statistics': operation({
    summary: 'What the settled predictions of a player come to: rates, streaks, calibration of confidence',
    body: withoutBody,
    query: z.strictObject({ competition: idSchema, rules, after }),
    answers: { 200: recordView },
    handle: async ({ principal, param, query: { competition, rules, after } }) => {
      const playerId = idOf(param('playerId'), 'player');
      const reader = await fresh(models, 'statistics', principal, after);
      const record = await readTrackRecord(reader, { tenantId: principal.tenantId, competition, playerId, rules });
      return { status: 200, body: { competition, playerId, ...record } };
    },
  }),
});
