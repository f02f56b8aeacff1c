import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lookAround, showLetters } from '../../shared/application/dead-letters/list.ts';
import { DeadLetterQueueError, type LetterRef, type Place } from '../../shared/application/dead-letters/ports.ts';
import type { Operator } from '../../shared/application/dead-letters/search.ts';
import { discard, redrive } from '../../shared/application/dead-letters/settle.ts';
import type { Envelope } from '../../shared/events/envelope.ts';
import { memoryEventStore } from '../../shared/store/memory-event-store.ts';
import { scheduled } from '../domain/samples.ts';
import { streamOf } from '../projections/harness.ts';
import { memoryDeadLetters, memoryIncidents } from '../support/memory-dead-letters.ts';

const NOW = '2023-08-12T09:00:00.000Z';
const NOTIFY: Place = { handler: 'notify', queue: 'dead-letters' };
const STANDINGS: Place = { handler: 'project-standings', queue: 'undelivered' };
const otto: Operator = { tenantId: 'acme', actor: 'otto', platform: false };
const root: Operator = { tenantId: 'acme', actor: 'root', platform: true };

const [first] = streamOf('match-burnley-city', scheduled());

const eventOf = (tenantId: string, version: number): Envelope => {
  if (!first) throw new Error('no match was scheduled');
  return { ...first, tenantId, version, id: `${first.stream}:${version}` };
};
const bodyOf = (detail: unknown): string => JSON.stringify({ source: 'matchday', detail });

const open = () => {
  const letters = memoryDeadLetters();
  const incidents = memoryIncidents();
  const sources = { queues: letters.queues, incidents, store: memoryEventStore(), clock: () => NOW };
  const look = async (operator: Operator, handler?: string) => {
    const found = await lookAround(sources, operator, handler);
    return { ...found, ids: found.letters.map(({ letter }) => letter.messageId) };
  };
  return { ...letters, incidents, sources, look };
};
const at = (place: Place, messageId: string): LetterRef => ({ ...place, messageId });

describe('looking at dead letters', () => {
  it('shows the oldest first, more than a request brings, and leaves all where it was', async () => {
    const { put, look, ids } = open();
    for (let n = 25; n > 0; n -= 1)
      put(n % 2 ? NOTIFY : STANDINGS, bodyOf(eventOf('acme', n)), {
        messageId: `m${n}`,
        sentAt: new Date(Date.parse(NOW) + n).toISOString(),
      });
    const expected = Array.from({ length: 25 }, (_, index) => `m${index + 1}`);
    expect((await look(otto)).ids).toEqual(expected);
    const again = await look(otto);
    expect(again.ids).toEqual(expected);
    expect(again.letters[0]?.letter.received).toBe(2);
    expect(again.queues).toEqual([
      { ...NOTIFY, waiting: 13, inFlight: 0, seen: 13 },
      { ...STANDINGS, waiting: 12, inFlight: 0, seen: 12 },
    ]);
    expect((await look(otto, 'notify')).ids).toHaveLength(13);
    expect(ids()).toHaveLength(25);
  });

  it('shows what is one’s own tenant’s, and to operators of the platform what is nobody’s', async () => {
    const { put, look } = open();
    put(NOTIFY, bodyOf(eventOf('acme', 1)), { messageId: 'ours' });
    put(NOTIFY, bodyOf(eventOf('umbra', 1)), { messageId: 'theirs' });
    put(NOTIFY, 'no JSON at all', { messageId: 'poison' });
    put(NOTIFY, bodyOf({ tenantId: 'umbra', type: 'match.finished' }), { messageId: 'their poison' });
    expect((await look(otto)).ids).toEqual(['ours']);
    expect((await look(root)).ids.toSorted()).toEqual(['ours', 'poison']);
    expect((await look({ ...root, tenantId: 'umbra' })).ids.toSorted()).toEqual(['poison', 'their poison', 'theirs']);
  });

  it('does not see what another holds, and says that there is more', async () => {
    const { put, look, queues } = open();
    for (const messageId of ['a', 'b']) put(NOTIFY, bodyOf(eventOf('acme', 1)), { messageId });
    const held = await queues.hold(NOTIFY);
    put(NOTIFY, bodyOf(eventOf('acme', 2)), { messageId: 'c' });
    expect(await look(otto)).toMatchObject({ ids: ['c'], queues: [{ waiting: 1, inFlight: 2, seen: 1 }] });
    await queues.letGo(held);
    expect((await look(otto)).ids.toSorted()).toEqual(['a', 'b', 'c']);
  });

  it('shows of what cannot be read why, its history, and its words only when they are about a match', async () => {
    const { put, look, incidents, sources } = open();
    const finished = { tenantId: 'acme', type: 'match.finished', data: { result: 'none' } };
    put(NOTIFY, bodyOf(finished), { messageId: 'match' });
    put(NOTIFY, bodyOf({ ...finished, type: 'prediction.created', data: { predicted: [2, 1] } }), {
      messageId: 'pick',
    });
    put(NOTIFY, bodyOf({ type: 'match.finished' }), { messageId: 'nobody' });
    await incidents.record([
      { tenantId: 'unknown', eventId: 'pick', handler: 'notify', what: 'failed', at: NOW, attempt: 1 },
    ]);
    const shown = await showLetters(sources, (await look(root)).letters);
    const byId = new Map(shown.map(one => [one.letter.messageId, one]));
    expect(byId.get('match')).toMatchObject({
      event: null,
      payload: finished,
      unreadable: expect.stringContaining('detail'),
    });
    expect(byId.get('pick')).toMatchObject({ event: null, payload: undefined, incidents: [{ attempt: 1 }] });
    expect(byId.get('nobody')?.payload).toBeUndefined();
    const told = shown.map(({ letter, payload, unreadable }) => [letter.messageId, payload, unreadable]);
    expect(JSON.stringify(told)).not.toContain('predicted');
  });
});

