import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import type { BrowserContextOptions, Page, Route } from 'playwright-core';
import { build } from 'vite';
import { launchBrowser } from '../support/chromium.ts';
import { answerOf, type FakeOperations, MAP } from './fake-operations.ts';

const ORIGIN = 'http://localhost:4120';
/** Nobody listens there: the page says that it is not live. */
const LIVE = 'localhost:4121';
/** As strict as the one of the site. */
const POLICY = `default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self' ws://${LIVE}; base-uri 'none'; form-action 'self'; frame-ancestors 'none'`;
const TYPES: Readonly<Record<string, string>> = {
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
};

const base64url = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
const TOKEN = `x.${base64url({ sub: 'otto', tenant: 'demo', scope: 'matchday/operator', exp: 4e9 })}.x`;
const CONFIG = {
  stage: 'dev',
  demo: true,
  signIn: { authority: '', clientId: '', domain: '' },
  live: { http: LIVE, realtime: LIVE, namespace: 'live' },
};

/** The console of an operator, over operations of our own making. */
export interface FakeConsole {
  readonly page: Page;
  readonly fake: FakeOperations;
  /** What the browser complained of, but for what is broken on purpose. */
  readonly complaints: readonly string[];
  readonly go: (path: string) => Promise<void>;
}

const file = (folder: string, path: string) => {
  const name = extname(path) === '' || path.includes('/console/') ? '/index.html' : path;
  return { body: readFileSync(join(folder, name)), contentType: TYPES[extname(name)] ?? 'text/html' };
};

/** The page as it is built, in a browser; everything it asks for is answered here. */
export const openBrowser = async () => {
  const folder = mkdtempSync(join(tmpdir(), 'matchday-console-'));
  const configFile = join(import.meta.dirname, '../../../web/vite.config.ts');
  await build({ configFile, logLevel: 'error', build: { outDir: folder, emptyOutDir: true } });
  const browser = await launchBrowser();
  const open = async (length: number, options: BrowserContextOptions = {}): Promise<FakeConsole> => {
    const fake: FakeOperations = { length, broken: false };
    const context = await browser.newContext({ viewport: { width: 1300, height: 900 }, locale: 'en-GB', ...options });
    const page = await context.newPage();
    const complaints: string[] = [];
    page.on('pageerror', error => complaints.push(String(error.stack)));
    page.on('console', message => {
      if (message.type() === 'error' && !/503|404|WebSocket/.test(message.text())) complaints.push(message.text());
    });
    await context.addInitScript(() => {
      localStorage.setItem('matchday.demo-user', JSON.stringify({ player: 'otto', scopes: ['operator'] }));
    });
    await context.route('**/*', (route: Route) => {
      const { pathname, searchParams } = new URL(route.request().url());
      if (pathname === '/config.json') return route.fulfill({ json: CONFIG });
      if (pathname === '/map.json') return route.fulfill({ json: MAP });
      if (pathname === '/demo/token') return route.fulfill({ json: { access_token: TOKEN, expires_in: 3600 } });
      if (pathname.startsWith('/demo/')) return route.fulfill({ status: 404, json: {} });
      if (!pathname.startsWith('/v1/'))
        return route.fulfill({ ...file(folder, pathname), headers: { 'content-security-policy': POLICY } });
      if (fake.broken) return route.fulfill({ status: 503, json: { title: 'unhealthy' } });
      const json = answerOf(fake, pathname, searchParams);
      return json === undefined ? route.fulfill({ status: 404, json: { title: 'unknown' } }) : route.fulfill({ json });
    });
    await page.routeWebSocket(`ws://${LIVE}/**`, () => undefined);
    const go: FakeConsole['go'] = async path => {
      await page.goto(ORIGIN + path);
      await page.locator('h1').waitFor();
    };
    return { page, fake, complaints, go };
  };
  return {
    open,
    close: async () => {
      await browser.close();
      rmSync(folder, { recursive: true });
    },
  };
};
