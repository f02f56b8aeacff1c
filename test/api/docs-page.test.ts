import '../lambda/environment.ts';
import { hash } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { everyRoute } from '../../scripts/api/every-route.ts';
import { descriptionOperations } from '../../shared/lambda/http/description.ts';
import { docsPage, STYLE } from '../../shared/lambda/http/docs-page.ts';
import document from '../../shared/lambda/http/openapi.json' with { type: 'json' };
import { requestEvent, send } from '../lambda/http.ts';
import { captureOutput } from '../lambda/support.ts';
import { describeApi, operationAt } from './description.ts';

beforeEach(() => void captureOutput());
afterEach(() => vi.restoreAllMocks());

const get = (route: string) => send(descriptionOperations(document), requestEvent(route));

describe('the description for programs', () => {
  test('is answered to anybody, as it was generated', async () => {
    const { status, headers, body } = await get('GET /v1/openapi.json');
    expect([status, headers['content-type'], headers['cache-control']]).toEqual([
      200,
      'application/json',
      'public, max-age=300',
    ]);
    expect(body).toEqual(describeApi());
  });
});

describe('the description for people', () => {
  test('has nothing that runs, and nothing from elsewhere', async () => {
    const { status, headers, body } = await get('GET /v1/docs');
    const page = String(body);
    expect([status, headers['content-type']]).toEqual([200, 'text/html; charset=utf-8']);
    const style = /<style>(.*?)<\/style>/s.exec(page)?.[1] ?? '';
    expect(style).toBe(STYLE);
    expect(headers['content-security-policy']).toBe(
      `default-src 'none'; style-src 'sha256-${hash('sha256', style, 'base64')}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
    );
    expect(page).not.toMatch(/<script|<img|<iframe| style=| on[a-z]+=|(?:src|href)="(?!#|openapi\.json)/);
  });

  test('has every route, with a request as it is sent', async () => {
    const page = String((await get('GET /v1/docs')).body);
    const described = describeApi();
    for (const { route, access } of everyRoute()) {
      const { operationId, summary } = operationAt(described, route);
      const [method = '', path = ''] = route.split(' ');
      const article = page.slice(page.indexOf(`<article id="${operationId}"`)).split('</article>')[0] ?? '';
      expect(article.replaceAll(/<\/?code>/g, '`')).toContain(`${summary}.`);
      expect(article).toContain(`&quot;$API${path}&quot;`);
      expect(article.includes('Bearer $TOKEN')).toBe(access !== 'anybody');
      expect(article.includes(`-X ${method}`)).toBe(method !== 'GET');
      expect(page).toContain(`<a href="#${operationId}">${method} ${path}</a>`);
    }
  });

  test('leads nowhere that is not there, and says everything once', async () => {
    const page = String((await get('GET /v1/docs')).body);
    const ids = [...page.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const [, target] of page.matchAll(/href="#([^"]+)"/g)) expect(ids).toContain(target);
    for (const [, labels] of page.matchAll(/aria-labelledby="([^"]+)"/g)) expect(ids).toContain(labels);
    expect(page).toMatch(/^<!doctype html><html lang="en">/);
  });

  test('shows the words of a description as words', () => {
    const wicked = `<b onclick="x">'&`;
    const page = docsPage({
      ...document,
      info: { ...document.info, title: wicked, description: wicked },
      paths: {
        '/v1/{it}': {
          get: {
            operationId: 'getIt',
            summary: wicked,
            description: wicked,
            tags: ['Matches'],
            security: [],
            parameters: [{ name: wicked, in: 'path', description: wicked, schema: { const: wicked } }],
            responses: { '200': { description: wicked, content: { [wicked]: { schema: { const: wicked } } } } },
          },
        },
      },
    });
    expect(page).not.toContain('<b ');
  });
});
