import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { FixtureNames } from '../application/notifications/facts.ts';
import type { BatchInbox, Inbox } from '../application/notifications/inbox.ts';
import { type Notification, playerOfInbox } from '../application/notifications/notification.ts';
import { DEFAULT_PREFERENCES } from '../application/notifications/preferences.ts';
import { batchGet, batchPut } from './batch.ts';
import { preferencesIn } from './dynamodb-preferences.ts';
import { factItem, fixtureKey, type InboxKey, notificationKey, preferencesKey } from './inbox-keys.ts';

const itemOf = (notification: Notification) => {
  const { kind, at, said } = notification;
  return { ...notificationKey(notification), kind, at, said };
};

const textOf = ({ p, s }: InboxKey): string => `${p}|${s}`;

/**
 * Keeps notifications in a DynamoDB table: `p` = tenant and inbox, `s` = when and what event. The item follows from the event, so
 * that two who put it at the same time put the same. What a batch needs of preferences and fixtures is read in the same requests.
 */
export const dynamoDBInbox = (client: DynamoDBDocumentClient, tableName: string): Inbox & BatchInbox => ({
  look: async (refs, matches) => {
    const players = refs.flatMap(({ tenantId, inbox }) => {
      const playerId = playerOfInbox(inbox);
      return playerId === undefined ? [] : [preferencesKey(tenantId, playerId)];
    });
    const fixtures = matches.map(({ tenantId, matchId }) => fixtureKey(tenantId, matchId));
    const keys = [...refs.map(notificationKey), ...players, ...fixtures];
    const found = await batchGet(client, tableName, keys, { consistent: true });
    const items = new Map(found.map(item => [textOf(item as unknown as InboxKey), item]));
    return {
      has: ref => items.has(textOf(notificationKey(ref))),
      preferencesOf: (tenantId, playerId) => {
        const item = items.get(textOf(preferencesKey(tenantId, playerId)));
        return item ? preferencesIn(item) : DEFAULT_PREFERENCES;
      },
      fixtureOf: (tenantId, matchId) =>
        items.get(textOf(fixtureKey(tenantId, matchId))) as unknown as FixtureNames | undefined,
    };
  },
  write: (notifications, facts) => batchPut(client, tableName, [...notifications.map(itemOf), ...facts.map(factItem)]),
  put: async notifications => {
    const found = await batchGet(client, tableName, notifications.map(notificationKey), { consistent: true });
    const known = new Set(found.map(item => textOf(item as unknown as InboxKey)));
    const fresh = notifications.filter(one => {
      const place = textOf(notificationKey(one));
      return !known.has(place) && known.add(place);
    });
    await batchPut(client, tableName, fresh.map(itemOf));
    return fresh;
  },
});
