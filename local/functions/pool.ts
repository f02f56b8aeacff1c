import { randomUUID } from 'node:crypto';
import type { FunctionStatistics, InvocationResult, Json } from '../types.ts';
import type { Environment } from './environment.ts';
import { openFleet } from './fleet.ts';
import type { Machine } from './machine.ts';
import type { InvokeMessage, ReportedError } from './protocol.ts';

/** One function: its waiting invocations and its environments. */
export interface Pool {
  /** Waits for a free environment, and never throws. */
  invoke(event: Json): Promise<InvocationResult>;
  /** Invocations running or waiting. */
  readonly inFlight: number;
  readonly statistics: FunctionStatistics;
  /** New code: the next invocation gets a new environment; running ones finish in the old. */
  retire(): void;
  /** Off: every invocation is refused, as if the function had no concurrency. */
  turn(on: boolean): void;
  close(): Promise<void>;
}

/** How a pool grows and shrinks. */
export interface PoolOptions {
  readonly start: () => Environment;
  readonly maxEnvironments: number;
  readonly machine: Machine;
  /** An environment is added only when an invocation has waited this long: most waits are shorter than an import. */
  readonly scaleAfterMs: number;
  readonly idleMs: number;
  /** Told of every invocation that did not succeed. */
  readonly onFailure: (requestId: string, failure: Failure) => void;
}

/** A result that is none. */
export type Failure = Exclude<InvocationResult, { status: 'succeeded' }>;

interface Job extends InvokeMessage {
  readonly resolve: (result: InvocationResult) => void;
}

/** A pool without environments; the first invocation starts one. */
export function openPool(options: PoolOptions): Pool {
  const waiting: Job[] = [];
  const counts = counters();
  let growing: NodeJS.Timeout | undefined;
  let closed = false;
  let on = true;

  const finish = (job: Job, result: InvocationResult): void => {
    counts.finished(result);
    if (result.status !== 'succeeded') options.onFailure(job.requestId, result);
    job.resolve(result);
  };
  const fleet = openFleet({
    ...options,
    onLoadFailed: error => {
      const job = waiting.shift();
      if (job !== undefined) finish(job, crashed(error));
    },
    onChange: () => pump(),
  });
  const run = async (environment: Environment, job: Job): Promise<void> => {
    const result = await environment.invoke({ requestId: job.requestId, event: job.event });
    fleet.release(environment);
    finish(job, result);
    pump();
  };
  const pump = (): void => {
    while (waiting.length > 0) {
      const environment = fleet.take();
      const job = environment && waiting.shift();
      if (environment === undefined || job === undefined) break;
      void run(environment, job);
    }
    if (waiting.length === 0 || closed) return;
    if (fleet.size === 0) fleet.grow();
    else if (fleet.canGrow) growing ??= setTimeout(growIfWaiting, options.scaleAfterMs);
  };
  const growIfWaiting = (): void => {
    growing = undefined;
    if (waiting.length > 0) fleet.grow();
  };
  return {
    get inFlight() {
      return counts.inFlight;
    },
    get statistics() {
      return { ...counts.totals, environments: fleet.total, importMs: fleet.importMs };
    },
    invoke: event => {
      const { promise, resolve } = Promise.withResolvers<InvocationResult>();
      const job: Job = { requestId: randomUUID(), event: JSON.stringify(event), resolve };
      counts.started();
      if (closed) finish(job, crashed(CLOSED));
      else if (!on || options.maxEnvironments < 1) finish(job, crashed(THROTTLED));
      else if (waiting.push(job) > 0) pump();
      return promise;
    },
    retire: () => {
      fleet.retire();
      pump();
    },
    turn: to => {
      on = to;
    },
    close: async () => {
      closed = true;
      clearTimeout(growing);
      for (const job of waiting.splice(0)) finish(job, crashed(CLOSED));
      await fleet.close();
    },
  };
}

function counters() {
  const totals = { invocations: 0, failures: 0, totalMs: 0 };
  let inFlight = 0;
  return {
    totals,
    get inFlight() {
      return inFlight;
    },
    started: () => {
      inFlight += 1;
    },
    finished: (result: InvocationResult) => {
      inFlight -= 1;
      totals.invocations += 1;
      totals.totalMs += result.durationMs;
      if (result.status !== 'succeeded') totals.failures += 1;
    },
  };
}

const CLOSED: ReportedError = {
  errorType: 'Runtime.ExitError',
  errorMessage: 'The local runtime is closing',
  stackTrace: [],
};

/** A function with no concurrency reserved is switched off. https://docs.aws.amazon.com/lambda/latest/dg/configuration-concurrency.html */
const THROTTLED: ReportedError = {
  errorType: 'TooManyRequestsException',
  errorMessage: 'Rate Exceeded.',
  stackTrace: [],
};

function crashed(error: ReportedError): InvocationResult {
  return { status: 'crashed', error, durationMs: 0 };
}
