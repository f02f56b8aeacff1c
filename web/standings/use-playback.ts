import { useCallback, useEffect, useState } from 'react';
import { type Day, nextMark } from './marks.ts';

/** A step a second, and slower when tables take longer. */
const STEP_MS = 1000;

/** Plays the season from matchday to matchday, from the beginning when it stands at the end. */
export const usePlayback = ({
  days,
  place,
  ready,
  onPlace,
}: {
  readonly days: readonly Day[];
  readonly place: number;
  readonly ready: boolean;
  readonly onPlace: (place: number) => void;
}) => {
  const [playing, play] = useState(false);
  const stop = useCallback(() => play(false), []);
  useEffect(() => {
    if (!playing || !ready) return;
    if (place === days.length) return stop();
    const timer = setTimeout(() => onPlace(nextMark(days, place, 1)), STEP_MS);
    return () => clearTimeout(timer);
  }, [playing, ready, place, days, onPlace, stop]);
  const toggle = (): void => {
    if (!playing && place === days.length) onPlace(0);
    play(!playing);
  };
  return { playing, stop, toggle };
};
