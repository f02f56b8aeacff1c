import type { IncomingMessage, ServerResponse } from 'node:http';
import * as z from 'zod';
import { ApiError } from '../../api-error.ts';
import { DemoError } from '../troubles.ts';
import { RefusedError, requireOwnPage } from './guard.ts';

/** What answers a path of the demo. */
export interface DemoRoute {
  readonly method: 'GET' | 'POST';
  /** Gets the body, not yet looked at. @throws ZodError */
  readonly answer: (body: unknown) => unknown;
}

/** A route that takes nothing. */
export const get = (answer: () => unknown): DemoRoute => ({ method: 'GET', answer });

/** A route that takes a body of this form. */
export const post = <T>(schema: z.ZodType<T>, answer: (body: T) => unknown): DemoRoute => ({
  method: 'POST',
  answer: body => answer(schema.parse(body)),
});

/** Larger than any body of the demo. */
const BODY_LIMIT = 16 * 1024;

const bodyOf = async (request: IncomingMessage): Promise<unknown> => {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > BODY_LIMIT) throw new RefusedError(413, 'The body is too large.');
    chunks.push(chunk);
  }
  const text = Buffer.concat(chunks).toString();
  try {
    return text === '' ? {} : JSON.parse(text);
  } catch (cause) {
    throw new RefusedError(400, 'The body is not JSON.', { cause });
  }
};

const statusOf = (error: unknown): number => {
  if (error instanceof RefusedError) return error.status;
  if (error instanceof z.ZodError) return 400;
  if (error instanceof DemoError) return 409;
  return error instanceof ApiError ? 502 : 500;
};

const detailOf = (error: unknown): string => {
  if (error instanceof z.ZodError) return z.prettifyError(error);
  return error instanceof Error ? error.message : String(error);
};

const send = (response: ServerResponse, status: number, type: string, body: unknown): void => {
  response.writeHead(status, {
    'content-type': type,
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
  });
  response.end(JSON.stringify(body ?? {}));
};

/** Answers requests under `/demo`, of its own page alone; problems as RFC 9457 has them. */
export const demoListener =
  (routes: Readonly<Record<string, DemoRoute>>) =>
  (request: IncomingMessage, response: ServerResponse): void => {
    const answer = async (): Promise<void> => {
      requireOwnPage(request);
      const path = (request.url ?? '').split('?')[0] ?? '';
      const route = Object.hasOwn(routes, path) ? routes[path] : undefined;
      if (route === undefined) throw new RefusedError(404, `There is no ${path}.`);
      if (route.method !== request.method) throw new RefusedError(405, `${path} is asked with ${route.method}.`);
      const body = route.method === 'POST' ? await bodyOf(request) : undefined;
      send(response, 200, 'application/json', await route.answer(body));
    };
    answer().catch((error: unknown) => {
      const status = statusOf(error);
      send(response, status, 'application/problem+json', { title: 'demo', status, detail: detailOf(error) });
    });
  };

/** A listener for what does not run yet, when its address is given away. */
export interface LateListener {
  readonly listener: (request: IncomingMessage, response: ServerResponse) => void;
  serve(by: LateListener['listener']): void;
}

/** Answers 503 until it is told who answers. */
export const lateListener = (): LateListener => {
  let serving: LateListener['listener'] = (_, response) =>
    send(response, 503, 'application/problem+json', { title: 'demo', status: 503, detail: 'The demo is starting.' });
  return {
    listener: (request, response) => serving(request, response),
    serve: by => {
      serving = by;
    },
  };
};
