import { readFileSync } from 'node:fs';
import { AxeBuilder } from '@axe-core/playwright';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { COMPETITION, tableOf } from './standings/fake-api.ts';
import { type FakePage, openBrowser } from './standings/page.ts';
import { framesWhileScrolling } from './support/scrolling.ts';

let browser: Awaited<ReturnType<typeof openBrowser>>;
beforeAll(async () => {
  browser = await openBrowser();
}, 180_000);
afterAll(() => browser?.close());

const lines = (page: Page) => page.locator('.virtual tbody tr[aria-rowindex]');
type Options = Partial<FakePage['season']> & BrowserContextOptions;
const opened = async (
  path: string,
  { players = 40, played = 4, names = {}, ...options }: Options = {},
): Promise<FakePage> => {
  const fake = await browser.open({ players, played, names }, options);
  await fake.go(path);
  await lines(fake.page).first().waitFor();
  return fake;
};
/** `1 player-00018 49`: what is seen of the first rows. */
const seen = async (page: Page, count: number): Promise<string[]> =>
  (await lines(page).evaluateAll(all => all.map(line => [...line.children].map(cell => cell.textContent ?? ''))))
    .slice(0, count)
    .map(([rank, , player = '', points]) => `${rank} ${player.trim().split(' ')[0]} ${points}`);
const expected = (rows: ReturnType<typeof tableOf>, count: number): string[] =>
  rows.slice(0, count).map(({ rank, playerId, points }) => `${rank} ${playerId} ${points}`);
const rounds = (count: number) => Array.from({ length: count }, (_, index) => index);

describe('ten thousand rows', () => {
  test('are scrolled smoothly, few are in the document, and mine is a click away', async () => {
    const { page } = await opened('/standings', { players: 10_000 });
    // The chart is drawn beside the table, and both would be measured.
    await page.locator('.recharts-surface').first().waitFor({ timeout: 60_000 });
    expect(await page.locator('.virtual table').getAttribute('aria-rowcount')).toBe('10001');
    const frames = await framesWhileScrolling(page, '.virtual');
    // Smooth is 17 ms. This much is for cores that do other things, too.
    expect(frames[45]).toBeLessThan(250);
    expect(await lines(page).count()).toBeLessThan(80);
    await page.getByRole('button', { name: 'Go to my row' }).click();
    await page.locator('tr.mine').waitFor();
    const place = tableOf({ players: 10_000, played: 4 }, rounds(4)).findIndex(({ playerId }) => playerId === 'ann');
    expect(await page.locator('tr.mine').getAttribute('aria-rowindex')).toBe(String(place + 2));
  });
});

describe('through time', () => {
  test('by keyboard: a day, a matchday, the beginning; the address says where', async () => {
    const { page, season } = await opened('/standings');
    const slider = page.getByRole('slider');
    await slider.focus();
    for (const [key, played] of [
      ['PageDown', 4],
      ['ArrowLeft', 3],
      ['Home', 1],
      ['PageUp', 2],
    ] as const) {
      await page.keyboard.press(key);
      await expect.poll(() => seen(page, 5)).toEqual(expected(tableOf(season, rounds(played)), 5));
      await expect.poll(() => page.url()).toContain('at=2026-09-0');
    }
    expect(await slider.getAttribute('aria-valuetext')).toContain('after Matchday 2');
    await page.keyboard.press('End');
    await expect.poll(() => page.url()).not.toContain('at=');
    await page.goBack();
  });

  test('plays from the beginning to now', async () => {
    const { page, season } = await opened('/standings', { reducedMotion: 'reduce' });
    await page.getByRole('button', { name: 'Play the season' }).click();
    await expect.poll(() => seen(page, 3)).toEqual(expected(tableOf(season, rounds(1)), 3));
    await page.getByRole('button', { name: 'Pause' }).waitFor();
    await expect.poll(() => page.getByRole('button', { name: 'Play the season' }).count()).toBe(1);
    expect(await seen(page, 3)).toEqual(expected(tableOf(season, rounds(4)), 3));
  });
});

