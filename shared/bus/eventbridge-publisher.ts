import { type EventBridgeClient, PutEventsCommand, type PutEventsRequestEntry } from '@aws-sdk/client-eventbridge';
import type { Publisher, PublishResult } from '../application/outbox.ts';
import type { Envelope } from '../events/envelope.ts';

/** Who publishes, as rules may match it. */
export const EVENT_SOURCE = 'matchday';

/** Limits of PutEvents. https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_PutEvents.html */
const MAX_ENTRIES = 10;
const MAX_REQUEST_BYTES = 1024 * 1024;
/** What EventBridge counts for the time of an entry. https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-putevent-size.html */
const TIME_BYTES = 14;

/** Errors of an entry that the next try may not meet. The others are about the entry itself. */
const PASSING = new Set(['ThrottlingException', 'InternalException', 'InternalFailure', 'ServiceUnavailable']);

/**
 * The trace context as X-Ray writes it, which PutEvents takes; W3C's own form it does not know.
 * https://docs.aws.amazon.com/xray/latest/devguide/xray-concepts.html#xray-concepts-tracingheader
 */
const traceHeader = (traceparent = ''): Pick<PutEventsRequestEntry, 'TraceHeader'> => {
  const [, time, random, parent, flags = ''] =
    /^00-([0-9a-f]{8})([0-9a-f]{24})-([0-9a-f]{16})-([0-9a-f]{2})$/.exec(traceparent) ?? [];
  if (time === undefined) return {};
  return { TraceHeader: `Root=1-${time}-${random};Parent=${parent};Sampled=${Number.parseInt(flags, 16) & 1}` };
};

const entryOf = (event: Envelope, bus: string): PutEventsRequestEntry => ({
  EventBusName: bus,
  Source: EVENT_SOURCE,
  DetailType: event.type,
  Detail: JSON.stringify(event),
  Time: new Date(event.occurredAt),
  ...traceHeader(event.traceparent),
});

/** Bytes of an event in a request. */
export const entryBytes = (event: Envelope): number =>
  TIME_BYTES + EVENT_SOURCE.length + event.type.length + Buffer.byteLength(JSON.stringify(event));

const split = (events: readonly Envelope[]): readonly (readonly Envelope[])[] => {
  const groups: Envelope[][] = [];
  let bytes = 0;
  for (const event of events) {
    const size = entryBytes(event);
    const last = groups.at(-1);
    if (last && last.length < MAX_ENTRIES && bytes + size < MAX_REQUEST_BYTES) {
      last.push(event);
      bytes += size;
    } else {
      groups.push([event]);
      bytes = size;
    }
  }
  return groups;
};

const resultOf = (code: string | undefined, message: string | undefined): PublishResult => {
  if (code === undefined) return { outcome: 'published' };
  const reason = `${code}: ${message ?? ''}`;
  return { outcome: PASSING.has(code) ? 'retry' : 'refused', reason };
};

/** Publishes to an EventBridge bus, one entry an event: detail-type is the event's type, detail its envelope. */
export const eventBridgePublisher = (client: EventBridgeClient, bus: string): Publisher => ({
  split,
  publish: async events => {
    // `split` leaves an event that fits in no request alone.
    if (events.some(event => entryBytes(event) >= MAX_REQUEST_BYTES))
      return [{ outcome: 'refused', reason: `an entry takes less than ${MAX_REQUEST_BYTES} bytes` }];
    try {
      const answer = await client.send(new PutEventsCommand({ Entries: events.map(event => entryOf(event, bus)) }));
      return events.map((_, index) => {
        const entry = answer.Entries?.[index];
        return entry ? resultOf(entry.ErrorCode, entry.ErrorMessage) : { outcome: 'retry', reason: 'no result' };
      });
    } catch (error) {
      return events.map(() => ({ outcome: 'retry', reason: String(error) }));
    }
  },
});
