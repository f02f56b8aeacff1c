/** A JSON Schema, or a part of one. https://json-schema.org/draft/2020-12 */
export type JsonSchema = boolean | { readonly [keyword: string]: unknown };

/**
 * Where two schemas differ. An `addition` harms no reader: new code reads old events without it, old code drops it from new
 * ones. Anything else is a `change`: either old events are not valid any more, or code of the day before refuses new ones.
 */
export interface Difference {
  readonly kind: 'addition' | 'change';
  /** `verdict.byBasis.FT90`, `tieBreaks[]`; the empty text is the whole. */
  readonly path: string;
  /** `is required now`. */
  readonly what: string;
}

type Keywords = { readonly [keyword: string]: unknown };
type Schemas = { readonly [name: string]: JsonSchema };

/** Says nothing of which data are valid. */
const ANNOTATIONS = new Set(['$schema', '$id', '$comment', 'title', 'description', 'examples', 'deprecated']);
/** Compared by rules of their own below. */
const STRUCTURE = new Set([
  ...['type', 'const', 'enum', 'anyOf', 'oneOf', 'allOf', 'properties', 'required'],
  ...['additionalProperties', 'items', 'prefixItems', '$defs'],
]);

const keywordsOf = (schema: JsonSchema): Keywords =>
  typeof schema === 'boolean' ? (schema ? {} : { not: {} }) : schema;

const change = (path: string, what: string): Difference => ({ kind: 'change', path, what });
const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
const schemasOf = (value: unknown): Schemas => (typeof value === 'object' && value !== null ? (value as Schemas) : {});

/** The same text for values that mean the same: the names of an object have no order. */
const canonical = (value: unknown): string =>
  JSON.stringify(value, (_, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort())
      : part,
  ) ?? 'nothing';

/** A schema in a message: enough of it to be found. */
const MAX_SHOWN = 120;
const shown = (value: unknown): string => {
  const text = canonical(value);
  return text.length > MAX_SHOWN ? `${text.slice(0, MAX_SHOWN)}…` : text;
};

const sortedText = (value: unknown): string => canonical(Array.isArray(value) ? value.map(canonical).sort() : value);

const alternativesOf = (schema: JsonSchema): readonly JsonSchema[] | undefined => {
  const { anyOf, oneOf } = keywordsOf(schema);
  return (anyOf ?? oneOf) as readonly JsonSchema[] | undefined;
};

/** What tells the alternatives of a union from each other: their type, and the properties that can have one value only. */
const tagOf = (schema: JsonSchema): string => {
  const { type, const: only, properties } = keywordsOf(schema);
  const constants = Object.entries(schemasOf(properties)).flatMap(([name, property]) => {
    const value = keywordsOf(property).const;
    return value === undefined ? [] : [[name, value]];
  });
  return canonical([type, only, constants.sort()]);
};

/** Pairs each old alternative with the new one of its tag; of several with one tag, in their order. */
const compareUnions = (
  before: readonly JsonSchema[],
  after: readonly JsonSchema[],
  path: string,
): readonly Difference[] => {
  const left = [...after];
  const compared = before.flatMap(old => {
    const same = left.findIndex(schema => canonical(schema) === canonical(old));
    const index = same >= 0 ? same : left.findIndex(schema => tagOf(schema) === tagOf(old));
    const [partner] = index < 0 ? [] : left.splice(index, 1);
    return partner === undefined
      ? [change(path, `may no longer be ${shown(old)}`)]
      : compareSchemas(old, partner, path);
  });
  return [...compared, ...left.map(schema => change(path, `may be ${shown(schema)} now, which older code refuses`))];
};

const valuesOf = ({ const: only, enum: values }: Keywords): readonly string[] | undefined =>
  only !== undefined ? [canonical(only)] : values === undefined ? undefined : listOf(values).map(canonical);

const compareValues = (before: Keywords, after: Keywords, path: string): readonly Difference[] => {
  const [old, now] = [valuesOf(before), valuesOf(after)];
  if (!old && !now) return [];
  if (!old) return [change(path, 'may be few values now')];
  if (!now) return [change(path, 'may be any value now, which older code refuses')];
  return [
    ...old.filter(value => !now.includes(value)).map(value => change(path, `may no longer be ${value}`)),
    ...now
      .filter(value => !old.includes(value))
      .map(value => change(path, `may be ${value} now, which older code refuses`)),
  ];
};

const below = (path: string, name: string): string => (path === '' ? name : `${path}.${name}`);

/** Whether an object may have properties of which its schema says nothing: only then does old code pass over a new one. */
const isOpen = ({ additionalProperties = true }: Keywords): boolean =>
  canonical(additionalProperties) === 'true' || canonical(additionalProperties) === '{}';

