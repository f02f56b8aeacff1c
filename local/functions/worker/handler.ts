import { pathToFileURL } from 'node:url';
import type { FunctionContext, InvokeMessage, WorkerSetup } from '../protocol.ts';

/** A function's handler, ready to be called with JSON text. */
export type Handler = (message: InvokeMessage) => Promise<string | undefined>;

/** Most a synchronous response may hold. https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html */
const MAX_RESPONSE_BYTES = 6 * 1024 * 1024;

/**
 * Imports the bundle and finds its handler.
 * @throws what the module throws while it loads, or an error named as Lambda names it when there is no such handler
 */
export async function loadHandler(setup: WorkerSetup): Promise<Handler> {
  const module: Record<string, unknown> = await import(pathToFileURL(setup.file).href);
  const handler = module[setup.exportName];
  if (typeof handler !== 'function') {
    throw named('Runtime.HandlerNotFound', `${setup.exportName} is undefined or not exported`);
  }
  // Node 24's runtime refuses these too: https://docs.aws.amazon.com/lambda/latest/dg/nodejs-handler.html
  if (handler.length >= 3) {
    throw named('Runtime.CallbackHandlerDeprecated', 'The handler takes a callback; write it as an async function');
  }
  return async message => {
    const result: unknown = await handler(JSON.parse(message.event), contextOf(message.requestId, setup.context));
    return serialize(result);
  };
}

function serialize(result: unknown): string | undefined {
  let text: string | undefined;
  try {
    text = JSON.stringify(result);
  } catch (cause) {
    throw named('Runtime.UnserializableResponse', 'Unable to stringify response body', cause);
  }
  if (text !== undefined && Buffer.byteLength(text) > MAX_RESPONSE_BYTES) {
    throw named(
      'Function.ResponseSizeTooLarge',
      'Response payload size exceeded maximum allowed payload size (6291456 bytes).',
    );
  }
  return text;
}

/** https://docs.aws.amazon.com/lambda/latest/dg/nodejs-context.html */
function contextOf(awsRequestId: string, { timeoutMs, ...context }: FunctionContext): object {
  const deadline = performance.now() + timeoutMs;
  return {
    ...context,
    awsRequestId,
    callbackWaitsForEmptyEventLoop: true,
    getRemainingTimeInMillis: () => Math.max(0, Math.floor(deadline - performance.now())),
  };
}

function named(name: string, message: string, cause?: unknown): Error {
  return Object.assign(new Error(message, { cause }), { name });
}
