import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Deployment, openDeployment } from '../../cli/ledger/deployment.ts';
import { openLedger } from '../../cli/ledger/open.ts';
import { announce } from '../../cli/ledger/running.ts';
import { verifyLedger } from '../../cli/ledger/verify.ts';
import { organiserOf, playerOf } from '../../cli/tokens.ts';
import type { Standings } from '../../shared/application/read-models.ts';
import { readStream } from '../../shared/store/ledger-scan.ts';
import { scanWholeLedger } from '../../shared/store/whole-ledger.ts';
import { asPlayer } from '../e2e/forgotten.ts';
import { openStack, PATIENCE_MS, ROOT, remove, scratch, synthesize, type TestStack } from '../e2e/harness.ts';

const HOST = organiserOf('rebuild');
const COMPETITION = 'rebuild-cup';

const AS_OPERATOR = { AWS_ACCESS_KEY_ID: 'operator', AWS_SECRET_ACCESS_KEY: 'local' };

let open: TestStack;
let deployment: Deployment;
let announced: AsyncDisposable;
const data = scratch();
let assembly: string;
beforeAll(async () => {
  assembly = await synthesize();
  open = await openStack(assembly);
  announced = await announce(data, open.stack);
  deployment = await openDeployment({ data });
}, PATIENCE_MS);
afterAll(async () => {
  deployment?.[Symbol.dispose]();
  await announced?.[Symbol.asyncDispose]();
  await open?.[Symbol.asyncDispose]();
  await remove(assembly);
  await remove(data);
});

const cli = async (...args: readonly string[]): Promise<string> => {
  const argv = [join(ROOT, 'cli/rebuild.ts'), 'standings', '--data', data, ...args];
  // For "--stage": AWS, as far as it is on this machine.
  const aws = { AWS_ENDPOINT_URL: open.stack.endpoint, AWS_REGION: 'local', ...AS_OPERATOR };
  return (await promisify(execFile)(process.execPath, argv, { cwd: ROOT, env: { ...process.env, ...aws } })).stdout;
};

/** A match that ends 2-1, which ada has said and bob has not. */
const playMatch = async (n: number): Promise<void> => {
  const matchId = `match-${n}`;
  open.setClock(`2020-01-${String(n).padStart(2, '0')}T12:00:00.000Z`);
  const kickOff = { at: `2020-01-${String(n).padStart(2, '0')}T13:00:00.000Z`, timeKnown: true };
  const fixture = { matchId, competition: COMPETITION, home: `Home ${n}`, away: `Away ${n}` };
  await open.api.post(HOST, '/v1/matches', { ...fixture, kickOff });
  await open.api.post(playerOf('rebuild', 'ada'), '/v1/predictions', { matchId, predicted: { home: 2, away: 1 } });
  await open.api.post(playerOf('rebuild', 'bob'), '/v1/predictions', { matchId, predicted: { home: 0, away: 1 } });
  open.setClock(`2020-01-${String(n).padStart(2, '0')}T15:00:00.000Z`);
  await open.api.post(HOST, `/v1/matches/${matchId}/finish`, { result: { fullTime: { home: 2, away: 1 } } });
};

const points = async (): Promise<Record<string, number>> => {
  await open.settled();
  const { standings } = await open.api.get<Standings>(HOST, `/v1/competitions/${COMPETITION}/standings`);
  return Object.fromEntries(standings.map(({ playerId, points }) => [playerId, points]));
};

/** Handlers and readers go by what they read of the register for two seconds of their own. */
const switched = (expected: Record<string, number>): Promise<void> =>
  expect.poll(points, { timeout: PATIENCE_MS, interval: 250 }).toEqual(expected);

