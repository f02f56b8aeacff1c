import { hash } from 'node:crypto';
import { CorruptCommitError, placeOf } from '../application/errors.ts';
import type { AnyEvent, Commit, CommitMetadata, NewCommit, Recorded } from '../application/event-store.ts';
import { mintToken, type StreamToken, type TokenHistory } from '../application/stream-token.ts';
import { commitText } from '../domain/proof/commit.ts';
import { catalog, type DomainEvent, type EventType } from '../events/catalog.ts';
import type { Priority } from '../events/envelope.ts';
import { eventId, type StreamRef } from '../events/streams.ts';
import { type CommitKey, partitionKey, sortKey, splitKey } from './commit-keys.ts';

export { partitionKey, sortKeysAfter } from './commit-keys.ts';

/**
 * A commit as one DynamoDB item. Immutable: no permission in the stack allows to change one; one function may delete what it archived.
 *
 * The names are short because they are stored with every commit: an append of 300 bytes has to fit in one write unit.
 */
export interface CommitItem extends CommitKey {
  /** Number of events. */
  readonly n: number;
  /** The commit as exact JSON text: what the hash covers, never rewritten. */
  readonly b: string;
  /** Hash of the commit before this one in the stream; empty for the first. */
  readonly g: string;
  /** SHA-256, base64url. */
  readonly h: string;
  // What follows can be made anew from the commits, and is no part of the hash.
  /** Reducer of the state in `f`: `<name>@<version>`. */
  readonly v?: string;
  /** The stream folded to the end of this commit, as JSON. */
  readonly f?: string;
  /** Digests of the ids of the commits before this one, newest first; a `+` at the end: older ones were left out. */
  readonly c?: string;
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
  readonly request?: string;
  readonly events: readonly Fact[];
}

interface Fact {
  readonly type: string;
  readonly schema: string;
  readonly data: unknown;
}

/** The schema version that an event of a type is written under. */
export type VersionOf = (type: string) => string;

const DEFAULT_PRIORITY: Priority = 'normal';

/** The hash of an item: SHA-256 over the hash before it, its key, its count and its bytes. */
export const hashOf = (item: Pick<CommitItem, 'p' | 's' | 'n' | 'b' | 'g'>): string =>
  hash('sha256', commitText(item), 'base64url');

const bodyOf = <Event extends AnyEvent>(commit: NewCommit<Event>, versionOf: VersionOf): Body => ({
  id: commit.commitId,
  at: commit.occurredAt,
  correlation: commit.correlationId,
  causation: commit.causationId,
  actor: commit.actor,
  ...(commit.priority !== DEFAULT_PRIORITY && { priority: commit.priority }),
  ...(commit.hops > 0 && { hops: commit.hops }),
  ...(commit.traceparent !== undefined && { trace: commit.traceparent }),
  ...(commit.request !== undefined && { request: commit.request }),
  events: commit.events.map(({ type, data }) => ({ type, schema: versionOf(type), data })),
});

const fromCatalog: VersionOf = type => catalog[type as EventType].version;

/** The item that a commit becomes at the end of the stream that `expected` names. */
export const encodeCommit = <Event extends AnyEvent = DomainEvent>(
  expected: StreamToken,
  commit: NewCommit<Event>,
  versionOf: VersionOf = fromCatalog,
): CommitItem => {
  const { tenantId, stream, version, hash } = expected;
  const item = {
    p: partitionKey(tenantId, stream.partition),
    s: sortKey(stream.name, version + 1),
    n: commit.events.length,
    b: JSON.stringify(bodyOf(commit, versionOf)),
    g: hash,
  };
  return { ...item, h: hashOf(item) };
};

/** Bytes DynamoDB counts for the item: names and values in UTF-8, and 3 at most for the number. */
export const itemBytes = (item: CommitItem): number =>
  Object.entries(item).reduce((sum, [name, value]) => sum + name.length + Buffer.byteLength(String(value)), 2);

interface Place {
  readonly tenantId: string;
  readonly stream: StreamRef;
  readonly firstVersion: number;
}

/** The facts of a commit, each in its envelope. */
const recorded = <Event extends AnyEvent>(
  { tenantId, stream, firstVersion }: Place,
  metadata: CommitMetadata & { readonly occurredAt: string },
  facts: readonly Fact[],
): readonly Recorded<Event>[] =>
  facts.map(
    ({ type, schema, data }, index) =>
      ({
        id: eventId(stream.name, firstVersion + index),
        type,
        schemaVersion: schema,
        tenantId,
        stream: stream.name,
        version: firstVersion + index,
        ...metadata,
        data,
      }) as unknown as Recorded<Event>,
  );

/** The commit that {@link encodeCommit} made `item` of, as it will be read back; nothing is decoded for it. */
export const storedCommit = <Event extends AnyEvent>(
  expected: StreamToken,
  commit: NewCommit<Event>,
  item: CommitItem,
  versionOf: VersionOf,
): Commit<Event> => {
  const { commitId, request, events, traceparent, occurredAt, correlationId, causationId, actor, priority, hops } =
    commit;
  const place = { tenantId: expected.tenantId, stream: expected.stream, firstVersion: expected.version + 1 };
  const common = { occurredAt, correlationId, causationId, actor, priority, hops };
  const metadata = { ...common, ...(traceparent !== undefined && { traceparent }) };
  const facts = events.map(({ type, data }) => ({ type, schema: versionOf(type), data }));
  return {
    ...place,
    commitId,
    ...metadata,
    ...(request !== undefined && { request }),
    events: recorded(place, metadata, facts),
    previousHash: item.g,
    hash: item.h,
  };
};

/**
 * Reads a stored item. Its events are as they were written: the envelope is made of the commit's own fields.
 *
 * @throws CorruptCommitError when the item is not one that this store wrote
 */
export const decodeCommit = <Event extends AnyEvent = DomainEvent>(item: CommitItem): Commit<Event> => {
  const place = splitKey(item);
  const corrupt = (what: string, cause?: unknown): CorruptCommitError =>
    new CorruptCommitError(what, placeOf(place.tenantId, place.stream, place.firstVersion), { cause });
  let body: Body | null;
  try {
    body = JSON.parse(item.b) as Body | null;
  } catch (error) {
    throw corrupt('the stored bytes are not JSON', error);
  }
  if (!Array.isArray(body?.events) || body.events.length !== item.n || !(place.firstVersion >= 1))
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
  return {
    ...place,
    commitId: body.id,
    ...metadata,
    ...(body.request !== undefined && { request: body.request }),
    events: recorded(place, metadata, body.events),
    previousHash: item.g,
    hash: item.h,
  };
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
export const tokenAfter = (commit: Commit<AnyEvent>, history?: TokenHistory): StreamToken => {
  const { tenantId, stream, firstVersion, events, hash } = commit;
  return mintToken({ tenantId, stream, version: firstVersion + events.length - 1, hash }, history);
};
