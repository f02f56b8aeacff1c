import { type Decision, refuse } from '../domain/decider.ts';
import type { DomainEvent } from '../events/catalog.ts';
import type { AnyEvent } from './event-store.ts';

/** Where two values of JSON differ first, as the path of a field; undefined: nowhere. What is undefined is not there. */
const difference = (a: unknown, b: unknown, path: string): string | undefined => {
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return a === b ? undefined : path;
  const [left, right] = [a, b] as Readonly<Record<string, unknown>>[];
  const names = new Set([...Object.keys(left ?? {}), ...Object.keys(right ?? {})]);
  for (const name of names) {
    const found = difference(left?.[name], right?.[name], `${path}/${name}`);
    if (found !== undefined) return found;
  }
  return undefined;
};

/**
 * Holds a decision against the fact that somebody states: it stands when it makes exactly this fact, or none since it is so
 * already. Else it is refused, with the path of what is stated and not so.
 */
export const contradiction = <Event extends AnyEvent>(
  stated: DomainEvent | undefined,
  decision: Decision<Event>,
): Decision<Event> => {
  if (stated === undefined || decision.outcome === 'refused' || decision.events.length === 0) return decision;
  const [event, ...more] = decision.events;
  const path =
    more.length === 0 && event?.type === stated.type ? difference(stated.data, event.data, '/data') : '/type';
  return path === undefined ? decision : refuse('contradicted', `${path}: is not so, by what happened before`);
};
