import { DeleteQueueCommand, SendMessageCommand } from '@aws-sdk/client-sqs';
import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { operatorClient } from '../../cli/ledger/deployment.ts';
import { runCommand } from './command.ts';
import { putOnBus } from './delivery.ts';
import { type AuditLine, openStack, PATIENCE_MS, remove, sabotaged, synthesize, type TestStack } from './harness.ts';
import { mistakes } from './mistakes.ts';
import { impatientOutbox, outageStory } from './outage.ts';
import { eventIds, queuesOf, type TestQueues } from './queues.ts';
import { result, type World, worldOf } from './world.ts';

const BEFORE = '2031-03-01T12:00:00.000Z';
const KICK_OFF = '2031-03-01T15:00:00.000Z';
const AFTER = '2031-03-01T17:00:00.000Z';

let assembly: string;
let broken: string;
let open: TestStack;
let queues: TestQueues;

beforeAll(async () => {
  assembly = await synthesize();
  broken = await sabotaged(assembly, find => {
    mistakes(find);
    impatientOutbox(find);
  });
  open = await openStack(broken);
  queues = queuesOf(open);
}, PATIENCE_MS);
afterAll(async () => {
  queues?.[Symbol.dispose]();
  await open?.[Symbol.asyncDispose]();
  await remove(assembly, broken);
});

/** A match on which ann is right and ben is not, up to its kick-off. */
const upToKickOff = async (world: World, matchId = 'm'): Promise<void> => {
  open.setClock(BEFORE);
  await world.schedule(matchId, KICK_OFF);
  await world.predict('ann', matchId, 1, 0);
  await world.predict('ben', matchId, 0, 1);
  open.setClock(AFTER);
};
const finish = async (world: World, matchId = 'm'): Promise<void> => {
  await upToKickOff(world, matchId);
  await world.match(matchId, 'finish', { result: result(1, 0) });
  await open.settled();
};
const ANN_WINS = ['1. ann 4 (1/0/0/0/0) 0 0', '2. ben 0 (0/0/0/0/1) 0 0'];

const auditOf = async (tenant: string, handler: string): Promise<readonly AuditLine[]> =>
  (await open.scan<AuditLine>('Audit')).filter(({ p, s }) => p.startsWith(`${tenant}#`) && s === handler);

describe('a stack with four mistakes', () => {
  let world: World;
  beforeAll(async () => {
    world = worldOf(open, 'broken');
    const { competition } = world;
    await open.api.post(world.host, '/v1/pools', { poolId: 'office', competition, name: 'Office' });
    await open.api.post(world.player('ann'), '/v1/pools/office/join');
    const rules = { rules: 'classic-3-2-1', basis: 'FT90', tieBreaks: [], countAwarded: false };
    await open.api.post(world.host, '/v1/pools/office/rules', rules);
    await finish(world);
  }, PATIENCE_MS);

  it('still scores and ranks', async () => {
    expect(await world.standings()).toEqual(ANN_WINS);
  });

  it('puts the events of a handler that throws into its dead-letter queue, all of them and no others', async () => {
    const dead = eventIds(await queues.drain('notifyDeadLetters'));
    expect(dead).toEqual(['match-m:1', 'match-m:2', 'prediction-m.ann:2', 'prediction-m.ben:2']);
    expect(await auditOf('broken', 'notify')).toEqual([]);
    expect(open.logs.find(line => line.includes('this handler is broken'))).toMatch(/notify/);
  });

  it('denies the function whose permission is missing, and nobody else', async () => {
    const audit = await auditOf('broken', 'record-analytics');
    expect(audit.map(({ status, error }) => `${status} ${error}`)).toEqual(
      Array(4).fill('dead-lettered AccessDeniedException'),
    );
    expect(audit[0]?.reason).toMatch(
      /recordanalytics.* is not authorized to perform: dynamodb:(BatchGetItem|PutItem|UpdateItem)/,
    );
    expect(eventIds(await queues.drain('recordanalyticsDeadLetters'))).toHaveLength(4);
    const denied = open.logs.filter(line => line.includes('is not authorized to perform'));
    expect(denied.filter(line => !/^[^:]*recordanalytics/.test(line))).toEqual([]);
  });

  it('names the environment variable that was forgotten', async () => {
    expect(open.logs.find(line => line.includes('the environment variable AUDIT_TABLE is not set'))).toMatch(
      /^[^:]*catchunrouted/,
    );
    expect(eventIds(await queues.drain('catchunroutedDeadLetters'))).toEqual(['pool-office:2']);
  });

  it('shows in the books who has not said what became of an event, and the event that no rule took', async () => {
    const { stored, published, withoutOutcome } = await open.ledger();
    expect(published).toBe(stored);
    expect(withoutOutcome.toSorted()).toEqual([
      'broken#match-m:1 notify',
      'broken#match-m:2 notify',
      'broken#membership-office.ann:1 (no rule takes it)',
      'broken#pool-office:2 catch-unrouted',
      'broken#prediction-m.ann:2 notify',
      'broken#prediction-m.ben:2 notify',
    ]);
  });
});

describe('PutEvents is down for longer than the stream keeps', () => outageStory(() => ({ open, queues })));

