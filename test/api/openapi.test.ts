import '../lambda/environment.ts';
import { existsSync, readFileSync } from 'node:fs';
import { Validator } from '@seriousme/openapi-schema-validator';
import { beforeAll, describe, expect, test } from 'vitest';
import * as z from 'zod';
import { readFunctionFolders } from '../../infra/folders.ts';
import { artefacts } from '../../scripts/api/artefacts.ts';
import { type DescribedRoute, everyRoute } from '../../scripts/api/every-route.ts';
import { operationId } from '../../scripts/api/operation-ids.ts';
import { operation } from '../../shared/lambda/http/http-handler.ts';
import { type Description, describeApi, operationAt } from './description.ts';
import { lint } from './lint.ts';

let document: Description;
beforeAll(() => {
  document = describeApi();
});

describe('the description of the API', () => {
  test('is valid OpenAPI 3.1', async () => {
    const validator = new Validator();
    const { valid, errors } = await validator.validate({ ...structuredClone(document) });
    expect([valid, errors, validator.version]).toEqual([true, undefined, '3.1']);
  });

  test('keeps to the rules of a good one', () => {
    expect(lint(document)).toEqual([]);
  });

  test('has every route of every function, with who may use it', async () => {
    const { http } = await readFunctionFolders();
    const routes = Object.values(http).flatMap(({ routes }) => Object.entries(routes));
    expect(everyRoute().map(({ route, access }) => [route, access])).toEqual(expect.arrayContaining(routes));
    expect(everyRoute()).toHaveLength(routes.length);
  });

  test('has examples that the routes take', () => {
    for (const { route, operation } of everyRoute()) {
      const { requestBody } = operationAt(document, route);
      if (!requestBody) continue;
      const { error } = operation.body.safeParse(requestBody.content['application/json']?.example);
      expect([route, error]).toEqual([route, undefined]);
    }
  });

  test('is committed, and so are the types of the client: npm run client', async () => {
    for (const { file, text } of await artefacts())
      expect([file, existsSync(file) && readFileSync(file, 'utf8') === text]).toEqual([file, true]);
  });
});

const it = (own: Partial<DescribedRoute['operation']> = {}): DescribedRoute => ({
  route: 'POST /v1/its',
  access: ['player'],
  operation: {
    ...operation({
      summary: 'It',
      body: z.object({ name: z.string(), score: z.object({ home: z.number() }) }),
      query: z.strictObject({}),
      answers: { 200: z.object({ id: z.string() }) },
      handle: async () => ({ status: 200, body: {} }),
    }),
    ...own,
  },
});

const operationOf = (route: DescribedRoute) => operationAt(describeApi([route]), route.route);

describe('a route', () => {
  test('takes closed objects and answers open ones', () => {
    const { requestBody, responses } = operationOf(it());
    expect(requestBody?.content['application/json']?.schema).toMatchObject({
      additionalProperties: false,
      properties: { score: { additionalProperties: false } },
    });
    expect(responses['200']?.content?.['application/json']?.schema).toEqual({
      type: 'object',
      properties: { id: { type: 'string' } },
      required: ['id'],
    });
  });

  test('that names problems of its own has them beside those of its kind', () => {
    const plain = Object.keys(operationOf(it()).responses);
    expect(plain).toEqual('200 400 401 403 409 413 415 422 429 500 503'.split(' '));
    const more = Object.keys(operationOf(it({ problems: [410], versioned: true })).responses);
    expect(more.filter(status => !plain.includes(status))).toEqual(['410', '412']);
    const open = Object.keys(operationOf({ ...it(), access: 'anybody' }).responses);
    expect(plain.filter(status => !open.includes(status))).toEqual(['401', '403']);
  });

  test('needs one of its scopes', () => {
    expect(operationOf({ ...it(), access: ['player', 'organiser'] }).security).toEqual([
      { token: ['matchday/player'] },
      { token: ['matchday/organiser'] },
    ]);
  });
});

test.each([
  ['POST /v1/matches', 'createMatch'],
  ['POST /v1/matches/{matchId}/finish', 'finishMatch'],
  ['POST /v1/matches/{matchId}/withdraw-result', 'withdrawResultOfMatch'],
  ['GET /v1/matches/{matchId}', 'getMatch'],
  ['GET /v1/events', 'listEvents'],
  ['GET /v1/events/type/{type}', 'getEventType'],
  ['GET /v1/health', 'getHealth'],
  ['GET /v1/competitions/{competition}/standings', 'getCompetitionStandings'],
  ['POST /v1/subscriptions/{subscriptionId}/deliveries/{deliveryId}/redeliver', 'redeliverSubscriptionDelivery'],
  ['PUT /v1/players/{playerId}/profile', 'putPlayerProfile'],
  ['DELETE /v1/players/{playerId}', 'deletePlayer'],
])('%s is called %s', (route, name) => {
  expect(operationId(route)).toBe(name);
});

describe('the rules of a good description', () => {
  const create = (own: Description) => operationAt(own, 'POST /v1/matches');

  test.each<[string, (own: Description) => void, RegExp]>([
    [
      'two routes of one name',
      own => {
        create(own).operationId = 'getMatch';
      },
      /getMatch is the name of 2/,
    ],
    [
      'a route without summary',
      own => {
        create(own).summary = '';
      },
      /createMatch has no summary/,
    ],
    ['a parameter that nobody explains', own => delete own.components.parameters['If-Match']?.description, /If-Match/],
    [
      'a variable without parameter',
      own => void operationAt(own, 'GET /v1/matches/{matchId}').parameters.shift(),
      /getMatch does not describe \{matchId\}/,
    ],
    [
      'a component that nobody uses',
      own => {
        own.components.schemas.Idle = { type: 'string', description: 'Idle' };
      },
      /Idle is not used/,
    ],
    ['a reference to nothing', own => delete own.components.schemas.Id, /schemas\/Id does not exist/],
    [
      'an example that does not fit',
      own => {
        own.components.schemas.Id = { ...own.components.schemas.Id, examples: ['A B'] };
      },
      /the example of Id does not fit/,
    ],
    [
      'an example of a body that does not fit',
      own => {
        for (const content of Object.values(create(own).requestBody?.content ?? {})) content.example = { matchId: 1 };
      },
      /the example of createMatch does not fit/,
    ],
    [
      'a refusal that is not described',
      own => delete create(own).responses['401'],
      /createMatch does not describe 401/,
    ],
    [
      'a route that needs no token and answers that there is none',
      own => {
        create(own).security = [];
      },
      /createMatch needs no token and answers 401/,
    ],
  ])('find %s', (_, change, problem) => {
    const copy = structuredClone(document);
    change(copy);
    expect(lint(copy)).toContainEqual(expect.stringMatching(problem));
  });
});
