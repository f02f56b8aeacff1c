import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compileFilter, InvalidFilterError } from '../../shared/application/webhooks/filter.ts';
import type { PlayerPick } from '../../shared/domain/verdict.ts';
import { type DomainEvent, EVENT_TYPES } from '../../shared/events/catalog.ts';
import type { Envelope } from '../../shared/events/envelope.ts';
import { sentEvent, WEBHOOK_TYPES } from '../../shared/events/webhook-events.ts';
import { after90, created, finished, key, pick, revised } from '../domain/samples.ts';
import { envelop } from '../projections/harness.ts';

const GOLDEN = join(import.meta.dirname, '../events/golden');
const golden = readdirSync(GOLDEN).map(file => JSON.parse(readFileSync(join(GOLDEN, file), 'utf8')) as Envelope);

const event = (data: DomainEvent): Envelope => envelop('prediction-a.b', 1, data);
const text = (data: DomainEvent): string => JSON.stringify(sentEvent(event(data)));

const picks = fc
  .record({
    home: fc.integer({ min: 0, max: 9 }),
    away: fc.integer({ min: 0, max: 9 }),
    c: fc.double({ min: 0, max: 1 }),
  })
  .map(({ home, away, c }): PlayerPick => ({ predicted: { home, away }, confidence: c }));

/** An evaluation of a pick, of a match that was perhaps never played. */
const evaluated = ({ predicted, confidence }: PlayerPick, awarded: boolean): DomainEvent => {
  const exact = predicted.home === 2 && predicted.away === 0;
  const accuracyScore = confidence === null ? null : 1 - (confidence - 1) ** 2;
  const scored = {
    actual: { home: 2, away: 0 },
    category: exact ? 'exact' : 'miss',
    isCorrect: exact,
    points: 0,
    accuracyScore,
  } as const;
  return {
    type: 'prediction.evaluated',
    data: {
      ...{ ...key, predicted, confidence, matchVersion: 2, settledAt: '2023-08-11T21:00:00.000Z' },
      verdict: { kind: 'scored', awarded, rules: { name: 'kicktipp-4-3-2', version: 1 }, byBasis: { FT90: scored } },
    },
  };
};

describe('what is sent', () => {
  test('is the same whatever the pick, as long as the match may still be open for picks', () => {
    fc.assert(
      fc.property(picks, picks, (one, another) => {
        expect(text(created(one))).toBe(text(created(another)));
        expect(text(revised(one, another))).toBe(text(revised(another, one)));
        expect(text(evaluated(one, true))).toBe(text(evaluated(another, true)));
        const voided = (of: PlayerPick): DomainEvent => {
          const { data } = evaluated(of, false) as DomainEvent & { type: 'prediction.evaluated' };
          return { type: 'prediction.evaluated', data: { ...data, verdict: { kind: 'void', reason: 'snow' } } };
        };
        expect(text(voided(one))).toBe(text(voided(another)));
      }),
    );
  });

  test('has the pick when the match was played', () => {
    const { data } = sentEvent(event(evaluated(pick('2-0', 0.7), false))) ?? { data: {} };
    expect(data).toMatchObject({ predicted: { home: 2, away: 0 }, confidence: 0.7, verdict: { byBasis: {} } });
  });

  test('is every event of these types, with what Standard Webhooks asks for, and none of another', () => {
    expect(golden.map(({ type }) => type).sort()).toEqual(expect.arrayContaining([...EVENT_TYPES].sort()));
    for (const one of golden) {
      const sent = sentEvent(one);
      expect([one.type, sent !== undefined]).toEqual([
        one.type,
        (WEBHOOK_TYPES as readonly string[]).includes(one.type),
      ]);
      if (sent) expect(sent).toMatchObject({ type: one.type, timestamp: one.occurredAt, id: one.id });
    }
    expect(WEBHOOK_TYPES.filter(type => /^(player|subscription)\./.test(type))).toEqual([]);
  });
});

describe('a filter', () => {
  const taken = (pattern: Record<string, unknown>, data: DomainEvent): boolean => {
    const sent = sentEvent(event(data));
    return sent !== undefined && compileFilter(pattern)(sent);
  };

  test('speaks of the event as it is on the bus', () => {
    const over = finished(after90('0-3'));
    expect(taken({ source: ['matchday'], 'detail-type': [{ prefix: 'match.' }] }, over)).toBe(true);
    expect(taken({ detail: { data: { result: { fullTime: { away: [{ numeric: ['>', 2] }] } } } } }, over)).toBe(true);
    expect(taken({ detail: { data: { competition: ['other'] } } }, over)).toBe(false);
  });

  test('cannot ask for what is not sent', () => {
    const sure = created(pick('2-0', 0.9));
    expect(taken({ detail: { data: { confidence: [{ numeric: ['>', 0.8] }] } } }, sure)).toBe(false);
    expect(taken({ detail: { data: { predicted: { home: [2] } } } }, sure)).toBe(false);
    expect(taken({ detail: { data: { confidence: [{ exists: false }] } } }, sure)).toBe(true);
  });

  test.each([
    ['nothing', {}, ''],
    ['a text instead of a list', { source: 'matchday' }, 'source'],
    [
      'an operator that there is not',
      { detail: { data: { home: [{ sounds: 'like' }] } } },
      'detail.data.home[0].sounds',
    ],
    ['4 KB', { source: ['x'.repeat(4096)] }, ''],
  ])('of %s is refused, by its path', (_, pattern, path) => {
    expect(() => compileFilter(pattern)).toThrow(
      expect.toSatisfy(error => error instanceof InvalidFilterError && error.path === path),
    );
  });

  test('costs little, however it is made', () => {
    const hostile = { detail: { data: { home: [{ wildcard: 'a*'.repeat(1900) }] } } };
    const many = { $or: Array.from({ length: 100 }, (_, n) => ({ source: [{ prefix: `${n}` }] })) };
    const long = sentEvent(
      event({
        ...finished(after90('0-3')),
        data: { ...finished(after90('0-3')).data, home: 'a'.repeat(200) },
      } as DomainEvent),
    );
    const filters = [hostile, many].map(compileFilter);
    const started = performance.now();
    for (let i = 0; i < 20; i += 1) for (const filter of filters) expect(long && filter(long)).toBe(false);
    expect(performance.now() - started).toBeLessThan(400);
  });
});
