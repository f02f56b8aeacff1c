import fc from 'fast-check';
import type { JsonSchema } from '../../scripts/api/json-schemas.ts';
import { deliveryId } from '../../shared/application/webhooks/delivery-id.ts';
import { sha256 } from '../../shared/store/hashing.ts';
import { type Description, type OperationObject, type Parameter, resolve } from './description.ts';

/** When the fuzzer's world was filled, before its requests. */
export const BEGINNING = '2026-11-20T12:00:00.000Z';

/** Ids that exist in the fuzzer's world, so that requests meet something. */
export const WORLD = {
  matches: ['open', 'begun', 'done'],
  players: ['ada', 'bob'],
  pools: ['office'],
  competitions: ['cup'],
  subscriptions: ['scores'],
  deliveries: [deliveryId(sha256, { subscriptionId: 'scores', cause: 'match-open:1', at: BEGINNING })],
  notifications: [Buffer.from(`n#${BEGINNING}#prediction-open.ada:1`).toString('base64url')],
} as const;

const KNOWN: Readonly<Record<string, readonly string[]>> = {
  matchId: WORLD.matches,
  playerId: WORLD.players,
  poolId: WORLD.pools,
  competition: WORLD.competitions,
  predictionId: ['open.ada', 'begun.ada', 'done.bob', 'open.nobody'],
  eventId: ['match-open:1', 'prediction-open.ada:1', 'match-nowhere:1', 'match-open:99999999999999999999', '::'],
  correlationId: ['k'],
  event: ['match-open:1', 'prediction-open.ada:1,prediction-done.bob:1', 'match-nowhere:7', ','],
  after: ['match-open:1', 'prediction-open.ada:1', 'match-nowhere:7'],
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
const fitting = (document: Description, schema: JsonSchema, name = ''): fc.Arbitrary<unknown> => {
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

/** What people, programs and attackers send instead of what was asked for. */
const junk: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    -1,
    1.5,
    1000,
    1e308,
    true,
    '',
    ' ',
    'x'.repeat(300),
    '\u0000',
    '../..',
    [],
    {},
    ['a'],
    'ü',
    '%00',
  ),
  fc.jsonValue({ maxDepth: 3 }),
);

type Bag = Readonly<Record<string, unknown>>;

const isBag = (value: unknown): value is Bag => typeof value === 'object' && value !== null && !Array.isArray(value);

/** Changes one place inside a value; `steps` lead there, as far as there is a way. */
const changeAt = (value: unknown, steps: readonly number[], change: (inner: unknown) => unknown): unknown => {
  const [step, ...rest] = steps;
  if (step === undefined || !isBag(value) || Object.keys(value).length === 0) return change(value);
  const names = Object.keys(value);
  const name = names[step % names.length] ?? '';
  return { ...value, [name]: changeAt(value[name], rest, change) };
};

const without = (value: unknown, which: number): unknown =>
  isBag(value)
    ? Object.fromEntries(Object.entries(value).filter((_, index, all) => index !== which % all.length))
    : value;

/** A body in which something is not as it was asked for. */
const spoilt = (body: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> =>
  fc
    .tuple(body, fc.array(fc.nat(5), { maxLength: 3 }), fc.constantFrom('replace', 'drop', 'add'), junk, fc.nat(5))
    .map(([value, steps, how, other, which]) =>
      changeAt(value, steps, inner => {
        if (how === 'replace') return other;
        return how === 'drop' ? without(inner, which) : { ...(isBag(inner) ? inner : {}), extra: other };
      }),
    );

const textIn: fc.Arbitrary<string> = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 30 }),
  fc.constantFrom('', '%', '..', 'a.b.c', 'x'.repeat(2000), '__proto__', '"', "'; --"),
);

/** A request for one route, good or bad. */
export interface FuzzRequest {
  readonly params: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string>>;
  readonly headers: Readonly<Record<string, string>>;
  /** JSON, or not; undefined: no body. */
  readonly text: string | undefined;
  readonly base64: boolean;
}

const texts = (
  document: Description,
  parameters: readonly Parameter[],
  place: string,
): fc.Arbitrary<Record<string, string>> => {
  const own = parameters.filter(parameter => parameter.in === place);
  const arbitraries = own.map(({ name = '', schema = {} }) => [
    name.toLowerCase() === name || place !== 'header' ? name : name.toLowerCase(),
    fc.oneof({ arbitrary: fitting(document, schema, name).map(String), weight: 6 }, textIn),
  ]);
  const required = own.filter(({ required }) => required).map(({ name = '' }) => name);
  const optional = own.flatMap(({ name = '', required }) => (required ? [] : [name]));
  // Few that may be left out go with each other.
  const chosen = fc.oneof(
    { arbitrary: fc.subarray(optional, { maxLength: Math.min(1, optional.length) }), weight: 3 },
    fc.subarray(optional),
  );
  return fc
    .tuple(fc.record(Object.fromEntries(arbitraries) as Record<string, fc.Arbitrary<string>>), chosen)
    .map(([all, chosen]) => {
      const names = [...required, ...chosen];
      return Object.fromEntries(Object.entries(all).filter(([name]) => names.includes(name)));
    });
};

/** Now and then. */
const rarely = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> =>
  fc.oneof({ arbitrary: fc.constant(undefined), weight: 8 }, arbitrary);

const TAG = fc.constantFrom('"1"', '"2"', 'W/"1"', '*', '"99"', 'x', '');

const headersOf = (document: Description, parameters: readonly Parameter[]): fc.Arbitrary<Record<string, string>> =>
  fc
    .tuple(
      texts(document, parameters, 'header'),
      rarely(fc.tuple(fc.constantFrom('if-match', 'if-none-match'), TAG)),
      rarely(fc.constantFrom('k', 'k2')),
      fc.oneof(
        { arbitrary: fc.constant('application/json'), weight: 12 },
        fc.constantFrom('text/plain', '', 'a\r\nb: c'),
      ),
    )
    .map(([{ traceparent = '' }, tag, key, type]) => ({
      'content-type': type,
      ...(traceparent !== '' && { traceparent }),
      ...(tag !== undefined && { [tag[0]]: tag[1] }),
      ...(key !== undefined && { 'idempotency-key': key }),
    }));

const bodyOf = (document: Description, { requestBody }: OperationObject): fc.Arbitrary<string | undefined> => {
  const schema = requestBody?.content['application/json']?.schema;
  if (!schema) return rarely(junk.map(value => JSON.stringify(value)));
  const good = fitting(document, schema);
  const json = fc.oneof({ arbitrary: good, weight: 6 }, { arbitrary: spoilt(good), weight: 4 }, junk);
  return fc.oneof(
    { arbitrary: json.map(value => JSON.stringify(value)), weight: 12 },
    json.map(value => JSON.stringify(value).slice(0, -1)),
    json.map(value => `{"a":1,"a":${JSON.stringify(value)}}`),
    fc.constant(undefined),
  );
};

/** Requests for an operation of the description. */
export const requestOf = (document: Description, operation: OperationObject): fc.Arbitrary<FuzzRequest> => {
  const parameters = operation.parameters.map(own => resolve(own, document.components.parameters));
  const query = texts(document, parameters, 'query');
  return fc.record({
    params: texts(document, parameters, 'path'),
    query: fc.oneof(
      { arbitrary: query, weight: 3 },
      fc.constant({}),
      fc.tuple(query, textIn, textIn).map(([own, name, value]) => ({ ...own, [name]: value })),
    ),
    headers: headersOf(document, parameters),
    text: bodyOf(document, operation),
    base64: fc.boolean(),
  });
};
