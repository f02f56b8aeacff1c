import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { type DynamoDBDocumentClient, GetCommand, PutCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import {
  type KeyRef,
  type KeyState,
  KeysUnavailableError,
  type PlayerKey,
  type PlayerKeys,
} from '../application/player-keys.ts';
import { batchGet } from './batch.ts';
import { type KeyMaterial, newKeyMaterial, playerKey } from './sealing.ts';

/** A key that is there, or what is left of one. */
type KeyItem = KeyMaterial | { readonly destroyed: true };

const keyOf = ({ tenantId, playerId }: KeyRef) => ({ p: `${tenantId}#${playerId}`, s: 'key' });

const stateOf = (ref: KeyRef, item: KeyItem): Exclude<KeyState, { status: 'none' }> =>
  'destroyed' in item ? { status: 'destroyed' } : { status: 'usable', key: playerKey(ref, item) };

const attempt = async <T>(task: () => Promise<T>): Promise<T> => {
  try {
    return await task();
  } catch (cause) {
    throw new KeysUnavailableError('the keys of players cannot be reached', { cause });
  }
};

/**
 * Keeps the keys of players in a table of their own, which has no backups: `p` = tenant and player, `s` = `key`. A destroyed key
 * leaves its item without the key, so that no other is ever made in its place. Reads are consistent and nothing is cached: a
 * key that was destroyed is gone for everybody at once.
 */
export const dynamoDBPlayerKeys = (client: DynamoDBDocumentClient, TableName: string): PlayerKeys => {
  const read = async (ref: KeyRef): Promise<KeyItem | undefined> => {
    const { Item } = await client.send(new GetCommand({ TableName, Key: keyOf(ref), ConsistentRead: true }));
    return Item as unknown as KeyItem | undefined;
  };
  /** Puts a new key unless there is an item; answers with what is there then. */
  const create = async (ref: KeyRef): Promise<KeyItem> => {
    const material = newKeyMaterial();
    try {
      await client.send(
        new PutCommand({
          TableName,
          Item: { ...keyOf(ref), ...material },
          ConditionExpression: 'attribute_not_exists(p)',
          ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
        }),
      );
      return material;
    } catch (error) {
      if (!(error instanceof ConditionalCheckFailedException && error.Item)) throw error;
      return unmarshall(error.Item) as KeyItem;
    }
  };
  return {
    obtain: ref => attempt(async () => stateOf(ref, (await read(ref)) ?? (await create(ref)))),
    find: ref =>
      attempt(async () => {
        const item = await read(ref);
        return item ? stateOf(ref, item) : { status: 'none' };
      }),
    findAll: (tenantId, playerIds) =>
      attempt(async () => {
        const refs = new Map(playerIds.map(playerId => [keyOf({ tenantId, playerId }).p, { tenantId, playerId }]));
        const items = await batchGet(client, TableName, [...refs.values()].map(keyOf), { consistent: true });
        const keys = new Map<string, PlayerKey>();
        for (const item of items) {
          const ref = refs.get(String(item.p));
          const state = ref && stateOf(ref, item as unknown as KeyItem);
          if (ref && state?.status === 'usable') keys.set(ref.playerId, state.key);
        }
        return keys;
      }),
    destroy: ref =>
      attempt(async () => {
        await client.send(
          new UpdateCommand({
            TableName,
            Key: keyOf(ref),
            UpdateExpression: 'SET destroyed = :true REMOVE keyId, secret',
            ExpressionAttributeValues: { ':true': true },
          }),
        );
      }),
  };
};
