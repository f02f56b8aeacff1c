import { type RefObject, useEffect, useEffectEvent, useLayoutEffect, useRef } from 'react';
import type { Row } from './data.ts';
import { shiftsOf } from './rows.ts';

const MS = 600;
/** A row that comes from far away comes from the edge of what is seen. */
const FARTHEST = 14;

/** Lets the rows of a table travel from their old places to their new ones. `of`: another table's rows do not travel. */
export const useMovingRows = (
  box: RefObject<HTMLElement | null>,
  rows: readonly Row[],
  { of, height, enabled }: { readonly of: string; readonly height: number; readonly enabled: boolean },
): void => {
  const last = useRef<{ readonly of: string; readonly keys: readonly string[] } | undefined>(undefined);
  useLayoutEffect(() => {
    const keys = rows.map(({ playerId }) => playerId);
    const before = last.current;
    last.current = { of, keys };
    if (!enabled || !before || before.of !== of) return;
    const shifts = shiftsOf(before.keys, keys);
    for (const line of box.current?.querySelectorAll<HTMLElement>('tbody tr[aria-rowindex]') ?? []) {
      const shift = shifts.get(keys[Number(line.getAttribute('aria-rowindex')) - 2] ?? '');
      if (shift === undefined) continue;
      const from = Math.max(-FARTHEST, Math.min(FARTHEST, shift)) * height;
      line.animate([{ transform: `translateY(${from}px)` }, { transform: 'none' }], {
        duration: MS,
        easing: 'ease-out',
      });
    }
  }, [box, rows, of, height, enabled]);
};

/** Tells when a table on view has moved by itself. `of`: another table, or another instant, is not the same table moving. */
export const useToldMoves = (rows: readonly Row[], of: string, tell: () => void): void => {
  const last = useRef<{ readonly of: string; readonly points: string } | undefined>(undefined);
  const onMove = useEffectEvent(tell);
  useEffect(() => {
    const points = rows.map(row => `${row.playerId} ${row.points}`).join();
    const before = last.current;
    last.current = { of, points };
    // More rows of the same table, as one scrolls, are no move.
    if (before && before.of === of && !points.startsWith(before.points)) onMove();
  }, [rows, of]);
};
