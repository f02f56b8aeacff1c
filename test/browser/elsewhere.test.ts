import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { playerOf } from '../../cli/tokens.ts';
import { launchBrowser } from './support/chromium.ts';
import { TENANT } from './support/cup.ts';
import { type Running, startRunning } from './support/running.ts';
import { ANN, faultsOf, LOOKS, openAs } from './support/screens.ts';

const [WIDE, , , GERMAN] = LOOKS;
const ME = playerOf(TENANT, 'ann');

let running: Running;
let browser: Browser;

beforeAll(async () => {
  [running, browser] = await Promise.all([startRunning(4260), launchBrowser()]);
}, 240_000);
afterAll(async () => {
  await browser?.close();
  await running?.close();
});

const base64url = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');

/** Has the page sign in where a deployment's users do, with a stand-in for that host; the tokens are good for the API. */
const signInElsewhere = async (context: BrowserContext, answer: 'code' | 'error'): Promise<void> => {
  const config = await (await fetch(`${running.url}/config.json`)).json();
  const { domain, authority, clientId } = config.signIn;
  await context.route('**/config.json', route => route.fulfill({ json: { ...config, demo: false } }));
  await context.route(`https://${domain}/oauth2/authorize**`, route => {
    const asked = new URL(route.request().url()).searchParams;
    const back = new URL(asked.get('redirect_uri') ?? '');
    back.searchParams.set('state', asked.get('state') ?? '');
    back.searchParams.set(answer, answer === 'code' ? 'a-code' : 'access_denied');
    return route.fulfill({ status: 302, headers: { location: back.href } });
  });
  await context.route(`https://${domain}/oauth2/token`, async route => {
    const times = { iat: Math.floor(Date.now() / 1000), exp: Math.floor(Date.now() / 1000) + 3600 };
    const granted = await running.press('token', { player: 'ann', scopes: ['player'] });
    const id_token = `${base64url({ alg: 'none' })}.${base64url({ sub: 'ann', iss: authority, aud: clientId, ...times })}.`;
    const headers = { 'access-control-allow-origin': '*' };
    return route.fulfill({ headers, json: { ...(granted as object), token_type: 'Bearer', id_token } });
  });
};

describe('sign-in', () => {
  const visit = async (answer: 'code' | 'error', path: string): Promise<Page> => {
    const { page } = await openAs(browser, 'about:blank', undefined, WIDE);
    await signInElsewhere(page.context(), answer);
    await page.goto(running.url + path);
    await page.getByRole('main').getByRole('button', { name: 'Sign in' }).click();
    return page;
  };

  test.each(['/join#an-invite', '/standings?competition=cup'])('leads back to what was asked for: %s', async path => {
    const page = await visit('code', path);
    await page.getByText('Signed in as').waitFor({ state: 'attached' });
    expect(page.url()).toBe(running.url + path);
    await page.context().close();
  });

  test('that is broken off leads back too, and can be tried again', async () => {
    const page = await visit('error', '/join#an-invite');
    await page.getByRole('main').getByRole('button', { name: 'Sign in' }).waitFor();
    expect(page.url()).toBe(`${running.url}/join#an-invite`);
    await page.context().close();
  });

  test('that nobody asked for is passed over', async () => {
    const { page } = await openAs(browser, 'about:blank', undefined, WIDE);
    await signInElsewhere(page.context(), 'code');
    await page.goto(`${running.url}/?code=theirs&state=theirs`);
    await page.getByRole('main').getByRole('button', { name: 'Sign in' }).waitFor();
    expect(page.url()).toBe(`${running.url}/`);
    await page.context().close();
  });
});

