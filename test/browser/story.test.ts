import { readFileSync, writeFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser } from './support/chromium.ts';
import { HOST } from './support/cup.ts';
import { type Running, startRunning } from './support/running.ts';
import { ANN, faultsOf, firstLoad, LOOKS, OLGA, openAs, picture } from './support/screens.ts';
import { answeredRows, computedRows, shownRows } from './support/tables.ts';

const [WIDE] = LOOKS;
const POOL = 'demo-premier-league-2023-24';
/** Matchdays that the demo's season plays: beyond the first of a month, on which heads are anchored. */
const MATCHDAYS = 4;

let running: Running;
let browser: Browser;
/** What the player looks at from the beginning to the end, and never reloads but where a test says so. */
let ann: Page;

beforeAll(async () => {
  [running, browser] = await Promise.all([startRunning(4200), launchBrowser()]);
}, 240_000);
afterAll(async () => {
  await browser?.close();
  await running?.close();
});

const card = (matchId: string) => ann.locator(`[data-match="${matchId}"]`);
const status = (matchId: string, is: string) => card(matchId).locator(`[data-status=${is}]`);
const goals = (matchId: string, team: string) => card(matchId).getByLabel(`Goals of ${team}`);

describe('a player', () => {
  test('is in at a click, without signing up', async () => {
    ({ page: ann } = await openAs(browser, running.url, undefined, WIDE));
    await ann.getByRole('button', { name: /^A player/ }).click();
    await ann.getByRole('heading', { name: 'Play', level: 1 }).waitFor();
    await ann.locator('.live-badge[data-state=live]').waitFor();
  });

  test('predicts by keyboard, and sees that it is handed in', async () => {
    await running.cup.schedule('final', 'Ajax', 'Benfica');
    await running.cup.schedule('third-place', 'Celtic', 'Dynamo');
    await ann.goto(`${running.url}/play/cup`);
    await goals('final', 'Ajax').focus();
    await ann.keyboard.type('2');
    await status('final', 'incomplete').waitFor();
    await goals('final', 'Benfica').focus();
    await ann.keyboard.type('1');
    await status('final', 'saved').waitFor();
    expect(await running.cup.prediction('ann', 'final')).toMatchObject({
      pick: { predicted: { home: 2, away: 1 } },
      version: 1,
    });
  });

  test('is told the truth when the network fails, and nothing is lost', async () => {
    await ann.context().setOffline(true);
    await goals('third-place', 'Celtic').fill('0');
    await goals('third-place', 'Dynamo').fill('3');
    await status('third-place', 'failed').waitFor();
    expect(await status('third-place', 'failed').textContent()).toContain('NOT handed in');
    await ann.context().setOffline(false);
    await status('third-place', 'saved').waitFor();
    expect(await running.cup.prediction('ann', 'third-place')).toMatchObject({
      pick: { predicted: { home: 0, away: 3 } },
      version: 1,
    });
  });

  test('sees others’ picks when it is locked, not before, without reloading', async () => {
    await running.cup.predict('bob', 'final', 0, 0);
    expect(await card('final').getByText('Everybody’s picks').count()).toBe(0);
    await running.cup.lock('final');
    await card('final').getByText('Everybody’s picks').click();
    const rows = card('final').locator('tbody tr');
    await expect.poll(async () => (await rows.allTextContents()).sort()).toEqual(['Ann2:1––', 'bob0:0––']);
    await card('final').getByText('Home win 50% (1)').waitFor();
    expect(await card('final').getByRole('textbox').count()).toBe(0);
  });

  test('sees the result and the points arrive, without reloading', async () => {
    await running.cup.finish('final', 2, 1);
    await card('final').locator('[data-points="4"]').waitFor();
    expect(await card('final').locator('.match-result').textContent()).toContain('2:1');
  });

  test('sees a correction take the points back', async () => {
    await running.cup.correct('final', 2, 2, 'a goal was missed');
    await card('final').locator('[data-points="0"]').waitFor();
    await running.cup.correct('final', 3, 2, 'and another');
    await card('final').locator('[data-points="3"]').waitFor();
  });

  test('asks why, and is told in a sentence, by rules and by events', async () => {
    await card('final').getByRole('link', { name: /^Why/ }).click();
    await ann.getByText('You said 2:1, it ended 3:2: right winner by the right difference').waitFor();
    // Each event can be opened: what it is called by programs, and its place in the chain, are inside.
    const closed = ann.locator('details:not([open]) > summary');
    while ((await closed.count()) > 0) await closed.first().click();
    const types = ann.locator('details code', { hasText: /^(match|prediction)\.[a-z-]+$/ });
    await expect
      .poll(() => types.allTextContents())
      .toEqual(expect.arrayContaining(['prediction.created', 'match.finished', 'match.result-corrected']));
    expect(await faultsOf(ann)).toEqual([]);
  });

  test('whose server is killed is told, and catches up when it is back', async () => {
    await ann.goto(`${running.url}/play/cup`);
    await ann.locator('.live-badge[data-state=live]').waitFor();
    await running.kill();
    await ann.locator('.live-badge[data-state=reconnecting]').waitFor();
    await running.start();
    await running.cup.lock('third-place');
    await running.cup.finish('third-place', 0, 3);
    await ann.locator('.live-badge[data-state=live]').waitFor();
    await card('third-place').locator('[data-points="4"]').waitFor();
  });
});

