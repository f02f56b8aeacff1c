import { matchdayClient } from '../../client/client.ts';
import type { DemoUser, TokenSource } from './token-types.ts';

const KEY = 'matchday.demo-user';
/** A token is not used in the last minute of its life. */
const SPARE_MS = 60_000;

interface Granted {
  readonly access_token: string;
  readonly expires_in: number;
}

const kept = (): DemoUser | undefined => {
  const text = localStorage.getItem(KEY);
  return text === null ? undefined : (JSON.parse(text) as DemoUser);
};

const grant = async ({ player, scopes }: DemoUser): Promise<Granted> => {
  const response = await fetch('/demo/token', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ player, scopes }),
  });
  if (!response.ok) throw new Error(`no token: ${response.status}`);
  return (await response.json()) as Granted;
};

/** Gives who comes for the first time the name they chose: what somebody has already is theirs. */
const introduce = async ({ player, name }: DemoUser, token: string): Promise<void> => {
  if (name === undefined) return;
  const api = matchdayClient({ baseUrl: location.origin, token });
  const { data } = await api.GET('/v1/players', { params: { query: { ids: player } } });
  if (data?.items.length !== 0) return;
  const params = { path: { playerId: player } };
  await api.PUT('/v1/players/{playerId}/profile', { params, body: { displayName: name } });
};

/** Tokens on a machine of one's own: whoever one says one is, for the asking. */
export const demoTokens = (): TokenSource => {
  let known: { readonly token: Promise<Granted>; until: number } | undefined;
  const ask = (user: DemoUser): Promise<Granted> => {
    if (known && Date.now() < known.until) return known.token;
    const entry = { token: grant(user), until: Number.POSITIVE_INFINITY };
    known = entry;
    entry.token.then(
      ({ expires_in }) => {
        entry.until = Date.now() + expires_in * 1000 - SPARE_MS;
      },
      () => {
        known = undefined;
      },
    );
    return entry.token;
  };
  return {
    token: async () => {
      const user = kept();
      return user && (await ask(user)).access_token;
    },
    signIn: async user => {
      if (!user) throw new Error('who?');
      known = undefined;
      const { access_token } = await ask(user);
      // Without a name one is called by the id, and plays.
      await introduce(user, access_token).catch(() => undefined);
      localStorage.setItem(KEY, JSON.stringify(user));
    },
    signOut: async () => {
      known = undefined;
      localStorage.removeItem(KEY);
    },
  };
};
