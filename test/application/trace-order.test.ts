import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inOneOrder, replacementsIn } from '../../shared/application/trace-order.ts';
import type { EventType } from '../../shared/events/catalog.ts';

/** Events of these types, whose ids are their places from 1. */
const events = (...types: readonly EventType[]) => types.map((type, index) => ({ id: String(index + 1), type }));
const replaced = (...types: readonly EventType[]) => Object.fromEntries(replacementsIn(events(...types)));

describe('what replaced what', () => {
  it('is the pick by a revision, the verdict by the next one, the result by its correction', () => {
    const story = [
      'match.scheduled',
      'prediction.created',
      'prediction.revised',
      'match.started',
      'match.finished',
      'prediction.evaluated',
      'match.result-corrected',
      'prediction.evaluated',
    ] as const;
    expect(replaced(...story)).toEqual({ 3: ['2'], 7: ['5'], 8: ['6'] });
  });

  it('is the kick-off by one that is put off, and both kick-off and calling off by a reinstatement', () => {
    expect(replaced('match.scheduled', 'match.postponed', 'match.rescheduled')).toEqual({ 2: ['1'], 3: ['2'] });
    expect(replaced('match.scheduled', 'match.cancelled', 'match.reinstated')).toEqual({ 3: ['1', '2'] });
  });

  it('is nothing by what follows an end', () => {
    const story = ['match.finished', 'prediction.evaluated', 'match.result-withdrawn', 'prediction.reopened'] as const;
    expect(replaced(...story, 'match.finished', 'prediction.evaluated')).toEqual({ 3: ['1'], 4: ['2'] });
    expect(replaced('prediction.created', 'prediction.cancelled', 'prediction.created')).toEqual({ 2: ['1'] });
  });
});

const stream = (name: string) =>
  fc
    .array(fc.nat(9), { maxLength: 8 })
    .map(times => times.map((time, index) => ({ occurredAt: `2024-01-0${time}`, name, index })));

describe('two streams in one order', () => {
  it('have all events, each stream in its own order, and a cause before what is not earlier', () => {
    fc.assert(
      fc.property(stream('cause'), stream('effect'), (causes, effects) => {
        const order = inOneOrder(causes, effects);
        expect(order.filter(({ name }) => name === 'cause')).toEqual(causes);
        expect(order.filter(({ name }) => name === 'effect')).toEqual(effects);
        const sorted = [...causes, ...effects].sort((a, b) => (a.occurredAt < b.occurredAt ? -1 : 1));
        const inOrder = (all: typeof causes) =>
          all.every(({ occurredAt }, index) => index === 0 || occurredAt >= (all[index - 1]?.occurredAt ?? ''));
        // Where the clocks agree with the versions it is the order of time, causes first.
        if (inOrder(causes) && inOrder(effects))
          expect(order.map(({ occurredAt }) => occurredAt)).toEqual(sorted.map(({ occurredAt }) => occurredAt));
      }),
    );
    const at = (name: string) => ({ occurredAt: '2024-01-01', name, index: 0 });
    expect(inOneOrder([at('cause')], [at('effect')]).map(({ name }) => name)).toEqual(['cause', 'effect']);
  });
});
