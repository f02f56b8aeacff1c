import * as z from 'zod';

type Schema = z.core.$ZodType;

const made = new WeakMap<Schema, Schema>();

const strictShape = (shape: Readonly<Record<string, Schema>>): Record<string, Schema> =>
  Object.fromEntries(Object.entries(shape).map(([name, inner]) => [name, strict(inner)]));

type Parts = Readonly<Record<string, unknown>>;

/** What a schema is made of, strict in its turn. */
const strictParts = (schema: Schema): Parts => {
  const { def } = (schema as z.core.$ZodTypes)._zod;
  switch (def.type) {
    case 'object':
      return { shape: strictShape(def.shape), catchall: def.catchall ?? z.never() };
    case 'array':
      return { element: strict(def.element) };
    case 'record':
      return { valueType: strict(def.valueType) };
    case 'union':
      return { options: def.options.map(strict) };
    case 'optional':
    case 'nullable':
    case 'default':
    case 'readonly':
      return { innerType: strict(def.innerType) };
    case 'pipe':
      return { in: strict(def.in) };
    default:
      return {};
  }
};

const isSame = (part: unknown, own: unknown): boolean =>
  part === own || (Array.isArray(part) && Array.isArray(own) && part.every((inner, index) => inner === own[index]));

const strict = (schema: Schema): Schema => {
  const known = made.get(schema);
  if (known) return known;
  const { def } = schema._zod;
  const parts = strictParts(schema);
  const isStrict = Object.entries(parts).every(([name, part]) => isSame(part, def[name as keyof typeof def]));
  const result = isStrict ? schema : z.core.clone(schema, { ...def, ...parts });
  const own = z.globalRegistry.get(schema);
  if (!isStrict && own) z.globalRegistry.add(result, own);
  made.set(schema, result);
  return result;
};

/**
 * The same schema, refusing fields that it does not know, at every level. Events are read by tolerant schemas (newer code may
 * have added to them); what somebody sends us is not: a field that we would drop may be one they rely on.
 *
 * The same schema in, the same one out: so what has a name keeps it.
 */
export const strictly = <Output>(schema: z.ZodType<Output>): z.ZodType<Output> => strict(schema) as z.ZodType<Output>;
