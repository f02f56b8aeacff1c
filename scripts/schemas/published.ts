import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { JsonSchema } from './compare.ts';
import { checkEvents, type EventCode, type PublishedVersion } from './rules.ts';

/**
 * What was published is kept in three places of a folder: `published.json` lists every version there ever was, with the
 * checksums of its schema in `schemas/` and of its golden file in `golden/`. Lines and files are added, never changed.
 */
type List = Readonly<Record<string, { readonly schema: string; readonly golden: string }>>;

const KINDS = ['schema', 'golden'] as const;
type Kind = (typeof KINDS)[number];
const FOLDERS = { schema: 'schemas', golden: 'golden' } as const;
const LABELS = { schema: 'schema', golden: 'golden file' } as const;

const listFile = (folder: string): string => join(folder, 'published.json');
const fileOf = (folder: string, kind: Kind, name: string): string => join(folder, FOLDERS[kind], `${name}.json`);
const textOf = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

const readList = (folder: string): List =>
  existsSync(listFile(folder)) ? (JSON.parse(readFileSync(listFile(folder), 'utf8')) as List) : {};

const checksum = (file: string): string | undefined =>
  existsSync(file) ? createHash('sha256').update(readFileSync(file)).digest('hex') : undefined;

const namesIn = (folder: string, kind: Kind): readonly string[] => {
  const path = join(folder, FOLDERS[kind]);
  return existsSync(path) ? readdirSync(path).map(file => file.replace(/\.json$/, '')) : [];
};

const nameOf = ({ type, version }: Pick<PublishedVersion, 'type' | 'version'>): string => `${type}@${version}`;

/** Files that are not what the list says, or that it does not know. */
const checkFiles = (folder: string, list: List): string[] =>
  KINDS.flatMap(kind => [
    ...Object.entries(list).flatMap(([name, checksums]) => {
      const found = checksum(fileOf(folder, kind, name));
      if (found === checksums[kind]) return [];
      return [`the ${LABELS[kind]} of ${name} ${found ? 'was changed' : 'is missing'}: what was published is for good`];
    }),
    ...(kind === 'schema' ? namesIn(folder, kind).filter(name => !Object.hasOwn(list, name)) : []).map(
      name => `the schema of ${name} is not in published.json`,
    ),
  ]);

const readVersions = (folder: string, list: List): readonly PublishedVersion[] =>
  Object.keys(list).flatMap(name => {
    const file = fileOf(folder, 'schema', name);
    const [type = '', version = ''] = name.split('@');
    return existsSync(file) ? [{ type, version, schema: JSON.parse(readFileSync(file, 'utf8')) as JsonSchema }] : [];
  });

const inspect = (folder: string, code: EventCode) => {
  const list = readList(folder);
  const { problems, unpublished } = checkEvents(code, readVersions(folder, list));
  const orphans = namesIn(folder, 'golden').filter(
    name => !Object.hasOwn(list, name) && !unpublished.some(version => nameOf(version) === name),
  );
  return {
    list,
    unpublished,
    problems: [
      ...checkFiles(folder, list),
      ...problems,
      ...orphans.map(name => `the golden file ${name} is of no version that was published, or that the catalog has`),
    ],
  };
};

/** Everything that is wrong with the events of the code, in the light of what was published; what to do is said with each. */
export const checkPublished = (folder: string, code: EventCode): readonly string[] => {
  const { problems, unpublished } = inspect(folder, code);
  return [...problems, ...unpublished.map(version => `${nameOf(version)} is not published yet: npm run schemas`)];
};

/** The code's events cannot be published as they are. Nothing was written. */
export class NotPublishableError extends Error {
  override readonly name = 'NotPublishableError';
}

/**
 * Adds the versions that are new: the schema of each, and its line in the list. Each has its golden file already. Changes
 * nothing that is there.
 *
 * @returns the names of what was added: `match.finished@1.1`
 * @throws NotPublishableError with everything that is in the way
 */
export const publishNew = (folder: string, code: EventCode): readonly string[] => {
  const { list, problems, unpublished } = inspect(folder, code);
  const names = unpublished.map(nameOf);
  const missing = names
    .filter(name => !existsSync(fileOf(folder, 'golden', name)))
    .map(name => `${fileOf(folder, 'golden', name)} is missing: write an event of this version as it will be stored`);
  if (problems.length + missing.length > 0) throw new NotPublishableError([...problems, ...missing].join('\n'));
  mkdirSync(join(folder, FOLDERS.schema), { recursive: true });
  const added = unpublished.map(version => {
    const name = nameOf(version);
    writeFileSync(fileOf(folder, 'schema', name), textOf(version.schema), { flag: 'wx' });
    const [schema = '', golden = ''] = KINDS.map(kind => checksum(fileOf(folder, kind, name)));
    return [name, { schema, golden }] as const;
  });
  if (added.length > 0)
    writeFileSync(listFile(folder), textOf(Object.fromEntries([...Object.entries(list), ...added].sort())));
  return names;
};
