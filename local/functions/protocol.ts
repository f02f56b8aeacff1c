/** What the host and a worker say to each other. Payloads travel as JSON text, as they do on Lambda. */

/** Given to the worker when it starts. */
export interface WorkerSetup {
  /** The bundle, absolute. */
  readonly file: string;
  /** The name of the bundle's export to call. */
  readonly exportName: string;
  /** One Float64: the machine's clock. */
  readonly clock: SharedArrayBuffer;
  readonly context: FunctionContext;
}

/** The part of Lambda's context object that is the same in every invocation. */
export interface FunctionContext {
  readonly functionName: string;
  readonly functionVersion: string;
  readonly invokedFunctionArn: string;
  readonly memoryLimitInMB: string;
  readonly logGroupName: string;
  readonly logStreamName: string;
  readonly timeoutMs: number;
}

export interface InvokeMessage {
  readonly requestId: string;
  /** JSON text of the event. */
  readonly event: string;
}

/** An error as Lambda reports it to the caller. */
export interface ReportedError {
  readonly errorType: string;
  readonly errorMessage: string;
  readonly stackTrace: readonly string[];
}

export type WorkerMessage =
  | { readonly kind: 'ready'; readonly importMs: number }
  | { readonly kind: 'load-failed'; readonly error: ReportedError }
  /** `payload` is JSON text; undefined when the handler returned nothing. */
  | { readonly kind: 'succeeded'; readonly payload: string | undefined; readonly output: string }
  | { readonly kind: 'failed'; readonly error: ReportedError; readonly output: string }
  /** What was printed since the last message. */
  | { readonly kind: 'output'; readonly output: string };

/** Turns whatever was thrown into what Lambda reports of it. */
export function reportedError(thrown: unknown): ReportedError {
  if (!(thrown instanceof Error)) {
    return { errorType: typeof thrown, errorMessage: String(thrown), stackTrace: [] };
  }
  const stackTrace = (thrown.stack ?? '').split('\n').filter(line => line.trimStart().startsWith('at '));
  return { errorType: thrown.name, errorMessage: thrown.message, stackTrace };
}
