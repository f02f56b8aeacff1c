import fc from 'fast-check';
import { expect, it } from 'vitest';
import { project, type TallyTable } from '../../shared/application/project.ts';
import type { TallyReader } from '../../shared/application/read-models.ts';
import type { Envelope } from '../../shared/events/envelope.ts';
import { SORT, type StandingsEffect, standingsProjection } from '../../shared/projections/standings.ts';
import { statisticsProjection } from '../../shared/projections/statistics.ts';
import { keyText, type TallyProjection } from '../../shared/projections/tally.ts';
import { fixture } from '../domain/samples.ts';
import { seasons } from '../domain/season.ts';
import { type Counters, entriesOf, envelop, playMatches, rebuilt } from '../projections/harness.ts';
import { newTenant } from './commits.ts';

/** What a contract needs of a tally, open for the tests of one file. */
export type OpenTally = () => TallyTable & TallyReader;

const time = { sleep: (ms: number) => new Promise<void>(resolve => setTimeout(resolve, ms)), random: Math.random };

/** Counters without those that came to nothing: a table keeps them as zeros. */
const essential = (counters: Iterable<readonly [string, Readonly<Record<string, number>>]>): Counters =>
  Object.fromEntries(
    [...counters]
      .map(([key, add]) => [key, Object.fromEntries(Object.entries(add).filter(([, n]) => n !== 0))] as const)
      .filter(([, add]) => Object.keys(add).length > 0),
  );

/** A few matches as they may go, played in a tenant of their own, every event once. */
const season = (seed: number, tenantId: string): readonly Envelope[] =>
  playMatches(fc.sample(seasons, { seed, numRuns: 8 })).flatMap(({ events }) =>
    events.map(event => ({ ...event, tenantId })),
  );

const shuffled = <T>(items: readonly T[], seed: number): T[] =>
  fc.sample(fc.shuffledSubarray([...items], { minLength: items.length }), { seed, numRuns: 1 })[0] ?? [];

const expectRebuilt = async <Effect>(
  table: TallyReader,
  projection: TallyProjection<Effect>,
  events: readonly Envelope[],
  prefixes: readonly string[],
): Promise<void> => {
  const p = `${events[0]?.tenantId}#${fixture.competition}`;
  const found = (await Promise.all(prefixes.map(prefix => table.counters(p, prefix)))).flat();
  const counters = found.map(item => [keyText(item.key), item.counters] as const);
  expect(essential(counters)).toEqual(essential(Object.entries(rebuilt(projection, events))));
};

const entry = (tenantId: string, name: string) => ({
  key: { p: tenantId, s: `${SORT.entry}${name}` },
  history: [{ version: 1, at: '2023-08-11T20:00:00.000Z', effect: { kind: 'void' } as StandingsEffect }],
});

