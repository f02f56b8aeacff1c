import { createHash } from 'node:crypto';
import { CorruptCommitError, placeOf } from '../application/errors.ts';
import { type Commit, mintToken, type NewCommit, type StreamToken } from '../application/event-store.ts';
import { catalog, type EventType } from '../events/catalog.ts';
import type { Envelope, Priority } from '../events/envelope.ts';
import { eventId } from '../events/streams.ts';

/**
 * A commit as one DynamoDB item. Immutable: no permission in the stack allows to change or delete one.
 *
 * The names are short because they are stored with every commit: an append of 300 bytes has to fit in one write unit.
 */
export interface CommitItem {
  /** `<tenant>#<partition>` */
  readonly p: string;
  /** `<stream>:<first version, zero-padded>`, so that a partition sorts by stream and version. */
  readonly s: string;
  /** Number of events. */
  readonly n: number;
  /** The commit as exact JSON text: what the hash covers, never rewritten. */
  readonly b: string;
  /** Hash of the commit before this one in the stream; empty for the first. */
  readonly g: string;
  /** SHA-256, base64url. */
  readonly h: string;
}

/** The text in `b`. */
interface Body {
  readonly id: string;
  readonly at: string;
  readonly correlation: string;
  readonly causation: string;
  readonly actor: string;
  readonly priority?: Priority;
  readonly hops?: number;
  readonly trace?: string;
  readonly events: readonly { readonly type: string; readonly schema: string; readonly data: unknown }[];
}

const DEFAULT_PRIORITY: Priority = 'normal';
const VERSION_DIGITS = 9;

export const partitionKey = (tenantId: string, partition: string): string => `${tenantId}#${partition}`;

const sortKey = (stream: string, firstVersion: number): string =>
  `${stream}:${String(firstVersion).padStart(VERSION_DIGITS, '0')}`;

/** The first and the last sort key that a commit of the stream after this version can have. */
export const sortKeysAfter = (stream: string, version: number): readonly [first: string, last: string] => [
  sortKey(stream, version + 1),
  sortKey(stream, 10 ** VERSION_DIGITS - 1),
];

/** The hash of an item: SHA-256 over the hash before it, its key, its count and its bytes. */
export const hashOf = ({ p, s, n, b, g }: Omit<CommitItem, 'h'>): string =>
  createHash('sha256').update(`${g}\n${p}\n${s}\n${n}\n${b}`).digest('base64url');

const bodyOf = (commit: NewCommit): Body => ({
  id: commit.commitId,
  at: commit.occurredAt,
  correlation: commit.correlationId,
  causation: commit.causationId,
  actor: commit.actor,
  ...(commit.priority !== DEFAULT_PRIORITY && { priority: commit.priority }),
  ...(commit.hops > 0 && { hops: commit.hops }),
  ...(commit.traceparent !== undefined && { trace: commit.traceparent }),
  events: commit.events.map(({ type, data }) => ({ type, schema: catalog[type].version, data })),
});

/** The item that a commit becomes at the end of the stream that `expected` names. */
export const encodeCommit = (expected: StreamToken, commit: NewCommit): CommitItem => {
  const { tenantId, stream, version, hash } = expected;
  const item = {
    p: partitionKey(tenantId, stream.partition),
    s: sortKey(stream.name, version + 1),
    n: commit.events.length,
    b: JSON.stringify(bodyOf(commit)),
    g: hash,
  };
  return { ...item, h: hashOf(item) };
};

/** Bytes DynamoDB counts for the item: names and values in UTF-8, and 3 at most for the number. */
export const itemBytes = (item: CommitItem): number =>
  Object.entries(item).reduce((sum, [name, value]) => sum + name.length + Buffer.byteLength(String(value)), 2);

const splitKey = (item: CommitItem) => {
  const hash = item.p.indexOf('#');
  const colon = item.s.lastIndexOf(':');
  return {
    tenantId: item.p.slice(0, hash),
    stream: { partition: item.p.slice(hash + 1), name: item.s.slice(0, colon) },
    firstVersion: Number(item.s.slice(colon + 1)),
  };
};

/**
 * Reads a stored item. Its events are as they were written: the envelope is made of the commit's own fields.
 *
 * @throws CorruptCommitError when the item is not one that this store wrote
 */
export const decodeCommit = (item: CommitItem): Commit => {
  const { tenantId, stream, firstVersion } = splitKey(item);
  const corrupt = (what: string, cause?: unknown): CorruptCommitError =>
    new CorruptCommitError(what, placeOf(tenantId, stream, firstVersion), { cause });
  let body: Body | null;
  try {
    body = JSON.parse(item.b) as Body | null;
  } catch (error) {
    throw corrupt('the stored bytes are not JSON', error);
  }
  if (!Array.isArray(body?.events) || body.events.length !== item.n || !(firstVersion >= 1))
    throw corrupt(`the item holds ${body?.events?.length ?? 'no'} events, its count says ${item.n}`);
  const metadata = {
    occurredAt: body.at,
    correlationId: body.correlation,
    causationId: body.causation,
    actor: body.actor,
    priority: body.priority ?? DEFAULT_PRIORITY,
    hops: body.hops ?? 0,
    ...(body.trace !== undefined && { traceparent: body.trace }),
  };
  const events = body.events.map(
    ({ type, schema, data }, index) =>
      ({
        id: eventId(stream.name, firstVersion + index),
        type: type as EventType,
        schemaVersion: schema,
        tenantId,
        stream: stream.name,
        version: firstVersion + index,
        ...metadata,
        data,
      }) as Envelope,
  );
  return { tenantId, stream, commitId: body.id, firstVersion, ...metadata, events, previousHash: item.g, hash: item.h };
};

/**
 * Reads an item that came over the table's stream: its shape and its hash are checked before it is believed.
 *
 * @throws CorruptCommitError
 */
export const decodeStreamed = (image: Readonly<Record<string, unknown>>): Commit => {
  const { p, s, n, b, g, h } = image;
  const texts = typeof p === 'string' && typeof s === 'string' && typeof b === 'string' && typeof g === 'string';
  if (!texts || typeof n !== 'number' || typeof h !== 'string')
    throw new CorruptCommitError('the item is not a commit', { tenantId: String(p), stream: String(s), version: 0 });
  const item: CommitItem = { p, s, n, b, g, h };
  const commit = decodeCommit(item);
  if (hashOf(item) !== h)
    throw new CorruptCommitError(
      'the bytes are not those that were hashed',
      placeOf(commit.tenantId, commit.stream, commit.firstVersion),
    );
  return commit;
};

/** The token at the end of a commit. */
export const tokenAfter = (commit: Commit): StreamToken =>
  mintToken({
    tenantId: commit.tenantId,
    stream: commit.stream,
    version: commit.firstVersion + commit.events.length - 1,
    hash: commit.hash,
  });
