import './environment.ts';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { hintOf, type LiveChannel, pushLive } from '../../shared/application/push-live.ts';
import { EVENT_TYPES } from '../../shared/events/catalog.ts';
import { type Envelope, parseEnvelope } from '../../shared/events/envelope.ts';
import { LIVE_MATCH_TYPES, LIVE_POOL_TYPES } from '../../shared/events/live-events.ts';
import { eventHandler } from '../../shared/lambda/event-handler.ts';
import { goldenOf } from '../events/golden.ts';
import { finishedMatch, message, own, reasonOf, statuses } from './handler-kit.ts';
import { captureOutput, contextWith, memoryAudit, sqsEvent } from './support.ts';

beforeEach(() => {
  captureOutput();
});
afterEach(() => vi.restoreAllMocks());

const MINUTES = 10;
const NOW = '2023-08-11T20:10:00.000Z';

/** The handler before a channel that remembers, and takes what `fails` has no error for. */
const setUp = (fails: (channel: string, id: string) => Error | undefined = () => undefined, now = NOW) => {
  const told: string[][] = [];
  const channel: LiveChannel = {
    publish: async (tenantId, topic, hints) => {
      const path = `${tenantId}/${topic}`;
      told.push([path, ...hints.map(({ id, type }) => id ?? type)]);
      return hints.map(({ id }) => fails(path, id ?? ''));
    },
  };
  const audit = memoryAudit();
  const handler = eventHandler(own, audit, pushLive({ channel, now: () => now, maxAgeMinutes: MINUTES }));
  const invoke = async (...events: readonly Envelope[]) =>
    (await handler(sqsEvent(...events.map(event => message(event))), contextWith())).batchItemFailures.map(
      ({ itemIdentifier }) => itemIdentifier,
    );
  return { invoke, told, audit };
};

const joined = (tenantId = 'acme'): Envelope => ({
  ...parseEnvelope(goldenOf('pool.player-joined'), 'joined'),
  id: 'membership-p.ann:1',
  tenantId,
  occurredAt: '2023-08-11T20:00:00.000Z',
});

describe('the live channel', () => {
  test('is told of a batch by tenant and topic, in order', async () => {
    const { invoke, told, audit } = setUp();
    const other = { ...finishedMatch(2), tenantId: 'other' };
    expect(await invoke(finishedMatch(1), other, joined(), finishedMatch(3))).toEqual([]);
    expect(told).toEqual([
      ['acme/matches', 'match-burnley-city:1', 'match-burnley-city:3'],
      ['other/matches', 'match-burnley-city:2'],
      ['acme/pools', 'pool.player-joined'],
    ]);
    expect(statuses({ audit })).toEqual(Array(4).fill('succeeded'));
  });

  test('that does not take a hint gets its message again, and no other', async () => {
    const { invoke, audit } = setUp((_, id) => (id.endsWith(':2') ? new Error('429') : undefined));
    expect(await invoke(finishedMatch(1), finishedMatch(2), finishedMatch(3))).toEqual(['message-1']);
    expect(statuses({ audit })).toEqual(['succeeded', 'failed', 'succeeded']);
    expect(reasonOf(audit.records[1]?.outcome)).toBe('Error: 429');
  });

  test('that fails as a whole takes no other tenant with it', async () => {
    const { invoke, audit } = setUp(path => {
      if (path.startsWith('acme/')) throw new Error('down');
      return undefined;
    });
    expect(await invoke(finishedMatch(1), { ...finishedMatch(2), tenantId: 'other' })).toEqual(['message-0']);
    expect(statuses({ audit })).toEqual(['failed', 'succeeded']);
  });

  test.each([
    ['as old as may be', NOW, 'succeeded', ''],
    ['a millisecond older', '2023-08-11T20:10:00.001Z', 'skipped', 'is too old to be told'],
    ['of a clock that is ahead', '2023-08-11T19:59:00.000Z', 'succeeded', ''],
  ])('is told of what is fresh: %s', async (_, now, status, reason) => {
    const { invoke, told, audit } = setUp(undefined, now);
    expect(await invoke(finishedMatch(1))).toEqual([]);
    expect([statuses({ audit }), reasonOf(audit.records[0]?.outcome)]).toEqual([[status], reason]);
    expect(told).toHaveLength(status === 'succeeded' ? 1 : 0);
  });

  test.each([
    [50, 'succeeded'],
    [51, 'skipped'],
  ])('has no channel for a tenant of more than 50 characters: %i', async (length, status) => {
    const { invoke, audit } = setUp();
    await invoke({ ...finishedMatch(1), tenantId: 'a'.repeat(length) });
    expect(statuses({ audit })).toEqual([status]);
  });

  test('is not told of an event that is not for pages', async () => {
    const { invoke, told, audit } = setUp();
    await invoke({
      ...parseEnvelope(goldenOf('prediction.created'), 'created'),
      occurredAt: '2023-08-11T20:00:00.000Z',
    });
    expect([told, statuses({ audit })]).toEqual([[], ['skipped']]);
  });
});

describe('a hint', () => {
  const told: readonly string[] = [...LIVE_MATCH_TYPES, ...LIVE_POOL_TYPES];
  const golden = (type: string): Envelope => parseEnvelope(goldenOf(type), type);

  test.each(EVENT_TYPES)('of %s says that it happened, and nothing of what anybody picked or who they are', type => {
    const event = golden(type);
    const hint = hintOf(event)?.hint;
    if (!told.includes(type)) {
      expect(hint).toBeUndefined();
      return;
    }
    const { matchId, poolId, competition, playerId } = event.data as Readonly<Record<string, string>>;
    const about = JSON.parse(JSON.stringify({ matchId, poolId, competition }));
    const id = playerId === undefined ? { id: event.id } : {};
    expect(hint).toEqual({ ...id, type, ...about, at: event.occurredAt });
    if (playerId !== undefined) expect(JSON.stringify(hint)).not.toContain(playerId);
  });
});
