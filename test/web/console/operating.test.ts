import { describe, expect, test } from 'vitest';
import { attemptsOf, nameOf, reasonOf } from '../../../client/dead-letters.ts';
import type { DeadLetter, Rebuild } from '../../../web/console/api-types.ts';
import { keyOf, refOf, toggled } from '../../../web/console/dead-letters/selection.ts';
import { isUnderWay, progressOf } from '../../../web/console/projections/use-projections.ts';

const at = '2023-08-11T20:00:00.000Z';
const letter: DeadLetter = {
  handler: 'notify',
  queue: 'dead-letters',
  messageId: 'm',
  sentAt: at,
  received: 6,
  refusal: null,
  ...{ kind: 'unreadable', subject: null, redrivable: true, why: null },
  event: null,
  unreadable: 'detail.id: is missing',
  payload: null,
  history: [
    { what: 'failed', at, attempt: 1, error: 'TypeError', reason: 'first' },
    { what: 'dead-lettered', at, attempt: 2, error: 'TypeError', reason: 'last' },
    { what: 'redriven', at, by: 'otto' },
  ],
};

describe('a dead letter', () => {
  test('is there for the last error, else for what the bus said, else since it cannot be read', () => {
    expect(reasonOf(letter)).toBe('TypeError: last');
    const refusal = { code: 'NO_PERMISSIONS', message: 'not allowed' };
    expect(reasonOf({ ...letter, history: [], refusal })).toBe('NO_PERMISSIONS: not allowed');
    expect(reasonOf({ ...letter, history: [], why: 'too large', unreadable: null })).toBe('too large');
    expect(reasonOf({ ...letter, history: [] })).toBe('detail.id: is missing');
    expect(reasonOf({ ...letter, history: [], unreadable: null })).toBe('');
  });

  test('is named by what it is about, as far as that is known', () => {
    expect([nameOf(letter), nameOf({ ...letter, subject: 'match-m:2' })]).toEqual(['m', 'match-m:2']);
  });

  test('has as many attempts as are on record; what operators did is none', () => {
    expect(attemptsOf(letter)).toHaveLength(2);
  });

  test('is chosen, and not, by its place and id', () => {
    const key = keyOf(letter);
    const once = toggled(new Set(), key);
    expect([[...once], [...toggled(once, key)]]).toEqual([[key], []]);
    expect(keyOf({ ...letter, queue: 'undelivered' })).not.toBe(key);
    expect(refOf(letter)).toEqual({ handler: 'notify', queue: 'dead-letters', messageId: 'm' });
  });
});

describe('a rebuild', () => {
  const progress = (state: Rebuild['state'], commits: number, total: number) => progressOf({ state, commits, total });

  test('is as far as commits were read, never further than the end, and nothing is known while it waits', () => {
    expect([progress('replaying', 250, 1000), progress('replaying', 1200, 1000), progress('done', 9, 9)]).toEqual([
      ...[0.25, 1, 1],
    ]);
    expect([progress('waiting', 0, 1000), progress('replaying', 5, 0)]).toEqual([undefined, undefined]);
  });

  test('is under way until it has ended', () => {
    const states = ['waiting', 'replaying', 'done', 'failed', 'cancelled'] as const;
    expect(states.filter(state => isUnderWay({ state }))).toEqual(['waiting', 'replaying']);
    expect(isUnderWay(null)).toBe(false);
  });
});
