import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { answerOnce, KeyReusedError } from '../../shared/application/command-answers.ts';
import type { Incident } from '../../shared/application/dead-letters/ports.ts';
import { failed, succeeded } from '../../shared/application/outcome.ts';
import { dynamoDBAuditLog } from '../../shared/store/dynamodb-audit-log.ts';
import { dynamoDBCommandAnswers } from '../../shared/store/dynamodb-command-answers.ts';
import { dynamoDBIncidents } from '../../shared/store/dynamodb-incidents.ts';
import { openTestDynamoDB, type TestDynamoDB } from '../support/dynamodb.ts';
import { newTenant } from './commits.ts';

const AT = '2023-08-11T20:00:00.000Z';
const at = (seconds: number): string => new Date(Date.parse(AT) + seconds * 1000).toISOString();

let dynamodb: TestDynamoDB;
beforeAll(async () => {
  dynamodb = await openTestDynamoDB();
  await dynamodb.createTable('audit');
});
afterAll(() => dynamodb?.close());

it('every attempt that failed is kept beside the last outcome, and what operators did', async () => {
  const client = dynamodb.client();
  const event = { tenantId: newTenant(), eventId: 'match-a:1', handler: 'notify' };
  const audit = dynamoDBAuditLog(client, 'audit');
  const tried = { ...event, eventType: 'match.finished', durationMs: 1 };
  for (const attempt of [1, 2])
    await audit.record([{ ...tried, outcome: failed(new TypeError(`try ${attempt}`)), attempt, at: at(attempt) }]);
  await audit.record([
    { ...tried, outcome: { status: 'dead-lettered', error: new TypeError('try 3') }, attempt: 3, at: at(3) },
    { ...tried, handler: 'notify-others', outcome: failed('x'), attempt: 1, at: at(3) },
  ]);
  const incidents = dynamoDBIncidents(client, 'audit');
  const redriven: Incident = { ...event, what: 'redriven', at: at(4), by: 'otto' };
  const discarded: Incident = { ...event, what: 'discarded', at: at(5), by: 'otto', reason: 'a test' };
  await incidents.record([redriven, discarded]);
  await incidents.record([redriven, discarded]);
  await audit.record([{ ...tried, outcome: succeeded, attempt: 1, at: at(6) }]);
  expect(await incidents.of(event)).toEqual([
    { ...event, what: 'failed', at: at(1), attempt: 1, error: 'TypeError', reason: 'try 1' },
    { ...event, what: 'failed', at: at(2), attempt: 2, error: 'TypeError', reason: 'try 2' },
    { ...event, what: 'dead-lettered', at: at(3), attempt: 3, error: 'TypeError', reason: 'try 3' },
    redriven,
    discarded,
  ]);
  expect(await incidents.of({ ...event, tenantId: newTenant() })).toEqual([]);
  // What was discarded is never forgotten.
  const { Items = [] } = await client.send(
    new QueryCommand({
      TableName: 'audit',
      KeyConditionExpression: 'p = :p',
      ExpressionAttributeValues: { ':p': `#incidents#${event.tenantId}#${event.eventId}` },
    }),
  );
  expect(Items.filter(({ expires }) => expires === undefined).map(({ what }) => what)).toEqual(['discarded']);
});

it('the attempts of an event that was redriven stay apart, also where the clock stands still', async () => {
  const client = dynamodb.client();
  const event = { tenantId: newTenant(), eventId: 'match-a:1', handler: 'notify' };
  const audit = dynamoDBAuditLog(client, 'audit');
  const tried = { ...event, eventType: 'match.finished', durationMs: 1, at: AT };
  for (const messageId of ['first', 'second'])
    for (const attempt of [1, 2])
      await audit.record([{ ...tried, messageId, outcome: failed(new Error(`${messageId} ${attempt}`)), attempt }]);
  const incidents = dynamoDBIncidents(client, 'audit');
  await incidents.record([{ ...event, what: 'redriven', at: AT, by: 'otto', messageId: 'first' }]);
  const found = await incidents.of(event);
  expect(found.map(({ reason, what }) => reason ?? what)).toEqual([
    ...['first 1', 'second 1', 'first 2', 'second 2'],
    'redriven',
  ]);
  expect(found.flatMap(Object.keys)).not.toContain('messageId');
});

it('a command that is sent again gets its first answer; another under its key is refused', async () => {
  const answers = dynamoDBCommandAnswers(dynamodb.client(), 'audit');
  const context = { tenantId: newTenant(), commitId: 'key', request: 'digest', now: AT };
  let count = 0;
  const command = async () => {
    count += 1;
    return { done: [count], missing: [] };
  };
  expect(await answerOnce(answers, context, command)).toEqual({ done: [1], missing: [] });
  expect(await answerOnce(answers, context, command)).toEqual({ done: [1], missing: [] });
  await expect(answerOnce(answers, { ...context, request: 'other' }, command)).rejects.toBeInstanceOf(KeyReusedError);
  expect(await answerOnce(answers, { ...context, tenantId: newTenant() }, command)).toEqual({ done: [2], missing: [] });
  expect(await answerOnce(answers, { ...context, request: undefined }, command)).toEqual({ done: [3], missing: [] });
});
