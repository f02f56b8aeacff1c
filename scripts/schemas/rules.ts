import * as z from 'zod';
import type { Catalog, Chain, SchemaVersion } from '../../shared/events/evolution.ts';
import { compareSchemas, type Difference, type JsonSchema } from './compare.ts';

/** A version of a type of event that was published: events like it may be stored, for good. */
export interface PublishedVersion {
  readonly type: string;
  readonly version: string;
  readonly schema: JsonSchema;
}

/** The code that is held against what was published. */
export interface EventCode {
  readonly catalog: Catalog;
  readonly upcasters: Readonly<Record<string, Chain<number, unknown>>>;
}

/** What the rules say: what is wrong, and the versions that the catalog has and that are not published yet. */
export interface Verdict {
  readonly problems: readonly string[];
  readonly unpublished: readonly PublishedVersion[];
}

const RECIPE = '(docs/events.md)';

const numbersOf = (version: string): readonly [major: number, minor: number] => {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return [major, minor];
};

const byVersion = (a: PublishedVersion, b: PublishedVersion): number => {
  const [[majorA, minorA], [majorB, minorB]] = [numbersOf(a.version), numbersOf(b.version)];
  return majorA - majorB || minorA - minorB;
};

/** What may be stored under a version: the input of the schema, before defaults and trimming. */
const schemaOf = (schema: z.ZodType): JsonSchema => z.toJSONSchema(schema, { io: 'input' }) as JsonSchema;

const listed = (differences: readonly Difference[]): string =>
  differences.map(({ path, what }) => `${path || 'the data'} ${what}`).join('; ');

const nextMajor = (version: string): string => `${numbersOf(version)[0] + 1}.0`;
const nextMinor = (version: string): string => `${numbersOf(version)[0]}.${numbersOf(version)[1] + 1}`;

const isBreaking = ({ kind }: Difference): boolean => kind === 'change';

/** A minor version only adds to the one before it. */
const compareMinors = (before: PublishedVersion, after: PublishedVersion): string[] => {
  const breaking = compareSchemas(before.schema, after.schema).filter(isBreaking);
  if (breaking.length === 0) return [];
  return [
    `${after.type} ${after.version} does more than add to ${before.version}: ${listed(breaking)}. ` +
      `This needs version ${nextMajor(after.version)} and an upcaster from ${numbersOf(after.version)[0]} ${RECIPE}`,
  ];
};

/** What may follow a version (the first one follows none). */
const compareToPrevious = (before: PublishedVersion | undefined, after: PublishedVersion): string[] => {
  const allowed = before ? [nextMinor(before.version), nextMajor(before.version)] : ['1.0'];
  if (!allowed.includes(after.version))
    return [
      `${after.type} ${after.version} cannot follow ${before?.version ?? 'nothing'}: ${allowed.join(' or ')} can`,
    ];
  return before && nextMinor(before.version) === after.version ? compareMinors(before, after) : [];
};

/** The schema of a version that was published does not change. */
const compareToItself = (published: PublishedVersion, current: PublishedVersion): string[] => {
  const differences = compareSchemas(published.schema, current.schema);
  if (differences.length === 0) return [];
  const way = differences.some(isBreaking)
    ? `take it back, or make it ${nextMajor(current.version)} with an upcaster from ${numbersOf(current.version)[0]}`
    : `make it ${nextMinor(current.version)}`;
  return [
    `${current.type} ${current.version} was published with another schema: ${listed(differences)}. So ${way} ${RECIPE}`,
  ];
};

/** Each earlier major version has an upcaster, which reads what was published last under it. */
const checkChain = (
  { catalog, upcasters }: EventCode,
  type: string,
  versions: readonly PublishedVersion[],
): string[] => {
  const [major] = numbersOf(catalog[type]?.version ?? '');
  const chain = Object.hasOwn(upcasters, type) ? upcasters[type] : undefined;
  const older = chain?.older ?? [];
  if (older.length !== major - 1)
    return [
      `${type} ${major} has ${older.length} upcasters: it needs ${major - 1}, one from each major version before ${RECIPE}`,
    ];
  return older.flatMap((schema, index) => {
    const last = versions.filter(({ version }) => numbersOf(version)[0] === index + 1).at(-1);
    const differences = last ? compareSchemas(last.schema, schemaOf(schema)) : [];
    return differences.length === 0
      ? []
      : [`the upcaster of ${type} from ${index + 1} does not read what ${last?.version} was: ${listed(differences)}`];
  });
};

const checkType = (code: EventCode, type: string, versions: readonly PublishedVersion[]): Verdict => {
  const history = versions.flatMap((version, index) => compareToPrevious(versions[index - 1], version));
  const entry = Object.hasOwn(code.catalog, type) ? code.catalog[type] : undefined;
  if (!entry)
    return {
      problems: [...history, `${type} is not in the catalog: its events are stored, and have to be read`],
      unpublished: [],
    };
  const current = { type, version: entry.version satisfies SchemaVersion, schema: schemaOf(entry.data) };
  const published = versions.find(({ version }) => version === entry.version);
  const newest = versions.at(-1);
  const step = published ? compareToItself(published, current) : compareToPrevious(newest, current);
  const back =
    published && published !== newest
      ? [`${type} was published up to ${newest?.version}, and is ${entry.version}`]
      : [];
  return {
    problems: [...history, ...step, ...back, ...checkChain(code, type, versions)],
    unpublished: published ? [] : [current],
  };
};

/**
 * Holds the events of the code against every version that was published: whoever reads old events with new code, or (while
 * code is deployed, or taken back) new events with old code, has to be able to.
 */
export const checkEvents = (code: EventCode, published: readonly PublishedVersion[]): Verdict => {
  const types = [...new Set([...Object.keys(code.catalog), ...published.map(({ type }) => type)])].sort();
  const verdicts = types.map(type =>
    checkType(code, type, published.filter(version => version.type === type).toSorted(byVersion)),
  );
  return {
    problems: verdicts.flatMap(({ problems }) => problems),
    unpublished: verdicts.flatMap(({ unpublished }) => unpublished),
  };
};
