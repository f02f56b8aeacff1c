import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import type { Browser, BrowserContextOptions, Page, Route, WebSocketRoute } from 'playwright-core';
import { build } from 'vite';
import { launchBrowser } from '../support/chromium.ts';
import { answerOf, type FakeSeason } from './fake-api.ts';

const ORIGIN = 'http://localhost:4100';
const REALTIME = 'localhost:4101';
/** As strict as the one of the site; without `connect-src` of hosts that the fake has not. */
const POLICY = `default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self' ws://${REALTIME}; base-uri 'none'; form-action 'self'; frame-ancestors 'none'`;
const TYPES: Readonly<Record<string, string>> = {
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
};

const base64url = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
const TOKEN = `x.${base64url({ sub: 'ann', tenant: 'demo', scope: 'matchday/player', exp: 4e9 })}.x`;
const CONFIG = {
  stage: 'dev',
  demo: true,
  signIn: { authority: '', clientId: '', domain: '' },
  live: { http: REALTIME, realtime: REALTIME, namespace: 'live' },
};

/** A page that shows a season of our own making. */
export interface FakePage {
  readonly page: Page;
  readonly season: FakeSeason;
  /** What was asked of the API: path and query. */
  readonly asked: readonly string[];
  /** What the browser complained of. */
  readonly complaints: readonly string[];
  /** Tells the page that something has happened. */
  readonly hint: (hint: Readonly<Record<string, string>>) => void;
  readonly go: (path: string) => Promise<void>;
}

const site = (folder: string, path: string): { body: Buffer; contentType: string } => {
  const file = extname(path) === '' ? '/index.html' : path;
  return { body: readFileSync(join(folder, file)), contentType: TYPES[extname(file)] ?? 'text/html' };
};

/** The page as it is built, in a browser; everything it asks for is answered here. */
export const openBrowser = async () => {
  const folder = mkdtempSync(join(tmpdir(), 'matchday-page-'));
  const configFile = join(import.meta.dirname, '../../../web/vite.config.ts');
  await build({ configFile, logLevel: 'error', build: { outDir: folder, emptyOutDir: true } });
  const browser: Browser = await launchBrowser();
  const open = async (season: FakeSeason, options: BrowserContextOptions = {}): Promise<FakePage> => {
    const context = await browser.newContext({ viewport: { width: 1200, height: 900 }, locale: 'en-GB', ...options });
    const page = await context.newPage();
    const asked: string[] = [];
    const complaints: string[] = [];
    let socket: WebSocketRoute | undefined;
    page.on('pageerror', error => complaints.push(String(error.stack)));
    page.on('console', message => {
      // What other parts of the page ask for is not there.
      const absent = message.text().startsWith('Failed to load resource');
      if (message.type() === 'error' && !absent) complaints.push(message.text());
    });
    await context.addInitScript(() => {
      localStorage.setItem('matchday.demo-user', JSON.stringify({ player: 'ann', scopes: ['player'] }));
    });
    await context.route('**/*', (route: Route) => {
      const { pathname, searchParams, search } = new URL(route.request().url());
      if (pathname === '/config.json') return route.fulfill({ json: CONFIG });
      if (pathname === '/demo/token') return route.fulfill({ json: { access_token: TOKEN, expires_in: 3600 } });
      if (pathname.startsWith('/demo/')) return route.fulfill({ status: 404, json: {} });
      if (!pathname.startsWith('/v1/'))
        return route.fulfill({ ...site(folder, pathname), headers: { 'content-security-policy': POLICY } });
      asked.push(pathname + search);
      const json = answerOf(season, pathname, searchParams);
      return json === undefined ? route.fulfill({ status: 404, json: { title: 'unknown' } }) : route.fulfill({ json });
    });
    await page.routeWebSocket(`ws://${REALTIME}/**`, opened => {
      socket = opened;
      opened.onMessage(text => {
        const { type, id } = JSON.parse(String(text)) as { readonly type: string; readonly id?: string };
        if (type === 'connection_init')
          opened.send(JSON.stringify({ type: 'connection_ack', connectionTimeoutMs: 300_000 }));
        if (type === 'subscribe') opened.send(JSON.stringify({ type: 'subscribe_success', id }));
      });
    });
    const hint: FakePage['hint'] = event =>
      socket?.send(JSON.stringify({ type: 'data', id: 'live', event: JSON.stringify(event) }));
    const go: FakePage['go'] = async path => {
      await page.goto(ORIGIN + path);
      await page.locator('h1').waitFor();
    };
    return { page, season, asked, complaints, hint, go };
  };
  return {
    open,
    close: async () => {
      await browser.close();
      rmSync(folder, { recursive: true });
    },
  };
};
