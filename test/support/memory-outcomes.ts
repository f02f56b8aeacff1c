import type { OutcomeReader } from '../../shared/application/read-after.ts';

/** Outcomes in memory: what handlers are said to be done with. */
export const memoryOutcomes = (): OutcomeReader & {
  readonly record: (handler: string, ...eventIds: readonly string[]) => void;
} => {
  const done = new Set<string>();
  return {
    record: (handler, ...eventIds) => {
      for (const id of eventIds) done.add(`${handler} ${id}`);
    },
    done: async (_, handler, eventIds) => new Set(eventIds.filter(id => done.has(`${handler} ${id}`))),
  };
};
