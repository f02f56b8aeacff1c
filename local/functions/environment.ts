import { Worker } from 'node:worker_threads';
import type { InvocationResult } from '../types.ts';
import { invocationSlot } from './invocation.ts';
import {
  type InvokeMessage,
  type ReportedError,
  reportedError,
  type WorkerMessage,
  type WorkerSetup,
} from './protocol.ts';
import type { FunctionSpecification } from './specification.ts';

/** How importing a function ended; the time is in milliseconds. */
export type Loading =
  | { readonly loaded: true; readonly importMs: number }
  | { readonly loaded: false; readonly error: ReportedError };

/** An execution environment: one worker that has imported the function and runs one invocation at a time. */
export interface Environment {
  readonly loading: Promise<Loading>;
  /** Call it only when loaded and idle. */
  invoke(message: InvokeMessage): Promise<InvocationResult>;
  /** False after a timeout, a crash or `close`. */
  readonly alive: boolean;
  close(): Promise<void>;
}

/** What an environment is started with. */
export interface EnvironmentOptions {
  readonly specification: FunctionSpecification;
  /** The bundle to import. */
  readonly file: string;
  /** The bundled bootstrap that every worker runs. */
  readonly bootstrap: string;
  readonly clock: SharedArrayBuffer;
  /** What the function prints, in pieces that need not end with a line. */
  readonly onOutput: (text: string) => void;
}

/**
 * Lambda gives a function this long to import before it starts over.
 * https://docs.aws.amazon.com/lambda/latest/dg/lambda-runtime-environment.html
 */
const INIT_LIMIT_MS = 10_000;

/** Enough for one handler's heap: on Lambda its memory is its own, here it is shared with all the others. */
const MAX_HEAP_MB = 256;

/** Starts a worker for a function. */
export function startEnvironment(options: EnvironmentOptions): Environment {
  const worker = startWorker(options);
  const slot = invocationSlot(options.specification.context.timeoutMs);
  const loading = Promise.withResolvers<Loading>();
  let lastError: ReportedError | undefined;
  let alive = true;
  const close = async (): Promise<void> => {
    alive = false;
    await worker.terminate();
  };
  const initTimer = setTimeout(() => {
    lastError = exitError(`Init phase timed out after ${INIT_LIMIT_MS / 1000} seconds`);
    void close();
  }, INIT_LIMIT_MS);
  const loaded = (result: Loading): void => {
    clearTimeout(initTimer);
    loading.resolve(result);
  };
  worker.on('message', (message: WorkerMessage) => {
    if ('output' in message && message.output !== '') options.onOutput(message.output);
    if (message.kind === 'ready') loaded({ loaded: true, importMs: message.importMs });
    else if (message.kind === 'load-failed') loaded({ loaded: false, error: message.error });
    else if (message.kind === 'succeeded') slot.succeed(message.payload);
    else if (message.kind === 'failed') slot.fail('failed', message.error);
  });
  worker.on('error', error => {
    lastError = deathOf(error);
  });
  worker.on('exit', code => {
    alive = false;
    const error = lastError ?? exitError(`${slot.prefix}Error: Runtime exited with error: exit status ${code}`);
    loaded({ loaded: false, error });
    slot.fail('crashed', error);
  });
  return {
    loading: loading.promise,
    get alive() {
      return alive;
    },
    close,
    invoke: message => {
      const result = slot.begin(message.requestId, () => void close());
      if (alive) worker.postMessage(message);
      else slot.fail('crashed', lastError ?? exitError('The environment ended while it was idle'));
      return result;
    },
  };
}

function startWorker({ specification, file, bootstrap, clock, onOutput }: EnvironmentOptions): Worker {
  const { context, environment, exportName, memoryMb } = specification;
  const workerData: WorkerSetup = { file, exportName, clock, context };
  const worker = new Worker(bootstrap, {
    name: context.functionName,
    workerData,
    env: { ...environment },
    stdout: true,
    stderr: true,
    resourceLimits: { maxOldGenerationSizeMb: Math.min(memoryMb, MAX_HEAP_MB), maxYoungGenerationSizeMb: 4 },
  });
  // The bootstrap takes both over; what Node itself writes still comes this way, and must not reach the host's stdout.
  worker.stdout.on('data', (chunk: Buffer) => onOutput(chunk.toString()));
  worker.stderr.on('data', (chunk: Buffer) => onOutput(chunk.toString()));
  return worker;
}

/** Why the worker died: what nobody caught, or V8's refusal to give it more memory. */
function deathOf(error: unknown): ReportedError {
  const reported = reportedError(error);
  const outOfMemory = error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
  return outOfMemory ? { ...reported, errorType: 'Runtime.OutOfMemory' } : reported;
}

function exitError(errorMessage: string): ReportedError {
  return { errorType: 'Runtime.ExitError', errorMessage, stackTrace: [] };
}
