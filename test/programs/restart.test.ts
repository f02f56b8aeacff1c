import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { apiClient } from '../../cli/api-client.ts';
import { loadDemoSeason } from '../../cli/demo/season.ts';
import { runningStack } from '../../cli/ledger/running.ts';
import { playerIdOf } from '../../cli/season/players.ts';
import { linesOf } from '../../cli/season/report.ts';
import { localTokens, organiserOf } from '../../cli/tokens.ts';
import { freePort } from '../../local/dynamodb/java.ts';
import type { Standings } from '../../shared/application/read-models.ts';
import { type CommitItem, decodeStreamed } from '../../shared/store/commit-codec.ts';
import { openStack, PATIENCE_MS, remove, scratch, synthesize, type TestStack } from '../e2e/harness.ts';
import { type Program, run, start } from '../e2e/process.ts';
import { factsAt, GUESSES } from './cup.ts';
import { rounded, tableOf } from './oracle.ts';
import { POOL, playCup, TENANT } from './restart.ts';

/** The whole season is some eighty acknowledged commands, and one that is played again at least 58. */
const KILL_AFTER = { from: 10, to: 55 };

/** For this many commands before its death nothing is published: the relay is in the middle of something. */
const STUCK = 8;

/** Whole numbers from a range, the same for the same seed (mulberry32, Tommy Ettinger). */
const numbersFrom = (seed: number, { from, to }: { from: number; to: number }) => {
  let state = seed;
  return (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return from + (((t ^ (t >>> 14)) >>> 0) % (to - from + 1));
  };
};

describe.concurrent('a runtime that is killed in mid-season', () => {
  const dataDir = scratch();
  const acknowledged = new Set<string>();
  let assembly: string;
  let open: TestStack;
  let items: readonly CommitItem[];

  beforeAll(async () => {
    const seed = Number(process.env.E2E_SEED ?? Date.now() % 2 ** 31);
    const random = numbersFrom(seed, KILL_AFTER);
    const points = [random(), random()].sort((a, b) => a - b);
    console.info(`kill -9 after ${points.join(' and ')} acknowledged commands (E2E_SEED=${seed})`);
    assembly = await synthesize();
    for (const point of points) await playAndKill(point);
    open = await openStack(assembly, { dataDir });
    await playCup(open, open.api);
    items = await open.scan<CommitItem>('Events');
  }, 2 * PATIENCE_MS);
  afterAll(async () => {
    await open?.[Symbol.asyncDispose]();
    await remove(assembly, dataDir);
  });

  const playAndKill = async (point: number): Promise<void> => {
    const { child, says, ended } = start(
      'test/programs/fixtures/season-runner.ts',
      assembly,
      dataDir,
      String(point - STUCK),
    );
    let commands = 0;
    await says(line => {
      if (line.startsWith('acknowledged')) commands += 1;
      return commands === point;
    });
    child.kill('SIGKILL');
    const { stdout } = await ended;
    expect(stdout).not.toContain('played');
    for (const line of stdout.split('\n').filter(line => line.startsWith('acknowledged ')))
      for (const id of line.split(' ').slice(1).filter(Boolean)) acknowledged.add(id);
  };

  it('has every event of every command that was acknowledged', () => {
    const stored = new Set(
      items.map(item => decodeStreamed({ ...item })).flatMap(({ events }) => events.map(({ id }) => id)),
    );
    expect(acknowledged.size).toBeGreaterThan(0);
    expect([...acknowledged].filter(id => !stored.has(id))).toEqual([]);
  });

  it('has streams without gaps, chained by their hashes', () => {
    // Decoding checks each commit's own hash.
    const streams = Map.groupBy(
      items.map(item => decodeStreamed({ ...item })),
      ({ stream }) => stream.name,
    );
    for (const commits of streams.values()) {
      commits.sort((a, b) => a.firstVersion - b.firstVersion);
      const versions = commits.flatMap(({ events }) => events.map(({ version }) => version));
      expect(versions).toEqual(versions.map((_, index) => index + 1));
      expect(commits.map(({ previousHash }) => previousHash)).toEqual(
        ['', ...commits.map(({ hash }) => hash)].slice(0, -1),
      );
    }
  });

  it('has published every event, and everybody whom it concerns has handled it', async () => {
    // Which run published it, before or after anybody observed the bus, is not known; who handled it is on record.
    expect(await open.ledger()).toMatchObject({ deadLettered: 0, withoutOutcome: [] });
  });

  it('has the standings of a season that nothing happened to', async () => {
    const names = new Map(GUESSES.map(({ player }) => [playerIdOf(player), player]));
    const { standings } = await open.api.get<Standings>(organiserOf(TENANT), `/v1/pools/${POOL}/standings`);
    const expected = tableOf(factsAt('9999', 'FT90', 1), GUESSES, 'kicktipp-4-3-2');
    expect(linesOf(standings, names).map(rounded)).toEqual(expected);
  });
});

