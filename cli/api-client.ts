import { ask } from './ask.ts';
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

/**
 * A client of the API at `baseUrl`. Requests that a passing trouble met are repeated, with the same Idempotency-Key.
 */
export const apiClient = (baseUrl: string, tokens: Tokens): ApiClient => {
  const authorization = async (caller: Caller) => ({ authorization: `Bearer ${await tokens(caller)}` });
  const command =
    (method: 'POST' | 'PUT') =>
    async <T>(caller: Caller, path: string, body?: unknown) =>
      ask<T>(baseUrl + path, {
        method,
        headers: {
          ...(await authorization(caller)),
          'content-type': 'application/json',
          'idempotency-key': crypto.randomUUID(),
        },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      });
  return {
    get: async (caller, path) => ask(baseUrl + path, { method: 'GET', headers: await authorization(caller) }),
    post: command('POST'),
    put: command('PUT'),
  };
};
