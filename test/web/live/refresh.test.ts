import { QueryClient, QueryObserver } from '@tanstack/react-query';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createExpectations, MAX_AFTER } from '../../../web/live/expected.ts';
import { type About, concerns, type Hint, hintOf } from '../../../web/live/hints.ts';
import { readLive } from '../../../web/live/read.ts';
import { createRefresher } from '../../../web/live/refresh.ts';
import '../../../web/live/use-live-query.ts';

const hint = (over: Partial<Hint> = {}): Hint => ({
  id: 'match-m:1',
  type: 'match.finished',
  matchId: 'm',
  competition: 'cup',
  at: '2023-08-11T20:00:00.000Z',
  ...over,
});

let client: QueryClient;
let refresher: ReturnType<typeof createRefresher>;
beforeEach(() => {
  vi.useFakeTimers();
  client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  refresher = createRefresher(client);
});
afterEach(() => {
  refresher.close();
  client.clear();
  vi.useRealTimers();
});

/** A query on view that remembers what it was asked for, and answers in turn. */
const view = async (about: About, answers: readonly number[] = [], age: 'version' | 'counted' = 'counted') => {
  const asked: (string | undefined)[] = [];
  const seen: number[] = [];
  const observer = new QueryObserver<{ value: number }>(client, {
    queryKey: ['table', about],
    meta: { about },
    queryFn: context =>
      readLive(context, {
        read: async after => {
          asked.push(after);
          return { value: answers[asked.length - 1] ?? asked.length };
        },
        age: ({ value }) => ({ [age]: value }),
      }),
  });
  const end = observer.subscribe(({ data }) => {
    if (data && data.value !== seen.at(-1)) seen.push(data.value);
  });
  await vi.advanceTimersByTimeAsync(0);
  return { asked, seen, end };
};

describe('a hint', () => {
  it('has what it concerns read again with its id, and nothing else', async () => {
    const cup = await view({ competition: 'cup' });
    const league = await view({ competition: 'league' });
    refresher.hint(hint());
    await vi.advanceTimersByTimeAsync(200);
    expect([cup.asked, league.asked]).toEqual([[undefined, 'match-m:1'], [undefined]]);
    expect(cup.seen).toEqual([1, 2]);
  });

  it('is one read with those that come together, and later reads are as fresh', async () => {
    const cup = await view({ competition: 'cup' });
    for (const id of ['match-a:3', 'match-b:3', 'match-c:3']) refresher.hint(hint({ id }));
    await vi.advanceTimersByTimeAsync(200);
    await client.invalidateQueries();
    await vi.advanceTimersByTimeAsync(200);
    expect(cup.asked).toEqual([undefined, 'match-a:3,match-b:3,match-c:3', 'match-c:3']);
  });

  it('without an id has it read again, and again', async () => {
    const pool = await view({ poolId: 'p', competition: 'cup' });
    const { id: _, matchId: __, ...joined } = hint({ type: 'pool.player-joined', poolId: 'p' });
    refresher.hint(joined);
    await vi.advanceTimersByTimeAsync(10_000);
    expect(pool.asked).toEqual([undefined, undefined, undefined, undefined]);
  });

  it('waits for a query that nobody looks at', async () => {
    const cup = await view({ competition: 'cup' });
    cup.end();
    refresher.hint(hint());
    await vi.advanceTimersByTimeAsync(200);
    expect(cup.asked).toEqual([undefined]);
    const again = await view({ competition: 'cup' });
    await vi.advanceTimersByTimeAsync(200);
    expect(again.asked).toEqual(['match-m:1']);
  });
});

describe('a connection that is there again', () => {
  it('has everything on view read again, and once more when read models have come up', async () => {
    const cup = await view({ competition: 'cup' });
    refresher.everything();
    await vi.advanceTimersByTimeAsync(100);
    expect(cup.asked).toHaveLength(2);
    await vi.advanceTimersByTimeAsync(10_000);
    expect(cup.asked).toHaveLength(4);
  });
});

describe('an older answer', () => {
  it('by its version does not replace what is shown', async () => {
    const match = await view({ matchId: 'm' }, [3, 2, 4], 'version');
    await client.invalidateQueries();
    await client.invalidateQueries();
    expect(match.seen).toEqual([3, 4]);
  });

  it('by what it counts is asked for again', async () => {
    const cup = await view({ competition: 'cup' }, [5, 4, 6]);
    const done = client.invalidateQueries();
    await vi.advanceTimersByTimeAsync(1000);
    await done;
    expect([cup.asked.length, cup.seen]).toEqual([3, [5, 6]]);
  });

  it('is taken when it stays so: something was taken back', async () => {
    const cup = await view({ competition: 'cup' }, [5, 4, 4, 4, 4]);
    const done = client.invalidateQueries();
    await vi.advanceTimersByTimeAsync(5000);
    await done;
    expect([cup.asked.length, cup.seen]).toEqual([5, [5, 4]]);
  });
});

describe('what a query is about', () => {
  const { id: _, matchId: __, ...rest } = hint();
  const joined: Hint = { ...rest, type: 'pool.player-joined', poolId: 'p' };
  it.each<[About, boolean, boolean]>([
    [{}, true, false],
    [{ competition: 'cup' }, true, false],
    [{ competition: 'league' }, false, false],
    [{ matchId: 'm' }, true, false],
    [{ matchId: 'other', competition: 'cup' }, false, false],
    [{ poolId: 'p' }, false, true],
    [{ poolId: 'p', competition: 'cup' }, true, true],
    [{ poolId: 'q', competition: 'cup' }, true, false],
  ])('%j is concerned by a match of it (%s) or by its pool (%s)', (about, byMatch, byPool) => {
    expect([concerns(about, hint()), concerns(about, joined)]).toEqual([byMatch, byPool]);
  });

  it('is told by hints alone', () => {
    expect(hintOf(JSON.stringify(hint()))).toEqual(hint());
    for (const text of ['', '[]', 'null', '{"id":1}', '{"type":"x"}', '{"type":"x","at":"y","matchId":1}'])
      expect(hintOf(text)).toBeUndefined();
  });
});

describe('what is expected of a query', () => {
  it('is what was told and not yet shown, in the order of telling, and no more than one read takes', () => {
    const ids = fc.array(fc.nat(30).map(String), { maxLength: 40 });
    fc.assert(
      fc.property(ids, ids, (first, second) => {
        const expected = createExpectations();
        expected.expect('q', first);
        const asked = expected.of('q');
        expected.expect('q', second);
        expected.shown('q', asked);
        const left = [...new Set([...first, ...second].filter(id => !asked.includes(id)))];
        const now = expected.of('q');
        expect(now.length).toBeLessThanOrEqual(MAX_AFTER);
        for (const id of now) if (!asked.includes(id)) expect(left).toContain(id);
        expect(now.length > 0).toBe(first.length + second.length > 0);
      }),
    );
  });
});
