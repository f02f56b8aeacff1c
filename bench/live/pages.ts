import { existsSync } from 'node:fs';
import { type Browser, chromium, type Page } from 'playwright-core';

/** Debian's; another one by the variable. */
const CHROMIUM = process.env.CHROMIUM ?? '/usr/bin/chromium';

/** The first time, functions have to start. */
const TIMEOUT_MS = 120_000;

/** A browser; undefined where there is none. */
export const openBrowser = async (): Promise<Browser | undefined> =>
  existsSync(CHROMIUM) ? chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox'] }) : undefined;

/** A browser of somebody: signed in, and looking at a screen. */
export const openPage = async (
  browser: Browser,
  url: string,
  user: { readonly player: string; readonly scopes: readonly string[] },
): Promise<Page> => {
  const context = await browser.newContext({ viewport: { width: 1200, height: 900 }, locale: 'en-GB' });
  context.setDefaultTimeout(TIMEOUT_MS);
  await context.addInitScript(kept => localStorage.setItem('matchday.demo-user', kept), JSON.stringify(user));
  const page = await context.newPage();
  await page.goto(url);
  await page.locator('.live-badge[data-state="live"]').waitFor();
  return page;
};

/** Has the page remember when the rank of a player came to be this one. To be called before it does. */
export const watchRank = (page: Page, player: string, rank: number): Promise<void> =>
  page.evaluate(
    ([name, wanted]) => {
      const seen = window as unknown as { rankMoved?: Promise<number> };
      seen.rankMoved = new Promise(resolve => {
        const look = (): boolean => {
          const rows = [...document.querySelectorAll('.virtual tbody tr')];
          const own = rows.find(row => row.textContent?.includes(String(name)));
          if (own?.firstElementChild?.textContent?.trim() !== String(wanted)) return false;
          resolve(Date.now());
          return true;
        };
        if (look()) return;
        const observer = new MutationObserver(() => {
          if (look()) observer.disconnect();
        });
        observer.observe(document.body, { subtree: true, childList: true, characterData: true });
      });
    },
    [player, rank] as const,
  );

/** When the rank that was watched for moved, epoch milliseconds. */
export const rankMoved = (page: Page): Promise<number> =>
  page.evaluate(() => {
    const { rankMoved } = window as unknown as { rankMoved?: Promise<number> };
    if (rankMoved === undefined) throw new Error('nothing is watched');
    return rankMoved;
  });

/** Commands from a page, as whoever looks at it. @returns when the answer came, epoch milliseconds */
export const command = (page: Page, path: string, body: unknown): Promise<number> =>
  page.evaluate(
    async ([to, text]) => {
      const kept = localStorage.getItem('matchday.demo-user');
      const json = { 'content-type': 'application/json' };
      const granted = await fetch('/demo/token', { method: 'POST', headers: json, body: kept });
      const { access_token: token } = (await granted.json()) as { access_token: string };
      const headers = { ...json, authorization: `Bearer ${token}`, 'idempotency-key': crypto.randomUUID() };
      const answer = await fetch(to, { method: 'POST', headers, body: text });
      const at = Date.now();
      if (!answer.ok) throw new Error(`${to}: ${answer.status} ${await answer.text()}`);
      return at;
    },
    [path, JSON.stringify(body)] as const,
  );
