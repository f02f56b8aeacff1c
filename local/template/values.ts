import { isObject } from '../json.ts';
import type { Json, JsonObject } from '../types.ts';

/** The object, or an empty one: templates leave out what has nothing in it. */
export function objectOf(value: Json | undefined): JsonObject {
  return isObject(value) ? value : {};
}

/** The list; a lone value is a list of one, as CloudFormation and IAM read it; nothing is the empty list. */
export function listOf(value: Json | undefined): readonly Json[] {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? value : [value as Exclude<Json, readonly Json[]>];
}

/** Text of a scalar: CloudFormation turns numbers and booleans into strings where it wants one. */
export function textOf(value: Json | undefined): string | undefined {
  if (typeof value === 'string') return value;
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : undefined;
}

/** All strings of a list or of a lone value. */
export function textsOf(value: Json | undefined): readonly string[] {
  return listOf(value).flatMap(item => textOf(item) ?? []);
}
