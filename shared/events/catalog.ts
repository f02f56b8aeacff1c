import type * as z from 'zod';
import type { MatchEvent } from '../domain/match.ts';
import type { MembershipEvent } from '../domain/membership.ts';
import type { PlayerEvent } from '../domain/player.ts';
import type { PoolEvent } from '../domain/pool.ts';
import type { PredictionEvent } from '../domain/prediction.ts';
import type { SubscriptionEvent } from '../domain/subscription.ts';
import type { SchemaVersion } from './evolution.ts';
import { matchEvents } from './match-events.ts';
import { playerEvents } from './player-events.ts';
import { poolEvents } from './pool-events.ts';
import { predictionEvents } from './prediction-events.ts';
import { subscriptionEvents } from './subscription-events.ts';

/** Every fact there is. */
export type DomainEvent = MatchEvent | PredictionEvent | PoolEvent | MembershipEvent | PlayerEvent | SubscriptionEvent;
export type EventType = DomainEvent['type'];
export type DataOf<T extends EventType> = Extract<DomainEvent, { type: T }>['data'];

interface CatalogEntry<T extends EventType> {
  /** A minor change only adds, a major one ships an upcaster: docs/events.md. */
  readonly version: SchemaVersion;
  readonly data: z.ZodType<DataOf<T>>;
}

const published = {
  ...matchEvents,
  ...predictionEvents,
  ...poolEvents,
  ...playerEvents,
  ...subscriptionEvents,
} as const satisfies { readonly [T in EventType]: CatalogEntry<T> };

/** The catalog with the version of each type in its type: what the upcasters are held against. */
export type PublishedCatalog = typeof published;

/**
 * The catalog of events: each type with its current schema version and the schema of its data. It is held against the
 * domain's types at compile time; an event that is not in it is refused at append and parked at delivery.
 */
export const catalog: { readonly [T in EventType]: CatalogEntry<T> } = published;

export const EVENT_TYPES = Object.keys(catalog) as readonly EventType[];

export const isEventType = (type: string): type is EventType => Object.hasOwn(catalog, type);
