import { readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import type { Browser, BrowserContext, BrowserContextOptions, Page, Route } from 'playwright-core';
import type { DemoState } from '../../../client/demo.ts';
import { builtSite } from './built-site.ts';
import { launchBrowser } from './chromium.ts';
import { STANDING } from './demo-state.ts';

const TYPES: Readonly<Record<string, string>> = {
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
};

/** Who looks at the page. */
export interface Who {
  readonly player: string;
  readonly tenant: string;
  readonly scope: 'player' | 'operator';
  /** How the demo is; without it, it stands still. */
  readonly demo?: () => DemoState;
}

type Answer = Parameters<Route['fulfill']>[0];

/** What is asked of the API is answered here; undefined: there is no such thing. */
export type Answers = (asked: URL) => Answer | Promise<Answer>;

/** A page that is open, and what the browser complained of. */
export interface OpenPage {
  readonly page: Page;
  readonly context: BrowserContext;
  readonly complaints: readonly string[];
  readonly go: (path: string) => Promise<void>;
}

/** The page as it is built, in a browser; what it asks for is answered by tests. */
export interface FakeSite {
  /** Where the live channel would be. */
  readonly live: string;
  readonly open: (who: Who, answers: Answers, options?: BrowserContextOptions) => Promise<OpenPage>;
  readonly close: () => Promise<void>;
}

const base64url = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
const tokenOf = ({ player, tenant, scope }: Who): string =>
  `x.${base64url({ sub: player, tenant, scope: `matchday/${scope}`, exp: 4e9 })}.x`;

/** What the distribution serves: files have a hash in their name, or stand at the top; any other path is the page. */
const fileOf = (folder: string, path: string) => {
  const name = path.startsWith('/assets/') || /^\/[^/]+\.\w+$/.test(path) ? path : '/index.html';
  return { body: readFileSync(join(folder, name)), contentType: TYPES[extname(name)] ?? 'text/html' };
};

/** What others than the API answer. */
const ownAnswer = ({ pathname }: URL, folder: string, live: string, who: Who): Answer => {
  if (pathname === '/demo/token') return { json: { access_token: tokenOf(who), expires_in: 3600 } };
  if (pathname === '/demo/state') return { json: who.demo?.() ?? STANDING };
  if (pathname.startsWith('/demo/')) return { status: 404, json: {} };
  if (pathname === '/config.json')
    return {
      json: {
        ...{ stage: 'dev', demo: true, signIn: { authority: '', clientId: '', domain: '' } },
        live: { http: live, realtime: live, namespace: 'live' },
      },
    };
  // As strict as the one of the site.
  const policy = `default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self' ws://${live}; base-uri 'none'; form-action 'self'; frame-ancestors 'none'`;
  return { ...fileOf(folder, pathname), headers: { 'content-security-policy': policy } };
};

/** What the page asks for and is not there, or is broken on purpose, is no reason to complain. */
const EXPECTED = /Failed to load resource|WebSocket/;

const openIn = async (browser: Browser, options: BrowserContextOptions): Promise<Omit<OpenPage, 'go'>> => {
  const context = await browser.newContext({ locale: 'en-GB', ...options });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('pageerror', error => complaints.push(String(error.stack)));
  page.on('console', message => {
    if (message.type() === 'error' && !EXPECTED.test(message.text())) complaints.push(message.text());
  });
  return { context, page, complaints };
};

/** Builds the page, once in a run, and starts a browser. Nobody listens at the port, nor at the next, the live channel's. */
export const openFakeSite = async (port: number): Promise<FakeSite> => {
  const folder = await builtSite();
  const browser = await launchBrowser();
  const live = `localhost:${port + 1}`;
  const open: FakeSite['open'] = async (who, answers, options = {}) => {
    const opened = await openIn(browser, options);
    const { context, page } = opened;
    const user = JSON.stringify({ player: who.player, scopes: [who.scope] });
    await context.addInitScript(text => localStorage.setItem('matchday.demo-user', text), user);
    await context.route('**/*', async (route: Route) => {
      const asked = new URL(route.request().url());
      const ofApi = asked.pathname.startsWith('/v1/') || asked.pathname === '/map.json';
      const answer = ofApi ? await answers(asked) : ownAnswer(asked, folder, live, who);
      await route.fulfill(answer ?? { status: 404, json: { title: 'unknown' } });
    });
    const go: OpenPage['go'] = async path => {
      await page.goto(`http://localhost:${port}${path}`);
      await page.locator('h1').waitFor();
    };
    return { ...opened, go };
  };
  return { live, open, close: () => browser.close() };
};
