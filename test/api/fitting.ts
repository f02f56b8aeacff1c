import fc from 'fast-check';
import type { JsonSchema } from '../../scripts/api/json-schemas.ts';
import type { Description } from './description.ts';
import { WORLD } from './fuzz-world.ts';

const KNOWN: Readonly<Record<string, readonly string[]>> = {
  matchId: WORLD.matches,
  playerId: WORLD.players,
  poolId: WORLD.pools,
  competition: WORLD.competitions,
  predictionId: ['open.ada', 'begun.ada', 'done.bob', 'open.nobody'],
  event: ['match-open:1', 'prediction-open.ada:1,prediction-done.bob:1', 'match-nowhere:7', ','],
  handler: ['notify', 'nobody'],
  projection: ['standings', 'inbox'],
  eventId: ['match-open:1', 'prediction-open.ada:1', 'match-nowhere:1', 'match-open:99999999999999999999', '::'],
  correlationId: ['k'],
  after: ['match-open:1', 'match-open:1,match-open:1', 'prediction-open.ada:1', 'match-nowhere:7'],
  code: ['office.secret', 'nowhere.secret'],
  type: ['match.scheduled', 'prediction.created', 'subscription.created'],
  subscriptionId: WORLD.subscriptions,
  deliveryId: WORLD.deliveries,
  notificationId: WORLD.notifications,
  url: ['https://example.org/hook', 'https://10.0.0.1/', 'http://example.org/', 'https://a:b@example.org/'],
};

/** Which events a webhook takes: a pattern, and what is none. */
const patterns: fc.Arbitrary<unknown> = fc.constantFrom<unknown>(
  { source: ['matchday'] },
  { 'detail-type': [{ prefix: 'match.' }], detail: { data: { competition: ['cup', null] } } },
  { detail: { data: { result: { fullTime: { home: [{ numeric: ['>', 1] }] } } } } },
  { detail: { version: [{ exists: 'yes' }] } },
  { $or: [] },
);

type Properties = Readonly<Record<string, JsonSchema>>;

const objectOf = (document: Description, { properties = {}, required = [] }: JsonSchema): fc.Arbitrary<unknown> =>
  fc.record(
    Object.fromEntries(
      Object.entries(properties as Properties).map(([name, schema]) => [name, fitting(document, schema, name)]),
    ),
    { requiredKeys: [...(required as string[])] },
  );

const textOf = ({ format, pattern, maxLength = 100 }: JsonSchema): fc.Arbitrary<string> => {
  if (format === 'date-time')
    return fc
      .date({ min: new Date('2022-01-01'), max: new Date('2032-01-01'), noInvalidDate: true })
      .map(date => date.toISOString());
  if (format === 'email') return fc.constantFrom('ada@example.org', "o'neil+x@example.co.uk");
  if (typeof pattern !== 'string') return fc.string({ minLength: 1, maxLength: Math.min(Number(maxLength), 40) });
  return fc.stringMatching(new RegExp(pattern), { size: 'small' }).filter(text => text.length <= Number(maxLength));
};

const numberOf = ({ type, minimum = -1000, maximum = 1000 }: JsonSchema): fc.Arbitrary<number> => {
  const range = { min: Number(minimum), max: Number(maximum) };
  return type === 'integer' ? fc.integer(range) : fc.double({ ...range, noNaN: true });
};

/** Values of the type that a schema names. */
const plainFitting = (document: Description, schema: JsonSchema): fc.Arbitrary<unknown> => {
  switch (schema.type) {
    case 'object':
      return objectOf(document, schema);
    case 'array':
      return fc.array(fitting(document, (schema.items ?? {}) as JsonSchema), {
        maxLength: Number(schema.maxItems ?? 3),
      });
    case 'string':
      return textOf(schema);
    case 'integer':
    case 'number':
      return numberOf(schema);
    case 'boolean':
      return fc.boolean();
    case 'null':
      return fc.constant(null);
    default:
      return fc.jsonValue({ maxDepth: 2 });
  }
};

/** Values that fit a schema of the description. */
export const fitting = (document: Description, schema: JsonSchema, name = ''): fc.Arbitrary<unknown> => {
  if (name === 'pattern') return fc.oneof({ arbitrary: patterns, weight: 4 }, fitting(document, schema));
  const known = KNOWN[name];
  if (known) return fc.oneof({ arbitrary: fc.constantFrom(...known), weight: 4 }, fitting(document, schema));
  if (typeof schema.$ref === 'string') {
    const named = document.components.schemas[schema.$ref.split('/').at(-1) ?? ''];
    return fitting(document, named ?? {});
  }
  if (Array.isArray(schema.enum)) return fc.constantFrom(...(schema.enum as unknown[]));
  if ('const' in schema) return fc.constant(schema.const);
  const alternatives = (schema.anyOf ?? schema.oneOf) as readonly JsonSchema[] | undefined;
  if (alternatives) return fc.oneof(...alternatives.map(own => fitting(document, own)));
  if (Array.isArray(schema.type))
    return fc.oneof(...schema.type.map(type => plainFitting(document, { ...schema, type })));
  return plainFitting(document, schema);
};
