import type { BrowserContextOptions, WebSocketRoute } from 'playwright-core';
import { type OpenPage, openFakeSite } from '../support/fake-site.ts';
import { answerOf, type FakeSeason } from './fake-api.ts';

/** A page that shows a season of our own making. */
export interface FakePage extends OpenPage {
  readonly season: FakeSeason;
  /** What was asked of the API: path and query. */
  readonly asked: readonly string[];
  /** Tells the page that something has happened. */
  readonly hint: (hint: Readonly<Record<string, string>>) => void;
}

/** Says what the live channel would say to who connects and subscribes. */
const greet = (opened: WebSocketRoute): void =>
  opened.onMessage(text => {
    const { type, id } = JSON.parse(String(text)) as { readonly type: string; readonly id?: string };
    if (type === 'connection_init')
      opened.send(JSON.stringify({ type: 'connection_ack', connectionTimeoutMs: 300_000 }));
    if (type === 'subscribe') opened.send(JSON.stringify({ type: 'subscribe_success', id }));
  });

/** The page of a player in a browser. */
export const openBrowser = async () => {
  const site = await openFakeSite(4100);
  const open = async (season: FakeSeason, options: BrowserContextOptions = {}): Promise<FakePage> => {
    const asked: string[] = [];
    const opened = await site.open(
      { player: 'ann', tenant: 'demo', scope: 'player' },
      ({ pathname, searchParams, search }) => {
        asked.push(pathname + search);
        const json = answerOf(season, pathname, searchParams);
        return json === undefined ? undefined : { json };
      },
      { viewport: { width: 1200, height: 900 }, ...options },
    );
    let socket: WebSocketRoute | undefined;
    await opened.page.routeWebSocket(`ws://${site.live}/**`, route => {
      socket = route;
      greet(route);
    });
    const hint: FakePage['hint'] = event =>
      socket?.send(JSON.stringify({ type: 'data', id: 'live', event: JSON.stringify(event) }));
    return { ...opened, season, asked, hint };
  };
  return { open, close: site.close };
};
