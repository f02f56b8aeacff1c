import type { ShownEvent } from '../api-types.ts';

/** An event in the story of a command. */
export interface StoryLine {
  readonly event: ShownEvent;
  /** How many causes are above it. */
  readonly depth: number;
  /** Milliseconds since the story began. */
  readonly since: number;
  /** Milliseconds since its cause; null when that is the command, or not in the story. */
  readonly delay: number | null;
  /** Effects that it has, and they, in all. */
  readonly effects: number;
}

/** A story from its beginning to its end. */
export interface Story {
  readonly lines: readonly StoryLine[];
  readonly beganAt: string;
  /** Milliseconds from the first event to the last. */
  readonly length: number;
}

const byTime = (a: ShownEvent, b: ShownEvent): number => {
  if (a.occurredAt !== b.occurredAt) return a.occurredAt < b.occurredAt ? -1 : 1;
  if (a.stream !== b.stream) return a.stream < b.stream ? -1 : 1;
  return a.version - b.version;
};

/**
 * The story of a command as a tree: each event below its cause, effects in the order of time. Whatever its causes say, each event
 * is there once: one whose cause is missing begins a tree of its own.
 */
export const storyOf = (events: readonly ShownEvent[]): Story => {
  const byId = new Map(events.map(event => [event.id, event]));
  const sorted = [...byId.values()].sort(byTime);
  const [first] = sorted;
  if (!first) return { lines: [], beganAt: '', length: 0 };
  const effects = Map.groupBy(sorted, ({ causationId }) => causationId);
  const began = Date.parse(first.occurredAt);
  const told = new Set<string>();
  const tell = (event: ShownEvent, depth: number): readonly StoryLine[] => {
    if (told.has(event.id)) return [];
    told.add(event.id);
    const cause = byId.get(event.causationId);
    const at = Date.parse(event.occurredAt);
    const below = (effects.get(event.id) ?? []).flatMap(effect => tell(effect, depth + 1));
    const delay = cause ? at - Date.parse(cause.occurredAt) : null;
    return [{ event, depth, since: at - began, delay, effects: below.length }, ...below];
  };
  const roots = sorted.filter(({ causationId }) => !byId.has(causationId));
  // Roots first; then what is left of a circle, should anybody have written one.
  const lines = [...roots, ...sorted].flatMap(event => tell(event, 0));
  return { lines, beganAt: first.occurredAt, length: Math.max(...lines.map(({ since }) => since)) };
};