/** One of the season's predictions that is ann's. */
let inSeason: string;
const predictInSeason = async (): Promise<void> => {
  const path = '/v1/competitions/english-premier-league-2023-24/matches?round=Matchday%202&status=scheduled&limit=1';
  const { items } = await running.api.get<{ items: { fixture: { matchId: string } }[] }>(HOST, path);
  const matchId = items[0]?.fixture.matchId ?? '';
  await running.cup.predict('ann', matchId, 2, 0);
  inSeason = `${matchId}.ann`;
};

describe('a season', () => {
  test('is played matchday by matchday from the bar', async () => {
    const next = ann.getByText('Next matchday', { exact: true });
    for (let matchday = 1; matchday <= MATCHDAYS; matchday += 1) {
      if (matchday === 2) await predictInSeason();
      await next.click();
      await expect
        .poll(async () => (await running.state()).played, { timeout: 80_000 })
        .toBeGreaterThanOrEqual(matchday * 8);
      await expect.poll(async () => (await running.state()).phase, { timeout: 80_000 }).toBe('paused');
    }
  }, 400_000);

  test('has standings that are those of the API at any instant, and those that somebody else computes', async () => {
    await ann.goto(`${running.url}/standings?pool=${POOL}`);
    await expect.poll(() => shownRows(ann)).toEqual(await answeredRows(running.api, POOL));
    expect(await shownRows(ann)).toEqual(await computedRows(running.api, POOL));
    const slider = ann.getByRole('slider');
    await slider.focus();
    await ann.keyboard.press('Home');
    await expect.poll(() => ann.url()).toContain('at=');
    const at = new URL(ann.url()).searchParams.get('at') ?? '';
    await expect.poll(() => shownRows(ann)).toEqual(await answeredRows(running.api, POOL, `&at=${at}`));
    await picture(ann, 'time', WIDE);
  });

  test('gives receipts that hold, and that fail when a character is changed', async () => {
    await ann.goto(`${running.url}/why/${inSeason}`);
    const [download] = await Promise.all([
      ann.waitForEvent('download'),
      ann.getByRole('button', { name: 'Download the receipt' }).first().click(),
    ]);
    const file = await download.path();
    await ann.goto(`${running.url}/verify`);
    await ann.getByLabel('Receipt as a file').setInputFiles(file);
    await ann.getByText(/The receipt .* holds\./).waitFor();
    const altered = `${file}-altered.json`;
    const text = readFileSync(file, 'utf8');
    writeFileSync(
      altered,
      text.replace(/"home\\?":2/, found => found.replace('2', '9')),
    );
    expect(readFileSync(altered, 'utf8')).not.toBe(text);
    await ann.getByLabel('Receipt as a file').setInputFiles(altered);
    await ann.getByText(/does not hold/).waitFor();
  });
});

