import type { MiddlewareObj } from '@middy/core';
import type { Context, SQSBatchResponse } from 'aws-lambda';
import { failed, type Outcome } from '../application/outcome.ts';
import type { Envelope } from '../events/envelope.ts';
import type { Delivery, Handled } from './delivery.ts';

/** Waits for a task as long as the function's time allows. @throws HandlerTimeoutError */
type Within = <T>(task: Promise<T>) => Promise<T>;

/** Handles a batch of events and says what became of each, in order. */
export type BatchHandler = (events: readonly Envelope[], within: Within) => Promise<readonly Outcome[]>;

/**
 * The handler did not come to an end in time. The event is delivered again.
 *
 * @public
 */
export class HandlerTimeoutError extends Error {
  override readonly name = 'HandlerTimeoutError';
}

/** Left of the function's time for the outcomes to be written down. Milliseconds. */
const RESERVE_MS = 1000;
/** By this much a handler that waits for its events one by one is ahead of the limit of the batch. Milliseconds. */
const HEAD_START_MS = 50;

/**
 * Handles each event of a batch by itself, all at the same time: one that fails or does not end takes no other with it.
 */
export const eachEvent =
  (handle: (event: Envelope) => Promise<Outcome>): BatchHandler =>
  (events, within) =>
    Promise.all(
      events.map(async event => {
        try {
          return await within(handle(event));
        } catch (error) {
          return failed(error);
        }
      }),
    );

const limit =
  (milliseconds: number): Within =>
  task => {
    let timer: NodeJS.Timeout | undefined;
    const timeout = new Promise<never>((_, reject) => {
      timer = setTimeout(
        () => reject(new HandlerTimeoutError(`no end after ${Math.round(milliseconds)} ms`)),
        milliseconds,
      );
    });
    return Promise.race([task, timeout]).finally(() => clearTimeout(timer));
  };

const withoutHandling = ({ content }: Delivery): Outcome | undefined => {
  if (content.kind === 'future') return { status: 'parked', reason: content.error.message };
  return content.kind === 'invalid' ? failed(content.error) : undefined;
};

const eventOf = ({ content }: Delivery): readonly Envelope[] => (content.kind === 'event' ? [content.event] : []);

/** The last delivery that a queue allows ends in its dead-letter queue. */
const atLast = (outcome: Outcome, attempt: number, maxReceives: number): Outcome =>
  outcome.status === 'failed' && attempt >= maxReceives ? { status: 'dead-lettered', error: outcome.error } : outcome;

/**
 * The function under the middleware: hands the valid events of a batch to the handler, within the function's time.
 * An error of the handler is the outcome of every event it was given.
 */
export const runBatch =
  (handle: BatchHandler, maxReceives: number) =>
  async (deliveries: readonly Delivery[], context: Context): Promise<readonly Handled[]> => {
    const started = performance.now();
    const events = deliveries.flatMap(eventOf);
    const milliseconds = Math.max(0, context.getRemainingTimeInMillis() - RESERVE_MS);
    const handling = (async () => handle(events, limit(Math.max(0, milliseconds - HEAD_START_MS))))();
    const outcomes = await limit(milliseconds)(handling).catch(error => events.map(() => failed(error)));
    const durationMs = performance.now() - started;
    const next = outcomes.values();
    return deliveries.map(delivery => {
      const outcome =
        withoutHandling(delivery) ?? next.next().value ?? failed(new Error('the handler gave no outcome'));
      return { delivery, outcome: atLast(outcome, delivery.attempt, maxReceives), durationMs };
    });
  };

const mustReturn = ({ outcome }: Handled): boolean => outcome.status === 'failed' || outcome.status === 'dead-lettered';

/**
 * Middleware: answers SQS with the messages that failed, so that only those are delivered again.
 * https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-errorhandling.html
 */
export const partialBatchResponse = (): MiddlewareObj => ({
  after: request => {
    const handled = request.response as readonly Handled[];
    const response: SQSBatchResponse = {
      batchItemFailures: handled.filter(mustReturn).map(({ delivery }) => ({ itemIdentifier: delivery.messageId })),
    };
    request.response = response;
  },
});
