/** Which player's key. */
export interface KeyRef {
  readonly tenantId: string;
  readonly playerId: string;
}

/** The key under which the personal data of one player are sealed. Hold it for one request, never for longer. */
export interface PlayerKey {
  /** Seals a text so that it can be read under this key alone, and as this player's alone. Twice the same text: two sealed texts. */
  readonly seal: (text: string) => string;
  /** @throws UnsealError it was sealed under another key, for another player, or is not as it was sealed */
  readonly open: (sealed: string) => string;
  /** Whether a sealed text says that it was sealed under this key. */
  readonly fits: (sealed: string) => boolean;
  /**
   * A digest that nobody can compute without the key: a plain one of a name or an address is found by trying names. 96 bits,
   * base64url.
   */
  readonly digest: (text: string) => string;
}

/** What there is of a player's key. */
export type KeyState =
  | { readonly status: 'usable'; readonly key: PlayerKey }
  /** There never was one. */
  | { readonly status: 'none' }
  /** There was one, and there never will be another: nothing that was sealed under it can be read. */
  | { readonly status: 'destroyed' };

/**
 * Where the keys of players are kept: apart from the ledger, so that a key can be destroyed while what it sealed stays, and
 * with it the hash chain (crypto-shredding). Every answer sees every acknowledged change. All methods may be repeated, and
 * throw KeysUnavailableError when the database does not serve.
 *
 * @example
 * const held = await keys.obtain({ tenantId: 'demo', playerId: 'ada' });
 * if (held.status === 'usable') store(held.key.seal('Ada Lovelace'));
 * await keys.destroy({ tenantId: 'demo', playerId: 'ada' }); // what was stored is noise from now on
 */
export interface PlayerKeys {
  /** The key of a player, made now when there never was one. Of two who ask at once both get the same. */
  obtain(ref: KeyRef): Promise<Exclude<KeyState, { status: 'none' }>>;
  find(ref: KeyRef): Promise<KeyState>;
  /** The usable keys of players of a tenant, by player: who has none, or no longer, is left out. 100 cost one request. */
  findAll(tenantId: string, playerIds: readonly string[]): Promise<ReadonlyMap<string, PlayerKey>>;
  /** Destroys a player's key for good; also that of a player who never had one. */
  destroy(ref: KeyRef): Promise<void>;
}

/** A sealed text that this key does not open. Says nothing of what is in it. */
export class UnsealError extends Error {
  override readonly name = 'UnsealError';
}

/**
 * Personal data are there and their key is not, though nobody destroyed it: the table of keys was lost.
 *
 * @public
 */
export class PlayerKeyMissingError extends Error {
  override readonly name = 'PlayerKeyMissingError';
}

/** The keys cannot be reached. What was asked for may have happened: repeat it. */
export class KeysUnavailableError extends Error {
  override readonly name = 'KeysUnavailableError';
}
