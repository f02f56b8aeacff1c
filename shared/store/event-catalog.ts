import type { AnyEvent, Commit } from '../application/event-store.ts';
import { catalog, type DomainEvent, type EventType } from '../events/catalog.ts';
import { currentEvent, parseEvent } from '../events/envelope.ts';

/**
 * What an event store has to know of the events in it: a store of another domain brings its own.
 *
 * @example
 * const orders: EventCatalog<OrderEvent> = {
 *   parse: (type, data) => orderSchema.parse({ type, data }), // throws: the append is refused, the error is its cause
 *   versionOf: () => '1.0',
 * };
 * const store = dynamoDBEventStore({ client, tableName: 'orders', catalog: orders });
 */
export interface EventCatalog<Event extends AnyEvent> {
  /** Throws when there is no such type, or its data are not valid. `path` is where the data are, for the message. */
  readonly parse: (type: string, data: unknown, path: string) => Event;
  /** The schema version, `major.minor`, that an event of a type is written under. */
  readonly versionOf: (type: string) => string;
  /**
   * A stored event as today's; absent: events are as they were written. Throws when newer code wrote it: to fold the others
   * alone would be to decide on half a stream.
   */
  readonly current?: (event: Commit<Event>['events'][number]) => Commit<Event>['events'][number];
}

/** Matchday's own. */
export const matchdayCatalog: EventCatalog<DomainEvent> = {
  parse: parseEvent,
  versionOf: type => catalog[type as EventType].version,
  current: currentEvent,
};
