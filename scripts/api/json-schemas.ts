import * as z from 'zod';
import { strictly } from '../../shared/lambda/http/strictly.ts';
import { NAMED, type NamedSchema } from './names.ts';

/** A JSON Schema, draft 2020-12: the dialect of OpenAPI 3.1. */
export type JsonSchema = Readonly<Record<string, unknown>>;

type Io = 'input' | 'output';

const isSchema = (value: unknown): value is JsonSchema =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Limits that every whole number has, and closed objects in answers: newer answers may have more. */
const isNoise = (key: string, value: unknown, io: Io): boolean =>
  key === '$schema' ||
  key === '$id' ||
  key === 'id' ||
  ((key === 'maximum' || key === 'minimum') && Math.abs(Number(value)) === Number.MAX_SAFE_INTEGER) ||
  (io === 'output' && key === 'additionalProperties' && value === false);

const clean = (value: unknown, io: Io, inProperties = false): unknown => {
  if (Array.isArray(value)) return value.map(item => clean(item, io));
  if (!isSchema(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key, inner]) => inProperties || !isNoise(key, inner, io))
      .map(([key, inner]) => [
        key,
        key === '$ref' && typeof inner === 'string'
          ? inner.replace('#/$defs/', '#/components/schemas/')
          : clean(inner, io, !inProperties && key === 'properties'),
      ]),
  );
};

/** Two schemas want to be the same component. */
class NameTakenError extends Error {
  override readonly name = 'NameTakenError';
}

const withMetadata = ({ description, example }: NamedSchema, schema: unknown): JsonSchema => ({
  description,
  ...(schema as JsonSchema),
  ...(example !== undefined && { examples: [example] }),
});

/**
 * Turns the schemas that validate into JSON Schemas, and collects those that have a name. What is taken in is closed, what is
 * answered is open: so an object has two names, `Score` and `ScoreInput`, and a text one.
 */
export const schemaCollector = () => {
  const registry = z.registry<{ id: string }>();
  const named = new Map<string, NamedSchema>();
  const add = (name: string, schema: z.ZodType, own: NamedSchema): void => {
    registry.add(schema, { id: name });
    named.set(name, own);
  };
  for (const own of NAMED) {
    const given = strictly(own.schema);
    add(own.name, own.schema, own);
    if (given !== own.schema) add(`${own.name}Input`, given, own);
  }
  const components = new Map<string, JsonSchema>();
  const collect = (definitions: unknown, io: Io): void => {
    for (const [name, definition] of Object.entries((definitions ?? {}) as Record<string, unknown>)) {
      const own = named.get(name);
      const schema = clean(definition, io);
      const described = own ? withMetadata(own, schema) : (schema as JsonSchema);
      const known = components.get(name);
      if (known && JSON.stringify(known) !== JSON.stringify(described))
        throw new NameTakenError(`${name} is one thing in requests and another in answers`);
      components.set(name, described);
    }
  };
  return {
    /** The JSON Schema of what a route takes or answers. */
    toJson: (schema: z.ZodType, io: Io): JsonSchema => {
      const whole = z.toJSONSchema(schema, {
        io,
        metadata: registry,
        unrepresentable: 'any',
        target: 'draft-2020-12',
        // What schemas say of themselves, besides their names.
        override: ({ zodSchema, jsonSchema }) => {
          const { description, examples } = z.globalRegistry.get(zodSchema) ?? {};
          if (description !== undefined) jsonSchema.description ??= description;
          if (Array.isArray(examples)) jsonSchema.examples ??= examples;
        },
      });
      const { $defs, ...own } = whole as JsonSchema;
      collect($defs, io);
      return clean(own, io) as JsonSchema;
    },
    /** Those that were called by their names, in the order of the alphabet. */
    components: (): Readonly<Record<string, JsonSchema>> =>
      Object.fromEntries([...components].toSorted(([a], [b]) => (a < b ? -1 : 1))),
  };
};

export type SchemaCollector = ReturnType<typeof schemaCollector>;
