import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser } from './support/chromium.ts';
import { type Running, startRunning } from './support/running.ts';
import { ANN, LOOKS, openAs } from './support/screens.ts';

const NARROW = LOOKS[2];
/** Bytes a second of 400 kbit/s, and milliseconds to the server and back. */
const SLOW = { offline: false, downloadThroughput: 50_000, uploadThroughput: 50_000, latency: 400 };

let running: Running;
let browser: Browser;

beforeAll(async () => {
  [running, browser] = await Promise.all([startRunning(4280), launchBrowser()]);
  await running.cup.schedule('final', 'Ajax', 'Benfica');
  await running.cup.schedule('third-place', 'Celtic', 'Dynamo');
}, 240_000);
afterAll(async () => {
  await browser?.close();
  await running?.close();
});

/** A page of ann's by a phone with a bad connection, not yet gone anywhere. */
const openSlowly = async (): Promise<Page> => {
  const { page } = await openAs(browser, 'about:blank', ANN, NARROW);
  const session = await page.context().newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', SLOW);
  return page;
};

/** How far what one reads has moved without being asked to, as Core Web Vitals count it: 0.1 is good. */
const countShifts = async (page: Page): Promise<void> => {
  await page.addInitScript(() => {
    Object.assign(window, { shifted: 0 });
    new PerformanceObserver(list => {
      for (const entry of list.getEntries() as (PerformanceEntry & { value: number; hadRecentInput: boolean })[])
        if (!entry.hadRecentInput) (window as unknown as { shifted: number }).shifted += entry.value;
    }).observe({ type: 'layout-shift', buffered: true });
  });
};
const shifted = (page: Page): Promise<number> =>
  page.evaluate(() => (window as unknown as { shifted: number }).shifted);

/** Counts what is posted to a path. */
const posts = (page: Page, path: string): string[] => {
  const found: string[] = [];
  page.on('request', request => {
    if (request.method() === 'POST' && new URL(request.url()).pathname === path) found.push(request.url());
  });
  return found;
};

describe('with 400 kbit/s and 400 ms', () => {
  test.each([
    ['/play/cup', '[data-match=final]'],
    ['/pools', 'form'],
    ['/standings?competition=cup', 'main p'],
  ])('%s says that it is on its way, comes, and does not jump', async (path, content) => {
    const page = await openSlowly();
    await countShifts(page);
    const begun = performance.now();
    await page.goto(running.url + path, { waitUntil: 'commit' });
    await page.getByText('Matchday …').waitFor({ timeout: 10_000 });
    await page.locator('h1').first().waitFor({ timeout: 60_000 });
    const seconds = (performance.now() - begun) / 1000;
    await page.locator(content).first().waitFor();
    await page.waitForTimeout(2000);
    const moved = await shifted(page);
    console.log(`${path}: its heading after ${seconds.toFixed(1)} s, shifts ${moved.toFixed(3)}`);
    expect(moved).toBeLessThan(0.1);
    await page.context().close();
  });

  test('a pick is not said to be handed in before it is, and is sent once', async () => {
    const page = await openSlowly();
    await page.goto(`${running.url}/play/cup`);
    const sent = posts(page, '/v1/predictions');
    const card = page.locator('[data-match=final]');
    const status = card.locator('[data-status]');
    const answer = page.waitForResponse(
      response => response.url().endsWith('/v1/predictions') && response.request().method() === 'POST',
    );
    await card.getByLabel('Goals of Ajax').fill('2');
    await card.getByLabel('Goals of Benfica').fill('1');
    await card.locator('[data-status=saving]').waitFor();
    await card.getByLabel('Goals of Benfica').press('Enter');
    await answer;
    await card.locator('[data-status=saved]').waitFor();
    expect(await status.textContent()).toContain('Handed in');
    expect(sent.length).toBe(1);
    expect(await running.cup.prediction('ann', 'final')).toMatchObject({ version: 1 });
    await page.context().close();
  });

  test('a pool is opened once, however often one presses', async () => {
    const page = await openSlowly();
    await page.goto(`${running.url}/pools`);
    await page.getByRole('button', { name: 'New pool' }).click();
    await page.getByLabel('Name').fill('Slow');
    const sent = posts(page, '/v1/pools');
    // There is something to choose from first.
    await page.getByRole('option', { name: 'cup' }).waitFor({ state: 'attached' });
    for (let times = 0; times < 4; times += 1) await page.getByLabel('Name').press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Slow' }).waitFor();
    expect(sent.length).toBe(1);
    await page.context().close();
  });
});

test('an answer that is lost does not hand in twice', async () => {
  const { page } = await openAs(browser, `${running.url}/play/cup`, ANN, NARROW);
  const card = page.locator('[data-match=third-place]');
  let lost = 0;
  await page.route('**/v1/predictions', async route => {
    if (route.request().method() !== 'POST' || lost > 0) return route.continue();
    lost += 1;
    await route.fetch();
    return route.abort();
  });
  await card.getByLabel('Goals of Celtic').fill('0');
  await card.getByLabel('Goals of Dynamo').fill('3');
  await card.locator('[data-status=saved]').waitFor();
  expect(lost).toBe(1);
  const mine = await running.cup.prediction('ann', 'third-place');
  expect(mine).toMatchObject({ pick: { predicted: { home: 0, away: 3 } }, version: 1 });
  await page.context().close();
});
