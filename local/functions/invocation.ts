import type { InvocationResult, Json } from '../types.ts';
import type { ReportedError } from './protocol.ts';

/** The one invocation an environment may have running. */
export interface InvocationSlot {
  /** Starts the timeout's clock; settles when one of the others is called, or with the timeout. */
  begin(requestId: string, onTimeout: () => void): Promise<InvocationResult>;
  /** @param payload JSON text; undefined when the handler returned nothing */
  succeed(payload: string | undefined): void;
  fail(status: 'failed' | 'crashed', error: ReportedError): void;
  /** How Lambda begins a message about the running invocation; empty when there is none. */
  readonly prefix: string;
}

interface Running {
  readonly requestId: string;
  readonly startedAt: number;
  readonly timer: NodeJS.Timeout;
  readonly resolve: (result: InvocationResult) => void;
}

/** A slot for a function with this timeout. Calls that find no invocation running do nothing. */
export function invocationSlot(timeoutMs: number): InvocationSlot {
  let running: Running | undefined;
  const prefix = (): string => (running === undefined ? '' : `RequestId: ${running.requestId} `);
  const settle = (resultOf: (durationMs: number) => InvocationResult): void => {
    if (running === undefined) return;
    const { resolve, timer, startedAt } = running;
    running = undefined;
    clearTimeout(timer);
    resolve(resultOf(performance.now() - startedAt));
  };
  const timedOut = (): void => {
    const errorMessage = `${prefix()}Error: Task timed out after ${(timeoutMs / 1000).toFixed(2)} seconds`;
    const error: ReportedError = { errorType: 'Sandbox.Timedout', errorMessage, stackTrace: [] };
    settle(durationMs => ({ status: 'timed-out', error, durationMs }));
  };
  return {
    get prefix() {
      return prefix();
    },
    succeed: text => {
      const payload: Json | undefined = text === undefined ? undefined : JSON.parse(text);
      settle(durationMs => ({ status: 'succeeded', payload, durationMs }));
    },
    fail: (status, error) => settle(durationMs => ({ status, error, durationMs })),
    begin: (requestId, onTimeout) => {
      const { promise, resolve } = Promise.withResolvers<InvocationResult>();
      const timer = setTimeout(() => {
        timedOut();
        onTimeout();
      }, timeoutMs);
      running = { requestId, startedAt: performance.now(), timer, resolve };
      return promise;
    },
  };
}
