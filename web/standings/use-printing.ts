import { useCallback, useEffect, useState } from 'react';
import { flushSync } from 'react-dom';

/** Whether the table for paper is in the document: while somebody prints. */
export const usePrinting = () => {
  const [printing, set] = useState<'asked' | 'anyway'>();
  useEffect(() => {
    // The browser takes its picture as soon as this returns.
    const begin = (): void => flushSync(() => set(now => now ?? 'anyway'));
    addEventListener('beforeprint', begin);
    return () => removeEventListener('beforeprint', begin);
  }, []);
  return {
    printing,
    print: useCallback(() => set('asked'), []),
    printed: useCallback(() => set(undefined), []),
  };
};
