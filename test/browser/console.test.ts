import { AxeBuilder } from '@axe-core/playwright';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { eventAt } from './console/fake-operations.ts';
import { type FakeConsole, openBrowser } from './console/page.ts';
import { framesWhileScrolling } from './support/scrolling.ts';

let browser: Awaited<ReturnType<typeof openBrowser>>;
beforeAll(async () => {
  browser = await openBrowser();
}, 180_000);
afterAll(() => browser?.close());

const opened = async (path: string, length = 40, options: BrowserContextOptions = {}): Promise<FakeConsole> => {
  const fake = await browser.open(length, options);
  await fake.go(path);
  return fake;
};

const rows = (page: Page) => page.locator('.event-stream tbody tr[aria-rowindex]');
/** How many rows the table says that it has. */
const count = async (page: Page): Promise<number> =>
  Number(await page.locator('.event-stream table').getAttribute('aria-rowcount')) - 1;
const ids = (page: Page): Promise<string[]> => page.locator('.event-name .small').allInnerTexts();

describe('the stream of events', () => {
  test('has ten thousand events, few of them in the document, and scrolls smoothly', async () => {
    const { page, complaints } = await opened('/console/events', 10_000);
    await page.getByLabel('From').selectOption('all');
    await expect.poll(() => count(page)).toBe(10_000);
    expect(await rows(page).count()).toBeLessThan(60);
    const frames = await framesWhileScrolling(page, '.event-stream .virtual');
    // Smooth is 17 ms. This much is for cores that do other things, too.
    expect(frames[45]).toBeLessThan(250);
    expect(complaints).toEqual([]);
  });

  test('flows, newest first, without a gap, also when the API was gone for a while', async () => {
    const { page, fake } = await opened('/console/events', 5);
    await expect.poll(() => count(page)).toBe(5);
    fake.length = 8;
    await expect.poll(() => count(page)).toBe(8);
    fake.broken = true;
    fake.length = 12;
    await page.getByRole('alert').waitFor();
    expect(await count(page)).toBe(8);
    fake.broken = false;
    await expect.poll(() => count(page)).toBe(12);
    expect(await ids(page)).toEqual(Array.from({ length: 12 }, (_, index) => eventAt(11 - index).id));
    await expect.poll(() => page.getByRole('alert').count()).toBe(0);
  });

  test('stands still when it is paused, says how many wait, and goes on with all of them', async () => {
    const { page, fake } = await opened('/console/events', 5);
    await expect.poll(() => count(page)).toBe(5);
    await page.getByRole('button', { name: 'Pause' }).click();
    fake.length = 9;
    await page.getByText('4 new events wait').waitFor();
    expect(await count(page)).toBe(5);
    await page.getByRole('button', { name: 'Show them' }).click();
    await expect.poll(() => count(page)).toBe(9);
  });

  test('is filtered by type, by text and by outcome', async () => {
    const { page } = await opened('/console/events', 40);
    await expect.poll(() => count(page)).toBe(40);
    await page.getByLabel('Type').selectOption('match.finished');
    await expect.poll(() => count(page)).toBe(4);
    await page.getByLabel('Contains').fill('M2');
    await expect.poll(() => ids(page)).toEqual(['match-m2:1']);
    await page.getByRole('button', { name: 'Clear filters' }).click();
    await page.getByLabel('Outcome').selectOption('dead-lettered');
    await expect.poll(() => ids(page)).toEqual(['match-m0:1']);
  });

  test('by keyboard: a row opens the event with its outcomes; Escape goes back to the row', async () => {
    const { page } = await opened('/console/events', 1);
    await rows(page).first().getByRole('button').focus();
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog');
    await dialog.getByText('TypeError: no').waitFor();
    await page.keyboard.press('Escape');
    await expect.poll(() => page.evaluate(() => document.activeElement?.className)).toContain('event-name');
  });
});

describe('a story', () => {
  test('is a tree of causes with delays, and an event of it leads back to it', async () => {
    const { page, go } = await opened('/console/story/story-1', 40);
    const lines = page.locator('.story tbody tr[aria-rowindex]');
    await expect.poll(() => lines.count()).toBe(10);
    expect(await lines.nth(1).innerText()).toContain('250 ms');
    await lines.nth(1).getByRole('link').click();
    await page.getByRole('heading', { name: 'Event prediction-m1.p1:1' }).waitFor();
    // Loaded anew: the id has a dot, and the address is no file's.
    await go(new URL(page.url()).pathname);
    await page.getByRole('link', { name: 'The whole story' }).click();
    await expect.poll(() => lines.count()).toBe(10);
  });
});

describe('the map', () => {
  test('goes from node to node by keyboard, and shows what a rule takes', async () => {
    const { page } = await opened('/console/map');
    const focused = () => page.evaluate(() => document.activeElement?.getAttribute('aria-label'));
    const bus = page.locator('[data-node="Bus"]');
    await bus.focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Enter');
    // Both rules of the handler, which are one node.
    const panel = page.getByRole('region', { name: 'score 2 rules' });
    await panel.getByText('match.finished').waitFor();
    await panel.getByText('match.awarded').waitFor();
    await page.keyboard.press('ArrowRight');
    await expect.poll(focused).toBe('queue 7 wait · ✕ 2, scoreQueue');
    await expect.poll(() => page.locator('.node.trouble').count()).toBe(1);
  });

  test('fits its window, and shows what fails and what is beside the way when it is wanted', async () => {
    const { page } = await opened('/console/map');
    const nodes = page.locator('svg.map [data-node]');
    await nodes.first().waitFor();
    const before = await nodes.count();
    await page.getByLabel('Where what fails goes').check();
    await page.getByText('dead letters: 2').waitFor();
    await page.getByLabel('Beside the way').check();
    await page.getByRole('button', { name: /^health/ }).waitFor();
    expect(await nodes.count()).toBe(before + 2);
    expect(await page.locator('.map-scroll').evaluate(box => box.scrollWidth - box.clientWidth)).toBe(0);
  });

  test('says the same as a list', async () => {
    const { page } = await opened('/console/map');
    await page.getByRole('button', { name: 'List' }).click();
    expect(await page.getByRole('row', { name: /scoreQueue/ }).innerText()).toMatch(/queue\s+score\s+7\s+2/);
  });
});

test('handlers have charts, and the same as a table', async () => {
  const { page, complaints } = await opened('/console/handlers');
  await expect.poll(() => page.locator('.recharts-surface').count()).toBeGreaterThanOrEqual(3);
  await page.getByText('The same as a table').click();
  expect(
    await page
      .getByRole('row', { name: /18:10|19:10|20:10/ })
      .first()
      .innerText(),
  ).toContain('30');
  expect(complaints).toEqual([]);
});

describe.each([
  ['light', 1300, 'en-GB'],
  ['dark', 360, 'de-DE'],
] as const)('%s, %i pixels wide', (colorScheme, width, locale) => {
  test.each(['events', 'event/match-m1:1', 'story/story-1', 'map', 'handlers'])(
    'axe finds nothing: %s',
    async section => {
      const options = { colorScheme, locale, viewport: { width, height: 800 } };
      const { page, complaints } = await opened(`/console/${section}`, 40, options);
      await page.locator('table, svg.map').first().waitFor();
      const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
      const { violations } = await new AxeBuilder({ page }).withTags(tags).analyze();
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0);
      expect(complaints).toEqual([]);
    },
  );
});
