import { startParts } from './composition.ts';
import type { LocalStack, LocalStackOptions } from './stack-types.ts';

export type { LocalStack, LocalStackOptions } from './stack-types.ts';

/**
 * Runs a synthesized stack on this machine: its tables, queues, buses, schedules, HTTP APIs and functions.
 *
 * @example const stack = await startLocalStack({ assembly: 'cdk.out', root: '.', report: console.error, log: () => {} });
 * @throws LocalRuntimeError for what a person can mend: a taken port, a missing Java, a template that does not run here,
 * a data folder in use. Nothing is left running then.
 */
export const startLocalStack = async (options: LocalStackOptions): Promise<LocalStack> => {
  const parts = new AsyncDisposableStack();
  try {
    return await startParts(options, parts);
  } catch (error) {
    await parts.disposeAsync();
    throw error;
  }
};
