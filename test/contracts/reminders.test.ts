import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createPrediction } from '../../shared/application/commands.ts';
import type { Fact } from '../../shared/application/notifications/facts.ts';
import type { DueMatch } from '../../shared/application/notifications/remind.ts';
import { matchStream, predictionId } from '../../shared/events/streams.ts';
import { dynamoDBEventStore } from '../../shared/store/dynamodb-event-store.ts';
import { dynamoDBInbox } from '../../shared/store/dynamodb-inbox.ts';
import { dynamoDBPlacedPredictions } from '../../shared/store/dynamodb-placed-predictions.ts';
import { dynamoDBReminders } from '../../shared/store/dynamodb-reminders.ts';
import { contextOf } from '../application/world.ts';
import { pick, scheduled } from '../domain/samples.ts';
import { openTestDynamoDB, type TestDynamoDB } from '../support/dynamodb.ts';
import { commitOf, newTenant } from './commits.ts';

let dynamodb: TestDynamoDB;
let client: DynamoDBDocumentClient;
beforeAll(async () => {
  dynamodb = await openTestDynamoDB();
  for (const name of ['inbox', 'events']) await dynamodb.createTable(name);
  client = dynamodb.client();
});
afterAll(() => dynamodb?.close());
describe('reminders on DynamoDB', () => {
  const HOUR = 3600 * 1000;
  /** Days of their own for each test: what is due is kept of all tenants together. */
  let day = Date.UTC(2100, 0, 1);
  const newDay = (): number => {
    day += 10 * 24 * HOUR;
    return day;
  };
  const iso = (instant: number): string => new Date(instant).toISOString();
  const due = (tenantId: string, matchId: string, kickOff: number): DueMatch => ({
    tenantId,
    matchId,
    kickOff: iso(kickOff),
  });
  const keep = (facts: readonly Fact[]) => dynamoDBInbox(client, 'inbox').write([], facts);

  it('finds what kicks off after one instant and up to another, over midnight, of all tenants', async () => {
    const [tenant, start] = [newTenant(), newDay()];
    const matches = [0, 1, 25, 49, 50].map(hours => due(tenant, `m-${hours}`, start + hours * HOUR));
    await keep(matches.map(match => ({ kind: 'due', ...match })));
    const reminders = dynamoDBReminders(client, 'inbox');
    expect(await reminders.due(iso(start), iso(start + 49 * HOUR))).toEqual(matches.slice(1, 4));
    expect(await reminders.due(iso(start + 2 * HOUR), iso(start + 3 * HOUR))).toEqual([]);
  });

  it('gives a match to one run, and no more to any when all was done; whatever is told of it again', async () => {
    const [tenant, start] = [newTenant(), newDay()];
    const match = due(tenant, 'm', start + HOUR);
    const reminders = dynamoDBReminders(client, 'inbox');
    const fact: Fact = { kind: 'due', ...match };
    await keep([fact]);
    const owners = await Promise.all(['r-1', 'r-2', 'r-3'].map(run => reminders.claim(match, run)));
    expect(new Set(owners).size).toBe(1);
    await keep([fact]);
    expect(await reminders.claim(match, 'r-4')).toBe(owners[0]);
    expect(await reminders.due(iso(start), iso(start + HOUR))).toEqual([match]);
    await reminders.done([{ ...match, run: owners[0] ?? '' }]);
    await keep([fact]);
    expect(await reminders.due(iso(start), iso(start + HOUR))).toEqual([]);
  });

  it('knows who is in some pool of a competition, in whatever order it was told', () =>
    fc.assert(
      fc.asyncProperty(fc.array(fc.nat(5), { maxLength: 12 }), async order => {
        const tenantId = newTenant();
        const common = { kind: 'follower', tenantId, competition: 'pl' } as const;
        const facts: Fact[] = [
          { ...common, playerId: 'ada', poolId: 'office', version: 1, joined: true },
          { ...common, playerId: 'ada', poolId: 'office', version: 2, joined: false },
          { ...common, playerId: 'ada', poolId: 'office', version: 10, joined: true },
          { ...common, playerId: 'ben', poolId: 'office', version: 1, joined: true },
          { ...common, playerId: 'ben', poolId: 'office', version: 2, joined: false },
          { ...common, playerId: 'cem', poolId: 'family', version: 1, joined: true },
        ];
        for (const index of order) await keep(facts.slice(index, index + 1));
        await keep(facts);
        expect([...(await dynamoDBReminders(client, 'inbox').followers(tenantId, 'pl'))].sort()).toEqual([
          'ada',
          'cem',
        ]);
      }),
      { numRuns: 5 },
    ));

  it('knows which predictions were placed', async () => {
    const tenantId = newTenant();
    const store = dynamoDBEventStore({ client, tableName: 'events' });
    const match = matchStream('burnley-city');
    const { token } = await store.load(tenantId, match);
    await store.append(token, commitOf('schedule', scheduled()));
    const ref = { matchId: 'burnley-city', playerId: 'ada' };
    await createPrediction(
      { store, sleep: async () => {}, random: () => 0 },
      contextOf({ tenantId }),
      ref,
      pick('1-0'),
    );
    const placed = dynamoDBPlacedPredictions(client, 'events');
    expect(await placed(tenantId, [ref, { ...ref, playerId: 'ben' }, { ...ref, matchId: 'other' }])).toEqual(
      new Set([predictionId('burnley-city', 'ada')]),
    );
    expect(await placed(newTenant(), [ref])).toEqual(new Set());
  });
});
