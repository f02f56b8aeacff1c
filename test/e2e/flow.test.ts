import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Json } from '../../local/types.ts';
import type { Envelope } from '../../shared/events/envelope.ts';
import { outOfOrder, playThreeMatches, publishedBy, putOnBus, stateHash, THREE_MATCHES } from './delivery.ts';
import { forgottenStory } from './forgotten.ts';
import { openStack, PATIENCE_MS, remove, synthesize, type TestStack } from './harness.ts';
import { answersOf, expectedAnswers } from './index-answers.ts';
import { newerCodeStory } from './newer-code.ts';
import { predictionStory } from './prediction-story.ts';
import { tokenStory } from './token-story.ts';
import { remindedStory } from './told.ts';
import { webhookStory } from './webhook-story.ts';
import { worldOf } from './world.ts';

let assembly: string;
let open: TestStack;

beforeAll(async () => {
  assembly = await synthesize();
  open = await openStack(assembly);
}, PATIENCE_MS);
afterAll(async () => {
  await open?.[Symbol.asyncDispose]();
  await remove(assembly);
});

const isOf = (tenant: string, detail: Json | undefined): boolean =>
  (detail as unknown as Envelope | undefined)?.tenantId === tenant;

const publishedOf = (tenant: string): readonly Envelope[] => publishedBy(open, tenant);

describe('a prediction', () => predictionStory(() => open));

describe('health', () => {
  it('is a word for anybody, and numbers of the handlers and their queues for operators', async () => {
    expect(await (await fetch(`${open.apiUrl}/v1/health`)).json()).toEqual({ status: 'ok' });
    type Health = { status: string; backlog: number; handlers: { handler: string; lastHour: { events: number } }[] };
    const health = await open.api.get<Health>(
      { tenant: 'flow', player: 'otto', scopes: ['operator'] },
      '/v1/health/events',
    );
    expect(health).toMatchObject({ status: 'ok', reasons: [], backlog: 0, deadLetters: 0 });
    const none = { waiting: 0, inFlight: 0 };
    expect(health.handlers.find(({ handler }) => handler === 'project-standings')).toMatchObject({
      lastHour: { errors: 0, events: expect.any(Number) },
      queues: { events: none, deadLetters: none, undelivered: none },
    });
    const events = health.handlers.find(({ handler }) => handler === 'project-standings')?.lastHour.events ?? 0;
    expect(events).toBeGreaterThan(0);
  });
});

describe('a fact that a producer states', () => {
  it('goes the way of every fact', async () => {
    const fixture = { matchId: 'stated', competition: 'cup', round: null, home: 'A', away: 'B' };
    const kickOff = { at: '2031-04-01T15:00:00.000Z', timeKnown: true };
    const fact = { type: 'match.scheduled', data: { ...fixture, kickOff } };
    await open.api.post({ tenant: 'flow', player: 'feed', scopes: ['producer'] }, '/v1/events', fact);
    await open.settled();
    expect(publishedOf('flow').at(-1)).toMatchObject({ ...fact, id: 'match-stated:1', actor: 'feed' });
  });
});

describe('a player', () => forgottenStory(() => open));

describe('an event', () => webhookStory(() => open));

describe('whatever happens on the way', () => {
  const play = async (tenant: string): Promise<void> => {
    expect(await playThreeMatches(open, worldOf(open, tenant))).toEqual(THREE_MATCHES);
    expect(outOfOrder(publishedOf(tenant))).toEqual([]);
  };

  it.each([
    ['duplicate', 60],
    ['reorder', 20],
  ] as const)('standings and statistics are the same: %s', { timeout: PATIENCE_MS }, async (kind, count) => {
    open.stack.bus.inject({ kind, count });
    await play(kind);
  });

  it('standings and statistics are the same: PutEvents is down for longer than the outbox waits, then fails in part', {
    timeout: PATIENCE_MS,
  }, async () => {
    const gaveUp = (): boolean => open.reports.some(line => /OutboxHandler.* failed a batch/.test(line));
    let troubles = 12;
    open.stack.bus.observe(({ detail }) => {
      if (!isOf('fail', detail) || troubles === 0) return;
      troubles -= 1;
      open.stack.bus.inject({ kind: 'fail', count: 2 });
    });
    // While it is down, everything piles up and then comes in few batches.
    open.stack.bus.inject({ kind: 'fail', count: Number.POSITIVE_INFINITY });
    const down = expect.poll(gaveUp, { timeout: PATIENCE_MS, interval: 20 }).toBe(true);
    const up = down.then(() => open.stack.bus.inject({ kind: 'fail', count: 0 }));
    await Promise.all([play('fail'), up]);
    expect(troubles).toBe(0);
  });

  it('the books balance', async () => {
    const { stored, published, deadLettered, withoutOutcome } = await open.ledger();
    expect({ published, deadLettered, withoutOutcome }).toEqual({
      published: stored,
      deadLettered: 0,
      withoutOutcome: [],
    });
  });

  it('the index answers with every event, once', { timeout: PATIENCE_MS }, async () => {
    const events = [...new Map(publishedOf('flow').map(event => [event.id, event])).values()];
    expect(await answersOf(open, 'flow', events)).toEqual(expectedAnswers(events));
  });

  it('to deliver every event once more, the newest first, changes nothing', { timeout: PATIENCE_MS }, async () => {
    const before = await stateHash(open);
    const logged = open.logs.length;
    const events = [...new Map(open.published.map(event => [`${event.tenantId}#${event.id}`, event])).values()];
    expect(await putOnBus(open, events.toReversed())).toBe(0);
    await open.settled();
    expect(await stateHash(open)).toBe(before);
    expect(open.logs.slice(logged).filter(line => line.includes('"notified"'))).toEqual([]);
    expect((await open.ledger()).withoutOutcome).toEqual([]);
  });
});

describe('a token', () => tokenStory(() => open));

describe('an event of version 99.0', () => newerCodeStory(() => open));

describe('a player who has not picked', () => remindedStory(() => open));
