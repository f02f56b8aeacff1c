import { expect, test } from 'vitest';
import { deadOf, jsonOf, linesOf } from '../../cli/redrive/report.ts';
import type { ShownLetter } from '../../shared/application/dead-letters/list.ts';
import { showLetter } from '../../shared/lambda/http/dead-letter-schemas.ts';
import { scheduled } from '../domain/samples.ts';
import { streamOf } from '../projections/harness.ts';

const AT = '2023-08-11T20:00:00.000Z';
const [event] = streamOf('match-burnley-city', scheduled());
const shownOf = (messageId: string, error: string, own: Partial<ShownLetter> = {}): ShownLetter => ({
  letter: { handler: 'notify', queue: 'dead-letters', messageId, body: '', sentAt: AT, received: 5, handle: '' },
  ...{ kind: 'event', event: event ?? null, unreadable: null, subject: null, why: null, redrivable: true },
  payload: undefined,
  incidents: [
    { tenantId: 'acme', eventId: 'e', handler: 'notify', what: 'dead-lettered', at: AT, error, reason: 'no' },
  ],
  ...own,
});
const letterOf = (...of: Parameters<typeof shownOf>) => showLetter(shownOf(...of));
const queue = { handler: 'notify', queue: 'dead-letters', waiting: 6, inFlight: 1, seen: 5 } as const;
const letters = ['a', 'b', 'c', 'd'].map(id => letterOf(id, 'TypeError', { event: null, subject: `match-${id}:1` }));
const found = { queues: [queue], letters: [...letters, letterOf('e', 'RangeError')] };

test('what is dead is counted by reason, with the first that it is about, and those that are not shown', () => {
  expect(linesOf(found)).toEqual([
    'notify dead-letters: 7',
    `  4 × TypeError: no (match-a:1, match-b:1, match-c:1, …), since ${AT}`,
    `  1 × RangeError: no (match-burnley-city:1), since ${AT}`,
    '  2 not shown: about picks that are open, or somebody holds them',
  ]);
  expect(linesOf({ queues: [], letters: [] })).toEqual(['Nothing is dead.']);
  expect(linesOf({ ...found, letters: [letterOf('e', '', { redrivable: false })] })[0]).toMatch(/7, can only be/);
});

test('the reason is the last error, else what the bus or the message says', () => {
  const reasons = (own: Partial<ShownLetter>) =>
    jsonOf({ queues: [queue], letters: [letterOf('a', '', { incidents: [], ...own })] }).letters[0]?.reason;
  expect(reasons({})).toBe('no attempt is on record');
  expect(reasons({ why: 'too large' })).toBe('too large');
  const refusal = { code: 'NO_RESOURCE', message: 'gone' };
  expect(reasons({ letter: { ...shownOf('a', '').letter, refusal } })).toBe('NO_RESOURCE: gone');
});

test('a program is told the same, and nothing of what an event says', () => {
  const json = jsonOf(found);
  expect([json.dead, deadOf(found), json.letters.length]).toEqual([7, 7, 5]);
  expect(json.letters.at(-1)).toEqual({
    ...{ handler: 'notify', queue: 'dead-letters', messageId: 'e', kind: 'event', about: 'match-burnley-city:1' },
    ...{ type: 'match.scheduled', sentAt: AT, received: 5, redrivable: true, reason: 'RangeError: no', attempts: 1 },
  });
});
