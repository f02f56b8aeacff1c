import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { type DynamoDBDocumentClient, GetCommand, PutCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import type { Directory, ListedSubscription } from '../application/webhooks/ports.ts';
import { expiresAfter, webhookKeys } from './webhook-items.ts';

/** A subscription as it is kept; a deleted one leaves its version, so that an earlier state does not come back. */
interface Item {
  readonly version: number;
  /** As JSON: a pattern has numbers and names that an attribute cannot have. Missing: it was deleted. */
  readonly state?: string;
}

const listed = ({ version, state }: Item): ListedSubscription | undefined =>
  state === undefined ? undefined : { ...(JSON.parse(state) as Omit<ListedSubscription, 'version'>), version };

/** Keeps subscriptions in DynamoDB: `p` = the tenant's, `s` = the subscription. Twenty of them are one query of a few units. */
export const dynamoDBDirectory = (client: DynamoDBDocumentClient, TableName: string): Directory => ({
  list: async tenantId => {
    const { Items = [] } = await client.send(
      new QueryCommand({
        TableName,
        KeyConditionExpression: 'p = :p',
        ExpressionAttributeValues: { ':p': webhookKeys.directory(tenantId) },
        ConsistentRead: true,
      }),
    );
    return (Items as Item[]).flatMap(item => listed(item) ?? []);
  },
  find: async ({ tenantId, subscriptionId }) => {
    const Key = { p: webhookKeys.directory(tenantId), s: subscriptionId };
    const { Item } = await client.send(new GetCommand({ TableName, Key, ConsistentRead: true }));
    return Item && listed(Item as Item);
  },
  keep: async (tenantId, state, version) => {
    const key = { p: webhookKeys.directory(tenantId), s: state.subscriptionId };
    const content =
      state.status === 'deleted'
        ? { expires: expiresAfter(new Date().toISOString()) }
        : { state: JSON.stringify(state) };
    try {
      await client.send(
        new PutCommand({
          TableName,
          Item: { ...key, version, ...content },
          ConditionExpression: 'attribute_not_exists(p) OR #version < :version',
          ExpressionAttributeNames: { '#version': 'version' },
          ExpressionAttributeValues: { ':version': version },
        }),
      );
    } catch (error) {
      if (!(error instanceof ConditionalCheckFailedException)) throw error;
    }
  },
});