const compareProperties = (before: Keywords, after: Keywords, path: string): readonly Difference[] => {
  const [old, now] = [schemasOf(before.properties), schemasOf(after.properties)];
  const [needed, needs] = [new Set(listOf(before.required)), new Set(listOf(after.required))];
  const kept = Object.entries(old).flatMap(([name, schema]) => {
    const at = below(path, name);
    const successor = Object.hasOwn(now, name) ? now[name] : undefined;
    if (successor === undefined) return [change(at, 'is gone')];
    const required =
      needed.has(name) === needs.has(name)
        ? []
        : [change(at, needs.has(name) ? 'is required now' : 'is optional now: older code refuses events without it')];
    return [...required, ...compareSchemas(schema, successor, at)];
  });
  const added = Object.keys(now).flatMap((name): Difference[] => {
    if (Object.hasOwn(old, name)) return [];
    const at = below(path, name);
    if (needs.has(name)) return [change(at, 'is new and required: stored events are without it')];
    return [
      isOpen(before)
        ? { kind: 'addition', path: at, what: 'is new and optional' }
        : change(at, 'is new in a closed object: older code refuses it'),
    ];
  });
  return [...kept, ...added];
};

/** What an object may hold besides its properties. */
const compareRest = (before: Keywords, after: Keywords, path: string): readonly Difference[] => {
  const { additionalProperties: old = true } = before;
  const { additionalProperties: now = true } = after;
  if (canonical(old) === canonical(now) || (isOpen(before) && isOpen(after))) return [];
  if (typeof old === 'object' && typeof now === 'object' && !isOpen(before) && !isOpen(after))
    return compareSchemas(old as JsonSchema, now as JsonSchema, `${path}{}`);
  return [change(path, `additionalProperties was ${canonical(old)}, is ${canonical(now)}`)];
};

/** Schemas below this one that stand in one place each: items of an array, parts of an intersection, definitions. */
const compareParts = (before: Keywords, after: Keywords, path: string): readonly Difference[] => {
  const part = (keyword: string, at: string, old = before[keyword], now = after[keyword]): readonly Difference[] => {
    if (old === undefined && now === undefined) return [];
    if (old === undefined || now === undefined)
      return [change(at, `${keyword} ${now === undefined ? 'are gone' : 'are new'}`)];
    return compareSchemas(old as JsonSchema, now as JsonSchema, at);
  };
  const list = (keyword: string): readonly Difference[] => {
    const [old, now] = [listOf(before[keyword]), listOf(after[keyword])];
    if (old.length !== now.length) return [change(path, `${keyword} were ${old.length}, are ${now.length}`)];
    return old.flatMap((schema, index) => part(keyword, `${path}[${index}]`, schema, now[index]));
  };
  const definitions = Object.entries(schemasOf(before.$defs)).flatMap(([name, schema]) =>
    part('$defs', `#${name}`, schema, schemasOf(after.$defs)[name]),
  );
  return [
    ...part('items', `${path}[]`),
    ...list('prefixItems'),
    ...list('allOf'),
    ...compareRest(before, after, path),
    ...definitions,
  ];
};

/** Every other keyword has to stay as it is: a bound that is wider now is one that older code still enforces. */
const compareKeywords = (before: Keywords, after: Keywords, path: string): readonly Difference[] =>
  [...new Set([...Object.keys(before), ...Object.keys(after)])]
    .filter(keyword => !ANNOTATIONS.has(keyword) && !STRUCTURE.has(keyword))
    .concat('type')
    .filter(keyword => sortedText(before[keyword]) !== sortedText(after[keyword]))
    .map(keyword => change(path, `${keyword} was ${shown(before[keyword])}, is ${shown(after[keyword])}`));

/**
 * Compares the schema of an event as it was published with another, part by part.
 *
 * @example
 * compareSchemas(z.toJSONSchema(z.object({ a: z.string() })), z.toJSONSchema(z.object({ a: z.number() })));
 * // [{ kind: 'change', path: 'a', what: 'type was "string", is "number"' }]
 */
export const compareSchemas = (before: JsonSchema, after: JsonSchema, path = ''): readonly Difference[] => {
  const [old, now] = [alternativesOf(before), alternativesOf(after)];
  const [a, b] = [keywordsOf(before), keywordsOf(after)];
  const unions = old || now ? compareUnions(old ?? [before], now ?? [after], path) : [];
  if (!old !== !now) return unions;
  return [
    ...unions,
    ...compareValues(a, b, path),
    ...compareProperties(a, b, path),
    ...compareParts(a, b, path),
    ...compareKeywords(a, b, path),
  ];
};
