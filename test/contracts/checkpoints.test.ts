import { TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type Checkpoint,
  type CheckpointStore,
  InvalidCheckpointNameError,
  StaleCheckpointError,
} from '../../shared/application/checkpoints.ts';
import { checkpointUpdate, dynamoDBCheckpoints } from '../../shared/store/dynamodb-checkpoints.ts';
import { memoryCheckpoints } from '../../shared/store/memory-checkpoints.ts';
import { openTestDynamoDB, type TestDynamoDB } from '../support/dynamodb.ts';
import { brokenConnection, countCapacity, onWire } from '../support/sdk-faults.ts';
import { newTenant } from './commits.ts';

let dynamodb: TestDynamoDB;
let table: string;
beforeAll(async () => {
  dynamodb = await openTestDynamoDB();
  table = await dynamodb.createTable('checkpoints');
});
afterAll(() => dynamodb?.close());

const FULL: Checkpoint = { types: ['match.finished'], from: '2023-08-11T19:00:00.000Z', cursor: 'abc', after: 'x:1' };

describe.each<[string, () => CheckpointStore]>([
  ['in memory', memoryCheckpoints],
  ['on DynamoDB', () => dynamoDBCheckpoints(dynamodb.client(), table)],
])('checkpoints %s', (_, open) => {
  it('are not there at first, and then as they were saved', async () => {
    const [store, tenant] = [open(), newTenant()];
    const claim = await store.claim(tenant, 'mailer');
    expect(claim.checkpoint).toBeUndefined();
    await store.save(claim, { cursor: 'a' });
    await store.save(claim, FULL);
    expect(await store.claim(tenant, 'mailer')).toMatchObject({ tenantId: tenant, name: 'mailer', checkpoint: FULL });
  });

  it('forget what is left out', async () => {
    const [store, tenant] = [open(), newTenant()];
    const claim = await store.claim(tenant, 'mailer');
    await store.save(claim, FULL);
    await store.save(claim, { cursor: 'b', after: undefined });
    expect((await store.claim(tenant, 'mailer')).checkpoint).toEqual({ cursor: 'b' });
  });

  it('are moved by the newest owner only', async () => {
    const [store, tenant] = [open(), newTenant()];
    const older = await store.claim(tenant, 'mailer');
    await store.save(older, { cursor: 'a' });
    const newer = await store.claim(tenant, 'mailer');
    await expect(store.save(older, { cursor: 'z' })).rejects.toMatchObject({
      name: 'StaleCheckpointError',
      message: `the checkpoint ${tenant}/mailer was claimed by another consumer`,
      claim: older,
    });
    await store.save(newer, { cursor: 'b' });
    await expect(store.save(older, { cursor: 'z' })).rejects.toThrow(StaleCheckpointError);
    expect((await store.claim(tenant, 'mailer')).checkpoint).toEqual({ cursor: 'b' });
  });

  it('have one owner of many that claim at the same time', async () => {
    const [store, tenant] = [open(), newTenant()];
    const claims = await Promise.all([0, 1, 2, 3, 4].map(() => store.claim(tenant, 'mailer')));
    const saved = await Promise.allSettled(claims.map((claim, index) => store.save(claim, { cursor: String(index) })));
    expect(saved.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  it('are of one tenant and one name', async () => {
    const [store, tenant, other] = [open(), newTenant(), newTenant()];
    const claim = await store.claim(tenant, 'mailer');
    await store.save(claim, FULL);
    for (const [otherTenant, otherName] of [
      [tenant, 'mailer2'],
      [other, 'mailer'],
    ] as const)
      expect((await store.claim(otherTenant, otherName)).checkpoint).toBeUndefined();
    await store.save(claim, { cursor: 'still mine' });
  });

  it.each(['', '#', 'a b', '.', 'x'.repeat(101)])('cannot be named %j', async name => {
    await expect(open().claim(newTenant(), name)).rejects.toThrow(InvalidCheckpointNameError);
  });

  it.each(['', 'demo#page#x'])('cannot be of a tenant %j', async tenant => {
    await expect(open().claim(tenant, 'mailer')).rejects.toThrow(InvalidCheckpointNameError);
  });
});

describe('a checkpoint on DynamoDB', () => {
  it('takes one write unit to claim, and one each time it is saved', async () => {
    const client = dynamodb.client();
    const units = countCapacity(client);
    const store = dynamoDBCheckpoints(client, table);
    const claim = await store.claim(newTenant(), 'mailer');
    await store.save(claim, FULL);
    expect(units).toEqual([1, 1]);
  });

  it('stays its own when an answer is lost and the SDK asks again', async () => {
    const client = dynamodb.client();
    const tenant = newTenant();
    let lost = 0;
    onWire(client, async ({ count, send }) => {
      const answer = await send();
      if (count % 2 === 0) return answer;
      lost += 1;
      throw brokenConnection();
    });
    const store = dynamoDBCheckpoints(client, table);
    await store.save(await store.claim(tenant, 'mailer'), FULL);
    expect(lost).toBe(2);
    expect((await dynamoDBCheckpoints(dynamodb.client(), table).claim(tenant, 'mailer')).checkpoint).toEqual(FULL);
  });

  it('moves in one transaction with an effect, or neither does', async () => {
    const client = dynamodb.client();
    const [store, tenant] = [dynamoDBCheckpoints(client, table), newTenant()];
    const commit = (claim: Awaited<ReturnType<typeof store.claim>>, effect: string) => {
      const Put = {
        TableName: table,
        Item: { p: `${tenant}#effect`, s: effect },
        ConditionExpression: 'attribute_not_exists(p)',
      };
      const Update = checkpointUpdate(table, claim, { cursor: effect });
      return client.send(new TransactWriteCommand({ TransactItems: [{ Put }, { Update }] }));
    };
    const older = await store.claim(tenant, 'mailer');
    await commit(older, 'a');
    const newer = await store.claim(tenant, 'mailer');
    await expect(commit(older, 'b')).rejects.toMatchObject({
      CancellationReasons: [{ Code: 'None' }, { Code: 'ConditionalCheckFailed' }],
    });
    await commit(newer, 'b');
    expect((await store.claim(tenant, 'mailer')).checkpoint).toEqual({ cursor: 'b' });
  });
});
