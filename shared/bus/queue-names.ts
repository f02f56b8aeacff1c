import type { Place } from '../application/dead-letters/ports.ts';
import type { HandlerQueues } from '../application/health.ts';

/** The names of a handler's queues. */
export type QueueNames = Readonly<Record<keyof HandlerQueues, string>>;

/** The names of the queues of each handler, from the JSON that a function has in a variable. */
export const queueNames = (json: string): Readonly<Record<string, QueueNames>> =>
  JSON.parse(json) as Readonly<Record<string, QueueNames>>;

/** What the URLs of all queues begin with, from the URL of one. */
export const queueUrlBase = (url: string): string => url.slice(0, url.lastIndexOf('/') + 1);

/** Under which name the queue of a place is in that JSON. */
export const QUEUE_OF = {
  'dead-letters': 'deadLetters',
  undelivered: 'undelivered',
  quarantine: 'quarantine',
  abandoned: 'abandoned',
} as const satisfies Record<Place['queue'], string>;

/** The names of queues of a function in which messages end; of a handler that can be given them again, `events` too. */
export type DeadLetterQueueNames = Readonly<Partial<Record<'events' | (typeof QUEUE_OF)[Place['queue']], string>>>;
