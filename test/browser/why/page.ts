import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import type { BrowserContext, BrowserContextOptions, Page, Route } from 'playwright-core';
import { build } from 'vite';
import { type TestApi, testApi } from '../../lambda/http.ts';
import { launchBrowser } from '../support/chromium.ts';

const ORIGIN = 'http://localhost:4110';
/** Nobody listens there: the page says that it is not live. */
const LIVE = 'localhost:4111';
/** As strict as the one of the site. */
const POLICY = `default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self' ws://${LIVE}; base-uri 'none'; form-action 'self'; frame-ancestors 'none'`;
const TYPES: Readonly<Record<string, string>> = {
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
};
const CONFIG = {
  stage: 'dev',
  demo: true,
  signIn: { authority: '', clientId: '', domain: '' },
  live: { http: LIVE, realtime: LIVE, namespace: 'live' },
};

type ApiRoute = Parameters<TestApi['send']>[0];

const base64url = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
const tokenOf = (player: string): string =>
  `x.${base64url({ sub: player, tenant: 'acme', scope: 'matchday/player', exp: 4e9 })}.x`;

const pageFile = (folder: string, path: string): { readonly body: Buffer; readonly contentType: string } => {
  const file = path.startsWith('/assets/') ? path : '/index.html';
  return { body: readFileSync(join(folder, file)), contentType: TYPES[extname(file)] ?? 'text/html' };
};

/** The route of the API that a path is of, and the variables in it. */
const routed = (api: TestApi, method: string, path: string) => {
  for (const route of Object.keys(api.operations)) {
    const [own, template = ''] = route.split(' ');
    const pattern = new RegExp(`^${template.replaceAll(/\{(\w+)\}/g, '(?<$1>[^/]+)')}$`);
    const match = own === method ? pattern.exec(path) : null;
    if (match) return { route: route as ApiRoute, params: { ...match.groups } };
  }
  return undefined;
};

/** What the API answers, over a store in memory. */
const answer = async (api: TestApi, player: string, asked: URL) => {
  const found = routed(api, 'GET', asked.pathname);
  if (!found) return { status: 404, json: { title: 'unknown-route' } };
  const request = { as: `acme/${player}`, params: found.params, query: Object.fromEntries(asked.searchParams) };
  const { status, body } = await api.send(found.route, request);
  // A receipt is a text: parsed and written again it would be another.
  if (status === 200 && asked.pathname.endsWith('/receipt'))
    return { status, contentType: 'application/json', body: await api.text(found.route, request) };
  return { status, json: body };
};

/** The page of a player, and what the browser complained of. */
export interface OpenPage {
  readonly page: Page;
  readonly context: BrowserContext;
  readonly complaints: readonly string[];
  readonly go: (path: string) => Promise<void>;
}

/** The page as it is built, in a browser, before the API over a store in memory. */
export const openBrowser = async () => {
  const folder = mkdtempSync(join(tmpdir(), 'matchday-why-'));
  const configFile = join(import.meta.dirname, '../../../web/vite.config.ts');
  await build({ configFile, logLevel: 'error', build: { outDir: folder, emptyOutDir: true } });
  const api = testApi();
  const browser = await launchBrowser();
  const open = async (player: string, options: BrowserContextOptions = {}): Promise<OpenPage> => {
    const context = await browser.newContext({ locale: 'en-GB', ...options });
    const page = await context.newPage();
    const complaints: string[] = [];
    page.on('pageerror', error => complaints.push(String(error.stack)));
    await context.addInitScript(own => {
      localStorage.setItem('matchday.demo-user', JSON.stringify({ player: own, scopes: ['player'] }));
    }, player);
    await context.route('**/*', async (route: Route) => {
      const url = new URL(route.request().url());
      if (url.pathname === '/config.json') return route.fulfill({ json: CONFIG });
      if (url.pathname === '/demo/token')
        return route.fulfill({ json: { access_token: tokenOf(player), expires_in: 3600 } });
      if (url.pathname.startsWith('/v1/')) return route.fulfill(await answer(api, player, url));
      return route.fulfill({ ...pageFile(folder, url.pathname), headers: { 'content-security-policy': POLICY } });
    });
    const go: OpenPage['go'] = async path => {
      await page.goto(ORIGIN + path);
      await page.locator('h1').waitFor();
    };
    return { page, context, complaints, go };
  };
  return {
    api,
    open,
    close: async () => {
      await browser.close();
      rmSync(folder, { recursive: true });
    },
  };
};