/** What every tally promises: entries and counters change together, and what comes out does not depend on the delivery. */
export const tallyContract = (open: OpenTally): void => {
  it('puts new entries and adds to counters', async () => {
    const p = newTenant();
    const [one, two] = ['one', 'two'].map(name => ({ ...entry(p, name), revision: 0 }));
    if (!one || !two) throw new Error('two entries');
    const row = { p, s: 'row#ada' };
    expect(await open().write([two, one], [{ key: row, add: { void: 2, x: 0.5 } }])).toEqual({ outcome: 'written' });
    expect(await open().write([], [{ key: row, add: { void: -1, y: 1 } }])).toEqual({ outcome: 'written' });
    const stored = [one, two].map(given => ({ ...given, revision: 1 }));
    expect(await open().entries(p, SORT.entry)).toEqual(stored);
    expect(await open().entries(p, 'entry#t')).toEqual(stored.slice(1));
    expect(await open().counters(p, 'row#')).toEqual([{ key: row, counters: { void: 1, x: 0.5, y: 1 } }]);
  });

  it('answers a write on an old revision with the entries as they are, and writes nothing of it', async () => {
    const p = newTenant();
    const row = { p, s: 'row#ada' };
    const given = ['one', 'two', 'three'].map(name => entry(p, name));
    await open().write(
      given.slice(0, 2).map(e => ({ ...e, revision: 0 })),
      [],
    );
    await open().write(
      given.slice(0, 1).map(e => ({ ...e, revision: 1 })),
      [],
    );
    const answer = await open().write(
      given.map((e, index) => ({ ...e, revision: index === 0 ? 1 : 0 })),
      [{ key: row, add: { void: 3 } }],
    );
    const stale = [2, 1].map((revision, index) => ({ ...given[index], revision }));
    expect(answer).toEqual({ outcome: 'stale', entries: stale });
    expect(await open().entries(p, SORT.entry)).toHaveLength(2);
    expect(await open().counters(p, 'row#')).toEqual([]);
  });

  it('reads counters by key, more than a request holds, and leaves out what is not there', async () => {
    const p = newTenant();
    const keys = Array.from({ length: 230 }, (_, index) => ({ p, s: `row#player-${String(index).padStart(3, '0')}` }));
    for (let start = 0; start < 220; start += 100)
      await open().write(
        [],
        keys.slice(start, Math.min(start + 100, 220)).map((key, n) => ({ key, add: { n: n + 1 } })),
      );
    const found = await open().countersOf(keys);
    expect([...found.keys()].sort()).toEqual(keys.slice(0, 220).map(({ s }) => s));
    expect(found.get('row#player-107')).toEqual({ n: 8 });
    expect(await open().countersOf([])).toEqual(new Map());
  });

  it.each([1, 2])('counts a season (%i) delivered in any order, with duplicates, as the pure fold does', async seed => {
    const events = season(seed, newTenant());
    const delivered = shuffled([...events, ...events.slice(0, 20)], seed);
    for (const [projection, prefixes] of [
      [standingsProjection, [SORT.row, SORT.summary]],
      [statisticsProjection, ['match#', 'day#', 'total']],
    ] as readonly [TallyProjection<unknown>, string[]][]) {
      const own = delivered.map(event => ({ ...event, tenantId: `${event.tenantId}-${prefixes.length}` }));
      await project(time, open(), projection, own.slice(0, 30));
      await project(time, open(), projection, own);
      const outcomes = await project(time, open(), projection, own);
      expect(outcomes.every(({ status }) => status === 'skipped')).toBe(true);
      await expectRebuilt(open(), projection, own, prefixes);
    }
  });

  it('counts the same when five projectors have the same events at once', async () => {
    const events = season(3, newTenant());
    const batches = Array.from({ length: 5 }, (_, seed) => shuffled(events, seed));
    await Promise.all(batches.map(batch => project(time, open(), standingsProjection, batch)));
    await expectRebuilt(open(), standingsProjection, events, [SORT.row, SORT.summary]);
    const stored = await open().entries(`${events[0]?.tenantId}#${fixture.competition}`, SORT.entry);
    const pure = [...entriesOf(standingsProjection, events).values()].filter(({ key }) => key.s.startsWith(SORT.entry));
    expect(new Map(stored.map(({ key, history }) => [key.s, history]))).toEqual(
      new Map(pure.map(({ key, history }) => [key.s, history])),
    );
  });

  it('takes twenty corrections of as many competitions, five items each, in one write', async () => {
    const tenantId = newTenant();
    const evaluated = (n: number, version: number, day: string): Envelope => ({
      ...envelop(`prediction-m-${n}.ada`, version, {
        type: 'prediction.evaluated',
        data: {
          predictionId: `m-${n}.ada`,
          matchId: `m-${n}`,
          competition: `cup-${n}`,
          playerId: 'ada',
          predicted: { home: 1, away: 0 },
          confidence: null,
          matchVersion: version,
          settledAt: `${day}T20:00:00.000Z`,
          verdict: { kind: 'void', reason: 'snow' },
        },
      }),
      tenantId,
    });
    const all = (version: number, day: string) => Array.from({ length: 20 }, (_, n) => evaluated(n, version, day));
    await project(time, open(), statisticsProjection, all(2, '2023-08-11'));
    const outcomes = await project(time, open(), statisticsProjection, all(3, '2023-08-12'));
    expect(outcomes).toEqual(Array(20).fill({ status: 'succeeded' }));
    expect(await open().counters(`${tenantId}#cup-19`, 'day#')).toMatchObject([
      { counters: { void: 0 } },
      { counters: { void: 1 } },
    ]);
  });
};
