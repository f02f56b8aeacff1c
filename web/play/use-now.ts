import { useEffect, useState } from 'react';

/** The server's time now: as it was when it was read (`readAt`: `performance.now()` then), and what has passed since. Epoch milliseconds. */
export const useNow = (read: { readonly now: string; readonly readAt: number } | undefined): number => {
  const [, tick] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => tick(turn => turn + 1), 1000);
    return () => clearInterval(timer);
  }, []);
  return read ? Date.parse(read.now) + performance.now() - read.readAt : Date.now();
};
