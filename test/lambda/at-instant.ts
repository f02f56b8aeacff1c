import { afterEach, beforeEach, vi } from 'vitest';
import { testApi } from './http.ts';
import { BEFORE, scheduleMatch } from './http-samples.ts';
import { captureOutput } from './support.ts';

/**
 * Every test of a file begins at this instant, before the kick-off unless another is said, and what functions write is taken.
 *
 * @returns what they wrote
 */
export const atInstant = (now = BEFORE): ReturnType<typeof captureOutput> => {
  let output: ReturnType<typeof captureOutput>;
  beforeEach(() => {
    output = captureOutput();
    vi.useFakeTimers({ now, toFake: ['Date'] });
  });
  afterEach(() => {
    vi.useRealTimers();
    vi.restoreAllMocks();
  });
  return { logs: () => output.logs(), metrics: () => output.metrics() };
};

/** A whole API on which the match of the samples is scheduled. */
export const apiWithMatch = async () => {
  const api = testApi();
  await scheduleMatch(api);
  return api;
};
