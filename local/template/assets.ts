import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { objectAt, textAt } from '../json.ts';
import { type Json, type JsonObject, LocalRuntimeError } from '../types.ts';
import { objectOf } from './values.ts';

const read = (file: string): JsonObject => {
  try {
    return objectOf(JSON.parse(readFileSync(file, 'utf8')) as Json);
  } catch (cause) {
    throw new LocalRuntimeError(`${file} cannot be read: ${String(cause)}`, { cause });
  }
};

/**
 * The folders of a cloud assembly that are uploaded as archives, by the key of the archive. Only paths that are said are looked up;
 * an app that does not stage its assets names them where they are.
 * @throws LocalRuntimeError for a manifest that is missing or no JSON
 */
export const assetFolders = (directory: string): ReadonlyMap<string, string> => {
  const artifacts = Object.values(objectOf(read(join(directory, 'manifest.json')).artifacts)).map(objectOf);
  const manifests = artifacts.filter(artifact => artifact.type === 'cdk:asset-manifest');
  const files = manifests.flatMap(artifact => {
    const file = textAt(objectAt(artifact, 'properties'), 'file') ?? '';
    return Object.values(objectOf(read(join(directory, file)).files)).map(objectOf);
  });
  return new Map(
    files.flatMap(file => {
      const source = objectAt(file, 'source');
      if (textAt(source, 'packaging') !== 'zip') return [];
      const path = resolve(directory, textAt(source, 'path') ?? '');
      return Object.values(objectOf(file.destinations)).map(
        destination => [textAt(objectOf(destination), 'objectKey') ?? '', path] as const,
      );
    }),
  );
};
