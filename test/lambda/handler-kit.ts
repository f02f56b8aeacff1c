import './environment.ts';
import type { Outcome } from '../../shared/application/outcome.ts';
import type { Envelope } from '../../shared/events/envelope.ts';
import { subscription } from '../../shared/events/subscription.ts';
import { eachEvent } from '../../shared/lambda/batch.ts';
import { eventHandler } from '../../shared/lambda/event-handler.ts';
import { after90, finished } from '../domain/samples.ts';
import { envelop } from '../projections/harness.ts';
import { busEvent, contextWith, type Message, memoryAudit, sqsEvent } from './support.ts';

/** Deliveries before the queue gives up. */
export const MAX_RECEIVES = 5;
/** The subscription under test. */
export const own = subscription({ routes: [{ types: ['match.finished'] }], access: [], maxReceives: MAX_RECEIVES });

/** An event with its own correlation and causation for each version. */
export const finishedMatch = (version: number): Envelope => ({
  ...envelop('match-burnley-city', version, finished(after90('0-3'))),
  correlationId: `command-${version}`,
  causationId: `cause-${version}`,
});

/** The message that brings an event. */
export const message = (detail: unknown, receives = 1): Message => ({ body: busEvent(detail), receives });

/** What a test has done with an event. */
export type Handle = (event: Envelope) => Promise<Outcome>;

/** A handler of single events with an audit in memory; `invoke` answers with the messages it gives back. */
export const setUp = (handle: Handle) => {
  const seen: string[] = [];
  const audit = memoryAudit();
  const handler = eventHandler(
    own,
    audit,
    eachEvent(event => {
      seen.push(event.id);
      return handle(event);
    }),
  );
  const invoke = async (messages: readonly Message[], remaining?: number) =>
    (await handler(sqsEvent(...messages), contextWith(remaining))).batchItemFailures.map(
      ({ itemIdentifier }) => itemIdentifier,
    );
  return { invoke, seen, audit, handler };
};

/** The outcomes on record, in order. */
export const statuses = ({ audit }: Pick<ReturnType<typeof setUp>, 'audit'>) =>
  audit.records.map(({ outcome }) => outcome.status);

/** What an outcome says of itself. */
export const reasonOf = (outcome: Outcome | undefined): string => {
  if (!outcome || outcome.status === 'succeeded') return '';
  return 'error' in outcome ? `${outcome.error.name}: ${outcome.error.message}` : outcome.reason;
};
