import type { JsonSchema } from './json-schemas.ts';

type Components = Readonly<Record<string, JsonSchema>>;

const TEXTS: Readonly<Record<string, string>> = {
  home: 'Burnley FC',
  away: 'Manchester City FC',
  round: 'Matchday 1',
  name: 'Office',
  reason: 'waterlogged pitch',
  competition: 'premier-league-2026-27',
  matchId: 'burnley-city',
  poolId: 'office',
  playerId: 'ada',
  predictionId: 'burnley-city.ada',
  eventId: 'match-burnley-city:1',
};

const listAt = (schema: JsonSchema, key: string): readonly unknown[] | undefined =>
  Array.isArray(schema[key]) ? (schema[key] as readonly unknown[]) : undefined;

const objectExample = (schema: JsonSchema, components: Components): unknown => {
  const required = listAt(schema, 'required') ?? [];
  const properties = (schema.properties ?? {}) as Readonly<Record<string, JsonSchema>>;
  return Object.fromEntries(
    Object.entries(properties)
      .filter(([name]) => required.includes(name))
      .map(([name, inner]) => [name, exampleOf(inner, components, name)]),
  );
};

/** A value that fits a schema: what it says itself, what its name suggests, or the smallest there is. */
export const exampleOf = (schema: JsonSchema, components: Components, name = ''): unknown => {
  if (TEXTS[name] !== undefined && schema.type !== 'object') return TEXTS[name];
  const [said] = listAt(schema, 'examples') ?? listAt(schema, 'enum') ?? [];
  if (said !== undefined) return said;
  if (schema.const !== undefined) return schema.const;
  if (typeof schema.$ref === 'string')
    return exampleOf(components[schema.$ref.split('/').at(-1) ?? ''] ?? {}, components, name);
  const [alternative] = (listAt(schema, 'anyOf') ?? listAt(schema, 'oneOf') ?? []) as readonly JsonSchema[];
  if (alternative) return exampleOf(alternative, components, name);
  switch (schema.type) {
    case 'object':
      return objectExample(schema, components);
    case 'array':
      return Number(schema.minItems ?? 0) > 0 ? [exampleOf((schema.items ?? {}) as JsonSchema, components)] : [];
    case 'integer':
    case 'number':
      return schema.minimum ?? 1;
    case 'boolean':
      return true;
    case 'string':
      return 'text';
    default:
      return null;
  }
};
