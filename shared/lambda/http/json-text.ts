import { type FieldProblem, pointer } from './field-problems.ts';

/** Lists and objects within each other, at most. */
export const MAX_DEPTH = 32;

/** A text that is JSON and must not be read as it is. */
export class UnsafeJsonError extends Error {
  override readonly name = 'UnsafeJsonError';
  readonly problem: FieldProblem;
  constructor(path: readonly PropertyKey[], message: string) {
    super(`${pointer(path)}: ${message}`);
    this.problem = { path: pointer(path), message };
  }
}

/** The tokens of JSON: what begins and ends, texts, numbers. `true`, `false`, `null`, commas and colons do not matter here. */
const TOKEN = /[{}[\],]|"[^"\\]*(?:\\.[^"\\]*)*"\s*:?|-?\d[\d.eE+-]*/g;

/** A list (`index` of the current item) or an object (`keys` so far, the current one last). */
interface Level {
  readonly keys?: Set<string>;
  index: number;
  key: string;
}

const pathOf = (levels: readonly Level[]): PropertyKey[] => levels.map(({ keys, key, index }) => (keys ? key : index));

const checkKey = ({ keys }: Level, key: string, path: readonly PropertyKey[]): void => {
  if (keys?.has(key)) throw new UnsafeJsonError(path, 'is there twice');
  // Objects of JavaScript have it already; a schema would not see it.
  if (key === '__proto__') throw new UnsafeJsonError(path, 'is not a field of this');
};

/** JSON readers differ in what they make of other texts, and a database could not give them back. */
const checkText = (text: string, path: readonly PropertyKey[]): void => {
  if (!text.isWellFormed() || text.includes('\uFFFD')) throw new UnsafeJsonError(path, 'is not valid Unicode');
};

const checkNumber = (number: number, path: readonly PropertyKey[]): void => {
  if (Number.isFinite(number) && (!Number.isInteger(number) || Number.isSafeInteger(number))) return;
  throw new UnsafeJsonError(path, 'is a number beyond what can be kept exactly');
};

const open = (levels: Level[], token: string, where: string): void => {
  if (levels.length === MAX_DEPTH) throw new UnsafeJsonError([where], `is nested deeper than ${MAX_DEPTH} levels`);
  levels.push({ ...(token === '{' && { keys: new Set<string>() }), index: 0, key: '' });
};

const text = (levels: readonly Level[], token: string, where: string): void => {
  const isKey = token.endsWith(':');
  const value = JSON.parse(isKey ? token.slice(0, -1) : token) as string;
  const path = [where, ...pathOf(isKey ? levels.slice(0, -1) : levels)];
  checkText(value, path);
  const level = levels.at(-1);
  if (!isKey || !level) return;
  checkKey(level, value, [...path, value]);
  level.keys?.add(value);
  level.key = value;
};

/** Reads a text that is JSON token by token for what `JSON.parse` passes over. */
const check = (json: string, where: string): void => {
  const levels: Level[] = [];
  for (const [token] of json.matchAll(TOKEN)) {
    const first = token[0];
    const level = levels.at(-1);
    if (first === '{' || first === '[') open(levels, first, where);
    else if (first === '}' || first === ']') levels.pop();
    else if (first === ',' && level) level.index += 1;
    else if (first === '"') text(levels, token, where);
    else if (first !== ',') checkNumber(Number(token), [where, ...pathOf(levels)]);
  }
};

/**
 * Reads JSON that somebody sent: as `JSON.parse`, but without its silence. Refused are a key that is there twice in one object
 * (readers differ in which one counts), `__proto__`, nesting deeper than {@link MAX_DEPTH}, numbers that a double does not
 * hold exactly or at all, and texts that are not Unicode.
 *
 * @param where the first part of paths: `body`
 * @throws UnsafeJsonError; SyntaxError what is not JSON
 */
export const parseJson = (json: string, where: string): unknown => {
  const value: unknown = JSON.parse(json);
  check(json, where);
  return value;
};
