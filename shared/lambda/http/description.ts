import { hash } from 'node:crypto';
import * as z from 'zod';
import { type ApiDocument, docsPage, STYLE } from './docs-page.ts';
import { type Operation, operation } from './http-handler.ts';
import { nothing, withoutBody } from './nothing.ts';

/** Nothing but the page's own style: no script, no picture, no frame, nothing from elsewhere. */
const SECURITY_POLICY = [
  "default-src 'none'",
  `style-src 'sha256-${hash('sha256', STYLE, 'base64')}'`,
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

const CACHED = { 'cache-control': 'public, max-age=300', 'x-content-type-options': 'nosniff' };

/** The API's description: as OpenAPI, and as a page made from it. */
export const descriptionOperations = (document: ApiDocument) => {
  let page: string | undefined;
  return {
    'GET /v1/openapi.json': operation({
      summary: 'The description of this API, in OpenAPI 3.1',
      id: 'getOpenApi',
      body: withoutBody,
      query: nothing,
      answers: { 200: z.looseObject({ openapi: z.string(), info: z.looseObject({}), paths: z.looseObject({}) }) },
      handle: async () => ({
        status: 200,
        body: document,
        // It has no secrets: other sites' tools may read it too.
        headers: { ...CACHED, 'access-control-allow-origin': '*' },
      }),
    }),
    'GET /v1/docs': operation({
      summary: 'The description of this API, to be read',
      id: 'getDocs',
      body: withoutBody,
      query: nothing,
      mediaType: 'text/html',
      answers: { 200: z.string() },
      handle: async () => {
        page ??= docsPage(document);
        return {
          status: 200,
          body: page,
          headers: {
            ...CACHED,
            'content-type': 'text/html; charset=utf-8',
            'content-security-policy': SECURITY_POLICY,
            'referrer-policy': 'no-referrer',
          },
        };
      },
    }),
  } satisfies Record<string, Operation>;
};
