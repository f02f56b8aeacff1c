import { type DynamoDBDocumentClient, PutCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { UnknownNotificationError } from '../../shared/application/notifications/inbox.ts';
import type { Notification } from '../../shared/application/notifications/notification.ts';
import { DEFAULT_PREFERENCES, PreferencesChangedError } from '../../shared/application/notifications/preferences.ts';
import { dynamoDBInbox } from '../../shared/store/dynamodb-inbox.ts';
import { dynamoDBInboxReader } from '../../shared/store/dynamodb-inbox-reader.ts';
import { dynamoDBMailLog } from '../../shared/store/dynamodb-mail-log.ts';
import { dynamoDBPreferences } from '../../shared/store/dynamodb-preferences.ts';
import { notificationKey } from '../../shared/store/inbox-keys.ts';
import { openTestDynamoDB, type TestDynamoDB } from '../support/dynamodb.ts';
import { newTenant } from './commits.ts';

let dynamodb: TestDynamoDB;
let client: DynamoDBDocumentClient;
beforeAll(async () => {
  dynamodb = await openTestDynamoDB();
  await dynamodb.createTable('inbox');
  client = dynamodb.client();
});
afterAll(() => dynamodb?.close());

const itemsOf = async (p: string): Promise<Record<string, unknown>[]> => {
  const input = { TableName: 'inbox', KeyConditionExpression: 'p = :p', ExpressionAttributeValues: { ':p': p } };
  return (await client.send(new QueryCommand(input))).Items ?? [];
};

const notification = (tenantId: string, n = 2): Notification => ({
  tenantId,
  inbox: 'player#ada',
  eventId: `prediction-a.ada:${n}`,
  kind: 'prediction-result',
  at: new Date(Date.UTC(2023, 7, 11, 20, n)).toISOString(),
  said: { en: { title: 'A - B', text: `You said ${n}:1.` }, de: { title: 'A - B', text: `Du hast ${n}:1 getippt.` } },
});
const given = (tenantId: string, count: number) => Array.from({ length: count }, (_, n) => notification(tenantId, n));

describe('the inbox on DynamoDB', () => {
  it('keeps each notification once, whoever puts it how often at the same time', async () => {
    const tenant = newTenant();
    const all = given(tenant, 30);
    const inbox = dynamoDBInbox(client, 'inbox');
    expect(await inbox.put(all.slice(0, 10))).toEqual(all.slice(0, 10));
    expect(await inbox.put([...all.slice(5, 12), ...all.slice(5, 12)])).toEqual(all.slice(10, 12));
    await Promise.all([all, all.toReversed()].map(each => inbox.put(each)));
    expect(await inbox.put(all)).toEqual([]);
    const { tenantId: _, inbox: name, eventId, ...rest } = notification(tenant, 0);
    const kept = await itemsOf(`${tenant}#${name}`);
    expect(kept).toHaveLength(30);
    expect(kept[0]).toEqual({ p: `${tenant}#player#ada`, s: `n#${rest.at}#${eventId}`, ...rest });
  });

  it('tells a batch in one look what is there, who wants what, and what matches are called', async () => {
    const tenant = newTenant();
    const inbox = dynamoDBInbox(client, 'inbox');
    const [first, second] = given(tenant, 2) as [Notification, Notification];
    const names = { competition: 'pl', home: 'A', away: 'B' };
    await inbox.write([first], [{ kind: 'fixture', tenantId: tenant, matchId: 'a', ...names }]);
    const wanted = { ...DEFAULT_PREFERENCES, reminders: { inbox: false, mail: true } };
    await dynamoDBPreferences(client, 'inbox').replace(tenant, 'ada', wanted);
    const other = { ...second, inbox: 'player#ben' };
    const looked = await inbox.look([first, second, other], [{ tenantId: tenant, matchId: 'a' }]);
    expect([first, second, other].map(looked.has)).toEqual([true, false, false]);
    expect(looked.preferencesOf(tenant, 'ada')).toEqual(wanted);
    expect(looked.preferencesOf(tenant, 'ben')).toEqual(DEFAULT_PREFERENCES);
    expect(looked.fixtureOf(tenant, 'a')).toMatchObject(names);
    expect(looked.fixtureOf(tenant, 'b')).toBeUndefined();
  });

  it('shows the newest first, page by page, and nothing else that is kept beside them', async () => {
    const tenant = newTenant();
    await dynamoDBInbox(client, 'inbox').put(given(tenant, 7));
    await dynamoDBPreferences(client, 'inbox').replace(tenant, 'ada', DEFAULT_PREFERENCES);
    const reader = dynamoDBInboxReader(client, 'inbox');
    const own = { tenantId: tenant, inbox: 'player#ada', language: 'de', limit: 3 } as const;
    const texts: string[] = [];
    let cursor: string | null | undefined;
    do {
      const page = await reader.page({ ...own, cursor: cursor ?? undefined });
      texts.push(...page.items.map(({ text }) => text));
      cursor = page.next;
    } while (cursor);
    expect(texts).toEqual(
      given(tenant, 7)
        .reverse()
        .map(({ said }) => said.de.text),
    );
  });

  it('shows in English what was stored when there was nothing else', async () => {
    const tenantId = newTenant();
    const { said, ...rest } = notification(tenantId);
    const { kind, at } = rest;
    const Item = { ...notificationKey(rest), kind, at, ...said.en };
    await client.send(new PutCommand({ TableName: 'inbox', Item }));
    const own = { tenantId, inbox: 'player#ada', limit: 1 };
    const reader = dynamoDBInboxReader(client, 'inbox');
    for (const language of ['en', 'de'] as const)
      expect((await reader.page({ ...own, language })).items).toMatchObject([{ ...said.en, language: 'en' }]);
  });

  it('marks as read what is in the inbox of who asks, and nothing else', async () => {
    const [tenant, other] = [newTenant(), newTenant()];
    await dynamoDBInbox(client, 'inbox').put([...given(tenant, 2), ...given(other, 3)]);
    const reader = dynamoDBInboxReader(client, 'inbox');
    const own = { tenantId: tenant, inbox: 'player#ada' };
    const page = () => reader.page({ ...own, language: 'en', limit: 10 });
    const [newest] = (await page()).items;
    await reader.markRead({ ...own, id: newest?.id ?? '' });
    await reader.markRead({ ...own, id: newest?.id ?? '' });
    expect((await page()).items.map(({ read }) => read)).toEqual([true, false]);
    const strange =
      (await reader.page({ tenantId: other, inbox: 'player#ada', limit: 1, language: 'en' })).items[0]?.id ?? '';
    const preferences = Buffer.from('preferences').toString('base64url');
    for (const id of [strange, preferences, '', '!', `${strange}=`])
      await expect(reader.markRead({ ...own, id })).rejects.toBeInstanceOf(UnknownNotificationError);
    expect(await itemsOf(`${tenant}#player#ada`)).toHaveLength(2);
    await expect(reader.page({ ...own, limit: 1, language: 'en', cursor: preferences })).rejects.toBeInstanceOf(
      UnknownNotificationError,
    );
  });
});

describe('preferences on DynamoDB', () => {
  it('are those of who said nothing, then what was said last, with a version that counts', async () => {
    const tenant = newTenant();
    const store = dynamoDBPreferences(client, 'inbox');
    expect(await store.read(tenant, 'ada')).toEqual({ preferences: DEFAULT_PREFERENCES, version: 0 });
    const quiet = { ...DEFAULT_PREFERENCES, results: { inbox: false, mail: false } };
    expect(await store.replace(tenant, 'ada', quiet, 0)).toBe(1);
    expect(await store.replace(tenant, 'ada', DEFAULT_PREFERENCES)).toBe(2);
    const both = await Promise.allSettled([2, 2].map(version => store.replace(tenant, 'ada', quiet, version)));
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    for (const version of [0, 2, 9])
      await expect(store.replace(tenant, 'ada', quiet, version)).rejects.toBeInstanceOf(PreferencesChangedError);
    expect(await store.read(tenant, 'ada')).toEqual({ preferences: quiet, version: 3 });
  });
});

describe('the log of mails on DynamoDB', () => {
  it('lets one begin, and can list what has no end', async () => {
    const tenant = newTenant();
    const log = dynamoDBMailLog(client, 'inbox');
    const [lost, sent] = given(tenant, 2) as [Notification, Notification];
    expect((await Promise.all([log.begin(lost), log.begin(lost), log.begin(lost)])).filter(Boolean)).toEqual([true]);
    expect(await log.begin(sent)).toBe(true);
    await log.end(sent, { status: 'sent', messageId: 'm-1' });
    expect(await log.begin(sent)).toBe(false);
    const items = await itemsOf(`${tenant}#mails#2023-08-11`);
    expect(items.map(({ status, messageId }) => [status, messageId])).toEqual([
      ['sending', undefined],
      ['sent', 'm-1'],
    ]);
    expect(items[0]?.expires).toBe(Date.UTC(2023, 8, 10, 20) / 1000);
  });
});
