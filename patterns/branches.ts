import { type PatternPath, refuse } from './invalid-pattern-error.ts';
import type { JsonNode } from './json-node.ts';
import { compileMatcher, type Matcher } from './operators.ts';

/** Fields that must all match, by their name with dots; of each field's matchers one must. */
export type Branch = Map<string, readonly Matcher[]>;

/**
 * A pattern whose `$or` arrays multiply to more is refused by the service (the engine itself has no limit).
 * @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-create-pattern-operators.html#eb-filtering-complex-example-or
 */
const MAX_BRANCHES = 1000;

/** The engine keeps these names from being taken for fields inside `$or`: operators of today, and some it has reserved. */
const RESERVED_INSIDE_OR: ReadonlySet<string> = new Set(
  `exactly equals-ignore-case prefix suffix anything-but exists wildcard numeric cidr = < <= > >= regex not-wildcard
  not-equals-ignore-case date-after date-on-or-after date-before date-on-or-before in-date-range ip-address-in-range
  ip-address-not-in-range`.split(/\s+/),
);

/** Where the compiler stands: the place in the pattern, the field name so far, and whether a `$or` is around it. */
interface Place {
  readonly path: PatternPath;
  readonly prefix: string;
  readonly insideOr: boolean;
}

/**
 * Turns a pattern into its alternatives: every `$or` is multiplied out, so that no branch holds one any more. As in the
 * engine, a field constrained twice keeps the constraint that was written last, also when one of the two is inside `$or`;
 * and `"a.b": …` is the same field as `"a": { "b": … }`. `$or` is never a field: older engines took a malformed one for
 * a field of that name, today's refuses it.
 */
export function compileBranches(pattern: JsonNode): Branch[] {
  return compileObject(pattern, { path: [], prefix: '', insideOr: false }, [new Map()]);
}

function compileObject(node: JsonNode, place: Place, branches: readonly Branch[]): Branch[] {
  if (node.kind !== 'object') refuse(place.path, 'Filter is not an object');
  if (node.entries.length === 0) refuse(place.path, 'Empty objects are not allowed');
  return node.entries.reduce(
    (so, [name, value]) => (name === '$or' ? compileOr(value, place, so) : compileField(name, value, place, so)),
    [...branches],
  );
}

function compileOr(node: JsonNode, place: Place, branches: readonly Branch[]): Branch[] {
  const path = [...place.path, '$or'];
  if (node.kind !== 'array') refuse(path, 'It must be an Array followed with $or');
  if (node.items.length < 2) refuse(path, 'There must have at least 2 Objects in $or relationship');
  const forked = node.items.flatMap((item, index) => {
    const at = [...path, index];
    if (item.kind !== 'object') refuse(at, 'Only JSON object is allowed in array of $or relationship');
    return compileObject(
      item,
      { ...place, path: at, insideOr: true },
      branches.map(branch => new Map(branch)),
    );
  });
  if (forked.length > MAX_BRANCHES) refuse(path, `Over ${MAX_BRANCHES} rule combinations`);
  return forked;
}

function compileField(name: string, node: JsonNode, place: Place, branches: Branch[]): Branch[] {
  const path = [...place.path, name];
  const field = `${place.prefix}${name}`;
  if (place.insideOr && RESERVED_INSIDE_OR.has(name)) refuse(path, `${name} is reserved and cannot be used inside $or`);
  if (node.kind === 'object') return compileObject(node, { ...place, path, prefix: `${field}.` }, branches);
  if (node.kind !== 'array') refuse(path, `"${name}" must be an object or an array`);
  if (node.items.length === 0) refuse(path, 'Empty arrays are not allowed');
  const matchers = node.items.map((item, index) => compileMatcher(item, [...path, index]));
  for (const branch of branches) branch.set(field, matchers);
  return branches;
}