describe('redriving', () => {
  it('sends some to their handlers and takes them out of the queue, with who did it', async () => {
    const { put, sources, sent, ids, incidents } = open();
    const body = bodyOf(eventOf('acme', 1));
    put(NOTIFY, body, { messageId: 'a' });
    put(STANDINGS, bodyOf(eventOf('acme', 2)), { messageId: 'b' });
    const chosen = { letters: [at(NOTIFY, 'a'), at(NOTIFY, 'gone'), at(NOTIFY, 'b')] };
    expect(await redrive(sources, otto, { chosen, now: NOW })).toEqual({
      done: [at(NOTIFY, 'a')],
      missing: [at(NOTIFY, 'gone'), at(NOTIFY, 'b')],
    });
    expect([sent, ids()]).toEqual([[{ handler: 'notify', body }], ['b']]);
    expect(incidents.all).toMatchObject([{ what: 'redriven', by: 'otto', at: NOW, tenantId: 'acme' }]);
  });

  it('of all never touches what is another tenant’s', async () => {
    const place = fc.constantFrom(NOTIFY, STANDINGS);
    const tenant = fc.constantFrom('acme', 'umbra', undefined);
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(place, tenant), { maxLength: 40 }), fc.boolean(), async (stored, platform) => {
        const { put, sources, sent, ids } = open();
        const all = stored.map(([where, who], index) => ({
          who,
          id: put(where, who ? bodyOf(eventOf(who, index + 1)) : `{"n":${index}}`, { messageId: `m${index}` }),
        }));
        const { done } = await redrive(sources, { ...otto, platform }, { chosen: { all: true }, now: NOW });
        const own = all.filter(({ who }) => who === 'acme' || (platform && who === undefined)).map(({ id }) => id);
        expect(done.map(({ messageId }) => messageId).toSorted()).toEqual(own.toSorted());
        expect(sent).toHaveLength(own.length);
        expect(ids().toSorted()).toEqual(all.flatMap(({ id }) => (own.includes(id) ? [] : [id])).toSorted());
        // Nothing is held any more.
        expect((await sources.queues.depth(NOTIFY)).inFlight).toBe(0);
      }),
      { numRuns: 30 },
    );
  });

  it('that dies between sending and removing loses nothing', async () => {
    const { put, sources, sent, ids, look } = open();
    put(NOTIFY, bodyOf(eventOf('acme', 1)), { messageId: 'a' });
    const broken = { ...sources, queues: { ...sources.queues, remove: () => Promise.reject(new Error('died')) } };
    await expect(redrive(broken, otto, { chosen: { all: true }, now: NOW })).rejects.toThrow('died');
    expect([sent.length, ids(), (await look(otto)).ids]).toEqual([1, ['a'], ['a']]);
  });

  it('removes nothing that its handler’s queue did not take', async () => {
    const { put, sources, look } = open();
    for (const messageId of ['a', 'b']) put(NOTIFY, bodyOf(eventOf('acme', 1)), { messageId });
    const full = {
      ...sources,
      queues: { ...sources.queues, sendBack: () => Promise.reject(new DeadLetterQueueError('full')) },
    };
    await expect(redrive(full, otto, { chosen: { all: true }, now: NOW })).rejects.toBeInstanceOf(DeadLetterQueueError);
    expect((await look(otto)).ids.toSorted()).toEqual(['a', 'b']);
  });
});

describe('discarding', () => {
  it('takes some away for good, and keeps who did it and why', async () => {
    const { put, sources, sent, ids, incidents } = open();
    for (const messageId of ['a', 'b']) put(NOTIFY, bodyOf(eventOf('acme', 1)), { messageId });
    const settled = await discard(sources, otto, { letters: [at(NOTIFY, 'a')], reason: 'a test', now: NOW });
    expect([settled.done, sent, ids()]).toEqual([[at(NOTIFY, 'a')], [], ['b']]);
    expect(incidents.all).toEqual([
      {
        tenantId: 'acme',
        eventId: eventOf('acme', 1).id,
        handler: 'notify',
        what: 'discarded',
        at: NOW,
        by: 'otto',
        reason: 'a test',
        messageId: 'a',
      },
    ]);
  });

  it('leaves everything where it is when that cannot be kept', async () => {
    const { put, sources, look } = open();
    put(NOTIFY, bodyOf(eventOf('acme', 1)), { messageId: 'a' });
    const silent = { ...sources, incidents: { ...sources.incidents, record: () => Promise.reject(new Error('no')) } };
    await expect(discard(silent, otto, { letters: [at(NOTIFY, 'a')], reason: 'x', now: NOW })).rejects.toThrow('no');
    expect((await look(otto)).ids).toEqual(['a']);
  });
});
