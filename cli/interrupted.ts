/** Aborted when the person at the terminal (or the system) wants the command to end. A second Ctrl-C ends it at once. */
export const interrupted = (): AbortSignal => {
  const ended = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => ended.abort());
  return ended.signal;
};
