import type { ChainItem } from '../domain/proof/commit.ts';

export { type ChainItem, type CommitBytes, readBytes, readSortKey } from '../domain/proof/commit.ts';

/** An item of the ledger as it was read: whoever tampered with it may have left anything. */
export type StoredItem = { readonly [K in keyof ChainItem]?: unknown };

/** Computes the hash that an item should have. */
export type HashOf = (item: Omit<ChainItem, 'h'>) => string;

/** Whether an item has the attributes of a commit, whatever they say. */
export const isChainItem = (item: StoredItem): item is StoredItem & ChainItem =>
  [item.p, item.s, item.b, item.g, item.h].every(value => typeof value === 'string') &&
  Number.isInteger(item.n) &&
  Number(item.n) >= 1;
