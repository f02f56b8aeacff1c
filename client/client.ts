import createClient, { type Client, type ClientOptions } from 'openapi-fetch';
import type { paths } from './api.d.ts';

/** The API, typed by its description: what a route takes and what it answers, by status. */
export type MatchdayClient = Client<paths>;

/** Where the API is, and who asks. */
export interface MatchdayClientOptions extends ClientOptions {
  readonly baseUrl: string;
  /** An access token, or what gives one that is good now. */
  readonly token?: string | (() => Promise<string | undefined>);
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
    onRequest: async ({ request }) => {
      const bearer = typeof token === 'function' ? await token() : token;
      if (bearer !== undefined) request.headers.set('authorization', `Bearer ${bearer}`);
      if (request.method !== 'GET' && !request.headers.has('idempotency-key'))
        request.headers.set('idempotency-key', crypto.randomUUID());
      return request;
    },
  });
  return client;
};
