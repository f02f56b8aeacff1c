const VERSION_DIGITS = 9;

/** Where a commit lies. */
export interface CommitKey {
  /** `<tenant>#<partition>` */
  readonly p: string;
  /** `<stream>:<first version, zero-padded>`, so that a partition sorts by stream and version. */
  readonly s: string;
}

export const partitionKey = (tenantId: string, partition: string): string => `${tenantId}#${partition}`;

export const sortKey = (stream: string, firstVersion: number): string =>
  `${stream}:${String(firstVersion).padStart(VERSION_DIGITS, '0')}`;

/** The first and the last sort key that a commit of the stream after this version can have. */
export const sortKeysAfter = (stream: string, version: number): readonly [first: string, last: string] => [
  sortKey(stream, version + 1),
  sortKey(stream, 10 ** VERSION_DIGITS - 1),
];

/** Where an item's key says it is. */
export const splitKey = (item: CommitKey) => {
  const hash = item.p.indexOf('#');
  const colon = item.s.lastIndexOf(':');
  return {
    tenantId: item.p.slice(0, hash),
    stream: { partition: item.p.slice(hash + 1), name: item.s.slice(0, colon) },
    firstVersion: Number(item.s.slice(colon + 1)),
  };
};
