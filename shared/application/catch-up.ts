import type { Envelope } from '../events/envelope.ts';
import { type Checkpoint, CheckpointMismatchError } from './checkpoints.ts';
import type { EventIndex, EventPage, Watermark } from './event-index.ts';

/** What a consumer wants to see. */
export interface CatchUp {
  readonly tenantId: string;
  /** Only events of these types; absent: of all. */
  readonly types?: readonly string[] | undefined;
  /** Only events that occurred at this instant or later, ISO 8601; absent: from the first on. Counts where there is no checkpoint yet. */
  readonly from?: string | undefined;
}

/** Some events, in the index's order. A batch may be empty: the log went on without an event that is asked for, or not at all. */
export interface Batch {
  readonly events: readonly Envelope[];
  /** To be saved when none of them is done yet. */
  readonly before: Checkpoint;
  /** To be saved when all of them are done. */
  readonly checkpoint: Checkpoint;
  /** There was more when this was read; else the consumer has caught up, and the next batch comes after a pause. */
  readonly more: boolean;
  readonly watermark: Watermark;
}

/** What following needs of the world. */
export interface CatchUpDependencies {
  readonly index: Pick<EventIndex, 'since' | 'next'>;
  /** Waits this many milliseconds, or until the signal; never fails. */
  readonly sleep: (milliseconds: number, signal?: AbortSignal) => Promise<void>;
}

/** Events in a batch: the most that the index answers. */
const BATCH = 100;
/** Pauses of a consumer that has caught up double from the first to the last. A question that finds nothing takes one read unit: 17,280 a day. */
const FIRST_PAUSE_MS = 250;
const LAST_PAUSE_MS = 5000;

const sorted = (types: readonly string[] | undefined): string => JSON.stringify([...new Set(types ?? ['*'])].sort());

const beginOf = ({ tenantId, types, from }: CatchUp, checkpoint: Checkpoint | undefined): Checkpoint => {
  if (!checkpoint) return { types, from };
  if (sorted(types) !== sorted(checkpoint.types))
    throw new CheckpointMismatchError(
      `the checkpoint of ${tenantId} is of the types ${sorted(checkpoint.types)}, not ${sorted(types)}`,
    );
  return checkpoint;
};

/** What is left of an answer that was done in part before. */
const left = ({ events }: EventPage, after: string | undefined): readonly Envelope[] =>
  // An event that retention has removed since is not found: then the others come again.
  after === undefined ? events : events.slice(events.findIndex(({ id }) => id === after) + 1);

/**
 * Follows a tenant's events from a checkpoint on, for ever: what there is, in batches of at most 100, and then what comes, until
 * the signal. Complete and without duplicates from one checkpoint to the next; {@link Watermark} says how fresh.
 *
 * A consumer that keeps `checkpoint` in one transaction with its effects has every effect exactly once.
 *
 * @throws CheckpointMismatchError; and what the index throws
 * @example
 * for await (const { events, checkpoint } of follow({ index, ...waiting }, { tenantId: 'demo' }, { checkpoint: stored }))
 *   await database.transaction(async tx => {
 *     for (const event of events) await apply(tx, event);
 *     await keep(tx, checkpoint);
 *   });
 */
export async function* follow(
  { index, sleep }: CatchUpDependencies,
  catchUp: CatchUp,
  {
    checkpoint,
    signal,
  }: { readonly checkpoint?: Checkpoint | undefined; readonly signal?: AbortSignal | undefined } = {},
): AsyncGenerator<Batch> {
  const { tenantId } = catchUp;
  let before = beginOf(catchUp, checkpoint);
  let pause = FIRST_PAUSE_MS;
  while (!signal?.aborted) {
    const { cursor, after, types, from } = before;
    const page = await (cursor === undefined
      ? index.since(tenantId, { since: from, types }, BATCH)
      : index.next(tenantId, cursor, BATCH));
    const events = left(page, after);
    const next: Checkpoint = { types, from, cursor: page.cursor ?? cursor };
    yield { events, before, checkpoint: next, more: page.more, watermark: page.watermark };
    before = next;
    if (page.more || events.length > 0) pause = FIRST_PAUSE_MS;
    if (page.more) continue;
    await sleep(pause, signal);
    pause = Math.min(2 * pause, LAST_PAUSE_MS);
  }
}

/** Waits by the machine's own clock. */
export const waiting: Pick<CatchUpDependencies, 'sleep'> = {
  sleep: (milliseconds, signal) =>
    new Promise(resolve => {
      const done = (): void => {
        clearTimeout(timer);
        signal?.removeEventListener('abort', done);
        resolve();
      };
      const timer = setTimeout(done, milliseconds);
      signal?.addEventListener('abort', done, { once: true });
      if (signal?.aborted) done();
    }),
};
