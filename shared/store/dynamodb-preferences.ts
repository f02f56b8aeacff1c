import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { type DynamoDBDocumentClient, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import {
  DEFAULT_PREFERENCES,
  type Preferences,
  PreferencesChangedError,
  type PreferencesStore,
} from '../application/notifications/preferences.ts';
import { batchGet } from './batch.ts';
import { preferencesKey } from './inbox-keys.ts';

/** The preferences of an item; for a topic that is newer than the item, the default. */
export const preferencesIn = ({ wants }: Readonly<Record<string, unknown>>): Preferences => ({
  ...DEFAULT_PREFERENCES,
  ...(wants as Partial<Preferences> | undefined),
});

const condition = (expected: number) =>
  expected === 0
    ? { ConditionExpression: 'attribute_not_exists(p)', values: {} }
    : { ConditionExpression: '#version = :expected', values: { ':expected': expected } };

/** Keeps the preferences of players beside their inboxes, each in one item with a version that counts its changes. */
export const dynamoDBPreferences = (client: DynamoDBDocumentClient, TableName: string): PreferencesStore => ({
  read: async (tenantId, playerId) => {
    const [item] = await batchGet(client, TableName, [preferencesKey(tenantId, playerId)], { consistent: true });
    return item
      ? { preferences: preferencesIn(item), version: Number(item.version) }
      : { preferences: DEFAULT_PREFERENCES, version: 0 };
  },
  replace: async (tenantId, playerId, preferences, expected) => {
    const { values = {}, ...conditional } = expected === undefined ? {} : condition(expected);
    try {
      const { Attributes } = await client.send(
        new UpdateCommand({
          TableName,
          Key: preferencesKey(tenantId, playerId),
          UpdateExpression: 'SET wants = :wants ADD #version :one',
          ExpressionAttributeNames: { '#version': 'version' },
          ExpressionAttributeValues: { ':wants': preferences, ':one': 1, ...values },
          ReturnValues: 'UPDATED_NEW',
          ...conditional,
        }),
      );
      return Number(Attributes?.version);
    } catch (cause) {
      if (cause instanceof ConditionalCheckFailedException)
        throw new PreferencesChangedError(`the preferences are not of version ${expected} any more`, { cause });
      throw cause;
    }
  },
});
