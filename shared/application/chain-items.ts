/** What the hash of a commit covers, and the hash. The names are those of the stored item. */
export interface ChainItem {
  readonly p: string;
  readonly s: string;
  readonly n: number;
  readonly b: string;
  readonly g: string;
  readonly h: string;
}

/** An item of the ledger as it was read: whoever tampered with it may have left anything. */
export type StoredItem = { readonly [K in keyof ChainItem]?: unknown };

/** Computes the hash that an item should have. */
export type HashOf = (item: Omit<ChainItem, 'h'>) => string;

const SORT_KEY = /^(.+):(\d{9})$/s;

/** The name of a stream and a commit's first version, from the sort key; undefined for a key that no store wrote. */
export const readSortKey = (s: unknown): { readonly stream: string; readonly version: number } | undefined => {
  const [, stream, version] = (typeof s === 'string' && SORT_KEY.exec(s)) || [];
  return stream === undefined ? undefined : { stream, version: Number(version) };
};

/** Whether an item has the attributes of a commit, whatever they say. */
export const isChainItem = (item: StoredItem): item is StoredItem & ChainItem =>
  [item.p, item.s, item.b, item.g, item.h].every(value => typeof value === 'string') &&
  Number.isInteger(item.n) &&
  Number(item.n) >= 1;

/** What a commit's bytes say, as far as it is needed here. */
export interface CommitBytes {
  readonly id: string;
  readonly at: string;
  readonly actor: string;
  readonly events: readonly { readonly type: string; readonly schema: string; readonly data: unknown }[];
}

/** Reads the bytes of a commit; undefined when they are none. */
export const readBytes = (b: unknown): CommitBytes | undefined => {
  try {
    const bytes = JSON.parse(String(b)) as Partial<CommitBytes> | null;
    const sound =
      typeof bytes?.id === 'string' && !Number.isNaN(Date.parse(bytes.at ?? '')) && Array.isArray(bytes.events);
    return sound ? (bytes as CommitBytes) : undefined;
  } catch {
    return undefined;
  }
};
