import { LocalRuntimeError } from './types.ts';

/** Tells when the machine has come to rest. */
export interface Rest {
  /** Something may have come to rest, or begun. */
  changed(): void;
  /**
   * Resolves when nothing is going on any more.
   * @throws LocalRuntimeError naming what still goes on when the time is over.
   */
  settled(timeoutMs: number): Promise<void>;
}

/**
 * Waits for rest without polling: the parts call `changed`, and only while somebody waits is anything looked at.
 * @param busy what is going on, in words; empty at rest
 * @param hurry ends what only waits for more to come, such as an open batching window
 */
export const createRest = (busy: () => readonly string[], hurry: () => void): Rest => {
  const waiters = new Set<() => void>();
  let scheduled = false;
  const look = (): void => {
    scheduled = false;
    if (waiters.size === 0) return;
    if (busy().length > 0) {
      hurry();
      return;
    }
    for (const resolve of waiters) resolve();
    waiters.clear();
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
      new Promise((resolve, reject) => {
        const waiter = (): void => {
          clearTimeout(timer);
          resolve();
        };
        const timer = setTimeout(() => {
          waiters.delete(waiter);
          const rest = busy();
          if (rest.length === 0) resolve();
          else reject(new LocalRuntimeError(`Not at rest after ${timeoutMs / 1000} s: ${rest.join(', ')}.`));
        }, timeoutMs);
        waiters.add(waiter);
        changed();
      }),
  };
};
