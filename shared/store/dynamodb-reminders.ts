import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { type DynamoDBDocumentClient, PutCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import type { ClaimedMatch, DueMatch, Reminders } from '../application/notifications/remind.ts';
import { batchPut } from './batch.ts';
import {
  claimPartition,
  dayOf,
  duePartition,
  dueSort,
  expiryOf,
  followersPartition,
  type InboxKey,
} from './inbox-keys.ts';

/** Which run reminds of a match, and whether it has. */
interface ClaimItem extends InboxKey {
  readonly run: string;
  readonly done?: true;
}

interface FollowerItem extends InboxKey {
  readonly joined: boolean;
}

const claimItem = (match: DueMatch, run: string) => ({
  p: claimPartition(dayOf(match.kickOff)),
  s: dueSort(match),
  run,
  expires: expiryOf(match.kickOff),
});

const readDue = (s: string): DueMatch => {
  const [kickOff = '', tenantId = '', matchId = ''] = s.split('#');
  return { kickOff, tenantId, matchId };
};

/** Players whose last word on some pool is that they joined: items come by player, pool and version. */
const joinedIn = (items: readonly FollowerItem[]): readonly string[] => {
  const last = new Map(items.map(({ s, joined }) => [s.slice(0, s.lastIndexOf('#')), joined]));
  const players = [...last].flatMap(([membership, joined]) => (joined ? [membership.split('#')[0] ?? ''] : []));
  return [...new Set(players)];
};

/** What there is to remind of, in the table of inboxes, where `notify` has put what is due. */
export const dynamoDBReminders = (client: DynamoDBDocumentClient, TableName: string): Reminders => {
  const query = async <Item>(p: string, from: string, to: string): Promise<readonly Item[]> => {
    const items: unknown[] = [];
    let ExclusiveStartKey: Record<string, unknown> | undefined;
    do {
      const page = await client.send(
        new QueryCommand({
          TableName,
          KeyConditionExpression: 'p = :p AND s BETWEEN :from AND :to',
          ExpressionAttributeValues: { ':p': p, ':from': from, ':to': to },
          ConsistentRead: true,
          ExclusiveStartKey,
        }),
      );
      items.push(...(page.Items ?? []));
      ExclusiveStartKey = page.LastEvaluatedKey;
    } while (ExclusiveStartKey);
    return items as Item[];
  };
  const ofDay = async (day: string, from: string, to: string): Promise<readonly DueMatch[]> => {
    // All of an instant sorts between its bare text and the same with `~` behind it.
    const range = [`${from}~`, `${to}~`] as const;
    const due = await query<InboxKey>(duePartition(day), ...range);
    if (due.length === 0) return [];
    const claims = await query<ClaimItem>(claimPartition(day), ...range);
    const done = new Set(claims.flatMap(claim => (claim.done ? [claim.s] : [])));
    return due.filter(({ s }) => !done.has(s)).map(({ s }) => readDue(s));
  };
  return {
    due: async (from, to) => {
      const days: string[] = [];
      for (let day = Date.parse(dayOf(from)); day <= Date.parse(to); day += 24 * 3600 * 1000)
        days.push(dayOf(new Date(day).toISOString()));
      return (await Promise.all(days.map(day => ofDay(day, from, to)))).flat();
    },
    claim: async (match, run) => {
      try {
        await client.send(
          new PutCommand({
            TableName,
            Item: claimItem(match, run),
            ConditionExpression: 'attribute_not_exists(p)',
            ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
          }),
        );
        return run;
      } catch (error) {
        if (!(error instanceof ConditionalCheckFailedException && error.Item)) throw error;
        return (unmarshall(error.Item) as ClaimItem).run;
      }
    },
    done: (matches: readonly ClaimedMatch[]) =>
      batchPut(
        client,
        TableName,
        matches.map(match => ({ ...claimItem(match, match.run), done: true })),
      ),
    followers: async (tenantId, competition) =>
      joinedIn(await query<FollowerItem>(followersPartition(tenantId, competition), ' ', '~')),
  };
};
