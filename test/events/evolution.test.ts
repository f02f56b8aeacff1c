import fc from 'fast-check';
import { describe, expect, expectTypeOf, it } from 'vitest';
import * as z from 'zod';
import { type Chain, readerOf, type UpcastersOf, upcaster } from '../../shared/events/evolution.ts';

/** A catalog of three majors: goals side by side, then as a text, then (with a minor version more) as a score. */
const scoreSchema = z.object({ home: z.number().int().min(0), away: z.number().int().min(0) });
const V1 = z.object({ homeGoals: z.number(), awayGoals: z.number(), referee: z.string().default('unknown') });
const V2 = z.object({ score: z.string().regex(/^\d+:\d+$/), referee: z.string() });
const V3 = z.object({ score: scoreSchema, referee: z.string(), attendance: z.number().optional() });
const catalog = {
  'game.ended': { version: '3.1', data: V3 },
  'game.begun': { version: '1.2', data: z.object({ at: z.string() }) },
} as const;

const toText = ({ homeGoals, awayGoals, referee }: z.output<typeof V1>) => ({
  score: `${homeGoals}:${awayGoals}`,
  referee,
});
const toScore = ({ score, referee }: z.output<typeof V2>) => {
  const [home = Number.NaN, away = Number.NaN] = score.split(':').map(Number);
  return { score: { home, away }, referee };
};
const upcasters: UpcastersOf<typeof catalog> = { 'game.ended': upcaster(V1, toText).next(V2, toScore) };
const read = readerOf(catalog, upcasters);

const ended = { score: { home: 3, away: 1 }, referee: 'ada' };

describe('data of an earlier version come as those of today', () => {
  it.each([
    ['1.0', { homeGoals: 3, awayGoals: 1, referee: 'ada' }],
    ['1.4', { homeGoals: 3, awayGoals: 1, referee: 'ada', ball: 'new' }],
    ['2.0', { score: '3:1', referee: 'ada' }],
    ['2.3', { score: '3:1', referee: 'ada', weather: 'rain' }],
    ['3.0', ended],
    ['3.1', ended],
  ])('from %s', (version, data) => {
    const before = structuredClone(data);
    expect(read('game.ended', version, data)).toEqual({ outcome: 'read', schemaVersion: '3.1', data: ended });
    expect(data).toEqual(before);
  });

  it('with what an earlier minor version left out filled in by its schema', () => {
    const reading = read('game.ended', '1.0', { homeGoals: 0, awayGoals: 0 });
    expect(reading).toMatchObject({ outcome: 'read', data: { referee: 'unknown' } });
  });

  it('whatever they are, and again as themselves', () => {
    fc.assert(
      fc.property(fc.nat(), fc.nat(), fc.string(), (homeGoals, awayGoals, referee) => {
        const first = read('game.ended', '1.0', { homeGoals, awayGoals, referee });
        if (first.outcome !== 'read') throw new Error(first.outcome);
        expect(first.data).toEqual({ score: { home: homeGoals, away: awayGoals }, referee });
        expect(read('game.ended', first.schemaVersion, first.data)).toEqual(first);
      }),
    );
  });
});

describe('data that only newer code can read are of the future', () => {
  it.each([
    ['game.ended', '4.0', ended, '3.1'],
    ['game.ended', '99.0', ended, '3.1'],
    ['game.ended', '3.2', { ...ended, referee: ['ada', 'bob'] }, '3.1'],
    ['game.begun', '2.0', { at: 'noon' }, '1.2'],
    ['game.begun', 'latest', { at: 'noon' }, '1.2'],
    ['game.paused', '1.0', {}, undefined],
    ['toString', '1.0', {}, undefined],
  ])('%s %s', (type, version, data, known) => {
    expect(read(type, version, data)).toEqual({ outcome: 'future', known });
  });

  it('but those of a newer minor version that this one can read are read, without what it adds', () => {
    const data = { ...ended, weather: 'rain' };
    expect(read('game.ended', '3.7', data)).toEqual({ outcome: 'read', schemaVersion: '3.1', data: ended });
  });
});

describe('data that are not what their version says are invalid', () => {
  it.each([
    ['3.1', { score: '3:1', referee: 'ada' }],
    ['3.0', { score: '3:1', referee: 'ada' }],
    ['2.0', ended],
    ['1.0', { homeGoals: '3' }],
  ])('%s %j, said by the schema of that version', (version, data) => {
    expect(read('game.ended', version, data)).toMatchObject({ outcome: 'invalid', cause: expect.any(z.ZodError) });
  });

  it('and so is what an upcaster makes of them, when it is not what today says', () => {
    const minus = read('game.ended', '1.0', { homeGoals: -1, awayGoals: 0 });
    expect(minus).toMatchObject({ outcome: 'invalid', cause: { issues: [{ path: ['score', 'home'] }] } });
  });

  it('and what an upcaster throws at', () => {
    const failing = upcaster(V1, () => {
      throw new TypeError('no such field');
    });
    const reader = readerOf({ 'game.ended': { version: '2.0', data: V2 } } as const, { 'game.ended': failing });
    const reading = reader('game.ended', '1.0', { homeGoals: 1, awayGoals: 0 });
    expect(reading).toEqual({ outcome: 'invalid', cause: new TypeError('no such field') });
  });

  it('before major version 1 there was none', () => {
    expect(read('game.ended', '0.9', {})).toEqual({
      outcome: 'invalid',
      cause: new RangeError('there is no major version 0'),
    });
    expect(read('game.begun', '0.9', { at: 'noon' })).toEqual({
      outcome: 'invalid',
      cause: new RangeError('there is no upcaster from 0'),
    });
  });
});

describe('what does not compile', () => {
  type Needed = UpcastersOf<typeof catalog>;

  it('is a catalog of which a type beyond version 1 has no upcasters', () => {
    expectTypeOf<keyof Needed>().toEqualTypeOf<'game.ended'>();
    expectTypeOf<Record<never, never>>().not.toExtend<Needed>();
  });

  it('is a chain that ends before today, or beyond it', () => {
    const short = upcaster(V1, () => ended);
    const long = upcaster(V1, toText)
      .next(V2, toScore)
      .next(V3, data => data);
    expectTypeOf(short).toEqualTypeOf<Chain<2, typeof ended>>();
    expectTypeOf<{ 'game.ended': typeof short }>().not.toExtend<Needed>();
    expectTypeOf<{ 'game.ended': typeof long }>().not.toExtend<Needed>();
    expect([short.major, long.major, long.older.length]).toEqual([2, 4, 3]);
  });

  it('is a chain that yields other data than those of today', () => {
    const wrong = upcaster(V1, toText).next(V2, ({ referee }) => ({ referee }));
    expectTypeOf<{ 'game.ended': typeof wrong }>().not.toExtend<Needed>();
    const right = upcaster(V1, toText).next(V2, toScore);
    expectTypeOf<{ 'game.ended': typeof right }>().toExtend<Needed>();
  });

  it('is a link that does not take what the one before it gives', () => {
    const first = upcaster(V1, toText);
    expectTypeOf<typeof V2>().toExtend<Parameters<typeof first.next>[0]>();
    expectTypeOf<typeof V3>().not.toExtend<Parameters<typeof first.next>[0]>();
  });
});
