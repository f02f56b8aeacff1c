import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { Outcome } from '../application/outcome.ts';
import type { OutcomeReader } from '../application/read-after.ts';
import { batchGet } from './batch.ts';
import { auditKey } from './dynamodb-audit-log.ts';

/** After any other outcome than this one, the event is not delivered to the handler again by itself. */
const TO_BE_TRIED_AGAIN: Outcome['status'] = 'failed';

/** Reads outcomes from the table of the audit, a hundred in one request: one read unit each. */
export const dynamoDBOutcomes = (client: DynamoDBDocumentClient, tableName: string): OutcomeReader => ({
  done: async (tenantId, handler, eventIds) => {
    const keys = eventIds.map(eventId => auditKey({ tenantId, eventId, handler }));
    const items = await batchGet(client, tableName, keys, { consistent: true });
    return new Set(
      items.filter(({ status }) => status !== TO_BE_TRIED_AGAIN).map(({ p }) => String(p).slice(tenantId.length + 1)),
    );
  },
});
