import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser } from './support/chromium.ts';
import { getsFocus, press, reach, seesFocus, walk } from './support/keyboard.ts';
import { type Running, startRunning } from './support/running.ts';
import { ANN, faultsOf, LOOKS, OLGA, openAs } from './support/screens.ts';

const [WIDE] = LOOKS;
const NARROW = LOOKS[3];

let running: Running;
let browser: Browser;
let ann: Page;

/** A match that ann has predicted, and that is over: a table, points, and news of it. */
const playSemiFinal = async (): Promise<void> => {
  const { cup } = running;
  await cup.schedule('semi', 'Ajax', 'Celtic');
  for (const name of ['ann', 'bob']) await cup.predict(name, 'semi', 2, 1, 0.8);
  await cup.lock('semi');
  await cup.finish('semi', 2, 1);
};

const go = async (page: Page, path: string): Promise<void> => {
  await page.goto(running.url + path);
  await page.locator('h1').first().waitFor();
};
const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).first();

beforeAll(async () => {
  [running, browser] = await Promise.all([startRunning(4240), launchBrowser()]);
  await playSemiFinal();
  await running.cup.schedule('final', 'Ajax', 'Benfica');
  ({ page: ann } = await openAs(browser, running.url, undefined, WIDE));
}, 240_000);
afterAll(async () => {
  await browser?.close();
  await running?.close();
});

