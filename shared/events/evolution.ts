import type * as z from 'zod';

/** `major.minor`: a minor version only adds what may be missing, a major one comes with an upcaster. See docs/adr/0011. */
export type SchemaVersion = `${number}.${number}`;

/** The types of events that some code knows: each in its version of today, with the schema of its data. */
export type Catalog = Readonly<Record<string, { readonly version: SchemaVersion; readonly data: z.ZodType }>>;

/** The first number of a version, in a type. */
export type MajorOf<Version extends string> = Version extends `${infer Major extends number}.${number}` ? Major : never;

type Tuple<N extends number, Items extends readonly unknown[] = []> = Items['length'] extends N
  ? Items
  : Tuple<N, [...Items, unknown]>;
type Next<N extends number> = [...Tuple<N>, unknown]['length'] & number;

/** The upcasters of one type of event: what leads from each earlier major version to version `Major`. Made by {@link upcaster}. */
export interface Chain<Major extends number, Data> {
  readonly major: Major;
  /** The schema of each earlier major version in its last minor one, the oldest first. */
  readonly older: readonly z.ZodType[];
  /**
   * Brings data of an earlier major version to this one.
   *
   * @throws ZodError when they are not what the earlier version said, and whatever an upcaster throws
   */
  readonly upcast: (from: number, data: unknown) => Data;
  /** One more link, to the next major version: `older` is the last schema of the one this chain leads to. */
  next<Newer>(older: z.ZodType<Data>, up: (data: Data) => Newer): Chain<Next<Major>, Newer>;
}

const chain = <Major extends number, Data>(
  major: Major,
  older: readonly z.ZodType[],
  upcast: (from: number, data: unknown) => Data,
): Chain<Major, Data> => ({
  major,
  older,
  upcast,
  next: (schema, up) =>
    chain((major + 1) as Next<Major>, [...older, schema], (from, data) =>
      up(from === major ? schema.parse(data) : upcast(from, data)),
    ),
});

/**
 * Begins a chain: from major version 1 to 2. `older` is the schema of version 1 as it was published last; `up` is a pure
 * function of the data alone, because it is applied again at every load.
 *
 * @example
 * const upcasters = {
 *   // 1.x had the goals side by side, 2.x a text, 3.x has a score
 *   'match.finished': upcaster(z.object({ home: z.number(), away: z.number() }), d => ({ score: `${d.home}:${d.away}` }))
 *     .next(z.object({ score: z.string() }), d => ({ score: parseScore(d.score) })),
 * };
 */
export const upcaster = <Older, Newer>(older: z.ZodType<Older>, up: (data: Older) => Newer): Chain<2, Newer> =>
  chain(2, [older], (from, data) => {
    if (from !== 1) throw new RangeError(`there is no major version ${from}`);
    return up(older.parse(data));
  });

/**
 * The chains that a catalog needs: one for each type that is beyond major version 1. It has to reach that very version and
 * yield its data, else the code does not compile.
 */
export type UpcastersOf<C extends Catalog> = {
  readonly [T in keyof C as MajorOf<C[T]['version']> extends 1 ? never : T]: Chain<
    MajorOf<C[T]['version']>,
    z.output<C[T]['data']>
  >;
};

/** What became of stored data. */
export type Reading =
  /** They are what today's schema says; fields that it does not know are dropped. */
  | { readonly outcome: 'read'; readonly schemaVersion: SchemaVersion; readonly data: unknown }
  /** Written by newer code: of a type, or a version of a type, that only that code can read. */
  | { readonly outcome: 'future'; readonly known: SchemaVersion | undefined }
  /** Not what their version says. `cause` is a ZodError, or what an upcaster threw. */
  | { readonly outcome: 'invalid'; readonly cause: unknown };

/** Reads data that were written under any version of a type as today's. */
export type Reader = (type: string, schemaVersion: string, data: unknown) => Reading;

const numbersOf = (version: string): readonly [major: number, minor: number] => {
  const [major, minor] = version.split('.').map(Number);
  return [major ?? Number.NaN, minor ?? Number.NaN];
};

/**
 * A reader for a catalog and its upcasters, which are held against each other where they are declared: {@link UpcastersOf}.
 *
 * Data of an earlier major version are checked against the schema they were written under, go through the upcasters one by
 * one, and are checked against today's. Data of a newer minor version are read without what it adds; when they cannot be,
 * only newer code can say whether they are wrong, so they are of the future too.
 */
export const readerOf =
  (catalog: Catalog, upcasters: Readonly<Record<string, Chain<number, unknown>>>): Reader =>
  (type, schemaVersion, data) => {
    const entry = Object.hasOwn(catalog, type) ? catalog[type] : undefined;
    if (!entry) return { outcome: 'future', known: undefined };
    const [major, minor] = numbersOf(schemaVersion);
    const [ourMajor, ourMinor] = numbersOf(entry.version);
    if (!(major <= ourMajor)) return { outcome: 'future', known: entry.version };
    let current = data;
    if (major < ourMajor) {
      const chain = upcasters[type];
      if (!chain) return { outcome: 'invalid', cause: new RangeError(`there is no upcaster from ${major}`) };
      try {
        current = chain.upcast(major, data);
      } catch (cause) {
        return { outcome: 'invalid', cause };
      }
    }
    const parsed = entry.data.safeParse(current);
    if (parsed.success) return { outcome: 'read', schemaVersion: entry.version, data: parsed.data };
    return major === ourMajor && minor > ourMinor
      ? { outcome: 'future', known: entry.version }
      : { outcome: 'invalid', cause: parsed.error };
  };
