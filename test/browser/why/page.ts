import type { BrowserContextOptions } from 'playwright-core';
import { type TestApi, testApi } from '../../lambda/http.ts';
import { type OpenPage, openFakeSite } from '../support/fake-site.ts';

type ApiRoute = Parameters<TestApi['send']>[0];

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

/** The page in a browser, before the API over a store in memory. */
export const openBrowser = async () => {
  const site = await openFakeSite(4110);
  const api = testApi();
  const open = (player: string, options: BrowserContextOptions = {}): Promise<OpenPage> =>
    site.open({ player, tenant: 'acme', scope: 'player' }, asked => answer(api, player, asked), options);
  return { api, open, close: site.close };
};
