import type { EventType } from './catalog.ts';

/** The events of a match that settle its predictions: it was played, decided, called off or opened again. */
export const SETTLING_EVENTS = [
  'match.finished',
  'match.result-corrected',
  'match.result-withdrawn',
  'match.cancelled',
  'match.reinstated',
  'match.awarded',
] as const satisfies readonly EventType[];
