import type { StreamRef } from '../events/streams.ts';

declare const minted: unique symbol;

/** What a token knows of the commits before it, so that an append need not ask. For stores alone. */
export interface TokenHistory {
  /** Digests of the ids of the last commits, newest first, joined. */
  readonly recent: string;
  /** Whether `recent` has every commit of the stream; else older ones were left out. */
  readonly complete: boolean;
  /** Commits since the last one that bears the folded state. */
  readonly sinceState: number;
}

/**
 * Where a stream stood when the store was asked: the expected version of the next append. Only a store makes one, always
 * at the end of a commit, so that neither a gap nor an overlap can be asked for; one that was put together or copied is
 * refused ({@link isMinted}). Opaque: hand it back as it is, in the process that got it.
 */
export interface StreamToken {
  readonly [minted]: true;
  readonly tenantId: string;
  readonly stream: StreamRef;
  /** 0: the stream is empty. */
  readonly version: number;
  /** Hash of the last commit: the new one is chained to it. */
  readonly hash: string;
  readonly history: TokenHistory;
}

type TokenFields = Omit<StreamToken, typeof minted | 'history'>;

const NO_HISTORY: TokenHistory = { recent: '', complete: true, sinceState: 0 };

const genuine = new WeakSet<object>();

/** For stores alone. */
export const mintToken = (fields: TokenFields, history: TokenHistory = NO_HISTORY): StreamToken => {
  const token = { ...fields, history } as StreamToken;
  genuine.add(token);
  return token;
};

/** Whether a store of this process made the token. */
export const isMinted = (token: StreamToken): boolean => genuine.has(token);

/** Hash before the first commit of a stream. */
export const GENESIS = '';

/** Expects the stream to be empty: an append of something new needs no load before it. */
export const startOf = (tenantId: string, stream: StreamRef): StreamToken =>
  mintToken({ tenantId, stream, version: 0, hash: GENESIS });
