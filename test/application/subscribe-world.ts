import type { CheckpointStore } from '../../shared/application/checkpoints.ts';
import {
  type CatchUpSubscription,
  type EventConsumer,
  type SubscribeDependencies,
  type SubscribeOptions,
  subscribe,
} from '../../shared/application/subscribe.ts';
import type { Envelope } from '../../shared/events/envelope.ts';
import { memoryCheckpoints } from '../../shared/store/memory-checkpoints.ts';
import { type MemoryLog, memoryLog } from '../support/memory-log.ts';

export const TENANT = 'demo';

/** The nth event there ever was; an hour lies between two. */
export const eventAt = (n: number, type = 'match.finished'): Envelope =>
  ({
    id: `match-a:${n}`,
    tenantId: TENANT,
    type,
    occurredAt: new Date(Date.UTC(2023, 7, 11, n)).toISOString(),
  }) as Envelope;

export const idsOf = (events: readonly Envelope[]): string[] => events.map(({ id }) => id);
export const events = (from: number, to: number): Envelope[] =>
  Array.from({ length: to - from + 1 }, (_, index) => eventAt(from + index));

/** A log, and consumers that follow it until they have caught up. */
export interface SubscribeWorld {
  readonly log: MemoryLog;
  readonly checkpoints: CheckpointStore;
  /** How many times a checkpoint was saved. */
  readonly saves: () => number;
  /** Lets time pass. Milliseconds. */
  readonly pass: (milliseconds: number) => void;
  readonly dependencies: (onSleep: () => void) => SubscribeDependencies;
  /** Runs a consumer until it has caught up. @returns what it was called with */
  readonly catchUp: (
    consumer?: EventConsumer,
    options?: SubscribeOptions,
    subscription?: Partial<CatchUpSubscription>,
  ) => Promise<readonly Envelope[]>;
}

export const openSubscribeWorld = (sizeOf?: (limit: number) => number): SubscribeWorld => {
  const log = memoryLog(sizeOf);
  const kept = memoryCheckpoints();
  let [saves, now] = [0, 0];
  const checkpoints: CheckpointStore = {
    claim: kept.claim,
    save: (...saved) => {
      saves += 1;
      return kept.save(...saved);
    },
  };
  const dependencies = (onSleep: () => void): SubscribeDependencies => ({
    index: log.index,
    checkpoints,
    now: () => now,
    random: () => 0.5,
    sleep: async () => onSleep(),
  });
  return {
    log,
    checkpoints,
    dependencies,
    saves: () => saves,
    pass: milliseconds => {
      now += milliseconds;
    },
    catchUp: async (consumer = async () => {}, options = {}, subscription = {}) => {
      const ended = new AbortController();
      const calls: Envelope[] = [];
      const own = { ...dependencies(() => ended.abort()) };
      await subscribe(
        own,
        { name: 'mailer', tenantId: TENANT, ...subscription },
        async (event, signal) => {
          calls.push(event);
          await consumer(event, signal);
        },
        { signal: ended.signal, ...options },
      );
      return calls;
    },
  };
};
