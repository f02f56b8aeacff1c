import { type DynamoDBDocumentClient, QueryCommand } from '@aws-sdk/lib-dynamodb';
import type { RecordedOutcome, RecordedOutcomes } from '../application/event-outcomes.ts';
import { inParallel } from '../application/parallel.ts';
import { auditKey } from './dynamodb-audit-log.ts';

/** Events looked up at the same time. */
const PARALLEL = 10;

const text = (value: unknown): string | null => (typeof value === 'string' ? value : null);

const toOutcome = ({ s, status, reason, error, attempt, at, durationMs }: Record<string, unknown>) =>
  ({
    handler: String(s),
    status: status as RecordedOutcome['status'],
    reason: text(reason),
    error: text(error),
    attempt: Number(attempt),
    at: String(at),
    ms: Number(durationMs),
  }) satisfies RecordedOutcome;

/** Reads what became of events at each handler from the table of the audit: a query of half a read unit for each event. */
export const dynamoDBEventOutcomes = (client: DynamoDBDocumentClient, tableName: string): RecordedOutcomes => ({
  of: async (tenantId, eventIds) => {
    const found = new Map<string, readonly RecordedOutcome[]>();
    await inParallel(PARALLEL, new Set(eventIds), async eventId => {
      const { p } = auditKey({ tenantId, eventId, handler: '' });
      // An event has a few handlers: one page holds them.
      const { Items = [] } = await client.send(
        new QueryCommand({
          TableName: tableName,
          KeyConditionExpression: 'p = :p',
          ExpressionAttributeValues: { ':p': p },
        }),
      );
      found.set(eventId, Items.map(toOutcome));
    });
    return found;
  },
});
