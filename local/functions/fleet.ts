import type { Environment, Loading } from './environment.ts';
import { idleEnvironments } from './idle.ts';
import type { Machine } from './machine.ts';
import type { ReportedError } from './protocol.ts';

/** The environments of one function, of its present code and what is left of older code. */
export interface Fleet {
  /** An idle environment; its caller gives it back. */
  take(): Environment | undefined;
  release(environment: Environment): void;
  /** Starts another environment, unless there are as many as may be or one is still importing. */
  grow(): void;
  /** Whether `grow` would do something. */
  readonly canGrow: boolean;
  /** Environments of the present code, those that still import included. */
  readonly size: number;
  /** All environments, old ones included. */
  readonly total: number;
  /** How long the last import took, in milliseconds; 0 before the first. */
  readonly importMs: number;
  /** New code: ends what is idle; what is busy ends when it is given back. */
  retire(): void;
  close(): Promise<void>;
}

/** How a fleet starts and ends environments, and whom it tells. */
export interface FleetOptions {
  readonly start: () => Environment;
  readonly maxEnvironments: number;
  readonly machine: Machine;
  /** Environments beyond the first end after this long without work, in milliseconds. */
  readonly idleMs: number;
  /** The present code cannot be imported. */
  readonly onLoadFailed: (error: ReportedError) => void;
  /** An environment came up, or one went that stood in the way of another. */
  readonly onChange: () => void;
}

/** A fleet of none. */
export function openFleet(options: FleetOptions): Fleet {
  const { machine } = options;
  const present = new Set<Environment>();
  const retired = new Set<Environment>();
  let importing: Environment | undefined;
  let importMs = 0;
  const fromSurplus = new Set<Environment>();
  const end = (environment: Environment): Promise<void> => {
    present.delete(environment);
    retired.delete(environment);
    if (fromSurplus.delete(environment)) machine.surplus += 1;
    machine.ended(environment);
    return environment.close();
  };
  const idle = idleEnvironments({ idleMs: options.idleMs, surplus: () => present.size > 1, end: it => void end(it) });
  const release = (environment: Environment): void => {
    if (!present.has(environment) || !environment.alive) {
      void end(environment);
      return;
    }
    idle.put(environment);
    machine.idles(environment, () => {
      idle.remove(environment);
      void end(environment);
    });
  };
  const loaded = (environment: Environment, loading: Loading): void => {
    const wanted = present.has(environment);
    if (importing === environment) importing = undefined;
    if (loading.loaded) importMs = loading.importMs;
    if (loading.loaded) release(environment);
    else void end(environment);
    if (!loading.loaded && wanted) options.onLoadFailed(loading.error);
    options.onChange();
  };
  const canGrow = (): boolean =>
    importing === undefined &&
    present.size + retired.size < options.maxEnvironments &&
    (present.size === 0 || machine.surplus > 0);
  const grow = (): void => {
    if (!canGrow()) return;
    const environment = options.start();
    machine.started(environment);
    importing = environment;
    if (present.size > 0) {
      fromSurplus.add(environment);
      machine.surplus -= 1;
    }
    present.add(environment);
    void environment.loading.then(loading => loaded(environment, loading));
  };
  const take = (): Environment | undefined => {
    const environment = idle.take();
    if (environment !== undefined) machine.works(environment);
    if (environment === undefined || environment.alive) return environment;
    void end(environment);
    return take();
  };
  return {
    take,
    release,
    grow,
    get canGrow() {
      return canGrow();
    },
    get size() {
      return present.size;
    },
    get total() {
      return present.size + retired.size;
    },
    get importMs() {
      return importMs;
    },
    retire: () => {
      for (const environment of present) retired.add(environment);
      present.clear();
      importing = undefined;
      for (const environment of idle.drain()) void end(environment);
    },
    close: async () => {
      idle.stop();
      await Promise.all([...present, ...retired].map(end));
    },
  };
}
