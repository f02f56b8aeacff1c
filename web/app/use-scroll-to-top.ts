import { useEffect, useRef } from 'react';

let wentBack = false;
// Before anybody who renders anew because of it.
addEventListener('popstate', () => (wentBack = true), { capture: true });

/** A screen begins at its top, however far down the one before was. Back and forward, the browser knows where one was. */
export const useScrollToTop = (pathname: string): void => {
  const shown = useRef(pathname);
  useEffect(() => {
    const isOther = shown.current !== pathname;
    shown.current = pathname;
    if (isOther && !wentBack && location.hash === '') scrollTo(0, 0);
    wentBack = false;
  }, [pathname]);
};
