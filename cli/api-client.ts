import { ApiError } from './api-error.ts';
import type { Caller, Tokens } from './tokens.ts';

/** The HTTP API, for programs at a terminal. */
export interface ApiClient {
  /** @throws ApiError */
  get<T>(caller: Caller, path: string): Promise<T>;
  /** @throws ApiError */
  post<T>(caller: Caller, path: string, body?: unknown): Promise<T>;
  /** @throws ApiError */
  put<T>(caller: Caller, path: string, body: unknown): Promise<T>;
}

/** Answers after which the same request may succeed: somebody else won, too many requests, out of order. */
const PASSING = new Set([429, 500, 502, 503, 504]);
const MAX_ATTEMPTS = 5;
const BACK_OFF_MS = 100;

const pause = (attempt: number): Promise<void> =>
  new Promise(resolve => setTimeout(resolve, BACK_OFF_MS * 2 ** attempt));

const mayPass = (error: unknown): boolean =>
  error instanceof ApiError && (PASSING.has(error.status) || error.code === 'conflict' || error.code === 'unreachable');

const once = async <T>(url: string, init: RequestInit): Promise<T> => {
  const response = await fetch(url, init).catch(cause => {
    throw new ApiError(`${url} does not answer`, { cause });
  });
  const body = (await response.json().catch(() => ({}))) as { title?: string; detail?: string; message?: string };
  if (response.ok) return body as T;
  // The gateway itself says no more than a message.
  const { title = 'unknown', detail = body.message ?? response.statusText } = body;
  throw new ApiError(`${init.method} ${new URL(url).pathname}: ${response.status} ${detail}`, {
    status: response.status,
    code: title,
  });
};

const request = async <T>(url: string, init: RequestInit): Promise<T> => {
  for (let attempt = 0; ; attempt += 1) {
    try {
      return await once<T>(url, init);
    } catch (error) {
      if (!mayPass(error) || attempt >= MAX_ATTEMPTS) throw error;
      await pause(attempt);
    }
  }
};

/**
 * A client of the API at `baseUrl`. Requests that a passing trouble met are repeated, with the same Idempotency-Key.
 */
export const apiClient = (baseUrl: string, tokens: Tokens): ApiClient => {
  const authorization = async (caller: Caller) => ({ authorization: `Bearer ${await tokens(caller)}` });
  const command =
    (method: 'POST' | 'PUT') =>
    async <T>(caller: Caller, path: string, body?: unknown) =>
      request<T>(baseUrl + path, {
        method,
        headers: {
          ...(await authorization(caller)),
          'content-type': 'application/json',
          'idempotency-key': crypto.randomUUID(),
        },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      });
  return {
    get: async (caller, path) => request(baseUrl + path, { method: 'GET', headers: await authorization(caller) }),
    post: command('POST'),
    put: command('PUT'),
  };
};