describe('an event that cannot be handled', () => {
  it('goes to the dead-letter queue as poison, while its neighbours proceed', async () => {
    const world = worldOf(open, 'poison');
    const send = (MessageBody: string) =>
      queues.client.send(new SendMessageCommand({ QueueUrl: queues.urlOf('projectstandingsQueue'), MessageBody }));
    const sent = await Promise.all([send('poison'), send('{"detail":{"id":"half an event"}}'), finish(world)]);
    await open.settled();
    expect(await world.standings()).toEqual(ANN_WINS);
    const audit = await auditOf('unknown', 'project-standings');
    const ids = sent.flatMap(answer => (answer ? [`unknown#${answer.MessageId}`] : []));
    expect(audit.map(({ p, status, error }) => `${p} ${status} ${error}`).sort()).toEqual(
      ids.map(id => `${id} dead-lettered InvalidEventError`).sort(),
    );
  });

  it(
    'is redriven from the terminal, comes back when its cause is not mended, and is discarded',
    async () => {
      const redriven = await runCommand(open, 'redrive', ['project-standings']);
      expect(redriven.output).toContain('Given to their handlers: 2.');
      await open.settled();
      const args = ['project-standings', '--discard', '--reason', 'a test', '--json'];
      const { code, output } = await runCommand(open, 'redrive', args);
      expect([code, JSON.parse(output)]).toMatchObject([
        0,
        { settled: { done: [{ handler: 'project-standings' }, {}], missing: [] }, dead: 0, letters: [] },
      ]);
      expect(await queues.drain('projectstandingsDeadLetters')).toEqual([]);
      const incidents = (await open.scan<AuditLine & { what: string }>('Audit')).filter(
        ({ p, s }) => p.startsWith('#incidents#unknown#') && s.startsWith('project-standings#'),
      );
      const counts = Map.groupBy(incidents, ({ what }) => what);
      // Five attempts each, before and after: a redriven message has another id.
      expect([...counts].map(([what, { length }]) => `${what} ${length}`).toSorted()).toEqual([
        ...['dead-lettered 4', 'discarded 2', 'failed 16', 'redriven 2'],
      ]);
    },
    PATIENCE_MS,
  );

  it('is parked when its schema is from the future, and not applied', async () => {
    const world = worldOf(open, 'future');
    await upToKickOff(world);
    await open.settled();
    const [known] = open.published.filter(({ tenantId, type }) => tenantId === 'poison' && type === 'match.finished');
    const future = { ...known, tenantId: 'future', schemaVersion: '99.0', data: { verdict: 'by the crowd' } };
    expect(await putOnBus(open, [future])).toBe(0);
    await open.settled();
    for (const handler of ['score-predictions', 'project-standings']) {
      const [line] = await auditOf('future', handler);
      expect(line).toMatchObject({ p: 'future#match-m:2', status: 'parked', reason: expect.stringContaining('99.0') });
    }
    expect(await world.standings()).toEqual([]);
    expect(await queues.drain('scorepredictionsDeadLetters')).toEqual([]);
  });

  it('causes nothing when it is the eleventh of a chain', async () => {
    const world = worldOf(open, 'loop');
    await upToKickOff(world);
    await open.settled();
    const [known] = open.published.filter(({ tenantId, type }) => tenantId === 'poison' && type === 'match.finished');
    expect(await putOnBus(open, [{ ...known, tenantId: 'loop', hops: 10 }])).toBe(0);
    await open.settled();
    expect(await auditOf('loop', 'score-predictions')).toMatchObject([{ status: 'dead-lettered', error: 'LoopError' }]);
    expect(eventIds(await queues.drain('scorepredictionsDeadLetters'))).toEqual(['match-m:2']);
    const caused = open.published.filter(
      ({ tenantId, type }) => tenantId === 'loop' && type === 'prediction.evaluated',
    );
    expect(caused).toEqual([]);
  });

  it('is put into quarantine when its commit is not what was written, and holds up no other', async () => {
    const world = worldOf(open, 'quarantine');
    const [{ p = '', ...commit } = {}] = (await open.scan<Record<string, string>>('Events')).filter(
      item => item.p === 'poison#match-m',
    );
    const client = operatorClient(open.stack.endpoint);
    const TableName = open.stack.assembly
      .ofType('AWS::DynamoDB::GlobalTable')
      .find(t => t.logicalId.startsWith('Events'))?.name;
    const forged = [
      { ...commit, p: 'forged#match-m' },
      { p: 'forged#match-n', s: 'match-n:000000001', n: 1, b: 'not JSON', g: '', h: '' },
    ];
    await Promise.all([...forged.map(Item => client.send(new PutCommand({ TableName, Item }))), finish(world)]);
    await open.settled();
    client.destroy();
    expect(p).toBe('poison#match-m');
    expect(await world.standings()).toEqual(ANN_WINS);
    const quarantined = (await queues.drain('OutboxQuarantine')).map(({ Body = '{}' }) => JSON.parse(Body) as object);
    expect(quarantined).toHaveLength(2);
    expect(quarantined).toEqual(
      expect.arrayContaining([
        { key: `forged#match-m ${commit.s}`, reason: expect.stringMatching(/not those that were hashed/) },
        { key: 'forged#match-n match-n:000000001', reason: expect.stringMatching(/not JSON/) },
      ]),
    );
    expect(open.published.filter(({ tenantId }) => tenantId === 'forged')).toEqual([]);
  });

  it("goes to the target's dead-letter queue when the queue is gone, and to the others as ever", async () => {
    await queues.client.send(new DeleteQueueCommand({ QueueUrl: queues.urlOf('projectstandingsQueue') }));
    const world = worldOf(open, 'gone');
    await finish(world);
    const undelivered = await queues.drain('projectstandingsUndelivered');
    expect(eventIds(undelivered)).toEqual(['match-m:2', 'prediction-m.ann:2', 'prediction-m.ben:2']);
    expect(undelivered[0]?.MessageAttributes?.ERROR_CODE?.StringValue).toBe('NO_RESOURCE');
    expect(await auditOf('gone', 'score-predictions')).toMatchObject([{ status: 'succeeded' }]);
    expect(await world.standings()).toEqual([]);
  });
});
