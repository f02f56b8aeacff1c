import { type RefObject, useEffect, useRef } from 'react';

/** A list of links that is wider than its window has the one of where one is in its middle. The page itself is not scrolled. */
export const useCurrentInView = (location: string): RefObject<HTMLUListElement | null> => {
  const list = useRef<HTMLUListElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: which link is the current one follows from where one is
  useEffect(() => {
    const link = list.current?.querySelector('[aria-current]')?.getBoundingClientRect();
    const box = list.current?.parentElement;
    if (!link || !box) return;
    const { left, right } = box.getBoundingClientRect();
    box.scrollLeft += (link.left + link.right - left - right) / 2;
  }, [location]);
  return list;
};