describe('by keyboard alone', () => {
  test('one is in, and predicts', async () => {
    await reach(ann, button(ann, /^A player/));
    await ann.keyboard.press('Enter');
    const heading = ann.getByRole('heading', { level: 1, name: 'Play' });
    // The demo enters its player into a pool first: with functions that have not run yet.
    await heading.waitFor({ timeout: 60_000 });
    await getsFocus(heading);
    const card = ann.locator('[data-match=final]');
    await reach(ann, card.getByLabel('Goals of Ajax'));
    await press(ann, '2');
    await reach(ann, card.getByLabel('Goals of Benfica'));
    await press(ann, 'ArrowUp');
    await reach(ann, card.getByLabel(/sure/));
    await press(ann, 'ArrowDown');
    await card.locator('[data-status=saved]').waitFor();
    const mine = await running.cup.prediction('ann', 'final');
    expect(mine).toMatchObject({ pick: { predicted: { home: 2, away: 0 }, confidence: 0.4 } });
    await reach(ann, button(ann, 'Withdraw'));
    await ann.keyboard.press('Enter');
    await card.locator('[data-status=untouched]').waitFor();
    await seesFocus(ann, 'the withdrawal');
  });

  test('one travels through time, finds one’s row, and asks what if', async () => {
    await go(ann, '/standings?competition=cup');
    const slider = ann.getByRole('slider');
    await reach(ann, slider);
    await press(ann, 'Home');
    await expect.poll(() => ann.url()).toContain('at=');
    await press(ann, 'End');
    await expect.poll(() => ann.url()).not.toContain('at=');
    await reach(ann, button(ann, 'Go to my row'));
    await press(ann, 'Enter');
    await reach(ann, ann.locator('summary', { hasText: 'What if' }));
    await press(ann, 'Enter');
    await reach(ann, ann.locator('.what-if-match').getByLabel('Goals of Ajax'));
    await press(ann, '3');
    await press(ann, 'Tab');
    await press(ann, '0');
    await ann.locator('.hypothetical').waitFor();
    await reach(ann, ann.locator('tr.mine a.points'), 'Shift+Tab');
    await ann.keyboard.press('Enter');
    await getsFocus(ann.getByRole('heading', { level: 1 }));
  });

  test('one asks why, and opens what happened', async () => {
    await go(ann, '/why/semi.ann');
    const step = ann.locator('details:not([open]) > summary').first();
    await reach(ann, step);
    await press(ann, 'Enter');
    await reach(ann, button(ann, 'Download the receipt'));
  });

  test('one reads what there is to be told', async () => {
    await go(ann, '/inbox');
    const news = button(ann, /^Mark as read/);
    await reach(ann, news);
    await ann.keyboard.press('Enter');
    await news.waitFor({ state: 'detached' });
    await seesFocus(ann, 'the button that went');
    await reach(ann, ann.locator('summary', { hasText: 'What do you want' }), 'Shift+Tab');
    await press(ann, 'Enter');
    await reach(ann, ann.getByLabel('Corrected results: Email'));
    await press(ann, 'Space');
    await reach(ann, button(ann, 'Save'));
    await ann.keyboard.press('Enter');
    await ann.getByText('Saved ✓').waitFor();
    await getsFocus(button(ann, 'Save'));
  });

  test('one opens a pool, changes its rules, invites, and takes that back', async () => {
    await go(ann, '/pools');
    await reach(ann, button(ann, 'New pool'));
    await press(ann, 'Enter');
    await getsFocus(ann.getByLabel('Name'));
    await ann.keyboard.type('Keys');
    await reach(ann, button(ann, 'Open the pool'));
    await ann.keyboard.press('Enter');
    await getsFocus(ann.getByRole('heading', { level: 1, name: 'Keys' }));
    await reach(ann, button(ann, 'Change the rules'));
    await ann.keyboard.press('Enter');
    await seesFocus(ann, 'the form came');
    await reach(ann, ann.getByRole('radio', { name: /^4-3-2/ }));
    await press(ann, 'ArrowDown');
    await reach(ann, button(ann, 'Save'));
    await ann.keyboard.press('Enter');
    await getsFocus(button(ann, 'Change the rules'));
    await reach(ann, button(ann, 'Make an invite'));
    await ann.keyboard.press('Enter');
    const revoke = ann.getByRole('row').getByRole('button', { name: 'Revoke' });
    await reach(ann, revoke);
    await press(ann, 'Enter');
    await ann.keyboard.press('Escape');
    await getsFocus(revoke);
    await press(ann, 'Enter');
    await reach(ann, ann.getByRole('dialog').getByRole('button', { name: 'Revoke' }));
    await ann.keyboard.press('Enter');
    await ann.getByText('There is no invite.').waitFor();
    await seesFocus(ann, 'the row that went');
  });

  test('one operates: filters, opens an event, redrives', async () => {
    const { page: olga } = await openAs(browser, `${running.url}/console/events`, OLGA, WIDE);
    await reach(olga, olga.getByLabel('Contains'));
    await olga.keyboard.type('semi');
    const event = olga.locator('.event-name').first();
    await reach(olga, event);
    await olga.keyboard.press('Enter');
    await olga.getByRole('dialog').waitFor();
    await seesFocus(olga, 'the dialog came');
    await olga.keyboard.press('Escape');
    await getsFocus(event);
    await running.press('poison', { kind: 'broken' });
    await go(olga, '/console/dead-letters');
    const letters = olga.locator('.letter-name');
    await expect
      .poll(
        () =>
          button(olga, 'Look again')
            .click()
            .then(() => letters.count()),
        { timeout: 60_000, interval: 2000 },
      )
      .toBeGreaterThan(0);
    await reach(olga, letters.first());
    await olga.keyboard.press('Enter');
    await reach(olga, olga.getByRole('dialog').getByRole('button', { name: 'Close' }));
    await olga.keyboard.press('Enter');
    await getsFocus(letters.first());
    await reach(olga, button(olga, 'Redrive all'), 'Shift+Tab');
    await olga.keyboard.press('Enter');
    await olga
      .getByText(/given to .* handlers? once more/)
      .first()
      .waitFor();
    await seesFocus(olga, 'the redrive');
    await olga.context().close();
  });

  test('one has the controls of the season, and hides them', async () => {
    await go(ann, '/play');
    await reach(ann, button(ann, 'Hide the controls'), 'Shift+Tab');
    await press(ann, 'Enter');
    await getsFocus(button(ann, 'Show the controls'));
    await press(ann, 'Enter');
    await reach(ann, button(ann, 'Next moment'), 'Shift+Tab');
  });
});

describe('Tab leads through every screen and out of it, and one sees where one is', () => {
  const PATHS = ['/', '/play/cup', '/standings?competition=cup', '/standings/player/ann?competition=cup'];
  const MORE = ['/why/semi.ann', '/pools', '/pools/keys', '/join', '/inbox', '/verify', '/demo'];
  test.each([WIDE, NARROW])(
    '$name',
    async look => {
      const faults: string[] = [];
      for (const path of [...PATHS, ...MORE]) {
        const { page } = await openAs(browser, running.url + path, ANN, look);
        await page.locator('h1').first().waitFor();
        await page.waitForTimeout(1000);
        await walk(page).catch((fault: Error) => faults.push(`${path}: ${fault.message}`));
        faults.push(...(await faultsOf(page)).map(fault => `${path}: ${fault}`));
        await page.context().close();
      }
      if (faults.length > 0) console.log(faults.join('\n'));
      expect(faults).toEqual([]);
    },
    200_000,
  );
});
