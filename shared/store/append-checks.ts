import { CommitTooLargeError, InvalidCommitError, InvalidPlaceError, placeOf } from '../application/errors.ts';
import type { AnyEvent, Commit, InlineState, NewCommit } from '../application/event-store.ts';
import { isMinted, type StreamToken } from '../application/stream-token.ts';
import { MAX_HOPS, PRIORITIES } from '../events/envelope.ts';
import type { StreamRef } from '../events/streams.ts';
import { type CommitItem, encodeCommit, itemBytes, storedCommit } from './commit-codec.ts';
import { partitionKey, sortKey } from './commit-keys.ts';
import type { EventCatalog } from './event-catalog.ts';
import { MAX_ITEM_BYTES, reducerName, type StoredState, stateJson, withInlineState } from './inline-state.ts';

/** Limits of DynamoDB for keys. https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Constraints.html */
const MAX_PARTITION_KEY_BYTES = 2048;
const MAX_SORT_KEY_BYTES = 1024;
/** As `Date.toISOString` writes it: such texts sort as their instants do. */
const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;

/**
 * Holds that a tenant and a stream can be keys: a `#` in a tenant would make it another tenant's.
 *
 * @throws InvalidPlaceError
 */
export const checkPlace = (tenantId: string, stream: StreamRef): void => {
  const refuse = (what: string): InvalidPlaceError => new InvalidPlaceError(what, placeOf(tenantId, stream, 0));
  if (tenantId === '' || tenantId.includes('#')) throw refuse('a tenant is a text that is not empty and has no "#"');
  if (stream.partition === '' || stream.name === '') throw refuse('a stream has a partition and a name');
  if (Buffer.byteLength(partitionKey(tenantId, stream.partition)) > MAX_PARTITION_KEY_BYTES)
    throw refuse(`tenant and partition may take ${MAX_PARTITION_KEY_BYTES} bytes`);
  if (Buffer.byteLength(sortKey(stream.name, 1)) > MAX_SORT_KEY_BYTES)
    throw refuse(`the stream's name and version may take ${MAX_SORT_KEY_BYTES} bytes`);
};

/**
 * Holds that a token is a store's, and of this stream.
 *
 * @throws InvalidPlaceError
 */
export const checkToken = (token: StreamToken, tenantId: string, stream: StreamRef): void => {
  const refuse = (what: string): InvalidPlaceError =>
    new InvalidPlaceError(what, placeOf(tenantId, stream, token.version));
  if (!isMinted(token)) throw refuse('the token was not minted by this store');
  const { partition, name } = token.stream;
  if (token.tenantId !== tenantId || partition !== stream.partition || name !== stream.name)
    throw refuse(`the token is of ${token.tenantId}/${name}`);
};

/** What is wrong with a commit's metadata; undefined: nothing. */
const fault = ({ commitId, occurredAt, hops, priority, ...texts }: NewCommit<AnyEvent>): string | undefined => {
  if (typeof commitId !== 'string' || commitId === '') return 'commitId: must be a text that is not empty';
  if (!INSTANT.test(occurredAt) || Number.isNaN(Date.parse(occurredAt)))
    return `occurredAt: ${JSON.stringify(occurredAt)} is no instant such as 2026-11-20T19:30:00.000Z`;
  if (!Number.isInteger(hops) || hops < 0 || hops > MAX_HOPS) return `hops: ${hops} is not from 0 to ${MAX_HOPS}`;
  if (!PRIORITIES.includes(priority)) return `priority: ${JSON.stringify(priority)} is none`;
  const { correlationId, causationId, actor, events } = texts;
  if ([correlationId, causationId, actor].some(text => typeof text !== 'string'))
    return 'correlationId, causationId, actor: must be texts';
  return events.length > 0 ? undefined : 'events: a commit has one at least';
};

/**
 * Validates a commit: its metadata, and each event against the catalog.
 *
 * @throws InvalidCommitError
 */
const checkCommit = <Event extends AnyEvent>(
  { tenantId, stream, version }: StreamToken,
  commit: NewCommit<Event>,
  catalog: EventCatalog<Event>,
): void => {
  const place = placeOf(tenantId, stream, version + 1);
  const wrong = fault(commit);
  if (wrong !== undefined) throw new InvalidCommitError(wrong, place);
  for (const [index, { type, data }] of commit.events.entries())
    try {
      catalog.parse(type, data, `events[${index}].data`);
    } catch (cause) {
      throw new InvalidCommitError(cause instanceof Error ? cause.message : String(cause), place, { cause });
    }
};

/** A commit that is ready to be written. */
export interface PreparedCommit<Event extends AnyEvent> {
  readonly item: CommitItem;
  readonly commit: Commit<Event>;
}

const evolved = <State, Event extends AnyEvent>(
  { reducer, state }: InlineState<State, Event>,
  commit: Commit<Event>,
): StoredState => ({
  reducer: reducerName(reducer),
  json: stateJson(commit.events.reduce((before, event) => reducer.evolve(before, event), state)),
});

/**
 * What every store does before it writes: validate, encode, hold the size against the limit, fold the state.
 *
 * @throws InvalidPlaceError, InvalidCommitError, CommitTooLargeError; what the reducer throws
 */
export const prepareCommit = <State, Event extends AnyEvent>(
  expected: StreamToken,
  newCommit: NewCommit<Event>,
  catalog: EventCatalog<Event>,
  inline?: InlineState<State, Event>,
): PreparedCommit<Event> => {
  checkPlace(expected.tenantId, expected.stream);
  checkToken(expected, expected.tenantId, expected.stream);
  checkCommit(expected, newCommit, catalog);
  const item = encodeCommit(expected, newCommit, catalog.versionOf);
  const bytes = itemBytes(item);
  if (bytes > MAX_ITEM_BYTES)
    throw new CommitTooLargeError(
      `the commit takes ${bytes} bytes, an item holds ${MAX_ITEM_BYTES}`,
      placeOf(expected.tenantId, expected.stream, expected.version + 1),
    );
  const commit = storedCommit(expected, newCommit, item, catalog.versionOf);
  return { item: withInlineState(item, expected, inline && evolved(inline, commit)), commit };
};
