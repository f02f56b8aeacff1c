import type { Environment } from './environment.ts';

/** What the functions of one machine share. */
export interface Machine {
  /** How many environments beyond the first of their function may still start. */
  surplus: number;
  /** An environment starts: when there are as many as the machine keeps, the one that has idled longest ends for it, or as soon as it has rested. */
  started(environment: Environment): void;
  ended(environment: Environment): void;
  /** It has nothing to do; `end` takes it from its function and ends it. */
  idles(environment: Environment, end: () => void): void;
  works(environment: Environment): void;
}

/** How many environments a machine has room for. */
export interface MachineOptions {
  /** Environments that all functions together may have beyond their first. */
  readonly surplus: number;
  /** Environments that are kept. There are more while more than these work, or have idled for less than `restMs`. */
  readonly kept: number;
  /** In milliseconds. Importing a function takes some 200 ms of a core: one that is used every second stays. */
  readonly restMs: number;
}

/** A machine that runs nothing yet. */
export function openMachine({ surplus, kept, restMs }: MachineOptions): Machine {
  const all = new Set<Environment>();
  /** Longest idle first. */
  const idle = new Map<Environment, { readonly since: number; readonly end: () => void }>();
  let looksAgain: NodeJS.Timeout | undefined;
  /** Ends those that have rested, the longest first, until there are as many as that. */
  const reduceTo = (count: number): void => {
    for (const [environment, { since, end }] of idle) {
      if (all.size <= count || performance.now() - since < restMs) return;
      idle.delete(environment);
      end();
    }
  };
  /** What was one too many when all were busy is so until somebody looks again. */
  const lookAgain = (): void => {
    if (all.size <= kept || looksAgain !== undefined) return;
    looksAgain = setTimeout(() => {
      looksAgain = undefined;
      reduceTo(kept);
    }, restMs + 1).unref();
  };
  return {
    surplus,
    started: environment => {
      reduceTo(kept - 1);
      all.add(environment);
    },
    ended: environment => {
      all.delete(environment);
      idle.delete(environment);
    },
    idles: (environment, end) => {
      idle.set(environment, { since: performance.now(), end });
      lookAgain();
    },
    works: environment => {
      idle.delete(environment);
    },
  };
}
