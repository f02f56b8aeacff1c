import type { Environment } from './environment.ts';

/** What the functions of one machine share. */
export interface Machine {
  /** How many environments beyond the first of their function may still start. */
  surplus: number;
  /** An environment starts: when there are as many as the machine keeps, the one that has idled longest ends for it. */
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
  /** Environments that are kept. There are more when more than these work, or have idled for less than `restMs`. */
  readonly kept: number;
  /** In milliseconds. Importing a function takes some 200 ms of a core: one that is used every second stays. */
  readonly restMs: number;
}

/** A machine that runs nothing yet. */
export function openMachine({ surplus, kept, restMs }: MachineOptions): Machine {
  const all = new Set<Environment>();
  /** Longest idle first. */
  const idle = new Map<Environment, { readonly since: number; readonly end: () => void }>();
  const makeRoom = (): void => {
    for (const [environment, { since, end }] of idle) {
      if (all.size < kept || performance.now() - since < restMs) return;
      idle.delete(environment);
      end();
    }
  };
  return {
    surplus,
    started: environment => {
      makeRoom();
      all.add(environment);
    },
    ended: environment => {
      all.delete(environment);
      idle.delete(environment);
    },
    idles: (environment, end) => {
      idle.set(environment, { since: performance.now(), end });
    },
    works: environment => {
      idle.delete(environment);
    },
  };
}
