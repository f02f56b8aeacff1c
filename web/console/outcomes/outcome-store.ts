import type { EventOutcomes } from '../api-types.ts';

/** Events asked for at once: what the API allows. */
const AT_ONCE = 50;
/** Milliseconds in which questions are gathered. */
const GATHER_MS = 60;
/** Milliseconds after which an event is asked for again, each time: handlers may not have come to it yet. */
const AGAIN_MS = [1500, 3000, 6000, 12_000, 30_000] as const;
/** Events whose outcomes are remembered. */
const MAX_KNOWN = 5000;

/** Asks the API for the outcomes of events. */
export type AskOutcomes = (eventIds: readonly string[]) => Promise<readonly EventOutcomes[]>;

interface Entry {
  readonly outcomes: EventOutcomes | undefined;
  /** How often it was asked for. */
  readonly asked: number;
  readonly due: number;
}

/** Outcomes of the events that are on view: asked for in batches, and again while they may change. */
export interface OutcomeStore {
  readonly of: (eventId: string) => EventOutcomes | undefined;
  /** Wants to know of an event, and to be told of changes. @returns how to say that one does not any more */
  readonly watch: (eventId: string, listener: () => void) => () => void;
}

/** Waits for the next of its tries, or for ever. */
const dueAfter = (asked: number, now: number): number => now + (AGAIN_MS[asked - 1] ?? Number.POSITIVE_INFINITY);

const same = (a: EventOutcomes | undefined, b: EventOutcomes): boolean => JSON.stringify(a) === JSON.stringify(b);

/** Outcomes by event. One question is under way at a time. */
export const outcomeStore = (ask: AskOutcomes, now: () => number = Date.now): OutcomeStore => {
  const known = new Map<string, Entry>();
  const watchers = new Map<string, Set<() => void>>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let asking = false;

  const forget = (): void => {
    for (const eventId of known.keys()) {
      if (known.size <= MAX_KNOWN) return;
      if (!watchers.has(eventId)) known.delete(eventId);
    }
  };
  const keep = (answer: EventOutcomes): void => {
    const before = known.get(answer.eventId);
    const changed = !same(before?.outcomes, answer);
    // While it changes it may change again soon.
    const asked = changed ? 1 : (before?.asked ?? 0) + 1;
    const outcomes = changed ? answer : before?.outcomes;
    known.set(answer.eventId, { outcomes, asked, due: dueAfter(asked, now()) });
    if (changed) for (const listener of watchers.get(answer.eventId) ?? []) listener();
  };
  const dueOf = (eventId: string): number => known.get(eventId)?.due ?? 0;
  const askWhatIsDue = async (): Promise<void> => {
    timer = undefined;
    asking = true;
    const due = [...watchers.keys()].filter(eventId => dueOf(eventId) <= now()).slice(0, AT_ONCE);
    try {
      if (due.length > 0) for (const answer of await ask(due)) keep(answer);
    } catch {
      for (const eventId of due) {
        const entry = known.get(eventId);
        known.set(eventId, { outcomes: entry?.outcomes, asked: entry?.asked ?? 0, due: now() + AGAIN_MS[1] });
      }
    }
    forget();
    asking = false;
    plan();
  };
  const plan = (): void => {
    if (asking || timer !== undefined || watchers.size === 0) return;
    const next = Math.min(...[...watchers.keys()].map(dueOf));
    if (next === Number.POSITIVE_INFINITY) return;
    timer = setTimeout(() => void askWhatIsDue(), Math.max(GATHER_MS, next - now()));
  };
  const hurry = (): void => {
    clearTimeout(timer);
    timer = undefined;
    plan();
  };
  return {
    of: eventId => known.get(eventId)?.outcomes,
    watch: (eventId, listener) => {
      const own = watchers.get(eventId) ?? new Set();
      own.add(listener);
      watchers.set(eventId, own);
      if (dueOf(eventId) <= now()) hurry();
      else plan();
      return () => {
        own.delete(listener);
        if (own.size === 0) watchers.delete(eventId);
      };
    },
  };
};
