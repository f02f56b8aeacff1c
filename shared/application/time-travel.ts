import type { Envelope } from '../events/envelope.ts';
import type { StreamRef } from '../events/streams.ts';
import type { EventStore } from './event-store.ts';

/** A point in the life of a stream: its version, or what was stored by an instant (ISO 8601, inclusive). */
export type AsOf = { readonly version: number } | { readonly instant: string };

/**
 * The beginning of a stream up to a point of its life. The order of a stream is that of its versions: by an instant it goes
 * up to the first event that is later, whatever the clocks of the servers said after it.
 */
export const eventsAsOf = (events: readonly Envelope[], asOf: AsOf): readonly Envelope[] => {
  const isLater = ({ version, occurredAt }: Envelope): boolean =>
    'version' in asOf ? version > asOf.version : occurredAt > asOf.instant;
  const end = events.findIndex(isLater);
  return end === -1 ? events : events.slice(0, end);
};

/** Events of a stream, and the version they bring it to: 0 when there are none. */
export interface StreamAsOf {
  readonly events: readonly Envelope[];
  readonly version: number;
}

/**
 * A stream as it stood at a version or an instant, or as it stands. Reads the whole stream: what it costs grows with it.
 *
 * @throws VersionAheadError the stream has not come to that version yet; and what the store throws
 * @example
 * const { events } = await loadAsOf(store, { tenantId: 'demo', stream: matchStream('a-b') }, { instant: '2024-01-01T00:00:00.000Z' });
 */
export const loadAsOf = async (
  store: Pick<EventStore, 'load'>,
  { tenantId, stream }: { readonly tenantId: string; readonly stream: StreamRef },
  asOf?: AsOf,
): Promise<StreamAsOf> => {
  const { events, token } = await store.load(tenantId, stream);
  if (asOf === undefined) return { events, version: token.version };
  if ('version' in asOf && asOf.version > token.version)
    throw new VersionAheadError(`${stream.name} is at version ${token.version}, not yet at ${asOf.version}`);
  const then = eventsAsOf(events, asOf);
  return { events: then, version: then.at(-1)?.version ?? 0 };
};

/** A version was asked for that the stream has not come to. */
export class VersionAheadError extends Error {
  override readonly name = 'VersionAheadError';
}
