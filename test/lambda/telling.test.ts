import './environment.ts';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { remindingHandler } from '../../shared/lambda/reminding-handler.ts';
import { tellingBy } from '../../shared/lambda/telling.ts';
import { memoryEventStore } from '../../shared/store/memory-event-store.ts';
import { memoryTelling } from '../application/notifications/kit.ts';
import { memoryPlayerKeys } from '../support/memory-player-keys.ts';
import { captureOutput, contextWith } from './support.ts';

const notification = {
  tenantId: 'acme',
  inbox: 'player#ada',
  eventId: 'prediction-a.ada:2',
  at: '2023-08-11T20:00:00.000Z',
  kind: 'prediction-result',
  said: { en: { title: 'A - B', text: 'You said 1:0.' }, de: { title: 'A - B', text: 'Du hast 1:0 getippt.' } },
} as const;

const sources = () => {
  const { inbox, mail } = memoryTelling();
  return { inbox, mailLog: mail.log, store: memoryEventStore(), keys: vi.fn(() => memoryPlayerKeys()) };
};

let output: ReturnType<typeof captureOutput>;
beforeEach(() => {
  output = captureOutput();
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
});

describe('how a function tells people', () => {
  it.each([undefined, ''])('without MAIL_FROM (%j): not by mail, and no keys are asked for', from => {
    vi.stubEnv('MAIL_FROM', from);
    const own = sources();
    expect(tellingBy(own, () => async () => 'm-1')().mail).toBeUndefined();
    expect(own.keys).not.toHaveBeenCalled();
  });

  it('with it: from that address; and says of a mail that failed whose it was, not what it said', () => {
    vi.stubEnv('MAIL_FROM', 'news@example.org');
    const mailerOf = vi.fn(() => async () => 'm-1');
    const telling = tellingBy(sources(), mailerOf);
    expect(mailerOf).toHaveBeenCalledWith('news@example.org');
    telling().mail?.failed(notification, 'MessageRejected');
    const { tenantId, inbox, eventId } = notification;
    expect(output.logs()).toMatchObject([
      { level: 'ERROR', message: 'a mail failed', tenantId, inbox, eventId, reason: 'MessageRejected' },
    ]);
    for (const { title, text } of Object.values(notification.said))
      for (const word of [title, text]) expect(JSON.stringify(output.logs())).not.toContain(word);
  });

  it('has the time of the invocation', () => {
    const telling = tellingBy(sources(), () => async () => 'm-1');
    vi.useFakeTimers({ now: new Date('2031-03-01T12:00:00Z') });
    expect(telling().now).toBe('2031-03-01T12:00:00.000Z');
    vi.setSystemTime(new Date('2031-03-01T13:00:00Z'));
    expect(telling().now).toBe('2031-03-01T13:00:00.000Z');
    vi.useRealTimers();
  });
});

describe('the function that reminds', () => {
  it('has its run from the schedule, and counts who was reminded', async () => {
    const remind = vi.fn(async () => ({ matches: 2, players: 7 }));
    await remindingHandler(remind)({ time: '2031-03-08T10:00:00Z' }, contextWith());
    expect(remind).toHaveBeenCalledWith('2031-03-08T10:00:00.000Z');
    expect(output.metrics()).toContainEqual(expect.objectContaining({ reminded: 7 }));
    expect(output.logs()).toMatchObject([{ message: 'players were reminded', matches: 2, players: 7 }]);
  });

  it('fails when reminding fails, so that it is started again', async () => {
    const reminding = remindingHandler(() => Promise.reject(new Error('the table is gone')));
    await expect(reminding({ time: '2031-03-08T10:00:00Z' }, contextWith())).rejects.toThrow('the table is gone');
    expect(output.logs()).toMatchObject([{ level: 'ERROR', message: 'reminding failed' }]);
  });
});
