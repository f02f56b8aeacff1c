import type { EventOutcomes, OutcomeStatus, ShownEvent } from '../api-types.ts';

/** Which events are listed; an empty word asks for nothing. */
export interface EventFilter {
  /** A type, or the first word of several: `match.`. */
  readonly type: string;
  /** Somewhere in the event: its stream, a match, a player, a team. */
  readonly text: string;
  readonly correlationId: string;
  /** How it ended at one handler at least. */
  readonly outcome: OutcomeStatus | '';
}

export const NO_FILTER: EventFilter = { type: '', text: '', correlationId: '', outcome: '' };

const texts = new WeakMap<ShownEvent, string>();

/** What can be found in an event, in small letters; made once. */
const textOf = (event: ShownEvent): string => {
  const known = texts.get(event);
  if (known !== undefined) return known;
  const { id, actor, causationId, data } = event;
  const text = `${id} ${actor} ${causationId} ${JSON.stringify(data)}`.toLowerCase();
  texts.set(event, text);
  return text;
};

/** Whether an event is listed, as far as the event itself tells. */
export const matches = (event: ShownEvent, { type, text, correlationId }: EventFilter): boolean =>
  (type === '' || (type.endsWith('.') ? event.type.startsWith(type) : event.type === type)) &&
  (correlationId === '' || event.correlationId === correlationId) &&
  text
    .toLowerCase()
    .split(/\s+/)
    .every(word => textOf(event).includes(word));

/** Whether an event ended so at a handler. */
export const endedSo = ({ outcomes }: EventOutcomes, status: OutcomeStatus): boolean =>
  outcomes.some(outcome => outcome.status === status);

/** The types among events, and the words that several begin with, in order. */
export const typesAmong = (events: readonly ShownEvent[]): readonly string[] => {
  const types = new Set(events.map(({ type }) => type));
  const families = [...types].map(type => `${type.split('.')[0]}.`);
  return [...types, ...families.filter((family, index) => families.indexOf(family) !== index)]
    .filter((type, index, all) => all.indexOf(type) === index)
    .sort();
};