describe('counted again', () => {
  test('by other rules at a click', async () => {
    const { page, season } = await opened('/standings');
    await page.getByRole('button', { name: 'exact-3-tendency-1' }).click();
    await expect.poll(() => seen(page, 10)).toEqual(expected(tableOf(season, rounds(4), 'exact-3-tendency-1'), 10));
    await page.getByText('against the table’s own rules (kicktipp-4-3-2)').waitFor();
    expect(page.url()).toContain('rules=exact-3-tendency-1');
  });

  test('if matches end so: from my picks alone before the lock, and it says so', async () => {
    const { page, season } = await opened('/standings', { players: 8 });
    const mine = tableOf(season, rounds(4)).find(({ playerId }) => playerId === 'ann');
    await page.getByText('What if?').click();
    await page.getByText('your pick').first().waitFor();
    const pick = (await page.locator('.what-if-match').first().textContent())?.match(/your pick (\d):(\d)/);
    await page
      .getByLabel('Goals of Home 1')
      .first()
      .fill(pick?.[1] ?? '');
    await page
      .getByLabel('Goals of Away 1')
      .first()
      .fill(pick?.[2] ?? '');
    await page.getByText('Hypothetical:').waitFor();
    await page.getByText('only your own pick counts here').waitFor();
    const now = (await seen(page, 8)).find(line => line.includes('ann'));
    expect(now?.split(' ').at(-1)).toBe(String((mine?.points ?? 0) + 4));
  });
});

describe('of a pool', () => {
  test('is chosen by its name among mine, and left again', async () => {
    const { page, asked } = await opened('/standings');
    await page.getByLabel('Pool').selectOption('The office');
    await page.getByRole('heading', { name: 'The office', level: 1 }).waitFor();
    await expect.poll(() => asked.some(path => path.startsWith('/v1/pools/office/standings?'))).toBe(true);
    expect(await page.getByLabel('Competition').count()).toBe(0);
    await page.reload();
    await page.getByLabel('Pool').selectOption('Everybody');
    await page.getByRole('heading', { name: 'Standings', level: 1 }).waitFor();
    expect(new URL(page.url()).searchParams.get('competition')).toBe('fake-league');
  });
});

describe('to take away', () => {
  test('the whole table as CSV and on paper', async () => {
    const { page, season } = await opened('/standings', { players: 1200 });
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Export as CSV' }).click();
    const file = await (await download).path();
    const text = readFileSync(file, 'utf8').trim().split('\r\n');
    expect(text.slice(1).map(line => line.split(',').slice(0, 4).join(' ').replace('  ', ' '))).toEqual(
      expected(tableOf(season, rounds(4)), 1200),
    );
    await page.emulateMedia({ media: 'print' });
    await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
    expect(await page.locator('.print-only tbody tr:visible').count()).toBe(1200);
    expect(await page.getByRole('button').count()).toBe(0);
  });
});

