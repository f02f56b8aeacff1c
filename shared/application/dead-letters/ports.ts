import type { QueueDepth } from '../health.ts';

/**
 * The queues in which messages of a function end: after its last attempt; when the bus or a schedule could not reach it; commits
 * that it could not publish; and parts of the stream that it gave up on.
 */
export const DEAD_LETTER_QUEUES = ['dead-letters', 'undelivered', 'quarantine', 'abandoned'] as const;

/** One of those queues. */
export interface Place {
  readonly handler: string;
  readonly queue: (typeof DEAD_LETTER_QUEUES)[number];
}

/** Names a dead letter: where it is, and its id there. */
export interface LetterRef extends Place {
  readonly messageId: string;
}

/** A dead letter that was received: nobody else receives it until it is let go, or for a minute. */
export interface HeldLetter extends LetterRef {
  readonly body: string;
  /** When it was first sent to the handler. ISO 8601. */
  readonly sentAt: string;
  /** Times that anybody received it: a handler, or an operator who looked. */
  readonly received: number;
  /** Why the bus could not deliver it. */
  readonly refusal?: { readonly code: string; readonly message: string } | undefined;
  /** By which it is let go or removed. */
  readonly handle: string;
}

/**
 * The queues that dead letters are in. A queue cannot be listed: who looks receives some messages, and lets them go.
 *
 * @see https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-short-and-long-polling.html
 */
export interface DeadLetterQueues {
  places(): readonly Place[];
  /** Whether a message may go from there to a queue of its handler. All others can only be discarded, and are mended elsewhere. */
  redrivable(place: Place): boolean;
  /** How many are there, about. */
  depth(place: Place): Promise<QueueDepth>;
  /** Some that nobody holds; none: there are no more at the moment. */
  hold(place: Place): Promise<readonly HeldLetter[]>;
  /** Lets others have them again. */
  letGo(letters: readonly HeldLetter[]): Promise<void>;
  /** Sends a copy to the queue of its handler. @throws DeadLetterQueueError it was not taken, or may not go there */
  sendBack(letter: HeldLetter): Promise<void>;
  /** Takes them out of their queues for good. @throws DeadLetterQueueError */
  remove(letters: readonly HeldLetter[]): Promise<void>;
}

/** A queue did not do what it was told. What was done stays: the same again does the rest. */
export class DeadLetterQueueError extends Error {
  override readonly name = 'DeadLetterQueueError';
}

/** What was to be redriven has no queue to go to. */
export class NotRedrivableError extends Error {
  override readonly name = 'NotRedrivableError';
  constructor({ handler, queue }: Place) {
    super(`what is in the ${queue} of ${handler} cannot be redriven: mend it, then discard it`);
  }
}

/** An event at a handler, as the audit knows it; of a message that cannot be read, `unknown` and the id of the message. */
export interface EventAtHandler {
  readonly tenantId: string;
  readonly eventId: string;
  readonly handler: string;
}

/** What happened to an event at a handler that went wrong. */
export interface Incident extends EventAtHandler {
  readonly what: 'failed' | 'dead-lettered' | 'redriven' | 'discarded';
  /** ISO 8601. */
  readonly at: string;
  /** Of a failure: which attempt it was. */
  readonly attempt?: number | undefined;
  /** Of a failure: the kind of error. */
  readonly error?: string | undefined;
  /** The error's message; of what was discarded, why. */
  readonly reason?: string | undefined;
  /** The operator. */
  readonly by?: string | undefined;
  /** Of which message, where it is put on record: two of one event may fail in the same instant. */
  readonly messageId?: string | undefined;
}

/** The failed attempts of handlers, and what operators did then. */
export interface Incidents {
  /** The oldest first. */
  of(event: EventAtHandler): Promise<readonly Incident[]>;
  /** @throws what the store throws: then some may be recorded, and recording them again changes nothing */
  record(incidents: readonly Incident[]): Promise<void>;
}
