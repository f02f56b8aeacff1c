import type { BrowserContextOptions } from 'playwright-core';
import { type OpenPage, openFakeSite } from '../support/fake-site.ts';
import { answerOf, type FakeOperations, MAP } from './fake-operations.ts';

/** The console of an operator, over operations of our own making. */
export interface FakeConsole extends OpenPage {
  readonly fake: FakeOperations;
}

/** The console in a browser. */
export const openBrowser = async () => {
  const site = await openFakeSite(4120);
  const open = async (length: number, options: BrowserContextOptions = {}): Promise<FakeConsole> => {
    const fake: FakeOperations = { length, broken: false };
    const opened = await site.open(
      { player: 'otto', tenant: 'demo', scope: 'operator' },
      ({ pathname, searchParams }) => {
        if (pathname === '/map.json') return { json: MAP };
        if (fake.broken) return { status: 503, json: { title: 'unhealthy' } };
        const json = answerOf(fake, pathname, searchParams);
        return json === undefined ? undefined : { json };
      },
      { viewport: { width: 1300, height: 900 }, ...options },
    );
    await opened.page.routeWebSocket(`ws://${site.live}/**`, () => undefined);
    return { ...opened, fake };
  };
  return { open, close: site.close };
};
