import type { Json } from './json.ts';

/**
 * JSON as it was written: repeated keys and the digits of a number are kept, because EventBridge's engine reads both.
 * `JSON.parse` would keep the last of two equal keys and turn `27.8078079216940923` into another number.
 */
export type JsonNode =
  | { readonly kind: 'object'; readonly entries: readonly (readonly [string, JsonNode])[] }
  | { readonly kind: 'array'; readonly items: readonly JsonNode[] }
  | { readonly kind: 'string'; readonly value: string }
  | { readonly kind: 'number'; readonly digits: string }
  | { readonly kind: 'constant'; readonly word: string };

/** The node of a value that was parsed elsewhere: its numbers are written as JavaScript writes them. */
export function nodeOf(value: Json): JsonNode {
  if (typeof value === 'string') return { kind: 'string', value };
  if (typeof value === 'number') return { kind: 'number', digits: String(value) };
  if (typeof value === 'boolean' || value === null) return { kind: 'constant', word: String(value) };
  if (isList(value)) return { kind: 'array', items: value.map(nodeOf) };
  return { kind: 'object', entries: Object.entries(value).map(([key, item]) => [key, nodeOf(item)] as const) };
}

function isList(value: Exclude<Json, string | number | boolean | null>): value is readonly Json[] {
  return Array.isArray(value);
}

const TOKEN = /"[^"\\]*(?:\\.[^"\\]*)*"|[[\]{}]|[^\s,:[\]{}"]+/g;

/**
 * Reads JSON text.
 * @throws SyntaxError when the text is not JSON.
 */
export function parseJson(text: string): JsonNode {
  JSON.parse(text); // the judge of the syntax; what is left to do here is to keep what it throws away
  const tokens = text.matchAll(TOKEN);
  const next = (): string => tokens.next().value?.[0] ?? '';
  return readNode(next(), next);
}

function readNode(token: string, next: () => string): JsonNode {
  if (token === '{') return { kind: 'object', entries: readEntries(next) };
  if (token === '[') return { kind: 'array', items: readItems(next) };
  if (token.startsWith('"')) return { kind: 'string', value: unquote(token) };
  return /^[-\d]/.test(token) ? { kind: 'number', digits: token } : { kind: 'constant', word: token };
}

function readEntries(next: () => string): (readonly [string, JsonNode])[] {
  const entries: (readonly [string, JsonNode])[] = [];
  for (let key = next(); key !== '}'; key = next()) entries.push([unquote(key), readNode(next(), next)]);
  return entries;
}

function readItems(next: () => string): JsonNode[] {
  const items: JsonNode[] = [];
  for (let token = next(); token !== ']'; token = next()) items.push(readNode(token, next));
  return items;
}

function unquote(token: string): string {
  return token.includes('\\') ? String(JSON.parse(token)) : token.slice(1, -1);
}

/**
 * A scalar as the engine compares it: a string stands between quotes (its characters unescaped), so that `"5"` and `5`,
 * `"true"` and `true` are never the same. An object or an array has none.
 */
export function lexemeOf(node: JsonNode): string | undefined {
  switch (node.kind) {
    case 'string':
      return quoted(node.value);
    case 'number':
      return node.digits;
    case 'constant':
      return node.word;
    case 'array':
    case 'object':
      return undefined;
  }
}

/** The lexeme of a string. */
export function quoted(value: string): string {
  return `"${value}"`;
}
