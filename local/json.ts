/** Reading JSON of unknown shape: template properties and request bodies. Each reader answers `undefined` for what is not there. */
import type { Json, JsonObject } from './types.ts';

/** True for a JSON object, not for null or a list. */
export const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The object under a key. */
export const objectAt = (from: JsonObject | undefined, key: string): JsonObject | undefined => {
  const value = from?.[key];
  return isObject(value) ? value : undefined;
};

/** The list under a key; empty when there is none. */
export const listAt = (from: JsonObject | undefined, key: string): readonly Json[] => {
  const value = from?.[key];
  return Array.isArray(value) ? value : [];
};

/** The objects of the list under a key. */
export const objectsAt = (from: JsonObject | undefined, key: string): readonly JsonObject[] =>
  listAt(from, key).filter(isObject);

/** The text under a key. */
export const textAt = (from: JsonObject | undefined, key: string): string | undefined => {
  const value = from?.[key];
  return typeof value === 'string' ? value : undefined;
};

/** The number under a key; CloudFormation also accepts numbers written as text. */
export const numberAt = (from: JsonObject | undefined, key: string): number | undefined => {
  const value = from?.[key];
  if (typeof value === 'number') return value;
  return typeof value === 'string' && value.trim() !== '' && Number.isFinite(Number(value)) ? Number(value) : undefined;
};

/** The truth value under a key; CloudFormation also accepts it as text. */
export const booleanAt = (from: JsonObject | undefined, key: string): boolean | undefined => {
  const value = from?.[key];
  if (typeof value === 'boolean') return value;
  return value === 'true' ? true : value === 'false' ? false : undefined;
};

/** The texts of the list under a key. */
export const textsAt = (from: JsonObject | undefined, key: string): readonly string[] =>
  listAt(from, key).filter(value => typeof value === 'string');