describe('what happens elsewhere', () => {
  test('moves the record of a player', async () => {
    const { cup } = running;
    await cup.schedule('semi', 'Ajax', 'Celtic');
    await cup.predict('ann', 'semi', 2, 1);
    const { page } = await openAs(browser, `${running.url}/standings/player/ann?competition=cup`, ANN, WIDE);
    await page.getByText('No prediction of this player is settled yet.').waitFor();
    await page.locator('.live-badge[data-state=live]').waitFor();
    await cup.lock('semi');
    await cup.finish('semi', 2, 1);
    const points = page.getByRole('link', { name: '4 points: why?' });
    await points.waitFor({ timeout: 80_000 });
    await cup.correct('semi', 0, 1, 'the wrong side');
    await page.getByRole('link', { name: '0 points: why?' }).waitFor({ timeout: 80_000 });
    expect(await points.count()).toBe(0);
    expect(await faultsOf(page)).toEqual([]);
    await page.context().close();
  }, 200_000);

  test('is told in the language of who reads it, and mailed in the one they choose', async () => {
    const { page } = await openAs(browser, `${running.url}/inbox`, ANN, GERMAN);
    const note = page.getByText(
      'Berichtigt: Ajax 0:1 Celtic statt 2:1. Du hast 2:1 getippt: daneben, 0 Punkte statt 4.',
    );
    await note.waitFor({ timeout: 80_000 });
    await page.getByText('Was möchtest du erfahren?').click();
    // Who has chosen nothing yet reads mails in the language of the page.
    await expect.poll(() => page.getByLabel('Sprache der E-Mails').inputValue()).toBe('de');
    await page.getByRole('button', { name: 'Speichern' }).click();
    await page.getByText('Gespeichert ✓').waitFor();
    expect(await running.api.get(ME, '/v1/preferences')).toMatchObject({ language: 'de', version: 1 });
    expect(await faultsOf(page)).toEqual([]);
    await page.getByLabel(/^Sprache(?! der)/).selectOption('en');
    await page
      .getByText('Corrected: Ajax 0:1 Celtic instead of 2:1. You said 2:1: a miss, 0 points instead of 4.')
      .waitFor();
    expect(await note.count()).toBe(0);
    await page.context().close();
  }, 200_000);

  const RULES = { rules: 'kicktipp-4-3-2', basis: 'FT90', tieBreaks: ['exact'], countAwarded: false };
  const rulesOf = async (): Promise<unknown> => (await running.api.get<{ rules: unknown }>(ME, '/v1/pools/keys')).rules;

  test('to the rules of a pool is shown to who changes them, who decides', async () => {
    await running.api.post(ME, '/v1/pools', { poolId: 'keys', competition: 'cup', name: 'Keys', rules: RULES });
    const { page } = await openAs(browser, 'about:blank', ANN, WIDE);
    // The page does not hear of it: it is the API that refuses.
    await page.routeWebSocket('**', socket => void socket.close());
    await page.goto(`${running.url}/pools/keys`);
    await page.getByRole('button', { name: 'Change the rules' }).click();
    await page.getByRole('radio', { name: 'after penalties' }).check();
    await running.api.post(ME, '/v1/pools/keys/rules', { ...RULES, rules: 'classic-3-2-1' });
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByText('The rules were changed elsewhere').waitFor();
    const cells = page.locator('.notice tbody tr');
    await expect
      .poll(() => cells.evaluateAll(rows => rows.map(row => [...row.children].map(cell => cell.textContent))))
      .toEqual([
        ['Points', '4-3-2', '3-2-1', '4-3-2'],
        ['Score that counts', 'after 90 minutes', 'after 90 minutes', 'after penalties'],
      ]);
    expect(await faultsOf(page)).toEqual([]);
    expect(await rulesOf()).toEqual({ ...RULES, rules: 'classic-3-2-1' });
    await page.getByRole('button', { name: 'Save mine instead' }).click();
    await page.getByRole('button', { name: 'Change the rules' }).waitFor();
    expect(await rulesOf()).toEqual({ ...RULES, basis: 'PENS_SUM' });
    await page.context().close();
  });

  test('to the pool, but not to its rules, is no reason to ask', async () => {
    const { page } = await openAs(browser, `${running.url}/pools/keys`, ANN, WIDE);
    await page.getByRole('button', { name: 'Change the rules' }).click();
    await page.getByRole('radio', { name: 'after extra time' }).check();
    await running.api.post(ME, '/v1/pools/keys/join', {});
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByRole('button', { name: 'Change the rules' }).waitFor();
    expect(await rulesOf()).toEqual({ ...RULES, basis: 'AET120' });
    await page.context().close();
  });
});
