import './environment.ts';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { skipped, succeeded } from '../../shared/application/outcome.ts';
import type { Envelope } from '../../shared/events/envelope.ts';
import { eachEvent } from '../../shared/lambda/batch.ts';
import { contextOf, eventHandler } from '../../shared/lambda/event-handler.ts';
import { scheduled } from '../domain/samples.ts';
import { envelop } from '../projections/harness.ts';
import { finishedMatch, MAX_RECEIVES, message, own, setUp } from './handler-kit.ts';
import { captureOutput, contextWith, sqsEvent } from './support.ts';

let output: ReturnType<typeof captureOutput>;
beforeEach(() => {
  output = captureOutput();
});
afterEach(() => vi.restoreAllMocks());

describe('the audit', () => {
  test('is written before the queue is told', async () => {
    let write = (): void => {};
    const written = new Promise<void>(resolve => {
      write = resolve;
    });
    const handler = eventHandler(
      own,
      { record: () => written },
      eachEvent(async () => succeeded),
    );
    let answered = false;
    const answer = handler(sqsEvent(message(finishedMatch(1))), contextWith()).then(response => {
      answered = true;
      return response;
    });
    await new Promise(resolve => setTimeout(resolve, 20));
    expect(answered).toBe(false);
    write();
    expect(await answer).toEqual({ batchItemFailures: [] });
  });

  test('that cannot be written fails the invocation: all is delivered again', async () => {
    const down = new Error('audit table gone');
    const handler = eventHandler(
      own,
      { record: () => Promise.reject(down) },
      eachEvent(async () => succeeded),
    );

    await expect(handler(sqsEvent(message(finishedMatch(1))), contextWith())).rejects.toBe(down);
    expect(output.logs().find(({ message }) => message === 'invocation failed')).toMatchObject({ level: 'ERROR' });
  });
});

describe('what a function says of itself', () => {
  test('is a line for each event, with what it belongs to', async () => {
    const kit = setUp(event =>
      event.version === 1 ? Promise.resolve(succeeded) : Promise.reject(new Error('no inbox')),
    );
    await kit.invoke([message(finishedMatch(1)), message(finishedMatch(2), 2)]);

    const lines = output.logs().filter(({ message }) => message === 'event handled');
    const common = { service: 'notify', tenantId: 'acme', eventType: 'match.finished', function_name: 'notify' };
    expect(lines).toMatchObject([
      {
        ...common,
        level: 'DEBUG',
        status: 'succeeded',
        eventId: 'match-burnley-city:1',
        correlationId: 'command-1',
        causationId: 'cause-1',
        attempt: 1,
      },
      {
        ...common,
        level: 'WARN',
        status: 'failed',
        eventId: 'match-burnley-city:2',
        correlationId: 'command-2',
        causationId: 'cause-2',
        attempt: 2,
      },
    ]);
    expect(lines[1]?.error).toMatchObject({ name: 'Error', message: 'no inbox' });
  });

  test('counts outcomes by status in one line of metrics', async () => {
    const kit = setUp(async event => {
      if (event.version === 4) throw new Error('no inbox');
      return event.version === 3 ? skipped('already notified') : succeeded;
    });
    const parked = { ...finishedMatch(5), schemaVersion: '2.0' };
    const dead = { body: '?', receives: MAX_RECEIVES };
    await kit.invoke([...[1, 2, 3, 4].map(version => message(finishedMatch(version))), message(parked), dead]);

    const [line, ...more] = output.metrics();
    expect(more).toEqual([]);
    expect(line).toMatchObject({
      service: 'notify',
      succeeded: 2,
      skipped: 1,
      failed: 1,
      parked: 1,
      'dead-lettered': 1,
      duration: expect.any(Number),
      _aws: { CloudWatchMetrics: [{ Namespace: 'Matchday', Dimensions: [['service']] }] },
    });
  });
});

test('a handler commands under the event: caused by it, one hop further, with its id as the commit', () => {
  const traceparent = '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01';
  const event: Envelope = {
    ...envelop('match-burnley-city', 1, scheduled()),
    correlationId: 'command-1',
    hops: 2,
    priority: 'high',
    traceparent,
  };
  expect(contextOf(event)).toEqual({
    tenantId: 'acme',
    actor: 'notify',
    correlationId: 'command-1',
    causationId: 'match-burnley-city:1',
    commitId: 'match-burnley-city:1',
    now: expect.stringMatching(/^\d{4}-.*Z$/),
    hops: 3,
    priority: 'high',
    traceparent,
  });
});
