import { useEffect, useState } from 'react';
import type { Row } from './data.ts';

interface Seeking {
  readonly rows: readonly Row[];
  readonly me: string | undefined;
  readonly seeking: boolean;
  readonly isWhole: boolean;
  readonly done: () => void;
  readonly missing: () => void;
}

/** The place of my row, once it was asked for and the table was read so far. */
export const useMe = ({ rows, me, seeking, isWhole, done, missing }: Seeking): number | undefined => {
  const [place, setPlace] = useState<number>();
  useEffect(() => {
    if (!seeking) return;
    setPlace(undefined);
    const found = rows.findIndex(({ playerId }) => playerId === me);
    if (found === -1 && !isWhole) return;
    done();
    if (found === -1) return missing();
    // In a turn of its own: the same place asked for again is to be scrolled to again.
    const timer = setTimeout(() => setPlace(found));
    return () => clearTimeout(timer);
  });
  return place;
};
