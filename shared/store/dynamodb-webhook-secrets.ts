import { randomBytes } from 'node:crypto';
import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { type DynamoDBDocumentClient, GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import type { SecretStore, SubscriptionRef } from '../application/webhooks/ports.ts';
import { subscriptionStream } from '../events/streams.ts';
import { type KeyMaterial, sealer } from './sealing.ts';
import { webhookKeys } from './webhook-items.ts';

const SECRET_BYTES = 32;
const MAX_ATTEMPTS = 5;

/**
 * A subscription has no secret, though it was made with one: the table was lost, or others kept changing it.
 *
 * @public
 */
export class SecretUnavailableError extends Error {
  override readonly name = 'SecretUnavailableError';
}

/** A secret as it is kept: of which version of the subscription, and until when it is good. */
interface Kept {
  readonly version: number;
  readonly sealed: string;
  readonly until?: string;
}

/** As Standard Webhooks has them: `whsec_` and base64. */
const newSecret = (): string => `whsec_${randomBytes(SECRET_BYTES).toString('base64')}`;

/**
 * Keeps the secrets of subscriptions in DynamoDB, sealed under a key that is not in the table: for each one its own place, so
 * that a sealed secret cannot be put into another's.
 */
export const dynamoDBSecrets = (
  client: DynamoDBDocumentClient,
  TableName: string,
  masterKey: () => Promise<KeyMaterial>,
): SecretStore => {
  const keyOf = (ref: SubscriptionRef) => ({ p: webhookKeys.subscription(ref), s: 'secrets' });
  const read = async (ref: SubscriptionRef): Promise<readonly Kept[]> => {
    const { Item } = await client.send(new GetCommand({ TableName, Key: keyOf(ref), ConsistentRead: true }));
    return (Item?.secrets ?? []) as readonly Kept[];
  };
  const write = async (ref: SubscriptionRef, secrets: readonly Kept[], seen: number): Promise<boolean> => {
    const latest = secrets.at(-1)?.version ?? 0;
    try {
      await client.send(
        new PutCommand({
          TableName,
          Item: { ...keyOf(ref), latest, secrets },
          ConditionExpression: 'attribute_not_exists(p) OR latest = :seen',
          ExpressionAttributeValues: { ':seen': seen },
        }),
      );
      return true;
    } catch (error) {
      if (error instanceof ConditionalCheckFailedException) return false;
      throw error;
    }
  };
  const sealerOf = async ({ tenantId, subscriptionId }: SubscriptionRef) =>
    sealer(await masterKey(), [tenantId, subscriptionStream(subscriptionId).name]);
  return {
    issue: async (ref, version, { now, previousUntil }) => {
      const { seal, open } = await sealerOf(ref);
      for (let attempt = 0; attempt < MAX_ATTEMPTS; attempt += 1) {
        const kept = await read(ref);
        const latest = kept.at(-1);
        if (latest?.version === version) return open(latest.sealed);
        if (latest && latest.version > version) return undefined;
        const secret = newSecret();
        const earlier = kept.map(one => ({ ...one, until: one.until ?? previousUntil }));
        // What is not good any more is forgotten.
        const good = earlier.filter(({ until }) => until > now);
        if (await write(ref, [...good, { version, sealed: seal(secret) }], latest?.version ?? 0)) return secret;
      }
      throw new SecretUnavailableError('others kept changing the secrets of this subscription');
    },
    good: async (ref, now) => {
      const { open } = await sealerOf(ref);
      const good = (await read(ref)).filter(({ until }) => until === undefined || until > now);
      if (good.length === 0) throw new SecretUnavailableError(`subscription ${ref.subscriptionId} has no secret`);
      return good.toReversed().map(({ sealed }) => open(sealed));
    },
  };
};
