import { type PatternPath, refuse } from './invalid-pattern-error.ts';
import type { JsonNode } from './json-node.ts';
import { comparable } from './numbers.ts';
import { comparableBound } from './numeric.ts';
import { ignoringCaseTest, textTest, type ValueTest, wildcardTest } from './text-tests.ts';

type TextOperator = (text: string, path: PatternPath) => ValueTest;

const NESTED: ReadonlyMap<string, TextOperator> = new Map([
  ['prefix', (text, path) => textTest(nonEmpty(text, path), 'start')],
  ['suffix', (text, path) => textTest(nonEmpty(text, path), 'end')],
  ['equals-ignore-case', text => ignoringCaseTest(text, 'whole')],
  ['wildcard', checkedWildcard],
]);

/**
 * `{ "anything-but": … }`: the field is there and none of the given values. A number or `null` is anything but a text, and
 * a text anything but a number; a field that is missing matches nothing, and of an array one such element is enough.
 */
export function anythingButTest(operand: JsonNode, path: PatternPath): ValueTest {
  const refused = operand.kind === 'object' ? nestedTests(operand.entries, path) : valueTests(operand, path);
  return lexeme => !refused.some(test => test(lexeme));
}

function nestedTests(entries: readonly (readonly [string, JsonNode])[], path: PatternPath): ValueTest[] {
  const [entry, ...others] = entries;
  if (entry === undefined) refuse(path, 'Anything-but expression name not found');
  const [name, operand] = entry;
  const inside = [...path, name];
  const operator = NESTED.get(name) ?? refuse(inside, `Unsupported anything-but pattern: ${name}`);
  if (others.length > 0) refuse(path, 'Only one key allowed in match expression');
  return members(operand, inside).map(([item, at]) => {
    if (item.kind !== 'string') refuse(at, `${name} match pattern must be a string`);
    return operator(item.value, at);
  });
}

function valueTests(operand: JsonNode, path: PatternPath): ValueTest[] {
  const tests = members(operand, path).map(([item, at]) => valueTest(item, at));
  const kinds = new Set(members(operand, path).map(([item]) => item.kind));
  if (kinds.size > 1) refuse(path, 'Inside anything but list, either all values are number or string');
  return tests;
}

function valueTest(item: JsonNode, path: PatternPath): ValueTest {
  if (item.kind === 'string') return textTest(item.value, 'whole');
  if (item.kind !== 'number') refuse(path, 'Value of anything-but must be strings or numbers');
  const number = comparableBound(item.digits, path);
  return lexeme => comparable(lexeme) === number;
}

/** One value, or the values of a list, each with its place. */
function members(operand: JsonNode, path: PatternPath): (readonly [JsonNode, PatternPath])[] {
  if (operand.kind !== 'array') return [[operand, path]];
  if (operand.items.length === 0) refuse(path, 'Empty arrays are not allowed');
  return operand.items.map((item, index) => [item, [...path, index]] as const);
}

function nonEmpty(text: string, path: PatternPath): string {
  return text === '' ? refuse(path, 'Null prefix/suffix not allowed') : text;
}

/** {@link wildcardTest}, with its refusal thrown. */
export function checkedWildcard(text: string, path: PatternPath): ValueTest {
  const test = wildcardTest(text);
  return typeof test === 'string' ? refuse(path, test) : test;
}
