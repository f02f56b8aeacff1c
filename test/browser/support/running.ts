import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ApiClient, apiClient } from '../../../cli/api-client.ts';
import { localTokens } from '../../../cli/tokens.ts';
import { type Cup, cupOf } from './cup.ts';

const ROOT = join(import.meta.dirname, '../../..');

/** `npm start` in a process of its own, which may be killed and started again. */
export interface Running {
  /** Where the page is. */
  readonly url: string;
  readonly api: ApiClient;
  readonly cup: Cup;
  /** Presses a button of the demo. */
  readonly press: (path: string, body?: unknown) => Promise<unknown>;
  readonly state: () => Promise<{ readonly played: number; readonly phase: string }>;
  /** At once, without a goodbye. */
  readonly kill: () => Promise<void>;
  /** On the same ports, with the data of before. */
  readonly start: () => Promise<void>;
  readonly close: () => Promise<void>;
}

/** Waits until the page is served. @throws Error with what was printed, when the process ends instead */
const served = (child: ChildProcess): Promise<void> =>
  new Promise((resolve, reject) => {
    let printed = '';
    child.once('exit', code => reject(new Error(`npm start ended with ${code}:\n${printed}`)));
    for (const stream of [child.stdout, child.stderr])
      stream?.on('data', (chunk: Buffer) => {
        printed += chunk.toString();
        if (printed.includes('The page is at http')) resolve();
      });
  });

/** Starts the stack, and stands still before the season. @param port of the API; the page is three further */
export const startRunning = async (port: number): Promise<Running> => {
  const data = mkdtempSync(join(tmpdir(), 'matchday-browser-'));
  const url = `http://127.0.0.1:${port + 3}`;
  let child: ChildProcess | undefined;
  const start = async (): Promise<void> => {
    const options = ['--data', data, '--port', String(port), '--paused', '--no-open'];
    child = spawn(process.execPath, ['cli/start.ts', ...options], { cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'] });
    await served(child);
  };
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, 'exit');
    child.kill(signal);
    await ended;
  };
  const ask = async (path: string, init: RequestInit): Promise<unknown> => {
    const response = await fetch(`${url}/demo/${path}`, init);
    if (!response.ok) throw new Error(`/demo/${path}: ${response.status} ${await response.text()}`);
    return response.json();
  };
  await start();
  const api = apiClient(`http://127.0.0.1:${port}`, localTokens(`http://127.0.0.1:${port + 1}`));
  return {
    url,
    api,
    cup: cupOf(api),
    press: (path, body = {}) =>
      ask(path, {
        method: 'POST',
        headers: { 'content-type': 'application/json', origin: url },
        body: JSON.stringify(body),
      }),
    state: () => ask('state', {}) as ReturnType<Running['state']>,
    kill: () => end('SIGKILL'),
    start,
    close: async () => {
      await end('SIGTERM');
      rmSync(data, { recursive: true, force: true });
    },
  };
};
