import type { Environment } from './environment.ts';

/** Environments without work. The one used last works next, so that those nobody needs grow old and end. */
export interface IdleEnvironments {
  put(environment: Environment): void;
  take(): Environment | undefined;
  remove(environment: Environment): void;
  /** Takes all at once. */
  drain(): readonly Environment[];
  /** Ends no more of them. */
  stop(): void;
}

/** How long environments may idle. */
export interface IdleOptions {
  /** In milliseconds. */
  readonly idleMs: number;
  /** Whether there are more environments than are kept for the next invocation. */
  readonly surplus: () => boolean;
  readonly end: (environment: Environment) => void;
}

/** Nothing idle yet. One timer serves all, and none runs while there is no surplus. */
export function idleEnvironments({ idleMs, surplus, end }: IdleOptions): IdleEnvironments {
  const idle: { readonly environment: Environment; readonly since: number }[] = [];
  let timer: NodeJS.Timeout | undefined;
  const endOld = (): void => {
    timer = undefined;
    while (surplus()) {
      const [oldest] = idle;
      if (oldest === undefined || performance.now() - oldest.since < idleMs) break;
      idle.shift();
      end(oldest.environment);
    }
    arm();
  };
  const arm = (): void => {
    if (surplus()) timer ??= setTimeout(endOld, idleMs).unref();
  };
  return {
    put: environment => {
      idle.push({ environment, since: performance.now() });
      arm();
    },
    take: () => idle.pop()?.environment,
    remove: environment => {
      const at = idle.findIndex(entry => entry.environment === environment);
      if (at >= 0) idle.splice(at, 1);
    },
    drain: () => idle.splice(0).map(({ environment }) => environment),
    stop: () => clearTimeout(timer),
  };
}
