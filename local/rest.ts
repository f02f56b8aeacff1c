import { LocalRuntimeError } from './types.ts';

/** Tells when the machine has come to rest. */
export interface Rest {
  /** Something may have come to rest, or begun. */
  changed(): void;
  /**
   * Resolves when nothing is going on any more.
   * @throws LocalRuntimeError naming what still goes on when the time is over, or that the machine stops.
   */
  settled(timeoutMs: number): Promise<void>;
  /** The machine stops: nobody waits for rest any longer. */
  stop(): void;
}

/** Somebody who waits. */
interface Waiter {
  readonly resolve: () => void;
  readonly reject: (error: Error) => void;
}

const stopping = (): LocalRuntimeError => new LocalRuntimeError('The stack is stopping.');

/**
 * Waits for rest without polling: the parts call `changed`, and only while somebody waits is anything looked at.
 * @param busy what is going on, in words; empty at rest
 * @param hurry ends what only waits for more to come, such as an open batching window
 */
export const createRest = (busy: () => readonly string[], hurry: () => void): Rest => {
  const waiters = new Set<Waiter>();
  let scheduled = false;
  let stopped = false;
  const look = (): void => {
    scheduled = false;
    if (waiters.size === 0) return;
    if (busy().length > 0) {
      hurry();
      return;
    }
    for (const { resolve } of waiters) resolve();
  };
  const changed = (): void => {
    if (scheduled || waiters.size === 0) return;
    scheduled = true;
    // After the promises that this change resolves: a result that arrives is handled before anybody calls it rest.
    setImmediate(look);
  };
  return {
    changed,
    settled: timeoutMs =>
      new Promise<void>((resolve, reject) => {
        if (stopped) throw stopping();
        const waiter: Waiter = { resolve: () => end(resolve), reject: error => end(() => reject(error)) };
        const timer = setTimeout(() => {
          const rest = busy();
          if (rest.length === 0) waiter.resolve();
          else waiter.reject(new LocalRuntimeError(`Not at rest after ${timeoutMs / 1000} s: ${rest.join(', ')}.`));
        }, timeoutMs);
        const end = (settle: () => void): void => {
          clearTimeout(timer);
          waiters.delete(waiter);
          settle();
        };
        waiters.add(waiter);
        changed();
      }),
    stop: () => {
      stopped = true;
      for (const { reject } of waiters) reject(stopping());
    },
  };
};
