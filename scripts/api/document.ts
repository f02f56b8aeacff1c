import type * as z from 'zod';
import { tokenScope } from '../../shared/events/subscription.ts';
import { type DescribedRoute, everyRoute } from './every-route.ts';
import { exampleOf } from './example.ts';
import { type JsonSchema, type SchemaCollector, schemaCollector } from './json-schemas.ts';
import { operationId, tagOf } from './operation-ids.ts';
import { PARAMETERS, parametersOf } from './parameters.ts';
import { GATEWAY_MESSAGE, PROBLEM, RESPONSES, responsesOf, takesBody } from './responses.ts';

const DESCRIPTION = [
  'Predictions of football scores, and everything about them. The tenant and the player are those of the token.',
  'A command answers the version its stream has now and the ids of the events it made. Errors are problem details (RFC 9457).',
  'Answers may gain fields; bodies and queries with fields that are not known are refused.',
].join(' ');

const TAGS: Readonly<Record<string, string>> = {
  Matches: 'Fixtures and their results.',
  Predictions: 'What players expect; hidden from others until kick-off.',
  Pools: 'Private leagues of players, with rules of their own.',
  Players: 'Who plays: personal data, which can be forgotten.',
  Competitions: 'Tables and statistics.',
  Events: 'The facts themselves.',
  Inbox: 'What a player is told.',
  Preferences: 'What a player wants to be told, and how.',
  Subscriptions: 'Webhooks: events sent to an address of yours.',
  Health: 'How it stands.',
  Description: 'What this is.',
};

/** Whether a body may be left out. */
const isOptional = (body: z.ZodType): boolean => body.safeParse(undefined).success;

const requestBody = ({ operation }: DescribedRoute, collector: SchemaCollector): JsonSchema | undefined => {
  if (!takesBody(operation)) return undefined;
  const schema = collector.toJson(operation.body, 'input');
  const example = exampleOf(schema, collector.components());
  return { required: !isOptional(operation.body), content: { 'application/json': { schema, example } } };
};

const security = ({ access }: DescribedRoute): readonly JsonSchema[] =>
  access === 'anybody' ? [] : access.map(scope => ({ token: [tokenScope(scope)] }));

const describeOperation = (described: DescribedRoute, collector: SchemaCollector): JsonSchema => {
  const { route, access, operation } = described;
  const body = requestBody(described, collector);
  const who =
    access === 'anybody'
      ? 'Anybody, without a token.'
      : `A token with the scope ${access.map(tokenScope).join(' or ')}.`;
  return {
    operationId: operation.id ?? operationId(route),
    summary: operation.summary,
    description: who,
    tags: [tagOf(route)],
    security: security(described),
    parameters: parametersOf(route, operation, collector),
    ...(body && { requestBody: body }),
    responses: responsesOf(described, collector),
  };
};

/** Those of a kind that something refers to. */
const used = (kind: string, own: Readonly<Record<string, JsonSchema>>, paths: unknown) => {
  const text = JSON.stringify(paths);
  return Object.fromEntries(Object.entries(own).filter(([name]) => text.includes(`"#/components/${kind}/${name}"`)));
};

/** The description of an API in OpenAPI 3.1, from the schemas that validate its requests. */
export const openApiDocument = (routes: readonly DescribedRoute[] = everyRoute()): JsonSchema => {
  const collector = schemaCollector();
  const paths: Record<string, Record<string, JsonSchema>> = {};
  for (const described of routes) {
    const [method = '', path = ''] = described.route.split(' ');
    paths[path] = { ...paths[path], [method.toLowerCase()]: describeOperation(described, collector) };
  }
  const tags = [...new Set(routes.map(({ route }) => tagOf(route)))];
  return {
    openapi: '3.1.1',
    info: {
      title: 'Matchday',
      version: '1.0.0',
      description: DESCRIPTION,
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: '/', description: 'Where this description is served.' }],
    tags: tags.map(name => ({ name, ...(TAGS[name] !== undefined && { description: TAGS[name] }) })),
    paths,
    components: {
      securitySchemes: {
        token: {
          type: 'http',
          scheme: 'bearer',
          bearerFormat: 'JWT',
          description: 'An access token of the stage’s user pool: one of the scopes that an operation names is enough.',
        },
      },
      parameters: used('parameters', PARAMETERS, paths),
      responses: used('responses', RESPONSES, paths),
      schemas: { ...collector.components(), Problem: PROBLEM, GatewayMessage: GATEWAY_MESSAGE },
    },
  };
};
