import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { matchdayClient } from '../../../client/client.ts';
import { createPickStore, type PickStore } from '../../../web/play/pick-store.ts';

const storage = () => {
  const kept = new Map<string, string>();
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  };
};

const json = (status: number, body: unknown): Response => Response.json(body, { status });

let answers: (() => Response)[];
let requests: Request[];
let kept: ReturnType<typeof storage>;
let saved: (string | undefined)[];
const stores: PickStore[] = [];

const open = (): PickStore => {
  const api = matchdayClient({
    baseUrl: 'http://api.test',
    fetch: async request => {
      requests.push(request.clone());
      const answer = answers.shift();
      if (!answer) throw new TypeError('Failed to fetch');
      return answer();
    },
  });
  const store = createPickStore({ api, owner: 'demo/ann', storage: kept, onSaved: (_, event) => saved.push(event) });
  stores.push(store);
  return store;
};

beforeEach(() => {
  vi.useFakeTimers();
  [answers, requests, kept, saved] = [[], [], storage(), []];
});
afterEach(() => {
  for (const store of stores.splice(0)) store.close();
  vi.useRealTimers();
});

const pick = (home: number, away: number) => ({ type: 'edited', draft: { home, away, confidence: null } }) as const;
const created = () => json(201, { predictionId: 'a-b.ann', version: 1, events: ['prediction-a-b.ann:1'] });

describe('the picks of a player', () => {
  it('are handed in once one has stopped changing them', async () => {
    answers = [created];
    const store = open();
    store.tell('a-b', pick(1, 0));
    await vi.advanceTimersByTimeAsync(500);
    store.tell('a-b', pick(2, 0));
    await vi.advanceTimersByTimeAsync(600);
    expect(requests).toHaveLength(0);
    await vi.advanceTimersByTimeAsync(200);
    expect(requests).toHaveLength(1);
    expect(await requests[0]?.json()).toEqual({ matchId: 'a-b', predicted: { home: 2, away: 0 }, confidence: null });
    expect(store.entry('a-b')).toMatchObject({ status: 'saved', handed: { version: 1 } });
    expect(saved).toEqual(['prediction-a-b.ann:1']);
    expect(store.unsaved()).toBe(0);
  });

  it('are sent again under the same key while nobody answers, and kept for the next visit', async () => {
    const store = open();
    store.tell('a-b', pick(2, 0));
    await vi.advanceTimersByTimeAsync(800);
    expect(store.entry('a-b').status).toBe('failed');
    expect(store.unsaved()).toBe(1);
    store.close();
    const later = open();
    expect(later.entry('a-b')).toMatchObject({ status: 'dirty', draft: { home: 2, away: 0 } });
    await vi.advanceTimersByTimeAsync(1000);
    answers = [created];
    await vi.advanceTimersByTimeAsync(4000);
    expect(later.entry('a-b').status).toBe('saved');
    const keys = requests.slice(1).map(({ headers }) => headers.get('idempotency-key'));
    expect(keys).toHaveLength(2);
    expect(new Set(keys).size).toBe(1);
    expect(open().unsaved()).toBe(0);
  });

  it('change the version that was seen', async () => {
    answers = [() => json(200, { predictionId: 'a-b.ann', version: 4, events: ['prediction-a-b.ann:4'] })];
    const store = open();
    store.tell('a-b', {
      type: 'seen',
      handed: { predictionId: 'a-b.ann', version: 3, pick: { home: 0, away: 0, confidence: null } },
    });
    store.tell('a-b', pick(1, 1));
    await vi.advanceTimersByTimeAsync(800);
    expect(requests[0]?.url).toBe('http://api.test/v1/predictions/a-b.ann/revise');
    expect(requests[0]?.headers.get('if-match')).toBe('"3"');
    expect(store.entry('a-b').handed?.version).toBe(4);
  });

  it('that came too late say so', async () => {
    answers = [() => json(409, { title: 'locked', detail: 'picks closed' })];
    const store = open();
    store.tell('a-b', pick(1, 1));
    await vi.advanceTimersByTimeAsync(10_000);
    expect(requests).toHaveLength(1);
    expect(store.entry('a-b')).toMatchObject({ status: 'locked', reason: 'picks closed' });
  });

  it('that another device changed are read again, and shown beside mine', async () => {
    const theirs = {
      status: 'placed',
      key: { predictionId: 'a-b.ann' },
      pick: { predicted: { home: 0, away: 3 }, confidence: null },
      version: 2,
    };
    answers = [() => json(409, { title: 'already-exists', detail: 'revise it' }), () => json(200, theirs)];
    const store = open();
    store.tell('a-b', pick(1, 1));
    await vi.advanceTimersByTimeAsync(800);
    expect(store.entry('a-b')).toMatchObject({
      status: 'conflict',
      handed: { version: 2, pick: { away: 3 } },
      draft: { home: 1 },
    });
  });
});