describe('an operator', () => {
  let olga: Page;
  beforeAll(async () => {
    ({ page: olga } = await openAs(browser, `${running.url}/console/events`, OLGA, WIDE));
  });

  test('sees the events flow', async () => {
    const rows = olga.locator('.event-stream tbody tr[aria-rowindex]');
    await rows.first().waitFor();
    await running.press('correct');
    await rows.filter({ hasText: 'match.result-corrected' }).first().waitFor();
  });

  test('finds what a dead handler left, and redrives it', async () => {
    await running.press('break', { handler: 'project-standings' });
    await running.press('correct');
    await olga.goto(`${running.url}/console/dead-letters`);
    const letters = olga.locator('.letters tbody tr');
    await expect
      .poll(
        async () => {
          await olga.getByRole('button', { name: 'Look again' }).click();
          return letters.count();
        },
        { timeout: 60_000, interval: 2000 },
      )
      .toBeGreaterThan(0);
    await picture(olga, 'dead-letters-full', WIDE);
    expect(await faultsOf(olga)).toEqual([]);
    await running.press('mend', { handler: 'project-standings' });
    await olga.getByRole('button', { name: 'Redrive all' }).click();
    await olga.getByText('There are no dead letters here.').waitFor({ timeout: 60_000 });
  }, 180_000);

  test('builds a read model anew, and sees it advance to its end', async () => {
    await olga.goto(`${running.url}/console/projections`);
    const row = olga.locator('tr, article, section, li').filter({ hasText: 'Standings' }).last();
    await row.getByRole('button', { name: 'Rebuild …' }).click();
    await olga.getByRole('dialog').getByRole('button', { name: 'Rebuild', exact: true }).click();
    await olga
      .getByText(/complete: [\d,]+ events; the new generation is read/)
      .first()
      .waitFor({ timeout: 150_000 });
  }, 200_000);
});

describe('what is loaded first', () => {
  test.each([
    ['by who comes for the first time', '/', undefined],
    ['by a player', '/play/cup', ANN],
  ] as const)('%s is less than 200 KB, gzipped', async (_, path, who) => {
    const bytes = await firstLoad(browser, running.url + path, who);
    console.log(`${path}: ${(bytes / 1024).toFixed(0)} KB gzip`);
    expect(bytes).toBeGreaterThan(50 * 1024);
    expect(bytes).toBeLessThan(200 * 1024);
  });
});

describe('every screen, in every look', () => {
  const SCREENS = [
    ['welcome', '/', undefined],
    ['play', '/play/cup', ANN],
    ['play-season', '/play/english-premier-league-2023-24', ANN],
    ['standings', `/standings?pool=${POOL}`, ANN],
    ['player', '/standings/player/model?competition=english-premier-league-2023-24', ANN],
    ['why', '/why/final.ann', ANN],
    ['why-all', '/why', ANN],
    ['verify', '/verify', undefined],
    ['pools', '/pools', ANN],
    ['pool', `/pools/${POOL}`, ANN],
    ['inbox', '/inbox', ANN],
    ['demo', '/demo', ANN],
    ['events', '/console/events', OLGA],
    ['map', '/console/map', OLGA],
    ['handlers', '/console/handlers', OLGA],
    ['dead-letters', '/console/dead-letters', OLGA],
    ['projections', '/console/projections', OLGA],
    ['event', '/console/event/match-final:1', OLGA],
  ] as const;

  test.each(LOOKS)(
    '$name',
    async look => {
      const faults: string[] = [];
      for (const [name, path, who] of SCREENS) {
        const { page, complaints } = await openAs(browser, running.url + path, who, look);
        await page.locator('h1').first().waitFor();
        await page.waitForLoadState('load');
        // What is read from the API is there, as far as it is going to be.
        await page.waitForTimeout(1000);
        await picture(page, name, look);
        faults.push(...(await faultsOf(page)).map(fault => `${name}: ${fault}`));
        faults.push(...complaints.map(complaint => `${name}: ${complaint}`));
        await page.context().close();
      }
      if (faults.length > 0) console.log(faults.join('\n'));
      expect(faults).toEqual([]);
    },
    300_000,
  );
});
