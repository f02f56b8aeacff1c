import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { TestProject } from 'vitest/node';
import { type DynamoDbLocal, startDynamoDbLocal } from '../../local/dynamodb/java.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where test files ask for what they share: `/dynamodb/<pool>` is an endpoint, `/assembly` a folder. */
    readonly sharedMachine: string;
  }
}

const ROOT = join(import.meta.dirname, '../..');

/** What takes seconds to start, started when the first test file asks for it, and ended when all are done. */
export default async function setup({ provide }: TestProject): Promise<() => Promise<void>> {
  const databases = new Map<string, Promise<DynamoDbLocal>>();
  let assembly: Promise<string> | undefined;

  const synthesized = async (): Promise<string> => {
    const folder = await mkdtemp(join(tmpdir(), 'matchday-synth-'));
    await promisify(execFile)(process.execPath, [join(ROOT, 'infra/local.ts'), folder], { cwd: ROOT });
    return folder;
  };
  const database = (pool: string): Promise<DynamoDbLocal> => {
    const running = databases.get(pool) ?? startDynamoDbLocal({ report: () => {} });
    databases.set(pool, running);
    return running;
  };
  const answer = async (path: string): Promise<string> => {
    const [, what, pool = ''] = path.split('/');
    if (what === 'dynamodb') return (await database(pool)).endpoint;
    assembly ??= synthesized();
    return assembly;
  };
  const server = createServer((request, response) => {
    answer(request.url ?? '').then(
      text => response.end(text),
      (error: unknown) => response.writeHead(500).end(String(error)),
    );
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  provide('sharedMachine', `http://127.0.0.1:${(server.address() as AddressInfo).port}`);

  return async () => {
    server.close();
    server.closeAllConnections();
    for (const running of databases.values()) await (await running).close();
    if (assembly) await rm(await assembly, { recursive: true, force: true });
  };
}
