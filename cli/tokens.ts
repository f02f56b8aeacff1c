import type { Scope } from '../shared/events/subscription.ts';
import { ask } from './ask.ts';

/** Who asks. */
export interface Caller {
  readonly tenant: string;
  readonly player: string;
  readonly scopes: readonly Scope[];
}

/** A player of a tenant. */
export const playerOf = (tenant: string, player: string): Caller => ({ tenant, player, scopes: ['player'] });

/** Somebody who runs the competitions of a tenant, and may play too. */
export const organiserOf = (tenant: string, player = 'host'): Caller => ({
  tenant,
  player,
  scopes: ['player', 'organiser'],
});

/** Access tokens of callers. */
export type Tokens = (caller: Caller) => Promise<string>;

/** A token is not used in the last minute of its life: a request may wait that long. */
const SPARE_MS = 60_000;

/** What a user pool gives. */
export interface Granted {
  readonly access_token: string;
  readonly expires_in: number;
}

/** A token of anybody, from a user pool that runs on this machine. @throws ApiError */
export const grantOf = (url: string, { tenant, player, scopes }: Caller): Promise<Granted> => {
  const body = { username: player, groups: scopes, attributes: { 'custom:tenant': tenant } };
  const init = { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
  return ask(`${url}/token`, init);
};

/** Tokens of a user pool that runs on this machine: asked for once each, and again before they end. */
export const localTokens = (userPoolUrl: string): Tokens => {
  const known = new Map<string, { readonly token: Promise<string>; until: number }>();
  return caller => {
    const key = JSON.stringify(caller);
    const kept = known.get(key);
    if (kept !== undefined && Date.now() < kept.until) return kept.token;
    const granted = grantOf(userPoolUrl, caller);
    // Until the answer tells more, everybody waits for this one.
    const entry = { token: granted.then(({ access_token }) => access_token), until: Number.POSITIVE_INFINITY };
    known.set(key, entry);
    granted.then(
      ({ expires_in }) => {
        entry.until = Date.now() + expires_in * 1000 - SPARE_MS;
      },
      () => known.delete(key),
    );
    return entry.token;
  };
};
