import { BatchWriteCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { AuditLog, AuditRecord, Outcome } from '../application/outcome.ts';

/** Limit of BatchWriteItem. https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_BatchWriteItem.html */
const MAX_BATCH = 25;
const MAX_ATTEMPTS = 8;
const BACK_OFF_MS = 50;
/** An error's message is kept up to this length: an audit line is not a log. */
const MAX_MESSAGE = 500;

const details = (outcome: Outcome): Record<string, string> => {
  if ('reason' in outcome) return { reason: outcome.reason };
  if ('error' in outcome) return { error: outcome.error.name, reason: outcome.error.message.slice(0, MAX_MESSAGE) };
  return {};
};

/** Key: `p` = tenant and event, `s` = handler: one current outcome for each (event, handler). */
const toItem = ({ tenantId, eventId, handler, outcome, ...record }: AuditRecord) => ({
  p: `${tenantId}#${eventId}`,
  s: handler,
  status: outcome.status,
  ...details(outcome),
  ...record,
});

type AuditItem = ReturnType<typeof toItem>;

/** The audit could not be written: the batch is delivered again, and its effects are idempotent. */
export class AuditUnavailableError extends Error {
  override readonly name = 'AuditUnavailableError';
}

const write = async (client: DynamoDBDocumentClient, table: string, items: readonly AuditItem[]): Promise<void> => {
  let pending: readonly unknown[] = items.map(Item => ({ PutRequest: { Item } }));
  for (let attempt = 0; attempt < MAX_ATTEMPTS && pending.length > 0; attempt += 1) {
    if (attempt > 0) await new Promise(resolve => setTimeout(resolve, BACK_OFF_MS * 2 ** attempt * Math.random()));
    const answer = await client.send(new BatchWriteCommand({ RequestItems: { [table]: [...pending] as never[] } }));
    pending = answer.UnprocessedItems?.[table] ?? [];
  }
  if (pending.length > 0)
    throw new AuditUnavailableError(`${pending.length} outcomes were not taken by table ${table}`);
};

/** Keeps outcomes in a DynamoDB table, a batch of 25 in one request. */
export const dynamoDBAuditLog = (client: DynamoDBDocumentClient, tableName: string): AuditLog => ({
  record: async records => {
    // A request may not name a key twice: of two outcomes of one event in a batch the later one counts.
    const items = [...new Map(records.map(toItem).map(item => [`${item.p}|${item.s}`, item])).values()];
    for (let start = 0; start < items.length; start += MAX_BATCH)
      await write(client, tableName, items.slice(start, start + MAX_BATCH));
  },
});