describe('names', () => {
  const PLAYERS = 1000;
  const [first = '', second = '', third = ''] = tableOf({ players: PLAYERS, played: 4 }, rounds(4)).map(
    ({ playerId }) => playerId,
  );
  const names = { [first]: 'Ada Lovelace', [second]: '=cmd()', [third]: 'ada  lovelace', ann: 'Ann, the first' };
  const mark = /^player-\d+$/;

  test('are read together, only of who is on view; namesakes are told apart; who has none is an id', async () => {
    const { page, asked } = await opened('/standings', { players: PLAYERS, names });
    const shown = async () => (await lines(page).locator('th').allTextContents()).slice(0, 4);
    await expect.poll(async () => (await shown())[0]).toContain('Ada Lovelace');
    const [one = '', two, three = '', four] = await shown();
    const marks = [one.replace('Ada Lovelace', '').trim(), three.replace('ada  lovelace', '').trim()];
    expect(marks).toEqual([expect.stringMatching(mark), expect.stringMatching(mark)]);
    expect([marks[0] === marks[1], two?.trim(), mark.test(four?.trim() ?? '')]).toEqual([false, '=cmd()', true]);
    const requests = asked.filter(path => path.startsWith('/v1/players?'));
    const ids = requests.flatMap(path => (new URLSearchParams(path.split('?')[1]).get('ids') ?? '').split(','));
    expect([requests.length <= 4, ids.length < 80, new Set(ids).size]).toEqual([true, true, ids.length]);
  });

  test('one chooses one’s own, and nothing else of the profile changes', async () => {
    const { page } = await opened('/standings', { players: 8 });
    const sent: unknown[] = [];
    const profile = { playerId: 'ann', displayName: 'Ann', email: 'ann@example.org', version: 3 };
    await page.route('**/v1/players/ann', route => route.fulfill({ json: profile }));
    await page.route('**/v1/players/ann/profile', route => {
      const request = route.request();
      sent.push([request.method(), request.headers()['if-match'], request.postDataJSON()]);
      return route.fulfill({ json: { playerId: 'ann', version: 4, events: ['player-ann:4'] } });
    });
    await page.getByRole('button', { name: 'Choose a name' }).click();
    await page.getByRole('textbox', { name: 'Name' }).fill(' Ann Other ');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('button', { name: /^Signed in as\s+Ann Other/ }).waitFor();
    expect(sent).toEqual([['PUT', '"3"', { displayName: 'Ann Other', email: 'ann@example.org' }]]);
    expect(await page.locator('tr.mine th').textContent()).toBe('Ann Other you');
  });

  test('are on the chips, in the chart, in what is exported and on paper', async () => {
    const { page } = await opened('/standings', { players: PLAYERS, names });
    await page.getByRole('button', { name: /^Remove Ada Lovelace \(player-\d+\)$/ }).waitFor();
    await page.locator('.recharts-legend-item', { hasText: 'Ann, the first' }).waitFor({ timeout: 60_000 });
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Export as CSV' }).click();
    const text = readFileSync(await (await download).path(), 'utf8');
    expect(text).toContain(`,${second},'=cmd(),`);
    expect(text).toContain(',ann,"Ann, the first",');
    await page.emulateMedia({ media: 'print' });
    await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
    expect(await page.locator('.print-only tbody').textContent()).toContain('Ann, the first');
  });
});

describe('live', () => {
  test('the table moves without a reload, and names what it waits for', async () => {
    const { page, season, hint, asked } = await opened('/standings');
    await expect.poll(() => seen(page, 5)).toEqual(expected(tableOf(season, rounds(4)), 5));
    await page.locator('[data-state=live]').waitFor();
    season.played = 5;
    hint({
      id: 'match-x:3',
      type: 'match.finished',
      matchId: 'x',
      competition: COMPETITION,
      at: '2026-09-09T20:00:00.000Z',
    });
    await expect.poll(() => seen(page, 5)).toEqual(expected(tableOf(season, rounds(5)), 5));
    expect(asked.filter(path => path.includes('after=match-x%3A3')).length).toBeGreaterThan(0);
  });
});

describe('for everybody', () => {
  test.each([
    { colorScheme: 'light', viewport: { width: 1200, height: 900 } },
    { colorScheme: 'dark', viewport: { width: 360, height: 740 } },
  ] as const)('axe finds nothing, nothing is wider than the screen: %j', async options => {
    const { page, complaints } = await opened(`/standings?at=2026-09-06T20:00:00.000Z`, options);
    await page.locator('.recharts-surface').first().waitFor();
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(options.viewport.width);
    expect(complaints).toEqual([]);
  });

  test('in German', async () => {
    const { page } = await opened('/standings', { locale: 'de-DE' });
    await page.getByRole('heading', { name: 'Tabelle' }).waitFor();
    await page.getByText('Saison abspielen').waitFor();
    await page.getByRole('option', { name: 'Spieltag 1', exact: true }).waitFor({ state: 'attached' });
    await page.getByText(/seit dem letzten Spieltag/).waitFor();
    expect(await page.getByText(/Matchday \d/).count()).toBe(0);
  });
});
