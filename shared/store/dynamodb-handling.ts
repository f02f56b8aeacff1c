import { type DynamoDBDocumentClient, QueryCommand } from '@aws-sdk/lib-dynamodb';
import type { HandlingMinute, HandlingsByType } from '../application/handling.ts';

/** Seconds that a minute is kept beyond its own: more than the hour that is asked for. */
const KEPT_SECONDS = 3 * 60 * 60;

/** No tenant's id begins like this. */
const partitionOf = (handler: string): string => `#handling#${handler}`;

/**
 * The item of a minute: each environment of a handler's function has its own, and puts it again with each batch, so that nobody
 * waits for another and a count costs one write for a batch, in a request that is made anyway.
 */
export const itemOfMinute = ({ handler, minute, types }: HandlingMinute, environment: string) => ({
  p: partitionOf(handler),
  s: `${minute}#${environment}`,
  types,
  expires: Math.floor(Date.parse(`${minute}:00.000Z`) / 1000) + KEPT_SECONDS,
});

/** Reads what a handler did from a minute on: one item for each minute and environment. */
export const dynamoDBHandling =
  (client: DynamoDBDocumentClient, tableName: string) =>
  async (handler: string, from: string): Promise<readonly HandlingMinute[]> => {
    const minutes: HandlingMinute[] = [];
    let start: Record<string, unknown> | undefined;
    do {
      const { Items = [], LastEvaluatedKey } = await client.send(
        new QueryCommand({
          TableName: tableName,
          KeyConditionExpression: 'p = :p AND s >= :from',
          ExpressionAttributeValues: { ':p': partitionOf(handler), ':from': from },
          ...(start && { ExclusiveStartKey: start }),
        }),
      );
      for (const { s, types } of Items)
        minutes.push({ handler, minute: String(s).split('#')[0] ?? '', types: types as HandlingsByType });
      start = LastEvaluatedKey;
    } while (start);
    return minutes;
  };
