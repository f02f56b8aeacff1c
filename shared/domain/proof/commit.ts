/** What the hash of a commit covers, and the hash. The names are those of the stored item. */
export interface ChainItem {
  /** `<tenant>#<partition>` */
  readonly p: string;
  /** `<stream>:<first version>` */
  readonly s: string;
  /** Number of events. */
  readonly n: number;
  /** The commit as exact JSON text. */
  readonly b: string;
  /** Hash of the commit before this one in the stream; empty for the first. */
  readonly g: string;
  readonly h: string;
}

/** The text whose hash is that of a commit. */
export const commitText = ({ p, s, n, b, g }: Omit<ChainItem, 'h'>): string => `${g}\n${p}\n${s}\n${n}\n${b}`;

const SORT_KEY = /^(.+):(\d{9})$/s;

/** The name of a stream and a commit's first version, from the sort key; undefined for a key that no store wrote. */
export const readSortKey = (s: unknown): { readonly stream: string; readonly version: number } | undefined => {
  const [, stream, version] = (typeof s === 'string' && SORT_KEY.exec(s)) || [];
  return stream === undefined ? undefined : { stream, version: Number(version) };
};

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
