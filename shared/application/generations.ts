import type { Envelope } from '../events/envelope.ts';
import type { Key, TallyProjection } from '../projections/tally.ts';
import type { Dependencies } from './execution.ts';
import type { Outcome } from './outcome.ts';
import { project, type TallyTable } from './project.ts';
import type { TallyReader } from './read-models.ts';

/**
 * Which copies of a read model there are. A copy is a generation: one is read; all that are `written` follow the events, so
 * that a new one can be filled beside the one in use, and the old one stays good to go back to.
 */
export interface Generations {
  readonly active: number;
  /** The active one among them. */
  readonly written: readonly number[];
  /** The newest there ever was: a number is not used again. */
  readonly newest: number;
}

/** How every read model begins: what a register says that nobody has written yet. */
export const FIRST_GENERATION: Generations = { active: 0, written: [0], newest: 0 };

/** Where it is kept which generations a read model has. */
export interface GenerationRegister {
  read(): Promise<Generations>;
  /** Writes `after` if it is still `before`, in one write; false: somebody else changed it meanwhile. */
  replace(before: Generations, after: Generations): Promise<boolean>;
}

type Tally = TallyTable & TallyReader;

/** No tenant's id has this in it, so no key of one generation is a key of another. */
const MARK = '!';
const prefixOf = (generation: number): string => (generation === 0 ? '' : `g${generation}${MARK}`);

/** One generation of a tally, as if it were the only one. */
export const inGeneration = (tally: Tally, generation: number): Tally => {
  const prefix = prefixOf(generation);
  const into = <T extends { readonly key: Key }>(item: T): T => ({ ...item, key: keyInto(item.key) });
  const keyInto = ({ p, s }: Key): Key => ({ p: prefix + p, s });
  const outOf = <T extends { readonly key: Key }>(item: T): T => ({
    ...item,
    key: { p: item.key.p.slice(prefix.length), s: item.key.s },
  });
  return {
    read: async <Effect>(keys: readonly Key[]) => (await tally.read<Effect>(keys.map(keyInto))).map(outOf),
    write: async (entries, contributions) => {
      const result = await tally.write(entries.map(into), contributions.map(into));
      return result.outcome === 'stale' ? { ...result, entries: result.entries.map(outOf) } : result;
    },
    entries: async <Effect>(p: string, start: string) => (await tally.entries<Effect>(prefix + p, start)).map(outOf),
    counters: async (p, start) => (await tally.counters(prefix + p, start)).map(outOf),
    countersOf: keys => tally.countersOf(keys.map(keyInto)),
  };
};

/** Milliseconds that a function goes by what it last read of the register. */
export const REGISTER_CACHE_MS = 2000;

/** Reads the register at most every {@link REGISTER_CACHE_MS}. `now` in milliseconds, of a clock that never goes back. */
export const cachedGenerations = (
  register: Pick<GenerationRegister, 'read'>,
  now: () => number = () => performance.now(),
): (() => Promise<Generations>) => {
  let known: { readonly at: number; readonly generations: Promise<Generations> } | undefined;
  return () => {
    if (known === undefined || now() - known.at > REGISTER_CACHE_MS) {
      const generations = register.read();
      known = { at: now(), generations };
      // What could not be read is asked for again by the next.
      generations.catch(() => {
        known = undefined;
      });
    }
    return known.generations;
  };
};

/** A tally with all its generations. */
export interface GenerationalTally {
  readonly tally: Tally;
  readonly generations: () => Promise<Generations>;
}

/** What is read of a read model: its active generation. */
export const activeReader = ({ tally, generations }: GenerationalTally): TallyReader => {
  const active = async (): Promise<TallyReader> => inGeneration(tally, (await generations()).active);
  return {
    entries: async (p, prefix) => (await active()).entries(p, prefix),
    counters: async (p, prefix) => (await active()).counters(p, prefix),
    countersOf: async keys => (await active()).countersOf(keys),
  };
};

/**
 * Applies a batch of events to every generation that is written, the active one first; its outcomes are the answer.
 *
 * @throws what {@link project} throws: then repeating is safe
 */
export const projectAll = async <Effect>(
  dependencies: Pick<Dependencies, 'sleep' | 'random'>,
  { tally, generations }: GenerationalTally,
  projection: TallyProjection<Effect>,
  events: readonly Envelope[],
): Promise<readonly Outcome[]> => {
  const { active, written } = await generations();
  const outcomes = await project(dependencies, inGeneration(tally, active), projection, events);
  for (const other of written.filter(generation => generation !== active))
    await project(dependencies, inGeneration(tally, other), projection, events);
  return outcomes;
};
