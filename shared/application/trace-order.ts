import type { EventType } from '../events/catalog.ts';
import type { Envelope } from '../events/envelope.ts';

/** What is true at most once at a time: each new fact of it takes the place of the one before. */
type Matter = 'pick' | 'kick-off' | 'result' | 'verdict';

/** Which matter an event is a fact of. */
const STATES: Readonly<Partial<Record<EventType, readonly Matter[]>>> = {
  'match.scheduled': ['kick-off'],
  'match.rescheduled': ['kick-off'],
  'match.postponed': ['kick-off'],
  'match.reinstated': ['kick-off'],
  'match.finished': ['result'],
  'match.awarded': ['result'],
  'match.result-corrected': ['result'],
  'match.cancelled': ['result'],
  'prediction.created': ['pick'],
  'prediction.revised': ['pick'],
  'prediction.evaluated': ['verdict'],
};

/** Which matter an event ends, so that nothing is true of it until the next one. */
const ENDS: Readonly<Partial<Record<EventType, readonly Matter[]>>> = {
  'match.result-withdrawn': ['result'],
  'match.reinstated': ['result'],
  'prediction.cancelled': ['pick', 'verdict'],
  'prediction.reopened': ['verdict'],
};

/** Ids of events, by the id of the event that took their place. */
export type Replacements = ReadonlyMap<string, readonly string[]>;

/** What replaced what, among events in their order. */
export const replacementsIn = (events: readonly Pick<Envelope, 'id' | 'type'>[]): Replacements => {
  const inForce = new Map<Matter, string>();
  const replaced = new Map<string, readonly string[]>();
  for (const { id, type } of events) {
    const [states, ends] = [STATES[type] ?? [], ENDS[type] ?? []];
    const before = [...states, ...ends].flatMap(matter => inForce.get(matter) ?? []);
    if (before.length > 0) replaced.set(id, before);
    for (const matter of ends) inForce.delete(matter);
    for (const matter of states) inForce.set(matter, id);
  }
  return replaced;
};

type Told = Pick<Envelope, 'id' | 'causationId' | 'occurredAt'>;

/** Whether an effect was there before a cause, as far as the clocks and the causes tell. */
const isBefore = (effect: Told, cause: Told, told: ReadonlySet<string>): boolean =>
  effect.occurredAt < cause.occurredAt || (effect.occurredAt === cause.occurredAt && told.has(effect.causationId));

/**
 * Two streams as one story: by time, and of what has the same time an effect right after its cause; each stream stays in its own
 * order, whatever the clocks said.
 */
export const inOneOrder = <T extends Told>(causes: readonly T[], effects: readonly T[]): readonly T[] => {
  const order: T[] = [];
  const told = new Set<string>();
  for (const effect of effects) {
    for (let cause = causes[told.size]; cause && !isBefore(effect, cause, told); cause = causes[told.size]) {
      order.push(cause);
      told.add(cause.id);
    }
    order.push(effect);
  }
  return [...order, ...causes.slice(told.size)];
};
