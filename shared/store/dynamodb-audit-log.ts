import { randomUUID } from 'node:crypto';
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { countHandlings, type HandlingMinute } from '../application/handling.ts';
import type { AuditLog, AuditRecord, Outcome } from '../application/outcome.ts';
import { batchPut } from './batch.ts';
import { itemOfMinute } from './dynamodb-handling.ts';
import { incidentItem } from './dynamodb-incidents.ts';

/** An error's message is kept up to this length: an audit line is not a log. */
const MAX_MESSAGE = 500;

const details = (outcome: Outcome): Record<string, string> => {
  if ('reason' in outcome) return { reason: outcome.reason };
  if ('error' in outcome) return { error: outcome.error.name, reason: outcome.error.message.slice(0, MAX_MESSAGE) };
  return {};
};

/** `p` = tenant and event, `s` = handler: one current outcome for each (event, handler). */
export const auditKey = ({ tenantId, eventId, handler }: Pick<AuditRecord, 'tenantId' | 'eventId' | 'handler'>) => ({
  p: `${tenantId}#${eventId}`,
  s: handler,
});

const toItem = ({ tenantId, eventId, handler, outcome, occurredAt: _, messageId: __, ...record }: AuditRecord) => ({
  ...auditKey({ tenantId, eventId, handler }),
  status: outcome.status,
  ...details(outcome),
  ...record,
});

/** An attempt that failed, to be read when later ones have replaced its outcome. */
const toIncidents = ({ tenantId, eventId, handler, messageId, outcome, attempt, at }: AuditRecord) =>
  outcome.status === 'failed' || outcome.status === 'dead-lettered'
    ? [incidentItem({ tenantId, eventId, handler, messageId, what: outcome.status, attempt, at, ...details(outcome) })]
    : [];

/**
 * Keeps outcomes in a DynamoDB table, a batch of 25 in one request. Of two outcomes of one event the later one counts; each
 * attempt that failed is kept beside it. With them goes what this environment has handled in the minute, for health: one item
 * more for a batch.
 */
export const dynamoDBAuditLog = (client: DynamoDBDocumentClient, tableName: string): AuditLog => {
  const environment = randomUUID();
  let counted: HandlingMinute | undefined;
  return {
    record: async records => {
      const [first, ...more] = records;
      if (!first) return;
      const minute = countHandlings(counted, [first, ...more]);
      const items = [...records.map(toItem), ...records.flatMap(toIncidents), itemOfMinute(minute, environment)];
      await batchPut(client, tableName, items);
      counted = minute;
    },
  };
};
