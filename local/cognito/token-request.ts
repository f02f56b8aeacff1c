import { isObject, objectAt, textAt, textsAt } from '../json.ts';
import type { SignIn } from './token-claims.ts';
import type { UserPool } from './user-pool.ts';

/** A request for a token that cannot be granted; in the words of OAuth. */
export class TokenRequestError extends Error {
  override readonly name = 'TokenRequestError';
}

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text) as unknown;
  } catch (cause) {
    throw new TokenRequestError('the body is not JSON', { cause });
  }
};

const requireKnown = (what: string, names: readonly string[], known: readonly string[]): void => {
  const unknown = names.find(name => !known.includes(name));
  if (unknown === undefined) return;
  throw new TokenRequestError(`the user pool has no ${what} ${unknown}; it has ${known.join(', ') || 'none'}`);
};

/**
 * Reads a request such as `{"username": "ann", "groups": ["player"], "attributes": {"custom:tenant": "demo"}}`. The client may be
 * left out where the pool has one.
 *
 * @throws TokenRequestError
 */
export const signInOf = (pool: UserPool, text: string): SignIn => {
  const body = parse(text);
  if (!isObject(body)) throw new TokenRequestError('the body is not an object');
  const username = textAt(body, 'username');
  if (username === undefined || username === '') throw new TokenRequestError('there is no username');
  const groups = textsAt(body, 'groups');
  requireKnown('group', groups, pool.groups);
  const given = Object.entries(objectAt(body, 'attributes') ?? {});
  const attributes = Object.fromEntries(given.map(([name, value]) => [name, String(value)]));
  const custom = Object.keys(attributes).filter(name => name.startsWith('custom:'));
  requireKnown('attribute', custom, pool.customAttributes);
  const wanted = textAt(body, 'client') ?? pool.clients[0]?.id;
  const client = pool.clients.find(({ id }) => id === wanted);
  if (client === undefined) throw new TokenRequestError(`the user pool has no client ${wanted ?? ''}`);
  return { pool, client, user: { username, groups, attributes } };
};
