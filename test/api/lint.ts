import * as z from 'zod';
import type { JsonSchema } from '../../scripts/api/json-schemas.ts';
import { type Description, type OperationObject, resolve } from './description.ts';

/** Every object inside a value, itself included. */
const objects = (value: unknown): readonly Readonly<Record<string, unknown>>[] =>
  typeof value === 'object' && value !== null
    ? [value as Readonly<Record<string, unknown>>, ...Object.values(value).flatMap(objects)]
    : [];

/** A schema of the description, able to check a value: with the components that it refers to. */
export const validatorOf = ({ components }: Description, schema: JsonSchema): z.ZodType => {
  const local = JSON.stringify({ $defs: components.schemas, ...schema });
  return z.fromJSONSchema(JSON.parse(local.replaceAll('#/components/schemas/', '#/$defs/')));
};

interface Named {
  readonly path: string;
  readonly operation: OperationObject;
}

const operationsOf = ({ paths }: Description): readonly Named[] =>
  Object.entries(paths).flatMap(([path, methods]) => Object.values(methods).map(operation => ({ path, operation })));

const names = (operations: readonly Named[]): string[] =>
  [...Map.groupBy(operations, ({ operation }) => operation.operationId)]
    .filter(([, own]) => own.length > 1)
    .map(([name, own]) => `${name} is the name of ${own.length} operations`);

const words = ({ components }: Description, { path, operation }: Named): string[] => {
  const { operationId: id, summary, description, tags } = operation;
  const parameters = operation.parameters.map(own => resolve(own, components.parameters));
  const inPath = new Set(
    parameters.filter(({ in: place, required }) => place === 'path' && required).map(own => own.name),
  );
  const variables = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
  return [
    ...(summary ? [] : [`${id} has no summary`]),
    ...(description ? [] : [`${id} has no description`]),
    ...(tags.length === 1 ? [] : [`${id} has ${tags.length} tags`]),
    ...parameters.filter(own => !own.description).map(({ name }) => `${id}: ${name} has no description`),
    ...variables.filter(name => !inPath.has(name)).map(name => `${id} does not describe {${name}}`),
  ];
};

const statuses = ({ path, operation: { operationId: id, responses, requestBody, security } }: Named): string[] => {
  const expected = ['400', '429', '500', '503'];
  if (security.length > 0) expected.push('401', '403');
  if (requestBody) expected.push('413', '415');
  if (path.includes('{')) expected.push('404');
  return [
    ...expected.filter(status => !(status in responses)).map(status => `${id} does not describe ${status}`),
    ...(security.length === 0 && '401' in responses ? [`${id} needs no token and answers 401`] : []),
    ...(Object.keys(responses).some(status => status.startsWith('2')) ? [] : [`${id} never succeeds`]),
  ];
};

const KINDS = ['schemas', 'parameters', 'responses'] as const;

const missing = (used: ReadonlySet<unknown>, there: ReadonlySet<string>): string[] =>
  [...used].filter(reference => !there.has(String(reference))).map(reference => `${String(reference)} does not exist`);

const components = (document: Description): readonly string[] => {
  const used = new Set(objects(document).flatMap(({ $ref }) => ($ref === undefined ? [] : [$ref])));
  const own = KINDS.flatMap(kind =>
    Object.entries(document.components[kind]).map(([name, { description }]) => ({
      reference: `#/components/${kind}/${name}`,
      description,
    })),
  );
  return [
    ...missing(used, new Set(own.map(({ reference }) => reference))),
    ...own.filter(({ reference }) => !used.has(reference)).map(({ reference }) => `${reference} is not used`),
    ...own.filter(({ description }) => !description).map(({ reference }) => `${reference} has no description`),
  ];
};

interface Example {
  readonly of: string;
  readonly schema: JsonSchema;
  readonly example: unknown;
}

const examplesOf = (document: Description): readonly Example[] => [
  ...Object.entries(document.components.schemas).flatMap(([of, schema]) =>
    ((schema.examples ?? []) as readonly unknown[]).map(example => ({ of, schema, example })),
  ),
  ...Object.values(document.components.parameters).map(({ name = '', schema = {}, example }) => ({
    of: name,
    schema,
    example,
  })),
  ...operationsOf(document).flatMap(({ operation: { operationId: of, requestBody } }) =>
    Object.values(requestBody?.content ?? {}).map(({ schema, example }) => ({ of, schema, example })),
  ),
];

const examples = (document: Description): string[] =>
  examplesOf(document)
    .filter(({ schema, example }) => !validatorOf(document, schema).safeParse(example).success)
    .map(({ of }) => `the example of ${of} does not fit`);

/** What is wrong with a description of an API, beyond being valid: a line for each problem. */
export const lint = (document: Description): readonly string[] => {
  const operations = operationsOf(document);
  const found = [
    ...names(operations),
    ...operations.flatMap(own => [...words(document, own), ...statuses(own)]),
    ...components(document),
  ];
  // An example cannot be held against a schema that is not there.
  return found.length > 0 ? found : examples(document);
};
