import { useEffect, useState } from 'react';

/** What is to be done with a whole table, once all of it was read. */
export type Errand = 'export' | 'print';

/** Waits with an errand until the table is whole. */
export const useErrand = (isWhole: boolean, run: (errand: Errand) => Promise<void>) => {
  const [errand, send] = useState<Errand>();
  useEffect(() => {
    if (errand === undefined || !isWhole) return;
    send(undefined);
    void run(errand);
  }, [errand, isWhole, run]);
  return { errand, send };
};
