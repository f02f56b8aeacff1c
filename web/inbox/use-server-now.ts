import { useEffect, useState } from 'react';

const MINUTE_MS = 60_000;

/**
 * The time that the age of notifications goes by: this device's. Where the clock of the server is ahead of it, which it may be on a
 * machine of one's own, it is the time of the newest notification: nothing is told from the future.
 */
export const useServerNow = (newest: string | undefined): Date => {
  const [, tick] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => tick(turn => turn + 1), MINUTE_MS);
    return () => clearInterval(timer);
  }, []);
  return new Date(Math.max(Date.now(), newest === undefined ? 0 : Date.parse(newest)));
};
