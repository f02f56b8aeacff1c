import { useState } from 'react';
import { useReducedMotion } from './use-media.ts';

const KEY = 'matchday.standings.animate';

/** Whether rows travel to their new places: as the visitor chose, and never where less motion is asked for. */
export const useAnimate = () => {
  const reduced = useReducedMotion();
  const [chosen, choose] = useState(() => localStorage.getItem(KEY) !== 'off');
  return {
    chosen,
    animate: chosen && !reduced,
    choose: (animate: boolean): void => {
      localStorage.setItem(KEY, animate ? 'on' : 'off');
      choose(animate);
    },
  };
};
