import { type PatternPath, refuse } from './invalid-pattern-error.ts';
import type { JsonNode } from './json-node.ts';
import { comparable } from './numbers.ts';
import type { ValueTest } from './text-tests.ts';

type Comparison = (value: number, bound: number) => boolean;

const COMPARISONS: ReadonlyMap<string, Comparison> = new Map([
  ['=', (value, bound) => value === bound],
  ['<', (value, bound) => value < bound],
  ['<=', (value, bound) => value <= bound],
  ['>', (value, bound) => value > bound],
  ['>=', (value, bound) => value >= bound],
]);

/** `{ "numeric": [">", 0, "<=", 5] }`: one comparison, or a lower bound and then an upper one. Only numbers match. */
export function numericTest(operand: JsonNode, path: PatternPath): ValueTest {
  if (operand.kind !== 'array') refuse(path, 'Value of numeric must be an array');
  const { items } = operand;
  if (items.length > 4) refuse(path, 'Too many terms in numeric range expression');
  const first = readTerm(items, 0, path);
  if (items.length <= 2) return numberTest(value => first.holds(value));
  if (!first.operator.startsWith('>')) refuse(path, 'Too many elements in numeric expression');
  const second = readTerm(items, 2, path);
  if (!second.operator.startsWith('<')) refuse([...path, 2], `Bad numeric range operator: ${second.operator}`);
  if (first.bound >= second.bound) refuse(path, 'Bottom must be less than top');
  return numberTest(value => first.holds(value) && second.holds(value));
}

function readTerm(items: readonly JsonNode[], at: number, path: PatternPath) {
  const [operator, bound] = items.slice(at);
  if (operator?.kind !== 'string') refuse([...path, at], 'Invalid member in numeric match: an operator is expected');
  const compare = COMPARISONS.get(operator.value);
  if (compare === undefined) refuse([...path, at], `Unrecognized numeric range operator: ${operator.value}`);
  if (bound?.kind !== 'number') refuse([...path, at + 1], `Value of ${operator.value} must be numeric`);
  const limit = comparableBound(bound.digits, [...path, at + 1]);
  return { operator: operator.value, bound: limit, holds: (value: number) => compare(value, limit) };
}

/** The number of a pattern that has to be compared, not only found again. */
export function comparableBound(digits: string, path: PatternPath): number {
  return comparable(digits) ?? refuse(path, `Cannot compare number: ${digits}`);
}

function numberTest(test: (value: number) => boolean): ValueTest {
  return lexeme => {
    const value = comparable(lexeme);
    return value !== undefined && test(value);
  };
}
