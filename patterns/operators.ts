import { anythingButTest, checkedWildcard } from './anything-but.ts';
import { type PatternPath, refuse } from './invalid-pattern-error.ts';
import { cidrRange, type IpRange, inRange, ipDigits } from './ip.ts';
import { type JsonNode, lexemeOf } from './json-node.ts';
import { comparable } from './numbers.ts';
import { numericTest } from './numeric.ts';
import { ignoringCaseTest, type Part, textTest, type ValueTest } from './text-tests.ts';

/** What one element of a field's list asks for: a value that passes a test, or that the field is not there. */
export type Matcher = { readonly kind: 'value'; readonly test: ValueTest } | { readonly kind: 'absent' };

type Operator = (operand: JsonNode, path: PatternPath) => Matcher;

const OPERATORS: ReadonlyMap<string, Operator> = new Map([
  ['exactly', (operand, path) => value(textTest(textOf(operand, path), 'whole'))],
  ['prefix', (operand, path) => value(partTest(operand, path, 'start'))],
  ['suffix', (operand, path) => value(partTest(operand, path, 'end'))],
  ['equals-ignore-case', (operand, path) => value(ignoringCaseTest(textOf(operand, path), 'whole'))],
  ['wildcard', (operand, path) => value(checkedWildcard(textOf(operand, path), path))],
  ['anything-but', (operand, path) => value(anythingButTest(operand, path))],
  ['numeric', (operand, path) => value(numericTest(operand, path))],
  ['cidr', (operand, path) => value(cidrTest(textOf(operand, path), path))],
  ['exists', existsMatcher],
]);

/**
 * Compiles one element of a field's list: a plain value or `{ "operator": operand }`.
 * @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-create-pattern-operators.html
 */
export function compileMatcher(node: JsonNode, path: PatternPath): Matcher {
  if (node.kind === 'array') refuse(path, 'Match value must be String, number, true, false, or null');
  if (node.kind !== 'object') return value(exactTest(node));
  const [entry, ...others] = node.entries;
  if (entry === undefined) refuse(path, 'Match expression name not found');
  const [name, operand] = entry;
  const operator = OPERATORS.get(name) ?? refuse([...path, name], `Unrecognized match type ${name}`);
  if (others.length > 0) refuse(path, 'Only one key allowed in match expression');
  return operator(operand, [...path, name]);
}

function value(test: ValueTest): Matcher {
  return { kind: 'value', test };
}

/** A plain value. One number may be spelled in several ways, and so may one IP address: the engine finds them all. */
function exactTest(node: JsonNode): ValueTest {
  const wanted = lexemeOf(node);
  if (node.kind === 'string') {
    const address = ipDigits(node.value);
    if (address !== undefined) return ipTest({ bottom: address, top: address });
  }
  const number = node.kind === 'number' ? comparable(node.digits) : undefined;
  if (number === undefined) return lexeme => lexeme === wanted;
  return lexeme => comparable(lexeme) === number;
}

function partTest(operand: JsonNode, path: PatternPath, part: Part): ValueTest {
  if (operand.kind !== 'object') return textTest(textOf(operand, path), part);
  const [entry, ...others] = operand.entries;
  if (entry === undefined) refuse(path, 'Match expression name not found');
  const [name, text] = entry;
  if (name !== 'equals-ignore-case') refuse([...path, name], `Unsupported ${path.at(-1)} pattern: ${name}`);
  if (others.length > 0) refuse(path, 'Only one key allowed in match expression');
  return ignoringCaseTest(textOf(text, [...path, name]), part);
}

function cidrTest(block: string, path: PatternPath): ValueTest {
  const range = cidrRange(block);
  return typeof range === 'string' ? refuse(path, range) : ipTest(range);
}

function ipTest(range: IpRange): ValueTest {
  return lexeme => {
    const digits = ipDigits(lexeme.slice(1, -1)); // between the quotes; a number or a constant is no address either way
    return digits !== undefined && inRange(digits, range);
  };
}

/** `exists` looks at leaves only: to it a field that holds an object or an empty array is not there. */
function existsMatcher(operand: JsonNode, path: PatternPath): Matcher {
  const word = operand.kind === 'constant' ? operand.word : '';
  if (word === 'true') return value(() => true);
  if (word === 'false') return { kind: 'absent' };
  return refuse(path, 'exists match pattern must be either true or false');
}

function textOf(operand: JsonNode, path: PatternPath): string {
  return operand.kind === 'string' ? operand.value : refuse(path, `${path.at(-1)} match pattern must be a string`);
}
