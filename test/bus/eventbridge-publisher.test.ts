import { EventBridgeClient, type PutEventsResultEntry } from '@aws-sdk/client-eventbridge';
import { afterEach, describe, expect, test } from 'vitest';
import { entryBytes, eventBridgePublisher } from '../../shared/bus/eventbridge-publisher.ts';
import type { Envelope } from '../../shared/events/envelope.ts';
import { postponed } from '../domain/samples.ts';
import { envelop } from '../projections/harness.ts';
import { type Reply, type Sent, startService } from './service.ts';

const MB = 1024 * 1024;

const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

interface Entry {
  readonly Detail: string;
}

const entriesOf = ({ body }: Sent): readonly Entry[] => body.Entries as readonly Entry[];

/** A bus that takes every entry, unless the test has other results for them. */
const accepting =
  (resultOf: (entry: Entry, index: number) => PutEventsResultEntry = (_, index) => ({ EventId: `id-${index}` })) =>
  (sent: Sent): Reply => {
    const Entries = entriesOf(sent).map(resultOf);
    return { body: { FailedEntryCount: Entries.filter(({ ErrorCode }) => ErrorCode).length, Entries } };
  };

const startBus = async (answer: (sent: Sent) => Reply = accepting()) => {
  const service = await startService(answer);
  const client = new EventBridgeClient(service.options);
  closing.push(async () => {
    client.destroy();
    await service.close();
  });
  return { publisher: eventBridgePublisher(client, 'matchday-bus'), requests: service.requests, close: service.close };
};

/** An event that takes this many bytes in a request; as short as it comes without. */
const eventOf = (stream: string, bytes = 0): Envelope => {
  const short = envelop(stream, 1, postponed('.'));
  const padding = Math.max(0, bytes - entryBytes(short));
  return envelop(stream, 1, postponed('.'.repeat(1 + padding)));
};

const events = (count: number, bytes?: number): Envelope[] =>
  Array.from({ length: count }, (_, index) => eventOf(`match-${String(index).padStart(3, '0')}`, bytes));

describe('an entry', () => {
  test('has the bus, our name, the type of the event, its envelope and its time', async () => {
    const bus = await startBus();
    const event = eventOf('match-burnley-city');
    expect(await bus.publisher.publish([event])).toEqual([{ outcome: 'published' }]);

    expect(bus.requests.map(({ target }) => target)).toEqual(['AWSEvents.PutEvents']);
    const [entry, ...more] = bus.requests.flatMap(entriesOf);
    expect(more).toEqual([]);
    expect(entry).toEqual({
      EventBusName: 'matchday-bus',
      Source: 'matchday',
      DetailType: 'match.postponed',
      Detail: JSON.stringify(event),
      Time: Date.parse(event.occurredAt) / 1000,
    });
  });

  test.each([
    ['01', '1'],
    ['00', '0'],
  ])('has the trace context in X-Ray’s words (flags %s)', async (flags, sampled) => {
    const bus = await startBus();
    const traceparent = `00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-${flags}`;
    await bus.publisher.publish([{ ...eventOf('match-a'), traceparent }]);
    expect(bus.requests.flatMap(entriesOf)).toMatchObject([
      { TraceHeader: `Root=1-4bf92f35-77b34da6a3ce929d0e0e4736;Parent=00f067aa0ba902b7;Sampled=${sampled}` },
    ]);
  });

  test('goes without a trace context that is none: one entry must not have the request refused', async () => {
    const bus = await startBus();
    await bus.publisher.publish([{ ...eventOf('match-a'), traceparent: 'x'.repeat(600) }]);
    expect(bus.requests.flatMap(entriesOf)[0]).not.toHaveProperty('TraceHeader');
  });

  test('is measured in bytes, not in characters', () => {
    const ascii = envelop('match-a', 1, postponed('u'.repeat(100)));
    const umlauts = envelop('match-a', 1, postponed('ü'.repeat(100)));
    expect(entryBytes(umlauts) - entryBytes(ascii)).toBe(100);
    expect(entryBytes(ascii)).toBe(14 + 'matchday'.length + 'match.postponed'.length + JSON.stringify(ascii).length);
  });
});

