import '../lambda/environment.ts';
import { readFileSync } from 'node:fs';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { finish, settle } from '../lambda/finish.ts';
import {
  ADA,
  BEFORE,
  MATCH,
  newMatch,
  ORGANISER,
  predict,
  prediction,
  reason,
  scheduleMatch,
} from '../lambda/http-samples.ts';
import { captureOutput } from '../lambda/support.ts';
import { openBrowser } from './why/page.ts';

const PLAYED = new Date('2023-08-12T21:00:00.000Z');
const OPEN = 'open-match';
const WHY = `/why/${MATCH}.ada`;

let browser: Awaited<ReturnType<typeof openBrowser>>;
beforeAll(async () => {
  captureOutput();
  browser = await openBrowser();
  const { api } = browser;
  vi.useFakeTimers({ now: BEFORE, toFake: ['Date'] });
  await scheduleMatch(api);
  await predict(api, ADA, 1, 1, 0.7);
  const params = prediction('ada');
  const revised = { predicted: { home: 2, away: 1 }, confidence: 0.7 };
  await api.send('POST /v1/predictions/{predictionId}/revise', { as: ADA, params, json: revised });
  await api.anchor();
  vi.setSystemTime(PLAYED);
  await finish(api);
  const corrected = { result: { fullTime: { home: 3, away: 1 } }, ...reason };
  await api.send('POST /v1/matches/{matchId}/correct', { as: ORGANISER, params: { matchId: MATCH }, json: corrected });
  await settle(api);
  const later = { ...newMatch, matchId: OPEN, kickOff: { at: '2023-09-01T19:00:00.000Z', timeKnown: true } };
  await api.send('POST /v1/matches', { as: ORGANISER, json: later });
  await api.send('POST /v1/predictions', { as: ADA, json: { matchId: OPEN, predicted: { home: 0, away: 2 } } });
  const profile = { params: { playerId: 'ada' }, json: { displayName: 'Ada Lovelace' } };
  await api.send('PUT /v1/players/{playerId}/profile', { as: ADA, ...profile });
  await api.project();
}, 180_000);
afterAll(async () => {
  await browser?.close();
  vi.useRealTimers();
  vi.restoreAllMocks();
});

const violations = async (page: Page): Promise<readonly string[]> => {
  const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
  const found = await new AxeBuilder({ page }).withTags(tags).analyze();
  return found.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
};
const receiptOf = async (page: Page): Promise<string> => {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Download the receipt' }).click(),
  ]);
  return readFileSync(await download.path(), 'utf8');
};
const check = async (page: Page, name: string, text: string): Promise<string> => {
  await page.setInputFiles('input[type=file]', {
    name,
    mimeType: 'application/json',
    buffer: Buffer.from(text),
  });
  return page.locator('.verdict', { hasText: name }).innerText();
};

describe('why', () => {
  test('says it in a sentence, marks the rule, and tells what was replaced', async () => {
    const { page, go, complaints } = await browser.open('ada');
    await go('/why');
    await page.getByRole('link', { name: 'Burnley FC – Manchester City FC' }).click();
    await expect
      .poll(() => page.locator('.sentence').innerText())
      .toBe('You said 2:1, it ended 3:1: right tendency, 2 points under kicktipp-4-3-2.');
    expect(await page.getByText('Before the result was corrected it was 0 points').isVisible()).toBe(true);
    expect(await page.locator('.rules tr.applied').innerText()).toMatch(/^right tendency\s+2\s+home win \/ home win/);
    const story = await page.locator('.step .headline').allInnerTexts();
    expect(story.map(line => line.split(/[:,]/)[0])).toEqual([
      'Match scheduled',
      'Pick handed in',
      'Pick changed',
      'Match over',
      'Evaluated',
      'Result corrected',
      'Evaluated',
    ]);
    expect(await page.locator('.step.replaced .headline').allInnerTexts()).toEqual([
      'Pick handed in: 1:1, 70% sure',
      'Match over: 0:3',
      'Evaluated: 0 points',
    ]);
    expect(complaints).toEqual([]);
  });

  test('shows each event and its link by keyboard alone', async () => {
    const { page, go } = await browser.open('ada');
    await go(WHY);
    await page.locator('.step summary').nth(2).focus();
    await page.keyboard.press('Enter');
    const details = page.locator('.step-details');
    await details.waitFor();
    expect(await details.innerText()).toContain(`It is the fingerprint of prediction-${MATCH}.ada:1: the link holds.`);
    expect(await details.innerText()).toContain('In anchor 1 of');
  });

  test('is printed with every event open, and without what one operates', async () => {
    const { page, go } = await browser.open('ada');
    await go(WHY);
    await page.locator('.timeline li').first().waitFor();
    await page.emulateMedia({ media: 'print' });
    await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
    await page.locator('.step-details').nth(6).waitFor();
    expect(await page.getByRole('button').filter({ visible: true }).count()).toBe(0);
  });

  test.each([
    ['light', 1200, WHY],
    ['dark', 360, WHY],
    ['dark', 360, '/why'],
    ['light', 360, '/verify'],
  ] as const)(
    'axe finds nothing, and nothing is wider than the screen: %s, %i px, %s',
    async (colorScheme, width, path) => {
      const { page, go } = await browser.open('ada', { colorScheme, viewport: { width, height: 800 } });
      await go(path);
      await page.locator('.timeline li, table, input[type=file]').first().waitFor();
      if (path === WHY) await page.getByRole('button', { name: 'Open all' }).click();
      expect(await violations(page)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    },
  );

  test('tells others nothing before the match has begun, and everybody afterwards', async () => {
    const { page, go } = await browser.open('bob');
    await go(`/why/${OPEN}.ada`);
    await page.getByRole('alert').waitFor();
    expect(await page.locator('main').innerText()).not.toContain('0:2');
    await go(WHY);
    await expect.poll(() => page.locator('.sentence').innerText()).toContain('Ada Lovelace said 2:1, it ended 3:1');
    const { page: own, go: goOwn } = await browser.open('ada');
    await goOwn(`/why/${OPEN}.ada`);
    await expect.poll(() => own.locator('.sentence').innerText()).toContain('You say 0:2.');
  });
});

describe('a receipt', () => {
  test('is taken away and holds, without a connection; altered it does not, and says where', async () => {
    const { page, context, go, complaints } = await browser.open('ada');
    await go(WHY);
    const text = await receiptOf(page);
    await go('/verify');
    await context.setOffline(true);
    expect(await check(page, 'whole.json', text)).toContain('The receipt whole.json holds.');
    expect(await page.getByText('The anchor too was made before the kick-off').isVisible()).toBe(true);
    expect(await check(page, 'said.json', text.replace('"home": 2', '"home": 3'))).toContain('does not hold: 1 of 12');
    expect(await page.locator('.fault').innerText()).toContain('statement.data');
    expect(await check(page, 'bytes.json', text.replace('\\"home\\":2', '\\"home\\":3'))).toContain('does not hold');
    expect((await page.locator('.fault').allInnerTexts()).join()).toContain('proof.commit');
    expect(await violations(page)).toEqual([]);
    expect(complaints).toEqual([]);
  });

  test('is not there yet for what is not anchored, and the page says so', async () => {
    const { page, go } = await browser.open('ada');
    await go(`/why/${OPEN}.ada`);
    await page.getByRole('button', { name: 'Download the receipt' }).click();
    await page.getByText('Anchors are made on a schedule').waitFor();
  });
});
