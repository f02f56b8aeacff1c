import type { RecordedOutcome, RecordedOutcomes } from '../../shared/application/event-outcomes.ts';
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

/** The audit in memory: the last outcome of each (event, handler). */
export const memoryAudit = (): RecordedOutcomes & {
  readonly record: (tenantId: string, eventId: string, outcome: RecordedOutcome) => void;
} => {
  const kept = new Map<string, readonly RecordedOutcome[]>();
  const keyOf = (tenantId: string, eventId: string): string => `${tenantId} ${eventId}`;
  return {
    record: (tenantId, eventId, outcome) => {
      const key = keyOf(tenantId, eventId);
      const others = (kept.get(key) ?? []).filter(({ handler }) => handler !== outcome.handler);
      kept.set(key, [...others, outcome]);
    },
    of: async (tenantId, eventIds) => new Map(eventIds.map(id => [id, kept.get(keyOf(tenantId, id)) ?? []])),
  };
};
