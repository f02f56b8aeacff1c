import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { DeleteCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type OpenLedger, openLedger } from '../../cli/ledger/open.ts';
import { announce } from '../../cli/ledger/running.ts';
import { type Verified, verifyLedger } from '../../cli/ledger/verify.ts';
import { type OpenStack, openLocalStack } from '../../cli/local-stack.ts';
import { startOf } from '../../shared/application/event-store.ts';
import type { Envelope } from '../../shared/events/envelope.ts';
import { poolStream } from '../../shared/events/streams.ts';
import type { CommitItem } from '../../shared/store/commit-codec.ts';
import { dynamoDBEventStore } from '../../shared/store/dynamodb-event-store.ts';
import { readStream } from '../../shared/store/ledger-scan.ts';
import { appendEach } from '../contracts/commits.ts';
import { start } from './process.ts';

const dataDir = mkdtempSync(join(tmpdir(), 'verify-'));
const PLAYERS = ['ada', 'bob', 'cy', 'dee'];
const place = { p: 'demo#pool-office', stream: 'pool-office' };
let open: OpenStack;
let ledger: OpenLedger;
let announced: AsyncDisposable;

beforeAll(async () => {
  open = await openLocalStack({ say: () => {} });
  announced = await announce(dataDir, open.stack);
  ledger = await openLedger({ data: dataDir });
  open.stack.clock.set(new Date('2023-08-11T18:00:00.000Z'));
  const store = dynamoDBEventStore({ client: ledger.client, tableName: ledger.table });
  await appendEach(store, startOf('demo', poolStream('office')), PLAYERS);
  await appendEach(store, startOf('acme', poolStream('other')), PLAYERS);
  // Past the next time that anchors are due.
  open.stack.clock.set(new Date('2023-09-02T18:00:00.000Z'));
  await open.stack.settled();
});
afterAll(async () => {
  ledger?.[Symbol.dispose]();
  await announced?.[Symbol.asyncDispose]();
  await open?.[Symbol.asyncDispose]();
  rmSync(dataDir, { recursive: true, force: true });
});

const verify = (scope: { readonly tenantId?: string } = {}): Promise<Verified> => verifyLedger({ ...ledger, ...scope });
const put = (item: CommitItem) => ledger.client.send(new PutCommand({ TableName: ledger.table, Item: item }));
const remove = ({ p, s }: CommitItem) =>
  ledger.client.send(new DeleteCommand({ TableName: ledger.table, Key: { p, s } }));

/** What is found while the items are changed; they are put back after it. */
const whileTampered = async (tamper: (items: readonly CommitItem[]) => Promise<unknown>): Promise<Verified> => {
  const items = await readStream(ledger.client, ledger.table, place);
  await tamper(items);
  const verified = await verify();
  for (const item of items) await put(item);
  return verified;
};
const at = (items: readonly CommitItem[], index: number): CommitItem => {
  const item = items[index];
  if (!item) throw new Error(`there is no commit ${index}`);
  return item;
};

const run = async (script: string, ...args: readonly string[]): Promise<{ code: number; output: string }> => {
  const running = promisify(execFile)(process.execPath, [script, '--data', dataDir, ...args]);
  return running.then(
    ({ stdout }) => ({ code: 0, output: stdout }),
    ({ code, stdout, stderr }) => ({ code, output: `${stdout}${stderr}` }),
  );
};

describe('the ledger of a running stack', () => {
  it('is as it was written, and anchored', async () => {
    expect(await verify()).toMatchObject({
      faults: [],
      anchorFault: undefined,
      anchored: 2,
      streams: 2,
      commits: 8,
      events: 8,
    });
    expect(await verify({ tenantId: 'acme' })).toMatchObject({ faults: [], anchored: 1, streams: 1 });
  });

  it.each<[string, (items: readonly CommitItem[]) => Promise<unknown>, string, number]>([
    ['bytes', items => put({ ...at(items, 1), b: at(items, 1).b.replace('bob', 'eve') }), 'altered', 2],
    ['a timestamp', items => put({ ...at(items, 2), b: at(items, 2).b.replace('18:00', '17:59') }), 'altered', 3],
    ['a commit in the middle', items => remove(at(items, 1)), 'removed', 2],
    ['the tail', items => remove(at(items, 3)), 'cut', 4],
    ['everything', items => Promise.all(items.map(remove)), 'cut', 1],
    [
      'the order',
      items => Promise.all([put({ ...at(items, 1), s: at(items, 2).s }), put({ ...at(items, 2), s: at(items, 1).s })]),
      'altered',
      2,
    ],
  ])('shows that somebody tampered with %s, and where', async (_what, tamper, kind, version) => {
    const { faults } = await whileTampered(tamper);
    expect(faults).toMatchObject([{ ...place, kind, version }]);
    expect((await verify()).faults).toEqual([]);
  });

  it('is verified by a command, which says what is wrong and ends with 1', async () => {
    const items = await readStream(ledger.client, ledger.table, place);
    await remove(at(items, 3));
    const { code, output } = await run('cli/verify.ts', '--tenant', 'demo', '--stream', 'pool-office');
    await put(at(items, 3));
    expect([code, output]).toEqual([1, expect.stringContaining('CUT demo/pool-office at version 4')]);
  });

  it('gives a receipt that is checked without it', async () => {
    const { code, output } = await run('cli/receipt.ts', 'demo', 'pool-office:2');
    expect(code).toBe(0);
    const file = join(dataDir, 'receipt.json');
    writeFileSync(file, output);
    expect(await run('cli/receipt.ts', '--check', file)).toMatchObject({
      code: 0,
      output: expect.stringContaining('demo/pool-office:2 (pool.player-joined) by ada'),
    });
  });

  it('is followed by a command, which goes on from its checkpoint', async () => {
    const follow = async (until: string) => {
      const command = start('cli/follow.ts', '--data', dataDir, '--tenant', 'acme', '--name', 'books');
      await command.says(line => line.includes(until));
      command.child.kill('SIGINT');
      const { code, stdout, stderr } = await command.ended;
      const events = stdout.split('\n').filter(Boolean);
      return { code, stderr, ids: events.map(line => (JSON.parse(line) as Envelope).id) };
    };
    const ids = PLAYERS.map((_, index) => `pool-other:${index + 1}`);
    expect(await follow('pool-other:4')).toEqual({ code: 0, stderr: '', ids });
    const store = dynamoDBEventStore({ client: ledger.client, tableName: ledger.table });
    const { token } = await store.load('acme', poolStream('other'));
    await appendEach(store, token, ['eve']);
    expect(await follow('pool-other:5')).toEqual({ code: 0, stderr: '', ids: ['pool-other:5'] });
  });
});