describe.concurrent('npm start', () => {
  const [dataDir, otherDir] = [scratch(), scratch()];
  const running: Program[] = [];
  afterAll(async () => {
    for (const { child } of running) child.kill('SIGKILL');
    await Promise.all(running.map(({ ended }) => ended));
    await remove(dataDir, otherDir);
  });
  const npmStart = (port: number, ...tempo: readonly string[]): Program => {
    const program = start('cli/start.ts', '--data', dataDir, '--port', String(port), '--no-open', ...tempo);
    running.push(program);
    return program;
  };
  const [match] = loadDemoSeason('premier-league-2023-24').feed.matches;
  const ask = async <T>(port: number, path: string): Promise<T> => {
    const { userPoolUrl } = await runningStack(dataDir);
    return apiClient(`http://127.0.0.1:${port}`, localTokens(userPoolUrl)).get<T>(organiserOf('demo'), path);
  };
  const firstMatch = (port: number): Promise<{ status: string; version: number }> =>
    ask(port, `/v1/matches/${match?.fixture.matchId}`);
  const finished = async (port: number): Promise<number> =>
    (await ask<Standings>(port, '/v1/pools/demo-premier-league-2023-24/standings')).matches.finished;

  it('goes on where it was stopped, and lets no second one in', { timeout: 3 * PATIENCE_MS }, async ({ expect }) => {
    const port = await freePort();
    // Slow enough to leave the machine to others.
    const first = npmStart(port, '--speed', '10');
    await first.says(line => line.startsWith('The stack runs'));
    await expect.poll(() => finished(port), { timeout: PATIENCE_MS, interval: 200 }).toBeGreaterThan(0);
    const before = await firstMatch(port);
    expect(before).toMatchObject({ status: 'finished', version: 3 });
    first.child.kill('SIGINT');
    expect((await first.ended).code).toBe(0);

    const second = npmStart(port, '--paused');
    await second.says(line => line.startsWith('The stack runs'));
    const [taken, inUse] = await Promise.all([
      run('cli/start.ts', '--data', otherDir, '--port', String(port)),
      run('cli/start.ts', '--data', dataDir, '--port', String(await freePort())),
    ]);
    expect(taken.stderr).toMatch(new RegExp(`^Port ${port} is taken: .*$`, 'm'));
    expect(inUse.stderr).toMatch(/another local runtime uses this data folder/);
    for (const { code, stderr } of [taken, inUse]) {
      expect(code).toBe(1);
      expect(stderr).not.toMatch(/^ +at /m);
    }
    const [played] = (await second.says(line => line.endsWith('it goes on from there.'))).split(' ');
    expect(Number(played)).toBeGreaterThan(0);
    expect(await firstMatch(port)).toEqual(before);
    second.child.kill('SIGTERM');
    expect((await second.ended).code).toBe(0);
  });
});
