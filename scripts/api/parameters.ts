import { idSchema } from '../../shared/events/schemas.ts';
import { IDEMPOTENCY_KEY } from '../../shared/lambda/http/command-context.ts';
import type { Operation } from '../../shared/lambda/http/http-handler.ts';
import type { JsonSchema, SchemaCollector } from './json-schemas.ts';

/** A parameter of an operation, or a reference to one of all. */
export type Parameter = JsonSchema;

const ID = '[a-z0-9]+(-[a-z0-9]+)*';

/** Parameters that many operations have. */
export const PARAMETERS: Readonly<Record<string, Parameter>> = {
  'Idempotency-Key': {
    name: 'Idempotency-Key',
    in: 'header',
    description:
      'Makes a command that is sent again the same command, for 24 hours: the answer is that of the first time. With another request under the same key: 422.',
    schema: { type: 'string', pattern: IDEMPOTENCY_KEY.source },
    example: '6f1c2a9e-0c1f-4f7e-9a55-1f6b2c3d4e5f',
  },
  'If-Match': {
    name: 'If-Match',
    in: 'header',
    description: 'The ETag of what the command is for, from a GET: when it has another version by now, 412.',
    schema: { type: 'string' },
    example: '"1"',
  },
  'If-None-Match': {
    name: 'If-None-Match',
    in: 'header',
    description: 'The ETag of what is known already: when it is still so, 304 without a body.',
    schema: { type: 'string' },
    example: '"1"',
  },
  'If-None-Match-Any': {
    name: 'If-None-Match',
    in: 'header',
    description: '`*`: the command is for something that is not there yet; when it is, 412.',
    schema: { type: 'string', const: '*' },
    example: '*',
  },
  traceparent: {
    name: 'traceparent',
    in: 'header',
    description: 'The trace that the request belongs to (W3C Trace Context); its events bear it.',
    schema: { type: 'string', pattern: '^00-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}$' },
    example: '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01',
  },
};

const reference = (name: string): Parameter => ({ $ref: `#/components/parameters/${name}` });

const VARIABLES: Readonly<Record<string, JsonSchema>> = {
  predictionId: {
    type: 'string',
    pattern: `^${ID}\\.${ID}$`,
    description: 'The id of the match, a dot, and the id of the player.',
  },
  eventId: { type: 'string', maxLength: 320, description: 'The stream, a colon, and the version in it.' },
};

/** Variables of these names are ids as {@link idSchema} has them. */
const isId = (name: string): boolean => /^(competition|(match|pool|player)Id)$/.test(name);

const words = (name: string): string => name.replace(/[A-Z]/g, letter => ` ${letter.toLowerCase()}`);

const pathParameters = (path: string, collector: SchemaCollector): readonly Parameter[] =>
  [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => {
    const { description, ...schema } = VARIABLES[name] ?? { type: 'string', description: `The ${words(name)}.` };
    const own = isId(name) ? collector.toJson(idSchema, 'input') : schema;
    return { name, in: 'path', required: true, description, schema: own };
  });

/** What fields of queries mean; a schema that describes itself wins. */
const FIELDS: Readonly<Record<string, string>> = {
  at: 'As it was at this instant.',
  version: 'As it was at this version.',
  rules: 'What the categories are worth.',
  basis: 'Which score counts.',
  cursor: 'Where an earlier answer ended; nothing else may be asked besides.',
  limit: 'How many at most.',
  type: 'Of this type.',
  correlationId: 'Caused by this command, directly or not.',
  since: 'From this instant on, in the order in which they were stored.',
  from: 'Not before this instant.',
  to: 'Before this instant.',
};

const isObject = (value: unknown): value is JsonSchema => typeof value === 'object' && value !== null;

/** The fields of a query, of each alternative when there are some. */
const queryParameters = (query: Operation['query'], collector: SchemaCollector): readonly Parameter[] => {
  const json = collector.toJson(query, 'input');
  const alternatives = (json.anyOf ?? json.oneOf ?? [json]) as readonly JsonSchema[];
  const names = [...new Set(alternatives.flatMap(({ properties }) => Object.keys(properties ?? {})))];
  return names.map(name => {
    const having = alternatives.filter(({ properties }) => isObject(properties) && name in properties);
    const isRequired = alternatives.every(({ required }) => Array.isArray(required) && required.includes(name));
    const [first] = having.map(({ properties }) => (properties as Readonly<Record<string, JsonSchema>>)[name] ?? {});
    const { description = FIELDS[name] ?? `Only with this ${words(name)}.`, ...schema } = first ?? {};
    return { name, in: 'query', ...(isRequired && { required: true }), description, schema };
  });
};

const headerParameters = (method: string, { versioned }: Operation): readonly Parameter[] => {
  if (method === 'GET')
    return versioned ? [reference('If-None-Match'), reference('traceparent')] : [reference('traceparent')];
  const conditions = versioned ? [reference('If-Match'), reference('If-None-Match-Any')] : [];
  return [reference('Idempotency-Key'), ...conditions, reference('traceparent')];
};

/** Everything that an operation can be told besides its body. */
export const parametersOf = (route: string, operation: Operation, collector: SchemaCollector): readonly Parameter[] => {
  const [method = '', path = ''] = route.split(' ');
  return [
    ...pathParameters(path, collector),
    ...queryParameters(operation.query, collector),
    ...headerParameters(method, operation),
  ];
};