describe('requests', () => {
  const sizes = (groups: readonly (readonly Envelope[])[]) => groups.map(({ length }) => length);
  const { split } = eventBridgePublisher(new EventBridgeClient({ region: 'eu-central-1' }), 'bus');

  test.each([
    [0, []],
    [1, [1]],
    [10, [10]],
    [11, [10, 1]],
    [25, [10, 10, 5]],
  ])('%i small events are split into %j', (count, expected) => {
    const all = events(count);
    expect(sizes(split(all))).toEqual(expected);
    expect(split(all).flat()).toEqual(all);
  });

  test.each<[string, number[], number[]]>([
    ['two halves are a byte too much', [MB / 2, MB / 2], [1, 1]],
    ['two halves less a byte fit', [MB / 2, MB / 2 - 1], [2]],
    ['three of 400 KB', [400_000, 400_000, 400_000], [2, 1]],
    ['one too large goes alone', [1000, MB, 1000, 1000], [1, 1, 2]],
    ['one too large at the beginning', [MB + 5, 1000], [1, 1]],
  ])('%s', (_, bytes, expected) => {
    const all = bytes.map((size, index) => eventOf(`match-${index}`, size));
    expect(all.map(entryBytes)).toEqual(bytes);
    expect(sizes(split(all))).toEqual(expected);
  });

  test('one of every size that is split off is a request that the bus takes', async () => {
    const bus = await startBus();
    for (const group of bus.publisher.split([eventOf('match-a', MB - 1), eventOf('match-b')]))
      expect(await bus.publisher.publish(group)).toEqual([{ outcome: 'published' }]);
    expect(bus.requests.map(sent => entriesOf(sent).length)).toEqual([1, 1]);
  });
});

describe('results', () => {
  test.each([
    ['ThrottlingException', 'retry'],
    ['InternalException', 'retry'],
    ['InternalFailure', 'retry'],
    ['ServiceUnavailable', 'retry'],
    ['MalformedDetail', 'refused'],
    ['NotAuthorizedForSourceException', 'refused'],
  ])('of an entry: %s is %s', async (ErrorCode, outcome) => {
    const bus = await startBus(
      accepting((_, index) => (index === 1 ? { ErrorCode, ErrorMessage: 'because' } : { EventId: 'id' })),
    );
    expect(await bus.publisher.publish(events(3))).toEqual([
      { outcome: 'published' },
      { outcome, reason: `${ErrorCode}: because` },
      { outcome: 'published' },
    ]);
  });

  test('are those of their position, however they are mixed', async () => {
    const code = (index: number) => [undefined, 'ThrottlingException', 'MalformedDetail'][index % 3];
    const bus = await startBus(
      accepting((_, index) => {
        const ErrorCode = code(index);
        return ErrorCode === undefined ? { EventId: 'id' } : { ErrorCode };
      }),
    );
    const outcomes = (await bus.publisher.publish(events(10))).map(({ outcome }) => outcome);
    expect(outcomes).toEqual(Array.from({ length: 10 }, (_, index) => ['published', 'retry', 'refused'][index % 3]));
  });

  test('that are missing are not taken for published', async () => {
    const bus = await startBus(() => ({ body: { FailedEntryCount: 0, Entries: [{ EventId: 'id' }] } }));
    expect(await bus.publisher.publish(events(2))).toEqual([
      { outcome: 'published' },
      { outcome: 'retry', reason: 'no result' },
    ]);
  });

  test.each<[string, Reply]>([
    ['throttles', { status: 400, body: { __type: 'ThrottlingException', message: 'slow down' } }],
    ['is out of order', { status: 500, body: { __type: 'InternalFailure' } }],
    ['denies access', { status: 400, body: { __type: 'AccessDeniedException' } }],
  ])('of a request when the bus %s: every event is tried again', async (_, reply) => {
    const bus = await startBus(() => reply);
    expect(await bus.publisher.publish(events(3))).toEqual(
      Array(3).fill({
        outcome: 'retry',
        reason: expect.stringContaining(String((reply.body as { __type: string }).__type)),
      }),
    );
  });

  test('of a bus that is not there: every event is tried again', async () => {
    const bus = await startBus();
    await bus.close();
    expect((await bus.publisher.publish(events(2))).map(({ outcome }) => outcome)).toEqual(['retry', 'retry']);
  });

  test('of an event of a megabyte: refused, without a request', async () => {
    const bus = await startBus();
    const [group = []] = bus.publisher.split([eventOf('match-a', MB)]);
    expect(await bus.publisher.publish(group)).toEqual([
      { outcome: 'refused', reason: expect.stringContaining('1048576') },
    ]);
    expect(bus.requests).toEqual([]);
  });
});
