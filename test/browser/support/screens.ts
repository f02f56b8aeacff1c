import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';

/** Where pictures of the screens go. */
const PICTURES = join(import.meta.dirname, '../../../coverage/screens');

/** How a visitor sees the page: each width with each colour scheme, and German in one. */
export const LOOKS = [
  { name: 'wide-light', width: 1280, height: 900, colorScheme: 'light', locale: 'en-GB' },
  { name: 'wide-dark', width: 1280, height: 900, colorScheme: 'dark', locale: 'en-GB' },
  { name: 'narrow-light', width: 360, height: 740, colorScheme: 'light', locale: 'en-GB' },
  { name: 'narrow-dark', width: 360, height: 740, colorScheme: 'dark', locale: 'de-DE' },
] as const;
export type Look = (typeof LOOKS)[number];

const STANDARDS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** More pixels than the demo's controls take. */
const BAR_HEIGHT = 200;

/** Somebody of the demo. */
export interface Visitor {
  readonly player: string;
  readonly scopes: readonly string[];
}
export const ANN: Visitor = { player: 'ann', scopes: ['player'] };
export const OLGA: Visitor = { player: 'olga', scopes: ['player', 'organiser', 'operator'] };

/** A page of somebody's, and what the browser complained of. */
export interface Opened {
  readonly page: Page;
  readonly complaints: readonly string[];
}

/** Opens a page as somebody sees it; they are signed in unless they are nobody. */
export const openAs = async (browser: Browser, url: string, who: Visitor | undefined, look: Look): Promise<Opened> => {
  const { width, height, colorScheme, locale } = look;
  const context = await browser.newContext({ viewport: { width, height }, colorScheme, locale, acceptDownloads: true });
  if (who) await context.addInitScript(text => localStorage.setItem('matchday.demo-user', text), JSON.stringify(who));
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('pageerror', error => complaints.push(error.message));
  page.on('console', message => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  await page.goto(url);
  return { page, complaints };
};

/** Does something with the page as high as what is on it: what stands still at its bottom then covers nothing. */
const unrolled = async <T>(page: Page, task: () => Promise<T>): Promise<T> => {
  const size = page.viewportSize();
  if (!size) return task();
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  await page.setViewportSize({ ...size, height: height + BAR_HEIGHT });
  try {
    return await task();
  } finally {
    await page.setViewportSize(size);
  }
};

/** What axe says against the page as it stands, and whether it is wider than its window. */
export const faultsOf = async (page: Page): Promise<readonly string[]> => {
  const { violations } = await unrolled(page, () => new AxeBuilder({ page }).withTags(STANDARDS).analyze());
  const wider = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  return [
    ...violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`),
    ...(wider > 0 ? [`${wider} pixels wider than the window`] : []),
  ];
};

/** Bytes of code and styles, gzipped, that a visitor loads until a screen is there. */
export const firstLoad = async (browser: Browser, url: string, who: Visitor | undefined): Promise<number> => {
  const { page } = await openAs(browser, 'about:blank', who, LOOKS[0]);
  const sizes: Promise<number>[] = [];
  page.on('response', response => {
    if (/\.(js|css)$/.test(new URL(response.url()).pathname))
      sizes.push(response.body().then(body => gzipSync(body).length));
  });
  await page.goto(url);
  await page.locator('h1').first().waitFor();
  // The demo asks how the season stands for as long as the page is open: the network is never idle.
  await page.waitForTimeout(3000);
  await page.context().close();
  return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
};

/** Takes a picture of a screen. */
export const picture = async (page: Page, screen: string, look: Look): Promise<void> => {
  mkdirSync(PICTURES, { recursive: true });
  await page.screenshot({ path: join(PICTURES, `${screen}-${look.name}.png`) });
};
