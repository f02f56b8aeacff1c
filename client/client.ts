import createClient, { type Client, type ClientOptions } from 'openapi-fetch';
import type { paths } from './api.d.ts';

/** The API, typed by its description: what a route takes and what it answers, by status. */
export type MatchdayClient = Client<paths>;

/** Where the API is, and who asks. */
export interface MatchdayClientOptions extends ClientOptions {
  readonly baseUrl: string;
  /** An access token. */
  readonly token?: string;
}

/**
 * A client of the API. Commands get an Idempotency-Key unless they bring one, so that `fetch` may repeat them.
 *
 * @example
 * const api = matchdayClient({ baseUrl: 'http://127.0.0.1:3000', token });
 * const { data, error } = await api.GET('/v1/matches/{matchId}', { params: { path: { matchId: 'burnley-city' } } });
 */
export const matchdayClient = ({ token, ...options }: MatchdayClientOptions): MatchdayClient => {
  const client = createClient<paths>(options);
  client.use({
    onRequest: ({ request }) => {
      if (token !== undefined) request.headers.set('authorization', `Bearer ${token}`);
      if (request.method !== 'GET' && !request.headers.has('idempotency-key'))
        request.headers.set('idempotency-key', crypto.randomUUID());
      return request;
    },
  });
  return client;
};
