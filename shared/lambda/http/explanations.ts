import * as z from 'zod';
import type { PredictionRef } from '../../application/commands.ts';
import type { EventStore } from '../../application/event-store.ts';
import { systemClock } from '../../application/execution.ts';
import { issueReceipt, type ReceiptSources } from '../../application/issue-receipt.ts';
import { lockedAmong } from '../../application/locks.ts';
import { lastPickIn, readTrace } from '../../application/trace.ts';
import { receiptText } from '../../domain/proof/receipt.ts';
import { RULE_SETS } from '../../domain/scoring.ts';
import { eventId, predictionStream } from '../../events/streams.ts';
import { receiptView, traceView } from './explanation-views.ts';
import { operation } from './http-handler.ts';
import { notFound, predictionRefOf } from './ids.ts';
import type { Principal } from './principal.ts';

/** What points are explained from. */
export interface ExplanationSources extends ReceiptSources {
  readonly store: Pick<EventStore, 'loadState'>;
}

/**
 * What was read of a prediction, when it may be shown: picks of others are hidden until the match is locked, from everybody.
 * The lock is looked at after the reading: what was read while picks were open is shown only when they have closed since.
 */
const whenShown = async <T>(
  { store }: ExplanationSources,
  { tenantId, playerId }: Principal,
  ref: PredictionRef,
  read: Promise<T | undefined>,
): Promise<T> => {
  const [asked] = await Promise.allSettled([read]);
  const isOwn = ref.playerId === playerId;
  if (!isOwn && !(await lockedAmong({ store, clock: systemClock }, tenantId, [ref.matchId])).has(ref.matchId))
    throw notFound('prediction');
  if (asked.status === 'rejected') throw asked.reason;
  if (asked.value === undefined) throw notFound('prediction');
  return asked.value;
};

const trace = (sources: ExplanationSources) =>
  operation({
    summary: 'How a prediction came to its points: every event, its reason, its place in the chain',
    body: z.undefined(),
    query: z.strictObject({}),
    answers: { 200: traceView },
    handle: async ({ principal, param }) => {
      const ref = predictionRefOf(param('predictionId'));
      const read = readTrace({ ...sources, clock: systemClock }, principal.tenantId, ref);
      const found = await whenShown(sources, principal, ref, read);
      return { status: 200, body: { ...found, ruleSets: Object.values(RULE_SETS) } };
    },
  });

/** The id of the event that a receipt is asked for: of a version, or of the last pick. */
const receipted = async (
  { chains }: ExplanationSources,
  tenantId: string,
  { matchId, playerId }: PredictionRef,
  version: number | undefined,
): Promise<string | undefined> => {
  const stream = predictionStream(matchId, playerId);
  const commits = await chains.read(tenantId, stream);
  if (version === undefined) return lastPickIn(commits)?.id;
  const id = eventId(stream.name, version);
  return commits.some(({ commit }) => commit.events.some(event => event.id === id)) ? id : undefined;
};

const receipt = (sources: ExplanationSources) =>
  operation({
    summary: 'A receipt of a prediction: a file that proves it to somebody who has nothing else',
    body: z.undefined(),
    query: z.strictObject({
      version: z.coerce.number().int().min(1).optional().describe('Of the event; absent: the last pick.'),
    }),
    answers: { 200: receiptView },
    handle: async ({ principal, param, query: { version } }) => {
      const ref = predictionRefOf(param('predictionId'));
      const { tenantId } = principal;
      const id = await whenShown(sources, principal, ref, receipted(sources, tenantId, ref, version));
      const text = receiptText(await issueReceipt(sources, tenantId, id));
      const file = `receipt-${id.replaceAll(':', '-')}.json`;
      const headers = {
        'content-type': 'application/json',
        'content-disposition': `attachment; filename="${file}"`,
      };
      // The very text: a check accepts no other.
      return { status: 200, body: text, headers };
    },
  });

/** Why points are what they are, and proofs to take away. */
export const explanationOperations = (sources: ExplanationSources) => ({
  'GET /v1/predictions/{predictionId}/trace': trace(sources),
  'GET /v1/predictions/{predictionId}/receipt': receipt(sources),
});
