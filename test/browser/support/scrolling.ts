import type { Page } from 'playwright-core';

/** How long frames take while a box is scrolled: milliseconds, from the shortest to the longest. */
export const framesWhileScrolling = async (page: Page, selector: string): Promise<readonly number[]> => {
  const frames = await page.evaluate(async own => {
    const box = document.querySelector(own);
    const gaps: number[] = [];
    let last = performance.now();
    for (let frame = 0; frame < 90; frame += 1) {
      await new Promise(requestAnimationFrame);
      gaps.push(performance.now() - last);
      last = performance.now();
      box?.scrollBy(0, 400);
    }
    return gaps.toSorted((a, b) => a - b);
  }, selector);
  console.log(`frames while scrolling: median ${frames[45]?.toFixed(1)} ms, p95 ${frames[85]?.toFixed(1)} ms`);
  return frames;
};
