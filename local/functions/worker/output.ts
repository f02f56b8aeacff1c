import { setImmediate } from 'node:timers';

/** What a function prints, collected to be sent along with the next message. */
export interface Output {
  /** What was printed and not yet taken. */
  take(): string;
}

type WriteArguments = readonly [chunk: Uint8Array | string, ...rest: readonly unknown[]];

/**
 * Takes stdout and stderr over. A message for each line would cost more than most invocations: lines leave with the
 * result or, when there is none in this turn of the event loop, through `send`.
 */
export function captureOutput(send: (output: string) => void): Output {
  let pending = '';
  let scheduled = false;
  const take = (): string => {
    const taken = pending;
    pending = '';
    return taken;
  };
  const flush = (): void => {
    scheduled = false;
    if (pending !== '') send(take());
  };
  const write = (...[chunk, ...rest]: WriteArguments): boolean => {
    pending += typeof chunk === 'string' ? chunk : Buffer.from(chunk).toString();
    if (!scheduled) {
      scheduled = true;
      setImmediate(flush);
    }
    const done = rest.at(-1);
    if (typeof done === 'function') process.nextTick(done);
    return true;
  };
  process.stdout.write = write;
  process.stderr.write = write;
  process.on('exit', flush);
  process.on('uncaughtExceptionMonitor', flush);
  return { take };
}
