import fc from 'fast-check';
import { type Description, type OperationObject, type Parameter, resolve } from './description.ts';
import { fitting } from './fitting.ts';
import { junk, spoilt } from './spoilt.ts';

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