it(
  'a broken read model is built anew while the season goes on, and the old one can be had back',
  async () => {
    for (const n of [1, 2]) await playMatch(n);
    // What is rebuilt has a player in it whose profile nobody can read any more.
    const profile = { method: 'PUT', path: '/profile', body: { displayName: 'Ada' } };
    expect(await asPlayer(open, 'rebuild', profile)).toMatchObject({ status: 201 });
    expect(await asPlayer(open, 'rebuild', { method: 'DELETE', path: '' })).toMatchObject({ status: 200 });
    expect(await points()).toEqual({ ada: 8, bob: 0 });
    await deployment.client.send(
      new UpdateCommand({
        TableName: await deployment.tableOf('Standings'),
        Key: { p: `rebuild#${COMPETITION}`, s: 'row#bob' },
        UpdateExpression: 'ADD #c :n',
        ExpressionAttributeNames: { '#c': 'played/FT90/exact' },
        ExpressionAttributeValues: { ':n': 5 },
      }),
    );
    expect(await points()).toEqual({ ada: 8, bob: 20 });

    const [out] = await Promise.all([cli('--grace', '3'), playMatch(3)]);
    expect(out).toMatch(/generation 1 is read, 0, 1 are written\n\d+ events in/);
    await switched({ ada: 12, bob: 0 });

    await playMatch(4);
    await switched({ ada: 16, bob: 0 });
    expect(await cli('--back')).toBe('generation 0 is read, 0, 1 are written\n');
    await switched({ ada: 16, bob: 20 });
    await cli('--back');
    expect(await cli('--drop')).toBe('generation 1 is read, 1 is written\n');
    await switched({ ada: 16, bob: 0 });
  },
  PATIENCE_MS,
);

it(
  'a season that retention took to the archive reads as before, is verified, replayed and can be corrected',
  async () => {
    const version1 = await open.api.get(HOST, '/v1/matches/match-1?version=1');
    const first = await open.api.get(HOST, '/v1/events/match-match-1:1');
    using ledger = await openLedger({ data });
    const { client, table } = ledger;
    const place = { p: 'rebuild#match-match-1', stream: 'match-match-1' };
    expect(await readStream(client, table, place)).toHaveLength(2);
    // It is anchored, and a first of July comes on which all of it is older than twenty years.
    for (const now of ['2020-02-01T12:00:00.000Z', '2040-07-01T12:00:00.000Z']) {
      open.setClock(now);
      await open.settled();
    }
    expect(await readStream(client, table, place)).toHaveLength(1);
    expect(await open.api.get(HOST, '/v1/matches/match-1?version=1')).toEqual(version1);
    expect(await open.api.get(HOST, '/v1/events/match-match-1:1')).toEqual(first);
    const { events, archived, faults, archiveFaults } = await verifyLedger({ ...ledger });
    expect([faults, archiveFaults, archived.streams]).toEqual([[], [], 12]);
    const { archive: _, ...withoutArchive } = ledger;
    expect((await verifyLedger(withoutArchive)).faults).toContainEqual(
      expect.objectContaining({ ...place, kind: 'removed', version: 1 }),
    );
    const withoutIt = async (): Promise<void> => {
      for await (const items of scanWholeLedger(client, table)) expect(items).toBeDefined();
    };
    await expect(withoutIt()).rejects.toMatchObject({ name: 'StreamArchivedError' });
    expect(await cli('--tenant', 'rebuild')).toMatch(new RegExp(`^${events} events in`));
    await open.api.post(HOST, '/v1/matches/match-1/correct', {
      result: { fullTime: { home: 0, away: 1 } },
      reason: 'a protest',
    });
    await switched({ ada: 12, bob: 4 });
  },
  PATIENCE_MS,
);

it('is about a stage on AWS when one is named, and says when it has no tables', async () => {
  expect(await cli('--stage', 'dev', '--drop')).toMatch(/^generation \d is read/);
  await expect(cli('--stage', 'nowhere')).rejects.toMatchObject({
    code: 1,
    stderr: expect.stringContaining('There is no table MatchdayData-nowhere-'),
  });
});
