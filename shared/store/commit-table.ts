import type { CommitItem } from './commit-codec.ts';

/** Sort keys from the first to the last, both included. */
export type KeyRange = readonly [first: string, last: string];

/** From which end to read, and how many items at most. */
export interface Reading {
  readonly newestFirst?: boolean;
  readonly limit?: number;
}

/** Where commits lie: what the event store needs of a database. Reads see every acknowledged write. */
export interface CommitTable {
  /** Items of a partition within a range, or all of it; in the order of their keys unless `newestFirst`. */
  readonly read: (p: string, range?: KeyRange, reading?: Reading) => Promise<readonly CommitItem[]>;
  /** Puts an item unless one stands there; answers with that one. */
  readonly put: (item: CommitItem) => Promise<CommitItem | undefined>;
}
