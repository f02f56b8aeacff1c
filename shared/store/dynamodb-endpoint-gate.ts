import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { type DynamoDBDocumentClient, GetCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import type { EndpointGate, Passage, SubscriptionRef } from '../application/webhooks/ports.ts';
import { webhookKeys } from './webhook-items.ts';

/** Requests to one endpoint at the same time: less than half of what all deliveries together have. */
const SLOTS = 4;

/** Until when each place is taken, and how the endpoint does. */
type Gate = Readonly<Record<string, unknown>> & {
  readonly closedUntil?: string;
  readonly timeouts?: number;
  readonly failingSince?: string;
};

const slotName = (slot: number): string => `slot${slot}`;

const freeSlots = (gate: Gate, now: string): readonly number[] => {
  const offset = Math.floor(Math.random() * SLOTS);
  return Array.from({ length: SLOTS }, (_, index) => (index + offset) % SLOTS).filter(slot => {
    const until = gate[slotName(slot)];
    return typeof until !== 'string' || until <= now;
  });
};

/** What an attempt changes, besides giving its place back. */
const changesOf = (
  passage: Passage,
): { readonly set: Readonly<Record<string, unknown>>; readonly remove: readonly string[] } => {
  if (passage.outcome === 'unused') return { set: {}, remove: [] };
  if (passage.outcome === 'delivered') return { set: {}, remove: ['closedUntil', 'timeouts', 'failingSince'] };
  return { set: passage.closedUntil === undefined ? {} : { closedUntil: passage.closedUntil }, remove: [] };
};

/** Keeps the places at an endpoint in one small item, with leases: who dies in one gives it back by and by. */
export const dynamoDBEndpointGate = (client: DynamoDBDocumentClient, TableName: string): EndpointGate => {
  const keyOf = (ref: SubscriptionRef) => ({ p: webhookKeys.subscription(ref), s: 'gate' });
  const take = async (ref: SubscriptionRef, slot: number, { now, until }: { now: string; until: string }) => {
    try {
      await client.send(
        new UpdateCommand({
          TableName,
          Key: keyOf(ref),
          UpdateExpression: 'SET #slot = :until',
          ConditionExpression:
            '(attribute_not_exists(#slot) OR #slot <= :now) AND (attribute_not_exists(closedUntil) OR closedUntil <= :now)',
          ExpressionAttributeNames: { '#slot': slotName(slot) },
          ExpressionAttributeValues: { ':until': until, ':now': now },
        }),
      );
      return true;
    } catch (error) {
      if (error instanceof ConditionalCheckFailedException) return false;
      throw error;
    }
  };
  return {
    enter: async (ref, lease) => {
      const { Item } = await client.send(new GetCommand({ TableName, Key: keyOf(ref), ConsistentRead: true }));
      const gate = (Item ?? {}) as Gate;
      if (gate.closedUntil !== undefined && gate.closedUntil > lease.now)
        return { closedMs: Date.parse(gate.closedUntil) - Date.parse(lease.now) };
      for (const slot of freeSlots(gate, lease.now))
        if (await take(ref, slot, lease)) return { slot, timeouts: gate.timeouts ?? 0 };
      return { closedMs: 0 };
    },
    leave: async (ref, { slot, timeouts }, passage) => {
      const { set, remove } = changesOf(passage);
      const values: Record<string, unknown> = Object.fromEntries(
        Object.entries(set).map(([name, value]) => [`:${name}`, value]),
      );
      const assignments = Object.keys(set).map(name => `${name} = :${name}`);
      if (passage.outcome === 'failed') {
        assignments.push('failingSince = if_not_exists(failingSince, :now)', 'timeouts = :timeouts');
        values[':now'] = passage.now;
        values[':timeouts'] = passage.timedOut ? timeouts + 1 : 0;
      }
      const { Attributes } = await client.send(
        new UpdateCommand({
          TableName,
          Key: keyOf(ref),
          UpdateExpression: `REMOVE ${[slotName(slot), ...remove].join(', ')}${assignments.length > 0 ? ` SET ${assignments.join(', ')}` : ''}`,
          ...(Object.keys(values).length > 0 && { ExpressionAttributeValues: values }),
          ReturnValues: 'ALL_NEW',
        }),
      );
      return (Attributes as Gate | undefined)?.failingSince;
    },
  };
};
