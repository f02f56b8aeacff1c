import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { LocalRuntimeError, type Report } from '../types.ts';

/** A running DynamoDB Local. */
export interface DynamoDbLocal {
  /** `http://127.0.0.1:PORT` */
  readonly endpoint: string;
  /** The id of its process group; absent when it is not ours. */
  readonly pid: number | undefined;
  close(): Promise<void>;
}

/**
 * The shell between us and Java. It holds the other end of a pipe whose only writer is this process: when we die, by
 * whatever signal, the pipe ends and Java is ended. `read` is the shell's own, so it works whatever the PATH. When Java dies first, the shell exits with its code.
 */
const KEEPER = 'exec 3<&0; "$@" </dev/null & java=$!; (read -r _ <&3; kill "$java") 2>/dev/null & wait "$java"';

/** From start to the first answer, in ms; 2 s are usual on two busy cores. */
const START_LIMIT_MS = 30_000;

const emulatorFolder = (): string => {
  const manifest = createRequire(import.meta.url).resolve('amplify-dynamodb-simulator/package.json');
  const folder = join(dirname(manifest), 'emulator');
  if (!existsSync(join(folder, 'DynamoDBLocal.jar'))) {
    throw new LocalRuntimeError(`DynamoDB Local is not in ${folder}. Run \`npm ci\` again.`);
  }
  return folder;
};

/** A port nobody listens on now. */
export const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });

const launch = (folder: string, port: number, directory: string | undefined, heapMb: number): ChildProcess => {
  const storage = directory === undefined ? ['-inMemory'] : ['-dbPath', directory];
  const java = [
    'java',
    // The first compiler only, and the simplest collector, which gives back what it does not need: half the time to start,
    // and a third of the memory.
    ...[
      '-XX:TieredStopAtLevel=1',
      '-XX:+UseSerialGC',
      `-Xmx${heapMb}m`,
      '-XX:MinHeapFreeRatio=10',
      '-XX:MaxHeapFreeRatio=20',
      '-Xss256k',
    ],
    `-Djava.library.path=${join(folder, 'DynamoDBLocal_lib')}`,
    ...['-jar', join(folder, 'DynamoDBLocal.jar'), '-disableTelemetry', '-sharedDb'],
    ...storage,
    ...['-port', String(port)],
  ];
  // A process group of its own: Ctrl-C in the terminal is for us; we end Java when the last write is answered.
  return spawn('/bin/sh', ['-c', KEEPER, 'dynamodb-local', ...java], {
    stdio: ['pipe', 'ignore', 'pipe'],
    detached: true,
  });
};

const explain = (output: string, code: number | null): LocalRuntimeError => {
  if (code === 127 || code === 126) {
    return new LocalRuntimeError(
      'Java was not found. DynamoDB Local needs Java 17 or newer: install it (Debian: `apt-get install openjdk-17-jre-headless`) and put `java` on the PATH, or set DYNAMODB_ENDPOINT to a DynamoDB that runs.',
    );
  }
  if (output.includes('UnsupportedClassVersionError')) {
    return new LocalRuntimeError(
      'This Java is too old for DynamoDB Local. Install Java 17 or newer and put its `java` first on the PATH.',
    );
  }
  if (/BindException|Address already in use/i.test(output)) {
    return new LocalRuntimeError(
      'The port for DynamoDB Local is taken. Free it, or leave the choice of the port to the runtime.',
    );
  }
  return new LocalRuntimeError(
    `DynamoDB Local did not start (exit code ${code}). It said: ${output.trim().slice(-1000) || 'nothing'}`,
  );
};

const answers = async (endpoint: string): Promise<boolean> => {
  try {
    await fetch(endpoint, { signal: AbortSignal.timeout(1000) });
    return true;
  } catch {
    return false;
  }
};

/** Ends the whole group; the process group outlives a shell that was killed alone. */
const end = async (child: ChildProcess, gone: Promise<unknown>): Promise<void> => {
  child.stdin?.end();
  await Promise.race([gone, delay(3000, undefined, { ref: false })]);
  try {
    if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
  } catch {
    // ESRCH: all of it has gone by itself, which is what is wanted.
  }
  await gone;
};

/**
 * Starts the official DynamoDB Local and waits until it answers.
 * @throws LocalRuntimeError when Java is missing or too old, the port is taken, or it dies at start.
 */
export const startDynamoDbLocal = async (options: {
  readonly port?: number;
  /** Where the tables live; absent: in memory. */
  readonly directory?: string;
  /** Most that Java may take for its heap, in MB. Default 64: enough for a season; large parallel scans want more. */
  readonly heapMb?: number;
  readonly report: Report;
}): Promise<DynamoDbLocal> => {
  const folder = emulatorFolder();
  if (options.directory !== undefined) mkdirSync(options.directory, { recursive: true });
  const port = options.port ?? (await freePort());
  const endpoint = `http://127.0.0.1:${port}`;
  if (options.port !== undefined && (await answers(endpoint))) throw explain('Address already in use', 1);
  const child = launch(folder, port, options.directory, options.heapMb ?? 64);
  let output = '';
  let state: 'starting' | 'running' | 'ending' | 'gone' = 'starting';
  let exitCode: number | null = null;
  child.stderr?.on('data', (chunk: Buffer) => {
    output = (output + chunk.toString()).slice(-4000);
  });
  const gone = new Promise<void>(resolve => {
    const finished = (code: number | null): void => {
      if (state === 'running') {
        options.report({ level: 'error', part: 'dynamodb', message: explain(output, code).message });
      }
      exitCode = code;
      state = 'gone';
      resolve();
    };
    child.once('exit', finished);
    child.once('error', () => finished(127));
  });
  const deadline = Date.now() + START_LIMIT_MS;
  const isGone = (): boolean => state === 'gone';
  while (!(await answers(endpoint))) {
    if (isGone()) throw explain(output, exitCode);
    if (Date.now() > deadline) {
      await end(child, gone);
      throw explain(`${output}\nno answer within ${START_LIMIT_MS / 1000} s`, exitCode);
    }
    await delay(25);
  }
  state = 'running';
  return {
    endpoint,
    pid: child.pid,
    close: async () => {
      if (state === 'running') state = 'ending';
      await end(child, gone);
    },
  };
};

/** A DynamoDB that somebody else runs. */
export const existingDynamoDb = async (endpoint: string): Promise<DynamoDbLocal> => {
  if (!(await answers(endpoint))) {
    throw new LocalRuntimeError(
      `Nothing answers at ${endpoint}. Start the DynamoDB there, or unset DYNAMODB_ENDPOINT.`,
    );
  }
  return { endpoint, pid: undefined, close: async () => {} };
};
