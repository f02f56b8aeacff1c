import { matchStream } from '../events/streams.ts';
import type { EventStore } from './event-store.ts';
import type { Clock } from './execution.ts';
import type { HandlingMinute } from './handling.ts';
import { type EventsHealth, eventsHealth, type HandlerQueues, type HealthStatus, healthSince } from './health.ts';
import { type HandlingRates, handlingRates, ratesFrom } from './rates.ts';

/** Where health is read from. */
export interface HealthSources {
  readonly store: EventStore;
  /** What a handler did, minute by minute, from a minute on. */
  readonly minutesOf: (handler: string, from: string) => Promise<readonly HandlingMinute[]>;
  /** The queues of all handlers, by handler. */
  readonly queues: () => Promise<Readonly<Record<string, HandlerQueues>>>;
  readonly handlers: () => readonly string[];
  readonly now: Clock;
}

/**
 * The store did not answer in time.
 *
 * @public
 */
export class StoreSilentError extends Error {
  override readonly name = 'StoreSilentError';
}

/** Who asks for health wants to know soon. Milliseconds. */
const PATIENCE_MS = 3000;
/** For so long an answer to whoever asks is the same: nobody makes us read by asking. Milliseconds. */
const SAME_FOR_MS = 10_000;
/** A stream that nobody writes to: reading it shows that the store answers. */
const NOWHERE = { tenantId: 'liveness', stream: matchStream('liveness') };

const inTime = <T>(task: Promise<T>): Promise<T> => {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const silence = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new StoreSilentError(`no answer in ${PATIENCE_MS} ms`)), PATIENCE_MS);
  });
  return Promise.race([task, silence]).finally(() => clearTimeout(timer));
};

const readMinutes = async ({ handlers, minutesOf }: HealthSources, from: string): Promise<readonly HandlingMinute[]> =>
  (await Promise.all(handlers().map(handler => minutesOf(handler, from)))).flat();

/**
 * How the handling of events stands, with the queues.
 *
 * @throws StoreSilentError, and what the store throws: then nothing is known, and it is unhealthy
 */
export const readEventsHealth = async (sources: HealthSources): Promise<EventsHealth> => {
  const [minutes, queues] = await inTime(
    Promise.all([
      readMinutes(sources, healthSince(sources.now())),
      sources.queues().catch(() => null),
      sources.store.load(NOWHERE.tenantId, NOWHERE.stream),
    ]),
  );
  return eventsHealth({ now: sources.now(), handlers: sources.handlers(), minutes, queues });
};

/**
 * What handlers did in the last minutes, minute by minute.
 *
 * @throws StoreSilentError, and what the store throws
 */
export const readRates = async (sources: HealthSources, minutes: number): Promise<HandlingRates> => {
  const now = sources.now();
  const from = ratesFrom(now, minutes);
  return handlingRates({ now, from, handlers: sources.handlers(), minutes: await inTime(readMinutes(sources, from)) });
};

/** How it stands in a word: what it says is at most ten seconds old. The queues are not asked. */
export const livenessOf = (sources: HealthSources): (() => Promise<HealthStatus>) => {
  const ask = async (): Promise<HealthStatus> => {
    try {
      return (await readEventsHealth({ ...sources, queues: async () => ({}) })).status;
    } catch {
      return 'unhealthy';
    }
  };
  let last: { readonly at: number; readonly status: Promise<HealthStatus> } | undefined;
  return () => {
    const at = Date.parse(sources.now());
    if (last === undefined || at - last.at >= SAME_FOR_MS || at < last.at) last = { at, status: ask() };
    return last.status;
  };
};
