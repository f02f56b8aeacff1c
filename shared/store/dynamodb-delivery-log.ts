import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { type DynamoDBDocumentClient, PutCommand, QueryCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import type { Attempt, Delivery, DeliveryLog, DeliveryRef, SubscriptionRef } from '../application/webhooks/ports.ts';
import { expiresAfter, webhookKeys } from './webhook-items.ts';

/** A delivery as it is stored: `attempted` counts its attempts, `lease` is until when somebody has it. */
type Item = Omit<Delivery, keyof DeliveryRef | 'due'> & {
  readonly s: string;
  readonly attempted: number;
  readonly due?: string;
  readonly lease?: string;
  readonly expires: number;
};

const NAMES = { '#status': 'status' };

const deliveryOf = ({ tenantId, subscriptionId }: SubscriptionRef, item: Item): Delivery => {
  const { s: deliveryId, type, eventId, body, createdAt, status, attempts, roundStart, due = null } = item;
  return { tenantId, subscriptionId, deliveryId, type, eventId, body, createdAt, status, attempts, roundStart, due };
};

/** The item that failed a condition; undefined: there is none. */
const oldOf = (error: unknown): Item | undefined => {
  if (!(error instanceof ConditionalCheckFailedException)) throw error;
  return error.Item && (unmarshall(error.Item) as Item);
};

/** Keeps deliveries in DynamoDB: `p` = the subscription's, `s` = the delivery. An event is one delivery by its id. */
export const dynamoDBDeliveryLog = (client: DynamoDBDocumentClient, TableName: string): DeliveryLog => {
  const keyOf = (ref: DeliveryRef) => ({ p: webhookKeys.deliveries(ref), s: ref.deliveryId });
  /** Closes attempt number `attempt`, unless another has. */
  const close = async (
    ref: DeliveryRef,
    attempt: number,
    { line, status, due }: { readonly line: Attempt; readonly status: Delivery['status']; readonly due: string | null },
  ): Promise<void> => {
    try {
      await client.send(
        new UpdateCommand({
          TableName,
          Key: keyOf(ref),
          UpdateExpression: `SET attempts = list_append(attempts, :line), attempted = attempted + :one, #status = :status${due === null ? '' : ', due = :due'} REMOVE lease${due === null ? ', due' : ''}`,
          ConditionExpression: 'attempted = :attempt AND #status = :pending',
          ExpressionAttributeNames: NAMES,
          ExpressionAttributeValues: {
            ...{ ':line': [line], ':one': 1, ':status': status, ':attempt': attempt, ':pending': 'pending' },
            ...(due !== null && { ':due': due }),
          },
        }),
      );
    } catch (error) {
      oldOf(error);
    }
  };
  return {
    put: async delivery => {
      const { tenantId: _, subscriptionId: __, deliveryId: ___, ...content } = delivery;
      const state = { status: 'pending', attempts: [], attempted: 0, roundStart: 0, due: delivery.createdAt };
      try {
        await client.send(
          new PutCommand({
            TableName,
            Item: { ...keyOf(delivery), ...content, ...state, expires: expiresAfter(delivery.createdAt) },
            ConditionExpression: 'attribute_not_exists(p)',
            ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
          }),
        );
        return 'new';
      } catch (error) {
        const old = oldOf(error);
        return old?.status === 'pending' && old.attempted === 0 && old.lease === undefined ? 'waiting' : 'begun';
      }
    },
    claim: async (ref, attempt, { now, until }) => {
      try {
        const { Attributes } = await client.send(
          new UpdateCommand({
            TableName,
            Key: keyOf(ref),
            UpdateExpression: 'SET lease = :until',
            ConditionExpression:
              'attempted = :attempt AND #status = :pending AND (attribute_not_exists(lease) OR lease <= :now)',
            ExpressionAttributeNames: NAMES,
            ExpressionAttributeValues: { ':until': until, ':attempt': attempt, ':pending': 'pending', ':now': now },
            ReturnValues: 'ALL_NEW',
            ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
          }),
        );
        return Attributes && deliveryOf(ref, Attributes as Item);
      } catch (error) {
        const old = oldOf(error);
        return old?.status === 'pending' && old.attempted < attempt ? 'ahead' : undefined;
      }
    },
    record: (ref, attempt, { attempt: line, status, due }) => close(ref, attempt, { line, status, due }),
    giveUp: (ref, attempt, why) => close(ref, attempt, { line: why, status: 'failed', due: null }),
    renew: async (ref, now) => {
      try {
        const { Attributes } = await client.send(
          new UpdateCommand({
            TableName,
            Key: keyOf(ref),
            UpdateExpression: 'SET #status = :pending, roundStart = attempted, due = :now, expires = :expires',
            ConditionExpression: 'expires > :seconds',
            ExpressionAttributeNames: NAMES,
            ExpressionAttributeValues: {
              ':pending': 'pending',
              ':now': now,
              ':expires': expiresAfter(now),
              ':seconds': Math.floor(Date.parse(now) / 1000),
            },
            ReturnValues: 'ALL_NEW',
          }),
        );
        return (Attributes as Item | undefined)?.attempted;
      } catch (error) {
        oldOf(error);
        return undefined;
      }
    },
    list: async (ref, { limit, before, now }) => {
      const { Items = [], LastEvaluatedKey } = await client.send(
        new QueryCommand({
          TableName,
          KeyConditionExpression: before === undefined ? 'p = :p' : 'p = :p AND s < :before',
          FilterExpression: 'expires > :seconds',
          ExpressionAttributeValues: {
            ':p': webhookKeys.deliveries(ref),
            ':seconds': Math.floor(Date.parse(now) / 1000),
            ...(before !== undefined && { ':before': before }),
          },
          ScanIndexForward: false,
          Limit: limit,
        }),
      );
      const deliveries = (Items as Item[]).map(item => deliveryOf(ref, item));
      return { deliveries, next: (LastEvaluatedKey?.s as string | undefined) ?? null };
    },
  };
};
