import { type ChildProcess, spawn } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { CreateTableCommand } from '@aws-sdk/client-dynamodb';
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { startDynamoDbLocal } from '../local/dynamodb/java.ts';
import type { Envelope } from '../shared/events/envelope.ts';
import { dynamoDBEventIndex } from '../shared/store/dynamodb-event-index.ts';
import { check } from './chaos/check.ts';
import { build, write } from './chaos/roles.ts';
import { connect, TABLES, TENANTS } from './chaos/tables.ts';

/**
 * `npm run chaos:index -- --minutes 3`: writers and builders of the index are processes that are killed at random points,
 * while somebody follows the index by its cursor. At the end every stream has to be
 * whole, and every query complete and free of duplicates.
 */

const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '1' },
    role: { type: 'string', default: 'parent' },
    endpoint: { type: 'string', default: '' },
    folder: { type: 'string', default: '' },
  },
});
const start = (role: string, endpoint: string, folder: string): ChildProcess =>
  spawn(process.execPath, [import.meta.filename, '--role', role, '--endpoint', endpoint, '--folder', folder], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });

/** Runs one process of a role after another, each killed at a random point of its life. @returns how many it killed */
const killAgainAndAgain = async (run: () => ChildProcess, until: number): Promise<number> => {
  let killed = 0;
  for (; Date.now() < until; killed += 1) {
    const child = run();
    const exited = once(child, 'exit');
    // To start takes longer than to live: the random point is one of its work.
    if (child.stdout) await Promise.race([once(child.stdout, 'data'), exited]);
    await Promise.race([delay(randomInt(1500)), exited]);
    if (child.exitCode !== null) throw new Error(`a process ended by itself, with ${child.exitCode}`);
    child.kill('SIGKILL');
    // Sometimes the next one starts while this one may still have a request under way.
    if (randomInt(2) === 0) await exited;
  }
  return killed;
};

const createTables = async (client: DynamoDBDocumentClient): Promise<void> => {
  for (const [TableName, StreamEnabled] of [
    [TABLES.eventsTable, true],
    [TABLES.indexTable, false],
  ] as const)
    await client.send(
      new CreateTableCommand({
        TableName,
        BillingMode: 'PAY_PER_REQUEST',
        AttributeDefinitions: ['p', 's'].map(AttributeName => ({ AttributeName, AttributeType: 'S' })),
        KeySchema: [
          { AttributeName: 'p', KeyType: 'HASH' },
          { AttributeName: 's', KeyType: 'RANGE' },
        ],
        ...(StreamEnabled && { StreamSpecification: { StreamEnabled, StreamViewType: 'NEW_IMAGE' } }),
      }),
    );
};

/** Reads a tenant's events by its cursor, while they come; to the end when it is over. */
const follow = async (
  client: DynamoDBDocumentClient,
  tenant: string,
  isOver: () => boolean,
): Promise<readonly [string, readonly Envelope[]]> => {
  const index = dynamoDBEventIndex({ client, ...TABLES });
  const first = await index.since(tenant, {}, 100);
  const events = [...first.events];
  for (let page = first, wasOver = false; !wasOver || page.more; ) {
    wasOver = isOver();
    page = await index.next(tenant, page.cursor ?? '', 100);
    events.push(...page.events);
    if (!page.more) await delay(100);
  }
  return [tenant, events];
};

const wreck = async (client: DynamoDBDocumentClient, endpoint: string, folder: string): Promise<string> => {
  await createTables(client);
  const until = Date.now() + Number(values.minutes) * 60_000;
  const run = (role: string) => () => start(role, endpoint, folder);
  let isOver = false;
  const followers = Promise.all(TENANTS.map(tenant => follow(client, tenant, () => isOver)));
  const roles = ['writer', 'writer', 'builder'];
  const [one = 0, two = 0, builders = 0] = await Promise.all(roles.map(role => killAgainAndAgain(run(role), until)));
  const [code] = await once(run('finisher')(), 'exit');
  if (code !== 0) throw new Error(`the last builder ended with ${code}`);
  isOver = true;
  const { streams, events } = await check(client, new Map(await followers));
  const killed = `${one + two} writers and ${builders} builders killed`;
  return `${events} events, ${killed}: ${streams} streams are whole, every query is complete, nothing is there twice.`;
};

const parent = async (): Promise<void> => {
  const folder = mkdtempSync(join(tmpdir(), 'chaos-index-'));
  const dynamodb = await startDynamoDbLocal({ report: () => {} });
  const client = connect(dynamodb.endpoint);
  try {
    console.info(await wreck(client, dynamodb.endpoint, folder));
  } finally {
    client.destroy();
    await dynamodb.close();
    rmSync(folder, { recursive: true });
  }
};

const roles: Readonly<Record<string, () => Promise<void>>> = {
  parent,
  writer: () => write(values.endpoint),
  builder: () => build(values.endpoint, values.folder, false),
  finisher: () => build(values.endpoint, values.folder, true),
};
await roles[values.role]?.();
