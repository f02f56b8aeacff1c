import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { DemoState } from '../../client/demo.ts';
import { STANDING } from './support/demo-state.ts';
import { type FakeSite, openFakeSite } from './support/fake-site.ts';

let site: FakeSite;
beforeAll(async () => {
  site = await openFakeSite(4130);
}, 180_000);
afterAll(() => site?.close());

const opened = async (path: string, width: number, locale: string, state: { now: DemoState }) => {
  const who = { player: 'ann', tenant: 'demo', scope: 'player', demo: () => state.now } as const;
  const { page, go } = await site.open(who, () => undefined, { viewport: { width, height: 740 }, locale });
  await go(path);
  await page.locator('.demo-where').waitFor();
  return page;
};
/** Where everything in the bar is, and how high that is. */
const places = (page: Page): Promise<readonly string[]> =>
  page.locator('.demo-bar, .demo-bar button, .demo-bar select, .demo-bar progress').evaluateAll(all =>
    all.map(one => {
      const { left, width, height } = one.getBoundingClientRect();
      return [one.tagName, left, width, height]
        .map(value => (typeof value === 'number' ? Math.round(value) : value))
        .join(' ');
    }),
  );

test.each([
  [1100, 'de-DE'],
  [1280, 'en-GB'],
  [360, 'de-DE'],
] as const)(
  'at %i pixels the controls are one line, in which nothing moves as the season goes on: %s',
  async (width, locale) => {
    const state = { now: { ...STANDING, phase: 'playing', played: 1, clock: '2023-05-01T09:00:00.000Z' } as DemoState };
    const page = await opened('/standings', width, locale, state);
    const before = await places(page);
    expect(await page.locator('.demo-bar').evaluate(bar => bar.clientHeight)).toBeLessThan(64);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0);
    state.now = { ...state.now, played: 380, clock: '2023-09-30T20:30:00.000Z' };
    await page.getByText(/380 (of|von) 380/).waitFor();
    expect(await places(page)).toEqual(before);
    // Nor when something is wrong.
    state.now = { ...state.now, phase: 'paused', trouble: 'nobody is at rest' };
    await page.getByRole('alert').getByText('nobody is at rest').waitFor();
    expect(await places(page)).toEqual(before);
  },
);

test('a matchday that is complete is told in the language of who looks', async () => {
  const state = { now: { ...STANDING, phase: 'playing', speed: 1, matchday: null } as DemoState };
  const page = await opened('/standings', 1280, 'de-DE', state);
  state.now = { ...state.now, matchday: 'Matchday 1' };
  await page.getByText('Spieltag 1 ist vollständig.').waitFor({ state: 'attached' });
});

test('who plays is entered into the pool of each season when it has begun, and once', async () => {
  const joined: string[] = [];
  const state = { now: { ...STANDING, moment: 0 } };
  const who = { player: 'ann', tenant: 'demo', scope: 'player', demo: () => state.now } as const;
  const { page, go } = await site.open(who, ({ pathname }) => {
    if (!pathname.endsWith('/join')) return undefined;
    joined.push(pathname);
    // The first time it does not work.
    return joined.length === 1 ? undefined : { json: {} };
  });
  await go('/standings');
  await page.getByText('10 of 380').waitFor();
  expect(joined).toEqual([]);
  state.now = { ...state.now, moment: 1 };
  const [a, b] = ['/v1/pools/demo-a/join', '/v1/pools/demo-b/join'];
  await expect.poll(() => joined).toEqual([a]);
  await page.reload();
  await expect.poll(() => joined).toEqual([a, a]);
  state.now = { ...state.now, season: { ...STANDING.season, poolId: 'demo-b' } };
  await expect.poll(() => joined).toEqual([a, a, b]);
  state.now = { ...STANDING, played: 11 };
  await page.reload();
  await page.getByText('11 of 380').waitFor();
  expect(joined).toHaveLength(3);
});

test('a season that is over is played again at the terminal, or another one is chosen', async () => {
  const page = await opened('/standings', 1280, 'en-GB', { now: { ...STANDING, phase: 'finished', played: 380 } });
  await page.getByText('npm start -- --fresh').waitFor();
  await page.getByRole('combobox', { name: 'Season' }).waitFor();
  expect(await page.getByRole('button', { name: 'Play' }).count()).toBe(0);
  expect(await page.locator('.demo-bar').evaluate(bar => bar.clientHeight)).toBeLessThan(64);
});

test('what the focus comes to is never behind the controls, and they do not lead to where one is', async () => {
  const handlers = Array.from({ length: 8 }, (_, index) => ({
    ...{ handler: `handler-${index}`, invocations: 0, failures: 0, waiting: 0, deadLetters: 0 },
  }));
  const page = await opened('/demo', 360, 'en-GB', { now: { ...STANDING, counts: { ...STANDING.counts, handlers } } });
  await page.getByText('handler-7').waitFor();
  await page.getByRole('button', { name: 'Show the controls' }).click();
  await page.getByRole('button', { name: 'Hide the controls' }).waitFor();
  expect(await page.getByRole('link', { name: 'What happens here?' }).count()).toBe(0);
  await page.locator('h1').focus();
  const covered: string[] = [];
  for (let step = 0; step < 20; step += 1) {
    await page.keyboard.press('Tab');
    const found = await page.evaluate(() => {
      const bar = document.querySelector('.demo-bar');
      const own = document.activeElement;
      if (!bar || !own || bar.contains(own)) return '';
      const { bottom, height } = own.getBoundingClientRect();
      // What is higher than the window shows at least its beginning.
      const high = height > innerHeight / 2;
      return !high && bottom > bar.getBoundingClientRect().top + 1 ? own.outerHTML.slice(0, 80) : '';
    });
    if (found !== '') covered.push(found);
  }
  expect(covered).toEqual([]);
});
