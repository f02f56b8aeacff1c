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

const told = (name: string, index: number, causationId = 'a command') => ({
  id: `${name}:${index}`,
  occurredAt: '2024-01-01',
  name,
  causationId,
});
const stream = (name: string) =>
  fc
    .array(fc.nat(9), { maxLength: 8 })
    .map(times => times.map((time, index) => ({ ...told(name, index), occurredAt: `2024-01-0${time}` })));

describe('two streams in one order', () => {
  it('have all events, each stream in its own order, and the order of time where the clocks agree with it', () => {
    fc.assert(
      fc.property(stream('cause'), stream('effect'), (causes, effects) => {
        const order = inOneOrder(causes, effects);
        expect(order.filter(({ name }) => name === 'cause')).toEqual(causes);
        expect(order.filter(({ name }) => name === 'effect')).toEqual(effects);
        const sorted = [...causes, ...effects].sort((a, b) => (a.occurredAt < b.occurredAt ? -1 : 1));
        const inOrder = (all: typeof causes) =>
          all.every(({ occurredAt }, index) => index === 0 || occurredAt >= (all[index - 1]?.occurredAt ?? ''));
        if (inOrder(causes) && inOrder(effects))
          expect(order.map(({ occurredAt }) => occurredAt)).toEqual(sorted.map(({ occurredAt }) => occurredAt));
      }),
    );
  });

  it('tell of what has one time the cause first, and the effect right after it', () => {
    const causes = [told('cause', 0), told('cause', 1)];
    const effects = [told('effect', 0), told('effect', 1, 'cause:0'), told('effect', 2, 'cause:1')];
    expect(inOneOrder(causes, effects.slice(1)).map(({ id }) => id)).toEqual([
      'cause:0',
      'effect:1',
      'cause:1',
      'effect:2',
    ]);
    expect(inOneOrder(causes, effects.slice(0, 1)).map(({ id }) => id)).toEqual(['cause:0', 'cause:1', 'effect:0']);
  });
});
