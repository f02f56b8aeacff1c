import { useDeferredValue, useMemo } from 'react';
import type { ShownEvent } from '../api-types.ts';
import { useOutcomesOf } from '../outcomes/use-outcomes.ts';
import { type EventFilter, endedSo, matches } from './filter.ts';

/** Events whose outcomes are looked up to find those that ended so. */
export const LOOKED_UP = 500;

const NOBODY: readonly string[] = [];

/** The events that fit, newest first. By outcome the newest are searched, as their outcomes come to be known. */
export const useListed = (events: readonly ShownEvent[], filter: EventFilter): readonly ShownEvent[] => {
  const wanted = useDeferredValue(filter);
  const fitting = useMemo(() => events.filter(event => matches(event, wanted)).reverse(), [events, wanted]);
  const { outcome } = wanted;
  const newest = useMemo(
    () => (outcome === '' ? NOBODY : fitting.slice(0, LOOKED_UP).map(({ id }) => id)),
    [fitting, outcome],
  );
  const outcomes = useOutcomesOf(newest);
  return useMemo(() => {
    if (outcome === '') return fitting;
    const ended = new Set(outcomes.flatMap(each => (endedSo(each, outcome) ? [each.eventId] : [])));
    return fitting.filter(({ id }) => ended.has(id));
  }, [fitting, outcome, outcomes]);
};
