import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { rm } from 'node:fs/promises';
import { afterAll, describe, expect, it } from 'vitest';
import { type LocalStack, startLocalStack } from '../../local/stack.ts';
import { LocalRuntimeError } from '../../local/types.ts';
import { collected, pipelineTemplate, scratch, seen, writeAssembly } from '../local/stack/support.ts';

const RUNTIME = 'test/local/stack/fixtures/runtime.ts';

const startChild = async (assembly: string, dataDir: string): Promise<{ child: ChildProcess; url: string }> => {
  const child = spawn(process.execPath, [RUNTIME, assembly, dataDir], { stdio: ['ignore', 'pipe', 'inherit'] });
  if (child.stdout === null) throw new Error('no stdout');
  const [line] = (await once(child.stdout, 'data')) as [Buffer];
  return { child, url: line.toString().trim() };
};

const kill = async (child: ChildProcess): Promise<void> => {
  child.kill('SIGKILL');
  await once(child, 'exit');
};

/** Whether any process, such as a DynamoDB Local that outlived us, still has this folder on its command line. */
const isRunning = (folder: string): boolean => spawnSync('pgrep', ['-f', folder]).status === 0;

const until = async (check: () => boolean): Promise<void> => {
  for (let tries = 0; tries < 50 && !check(); tries += 1) await new Promise(resolve => setTimeout(resolve, 100));
  expect(check()).toBe(true);
};

/**
 * Puts items one after another from several writers until nobody answers, kills the runtime in the middle of it, once
 * so many were acknowledged; answers the ids that were.
 */
const writeUntilKilled = async (url: string, prefix: string, child: ChildProcess, after: number): Promise<string[]> => {
  const acknowledged: string[] = [];
  const write = async (writer: number): Promise<void> => {
    for (let n = 0; ; n += 1) {
      const id = `${prefix}-${writer}-${n}`;
      const answer = await fetch(`${url}/items/${id}`, { method: 'POST', body: 'x' }).catch(() => undefined);
      if (answer?.status !== 201) return;
      acknowledged.push(id);
      if (acknowledged.length === after) await kill(child);
    }
  };
  await Promise.all([0, 1, 2].map(write));
  return acknowledged;
};

describe('a runtime that is killed', () => {
  const dataDir = scratch();
  const assembly = writeAssembly(pipelineTemplate());
  let stack: LocalStack | undefined;
  afterAll(async () => {
    await stack?.stop();
    await rm(dataDir, { recursive: true, force: true });
  });
  const start = () => startLocalStack({ assembly, root: '.', dataDir, retryDelaySeconds: 0, ...collected() });

  it('takes its DynamoDB Local with it, and loses nothing that was acknowledged', async () => {
    const acknowledged: string[] = [];
    for (const [round, after] of [20, 50].entries()) {
      const { child, url } = await startChild(assembly, dataDir);
      acknowledged.push(...(await writeUntilKilled(url, `r${round}`, child, after)));
    }
    await until(() => !isRunning(dataDir));
    stack = await start();
    await stack.settled({ timeoutMs: 15_000 });

    expect(acknowledged.length).toBeGreaterThanOrEqual(70);
    const kept = await seen(stack.endpoint);
    expect(acknowledged.filter(id => !kept.has(id))).toEqual([]);
  }, 60_000);

  it('refuses a second runtime on the same folder', async () => {
    await expect(start()).rejects.toThrow(LocalRuntimeError);
    await expect(start()).rejects.toThrow(/another local runtime uses this data folder/);
  });

  it('goes on after its checkpoint', async () => {
    await stack?.stop();
    stack = await start();
    await stack.settled({ timeoutMs: 15_000 });
    expect(stack.statistics().streamRecordsRead).toBe(0);

    await fetch(`${stack.apiUrls.Api}/items/late`, { method: 'POST', body: 'x' });
    await stack.settled({ timeoutMs: 15_000 });
    expect(stack.statistics().streamRecordsRead).toBe(1);
    expect((await seen(stack.endpoint)).has('late')).toBe(true);
  }, 60_000);
});
