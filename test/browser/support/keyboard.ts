import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';

/** What has the focus, and what is wrong with how it shows. */
interface Focus {
  readonly what: string;
  readonly faults: readonly string[];
}

/** Looks at what has the focus: runs in the page. */
const lookAtFocus = (): Focus => {
  const element = document.activeElement;
  if (!(element instanceof Element) || element === document.body) return { what: 'nothing', faults: [] };
  const name = element.getAttribute('aria-label') ?? element.textContent?.trim().slice(0, 40) ?? '';
  const what = `${element.tagName.toLowerCase()}${element.id && `#${element.id}`} "${name}"`;
  const { left, top, width, height } = element.getBoundingClientRect();
  const places = [0.1, 0.3, 0.5, 0.7, 0.9];
  const isSeen = places.some(x =>
    places.some(y => {
      const there = document.elementFromPoint(left + width * x, top + height * y);
      return there !== null && (element.contains(there) || there.closest('label')?.contains(element));
    }),
  );
  // Where a screen begins: nothing that one could do anything with.
  const isStart = element.matches('h1, main');
  const { outlineStyle, outlineWidth } = getComputedStyle(element);
  const hasRing = outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2;
  return {
    what,
    faults: [...(isSeen || isStart ? [] : ['is hidden']), ...(hasRing || isStart ? [] : ['has no ring'])],
  };
};

/** @throws AssertionError when nothing has the focus, or nobody could see what has */
export const seesFocus = async (page: Page, after: string): Promise<string> => {
  // What comes into view has come there.
  const { what, faults } = await page.evaluate(lookAtFocus);
  expect(what, `after ${after}`).not.toBe('nothing');
  expect(faults, `${what} after ${after}`).toEqual([]);
  return what;
};

/** Presses a key; then something has the focus, and one sees what. */
export const press = async (page: Page, key: string): Promise<string> => {
  await page.keyboard.press(key);
  return seesFocus(page, key);
};

const hasFocus = (target: Locator): Promise<boolean> =>
  target.evaluate(element => element === document.activeElement, undefined, { timeout: 5000 });

/** Goes by Tab, or back, until this has the focus. @throws AssertionError when it does not come */
export const reach = async (page: Page, target: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> => {
  await target.waitFor();
  const passed: string[] = [];
  while (!(await hasFocus(target))) {
    expect(passed.length, `on the way to ${target}: ${passed.slice(-5).join(', ')}`).toBeLessThan(200);
    await page.keyboard.press(key);
    // Past the last of the page is the first one again.
    const { what, faults } = await page.evaluate(lookAtFocus);
    expect(faults, what).toEqual([]);
    passed.push(what);
  }
};

/** Waits until this has the focus. */
export const getsFocus = (target: Locator): Promise<void> =>
  expect.poll(() => hasFocus(target).catch(() => false), { message: `focus of ${target}` }).toBe(true);

/** Goes by Tab through a page, from where it begins to where it begins again. @returns how many stops there were */
export const walk = async (page: Page, limit = 250): Promise<number> => {
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  const seen: string[] = [];
  const faults: string[] = [];
  for (let left = limit; left > 0; left -= 1) {
    await page.keyboard.press('Tab');
    const focus = await page.evaluate(lookAtFocus);
    const isAround = seen.length > 1 && (focus.what === 'nothing' || focus.what === seen[0]);
    if (isAround) break;
    seen.push(focus.what);
    faults.push(...focus.faults.map(fault => `${focus.what} ${fault}`));
  }
  expect(faults).toEqual([]);
  expect(seen.length, 'there is no way out').toBeLessThan(limit);
  return seen.length;
};
