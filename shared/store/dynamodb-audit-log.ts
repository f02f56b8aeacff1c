import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { AuditLog, AuditRecord, Outcome } from '../application/outcome.ts';
import { batchPut } from './batch.ts';

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

const toItem = ({ tenantId, eventId, handler, outcome, ...record }: AuditRecord) => ({
  ...auditKey({ tenantId, eventId, handler }),
  status: outcome.status,
  ...details(outcome),
  ...record,
});

/** Keeps outcomes in a DynamoDB table, a batch of 25 in one request. Of two outcomes of one event the later one counts. */
export const dynamoDBAuditLog = (client: DynamoDBDocumentClient, tableName: string): AuditLog => ({
  record: records => batchPut(client, tableName, records.map(toItem)),
});
