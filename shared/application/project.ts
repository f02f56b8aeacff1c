import type { Envelope } from '../events/envelope.ts';
import {
  type Contribution,
  type History,
  type Key,
  keyText,
  type Routed,
  remember,
  sumContributions,
  type TallyProjection,
} from '../projections/tally.ts';
import type { Dependencies } from './execution.ts';
import { type Outcome, skipped, succeeded } from './outcome.ts';

/** An entry as it is stored. `revision` counts its writes: 0 means that it is not there yet. */
export interface StoredEntry<Effect> {
  readonly key: Key;
  readonly revision: number;
  readonly history: History<Effect>;
}

/** What became of a write. */
export type TallyWrite<Effect> =
  | { readonly outcome: 'written' }
  /** Some entries are not what the write was based on: here is what they are. Nothing was written. */
  | { readonly outcome: 'stale'; readonly entries: readonly StoredEntry<Effect>[] }
  /** Another transaction was under way on the same items. Nothing was written. */
  | { readonly outcome: 'contended' };

/** Where a tally is stored. */
export interface TallyTable {
  /** The entries of these keys as some time ago they were; those that are not there are left out. */
  read<Effect>(keys: readonly Key[]): Promise<readonly StoredEntry<Effect>[]>;
  /** Puts the entries, each on the revision it is based on, and adds to the counters: all or nothing. At most 100 items. */
  write<Effect>(
    entries: readonly StoredEntry<Effect>[],
    contributions: readonly Contribution[],
  ): Promise<TallyWrite<Effect>>;
}

/** Other transactions kept getting in the way. The batch is delivered again. */
export class ProjectionContendedError extends Error {
  override readonly name = 'ProjectionContendedError';
}

/** Limit of TransactWriteItems. https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_TransactWriteItems.html */
const MAX_TRANSACTION_ITEMS = 100;
const MAX_ATTEMPTS = 12;
const MAX_BACK_OFF_MS = 400;

interface Plan<Effect> {
  readonly entries: readonly StoredEntry<Effect>[];
  readonly contributions: readonly Contribution[];
}

/** What the changes make of the entries as they are known: those that change, and the difference in what they contribute. */
const plan = <Effect>(
  projection: TallyProjection<Effect>,
  changes: readonly Routed<Effect>[],
  known: ReadonlyMap<string, StoredEntry<Effect>>,
): Plan<Effect> => {
  const next = new Map<string, { before: StoredEntry<Effect>; history: History<Effect> }>();
  for (const { entry, change } of changes) {
    const text = keyText(entry);
    const before = known.get(text) ?? { key: entry, revision: 0, history: [] };
    next.set(text, { before, history: remember(next.get(text)?.history ?? before.history, change) });
  }
  const changed = [...next.values()].filter(({ before, history }) => history !== before.history);
  return {
    entries: changed.map(({ before, history }) => ({ key: before.key, revision: before.revision, history })),
    contributions: sumContributions(
      changed.flatMap(({ before, history }) => [
        { contributions: projection.contribute(before.key, before.history), sign: -1 },
        { contributions: projection.contribute(before.key, history), sign: 1 },
      ]),
    ),
  };
};

const applyChanges = async <Effect>(
  { sleep, random }: Pick<Dependencies, 'sleep' | 'random'>,
  table: TallyTable,
  projection: TallyProjection<Effect>,
  changes: readonly Routed<Effect>[],
): Promise<ReadonlyMap<string, StoredEntry<Effect>>> => {
  // A write that is based on what is not so costs as much as one that is: entries that are likely there are read before.
  const likely = changes.filter(({ first }) => !first).map(({ entry }) => [keyText(entry), entry] as const);
  const read = likely.length > 0 ? await table.read<Effect>([...new Map(likely).values()]) : [];
  const known = new Map(read.map(entry => [keyText(entry.key), entry]));
  for (let attempt = 0; attempt < MAX_ATTEMPTS; attempt += 1) {
    const { entries, contributions } = plan(projection, changes, known);
    if (entries.length === 0) return known;
    const result = await table.write(entries, contributions);
    if (result.outcome === 'written') return known;
    if (result.outcome === 'stale') for (const entry of result.entries) known.set(keyText(entry.key), entry);
    else await sleep(random() * Math.min(MAX_BACK_OFF_MS, 10 * 2 ** attempt));
  }
  throw new ProjectionContendedError(`gave up after ${MAX_ATTEMPTS} attempts, each met another transaction`);
};

/** An entry and its counters (at most 4 for statistics) have to fit in a transaction, for every event of a chunk. */
const CHUNK = MAX_TRANSACTION_ITEMS / 5;

/**
 * Applies a batch of events to a read model: effect and marker of each in one write, a whole batch in few.
 * Events that were applied before change nothing.
 *
 * @returns the outcome of each event, in order
 * @throws ProjectionContendedError, and what the table throws: then none or some chunks are applied, and repeating is safe
 */
export const project = async <Effect>(
  dependencies: Pick<Dependencies, 'sleep' | 'random'>,
  table: TallyTable,
  projection: TallyProjection<Effect>,
  events: readonly Envelope[],
): Promise<readonly Outcome[]> => {
  const outcomes: Outcome[] = events.map(() => skipped('means nothing to this projection'));
  const routed = events.flatMap((event, index) => {
    const change = projection.route(event);
    return change ? [{ index, change, place: `${change.group ?? ''}|${keyText(change.entry)}` }] : [];
  });
  // Neighbours mostly add to the same counters: in one chunk those are written once.
  routed.sort((a, b) => (a.place === b.place ? a.index - b.index : a.place < b.place ? -1 : 1));
  for (let start = 0; start < routed.length; start += CHUNK) {
    const chunk = routed.slice(start, start + CHUNK);
    const changes = chunk.map(({ change }) => change);
    const known = await applyChanges(dependencies, table, projection, changes);
    for (const { index, change } of chunk) outcomes[index] = outcomeOf(change, known);
  }
  return outcomes;
};

const outcomeOf = <Effect>(
  { entry, change }: Routed<Effect>,
  known: ReadonlyMap<string, StoredEntry<Effect>>,
): Outcome => {
  const before = known.get(keyText(entry))?.history ?? [];
  return before.some(({ version }) => version === change.version) ? skipped('already applied') : succeeded;
};
