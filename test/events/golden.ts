import { readdirSync, readFileSync } from 'node:fs';

/** A golden file: an envelope as it was written once, under the name `<type>@<version>.json`. */
export interface Golden {
  readonly file: string;
  readonly type: string;
  readonly version: string;
  readonly envelope: Readonly<Record<string, unknown>>;
}

const folder = new URL('./golden/', import.meta.url);

/** Every golden file there is. They are never changed: events like them are stored for good. */
export const goldens: readonly Golden[] = readdirSync(folder)
  .sort()
  .map(file => {
    const [, type = '', version = ''] = /^(.+)@(\d+\.\d+)\.json$/.exec(file) ?? [];
    return { file, type, version, envelope: JSON.parse(readFileSync(new URL(file, folder), 'utf8')) };
  });

/** A fresh copy of the newest golden envelope of a type, for a test to spoil. */
export const goldenOf = (type: string): Record<string, unknown> => {
  const golden = goldens.findLast(candidate => candidate.type === type);
  if (!golden) throw new Error(`there is no golden file of ${type}`);
  return structuredClone(golden.envelope);
};
