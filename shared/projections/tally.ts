import type { Envelope } from '../events/envelope.ts';

/**
 * A tally is a read model made of entries and counters: an entry remembers what each event of one stream meant for it,
 * counters add up what the entries contribute.
 *
 * Changes of an entry are kept by the version of the event that brought them, so they may arrive twice and in any order:
 * the history comes out the same, and so does what it contributes. A correction replaces by being newer.
 */
export interface Change<Effect> {
  /** Version of the event in its stream. */
  readonly version: number;
  /** When the fact was known, ISO 8601: the state at an instant goes by it. */
  readonly at: string;
  readonly effect: Effect;
}

/** Sorted by version, each version once. */
export type History<Effect> = readonly Change<Effect>[];

/** Partition and sort key of an entry or of a counter. */
export interface Key {
  readonly p: string;
  readonly s: string;
}

export const keyText = ({ p, s }: Key): string => `${p}|${s}`;

/** What an entry adds to one counter item: amounts by counter name. */
export interface Contribution {
  readonly key: Key;
  readonly add: Readonly<Record<string, number>>;
}

/** What an event means to a read model. */
export interface Routed<Effect> {
  readonly entry: Key;
  readonly change: Change<Effect>;
  /** Whether an event of this kind is mostly the first of its entry: a hint of how to write it, no promise. */
  readonly first: boolean;
  /** Entries of one group mostly add to the same counters: a hint of what to write together. Else it goes by the entry's key. */
  readonly group?: string;
}

/** A read model: pure, and all there is to say about it. */
export interface TallyProjection<Effect> {
  /** Which entry an event changes, and how; undefined: the event means nothing here. */
  readonly route: (event: Envelope) => Routed<Effect> | undefined;
  /** What an entry contributes to which counters. */
  readonly contribute: (entry: Key, history: History<Effect>) => readonly Contribution[];
}

/** The history with the change; the same history when it holds that version already. */
export const remember = <Effect>(history: History<Effect>, change: Change<Effect>): History<Effect> =>
  history.some(({ version }) => version === change.version)
    ? history
    : [...history, change].sort((a, b) => a.version - b.version);

/** What was known at an instant (inclusive). */
export const asOf = <Effect>(history: History<Effect>, instant: string): History<Effect> =>
  history.filter(({ at }) => at <= instant);

/** The newest effect; undefined before the first. */
export const current = <Effect>(history: History<Effect>): Effect | undefined => history.at(-1)?.effect;

/** Sums contributions by counter item and name; `sign` -1 takes them away. Names that come to nothing are left out. */
export const sumContributions = (
  parts: Iterable<{ readonly contributions: readonly Contribution[]; readonly sign: 1 | -1 }>,
): readonly Contribution[] => {
  const sums = new Map<string, { key: Key; add: Record<string, number> }>();
  for (const { contributions, sign } of parts)
    for (const { key, add } of contributions) {
      const sum = sums.get(keyText(key)) ?? { key, add: {} };
      for (const [name, amount] of Object.entries(add)) sum.add[name] = (sum.add[name] ?? 0) + sign * amount;
      sums.set(keyText(key), sum);
    }
  return [...sums.values()]
    .map(({ key, add }) => ({ key, add: Object.fromEntries(Object.entries(add).filter(([, amount]) => amount !== 0)) }))
    .filter(({ add }) => Object.keys(add).length > 0);
};

/** Counters by sort key as they stood at an instant (inclusive), from the histories of all entries of a partition. */
export const countersAt = <Effect>(
  { contribute }: Pick<TallyProjection<Effect>, 'contribute'>,
  entries: Iterable<{ readonly key: Key; readonly history: History<Effect> }>,
  instant: string,
): ReadonlyMap<string, Readonly<Record<string, number>>> => {
  const parts = [...entries].map(({ key, history }) => ({
    contributions: contribute(key, asOf(history, instant)),
    sign: 1 as const,
  }));
  return new Map(sumContributions(parts).map(({ key, add }) => [key.s, add]));
};

/**
 * Fractions are summed as whole numbers of this many parts: sums of floats depend on their order, and taking away what was
 * added leaves a residue; sums of whole numbers do neither.
 */
const PARTS = 1e12;

export const toParts = (fraction: number): number => Math.round(fraction * PARTS);
export const fromParts = (parts: number): number => parts / PARTS;
