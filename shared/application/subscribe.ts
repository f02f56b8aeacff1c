import type { Envelope } from '../events/envelope.ts';
import { type CatchUp, type CatchUpDependencies, follow, waiting } from './catch-up.ts';
import { type Checkpoint, type CheckpointStore, type Claim, StaleCheckpointError } from './checkpoints.ts';

/** A consumer that is not on the bus. */
export interface CatchUpSubscription extends CatchUp {
  /** Names the checkpoint: one for each tenant and name. */
  readonly name: string;
}

/**
 * Does something with an event, which comes as it is stored: `parseEnvelope` makes one of an earlier version today's. It may come again
 * after a crash: at least once. When it throws, it is called again.
 */
export type EventConsumer = (event: Envelope, signal: AbortSignal | undefined) => Promise<void>;

export interface SubscribeDependencies extends CatchUpDependencies {
  readonly checkpoints: CheckpointStore;
  /** Milliseconds, of a clock that never goes back. */
  readonly now: () => number;
  /** 0..1, for the jitter of the back-off. */
  readonly random: () => number;
}

export interface SubscribeOptions {
  /** Ends it: the event at hand is done, the checkpoint is saved. */
  readonly signal?: AbortSignal | undefined;
  /** How often a consumer that throws is called for one event; 1: its first error stops the subscription. */
  readonly attempts?: number;
  /** The checkpoint is saved after so many events ... */
  readonly everyEvents?: number;
  /** ... or so many milliseconds, whichever is first, and at the end. Saving takes one write unit. */
  readonly everyMs?: number;
}

/** A consumer kept failing on one event. The checkpoint is before it: the next start begins with it. */
export class ConsumerFailedError extends Error {
  override readonly name = 'ConsumerFailedError';
  readonly event: Envelope;
  readonly attempts: number;
  constructor(subscription: CatchUpSubscription, event: Envelope, attempts: number, options: ErrorOptions) {
    super(
      `${subscription.name} could not handle ${event.tenantId}/${event.id} (${event.type}) in ${attempts} attempts`,
      options,
    );
    this.event = event;
    this.attempts = attempts;
  }
}

const ATTEMPTS = 5;
const EVERY_EVENTS = 100;
const EVERY_MS = 5000;
/** Back-off between attempts is a random part of this, which doubles up to LAST_BACK_OFF_MS. */
const FIRST_BACK_OFF_MS = 200;
const LAST_BACK_OFF_MS = 5000;

/** Knows what is done, and saves it from time to time. */
const keeperOf = (
  { checkpoints, now }: SubscribeDependencies,
  claim: Claim,
  { everyEvents = EVERY_EVENTS, everyMs = EVERY_MS }: SubscribeOptions,
) => {
  let unsaved: Checkpoint | undefined;
  let cursor = claim.checkpoint?.cursor;
  let events = 0;
  let savedAt = now();
  const save = async (): Promise<void> => {
    if (unsaved) await checkpoints.save(claim, unsaved);
    unsaved = undefined;
    events = 0;
    savedAt = now();
  };
  const saveIfDue = async (): Promise<void> => {
    if (unsaved && (events >= everyEvents || now() - savedAt >= everyMs)) await save();
  };
  return {
    save,
    /** One more event is done. */
    done: async (checkpoint: Checkpoint): Promise<void> => {
      unsaved = checkpoint;
      cursor = checkpoint.cursor;
      events += 1;
      await saveIfDue();
    },
    /** A batch is done, which may have been empty. */
    passed: async (checkpoint: Checkpoint): Promise<void> => {
      if (checkpoint.cursor !== cursor) unsaved = checkpoint;
      cursor = checkpoint.cursor;
      await saveIfDue();
    },
  };
};

/**
 * Calls the consumer until it succeeds. @returns false: the signal came first
 * @throws ConsumerFailedError
 */
const handled = async (
  { sleep, random }: SubscribeDependencies,
  subscription: CatchUpSubscription,
  consume: (signal: AbortSignal | undefined) => Promise<void>,
  { event, signal, attempts = ATTEMPTS }: SubscribeOptions & { readonly event: Envelope },
): Promise<boolean> => {
  for (let attempt = 1; !signal?.aborted; attempt += 1) {
    try {
      await consume(signal);
      return true;
    } catch (cause) {
      if (attempt >= attempts) throw new ConsumerFailedError(subscription, event, attempt, { cause });
      await sleep(random() * Math.min(LAST_BACK_OFF_MS, FIRST_BACK_OFF_MS * 2 ** attempt), signal);
    }
  }
  return false;
};

/** Time as the machine has it. */
export const realWaiting: Pick<SubscribeDependencies, 'sleep' | 'now' | 'random'> = {
  ...waiting,
  now: () => performance.now(),
  random: Math.random,
};

/**
 * Calls a consumer with every event that it asked for, one after another, in the index's order: first with what there is, then with what comes,
 * until the signal. It goes on from its checkpoint, so that after a crash only the events since are repeated.
 *
 * Whoever subscribes takes the checkpoint from an older consumer of the same name, which stops when it saves the next time:
 * at most `everyEvents` events or `everyMs` are handled by both. To do something exactly once, see {@link follow}.
 *
 * @returns when the signal came and the checkpoint is saved
 * @throws ConsumerFailedError the consumer kept failing; StaleCheckpointError another consumer took over;
 *   CheckpointMismatchError the checkpoint is of other types; and what the index and the checkpoint store throw
 * @example
 * const subscription = { name: 'mailer', tenantId: 'demo', types: ['match.finished'] };
 * await subscribe({ index, checkpoints, ...realWaiting }, subscription, event => mail(event), { signal });
 */
export const subscribe = async (
  dependencies: SubscribeDependencies,
  subscription: CatchUpSubscription,
  consumer: EventConsumer,
  options: SubscribeOptions = {},
): Promise<void> => {
  const { signal } = options;
  const claim = await dependencies.checkpoints.claim(subscription.tenantId, subscription.name);
  const keeper = keeperOf(dependencies, claim, options);
  const run = async (): Promise<void> => {
    for await (const batch of follow(dependencies, subscription, { checkpoint: claim.checkpoint, signal })) {
      for (const [index, event] of batch.events.entries()) {
        const consume = (): Promise<void> => consumer(event, signal);
        if (!(await handled(dependencies, subscription, consume, { ...options, event }))) return;
        const isLast = index === batch.events.length - 1;
        await keeper.done(isLast ? batch.checkpoint : { ...batch.before, after: event.id });
      }
      await keeper.passed(batch.checkpoint);
    }
  };
  try {
    await run();
  } catch (error) {
    if (!(error instanceof StaleCheckpointError)) await keeper.save();
    throw error;
  }
  await keeper.save();
};
