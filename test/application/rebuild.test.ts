import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  activeReader,
  cachedGenerations,
  type GenerationalTally,
  inGeneration,
  projectAll,
  REGISTER_CACHE_MS,
} from '../../shared/application/generations.ts';
import type { TallyWrite } from '../../shared/application/project.ts';
import type { TallyReader } from '../../shared/application/read-models.ts';
import { dropOthers, RebuildError, rebuild, replay, switchTo } from '../../shared/application/rebuild.ts';
import type { Envelope } from '../../shared/events/envelope.ts';
import { competitionPartition, SORT, standingsProjection } from '../../shared/projections/standings.ts';
import { keyText } from '../../shared/projections/tally.ts';
import { fixture } from '../domain/samples.ts';
import { seasons } from '../domain/season.ts';
import { type Counters, playMatches, rebuilt } from '../projections/harness.ts';
import { memoryGenerations } from '../support/memory-generations.ts';
import { memoryTally } from '../support/memory-tally.ts';

const still = { sleep: async () => {}, random: () => 1 };
const p = competitionPartition('acme', fixture.competition);

async function* pagesOf(events: readonly Envelope[], size: number): AsyncGenerator<readonly Envelope[]> {
  for (let start = 0; start < events.length; start += size) {
    await Promise.resolve();
    yield events.slice(start, start + size);
  }
}

const essential = (counters: Iterable<readonly [string, Readonly<Record<string, number>>]>): Counters =>
  Object.fromEntries(
    [...counters]
      .map(([key, add]) => [key, Object.fromEntries(Object.entries(add).filter(([, n]) => n !== 0))] as const)
      .filter(([, add]) => Object.keys(add).length > 0),
  );

const countersOf = async (reader: TallyReader): Promise<Counters> => {
  const found = (await Promise.all([SORT.row, SORT.summary].map(prefix => reader.counters(p, prefix)))).flat();
  return essential(found.map(({ key, counters }) => [keyText(key), counters] as const));
};
const expected = (events: readonly Envelope[]): Counters =>
  essential(Object.entries(rebuilt(standingsProjection, events)));

/** A read model, its handlers that look at the register only when `refresh` is called, and its readers who always do. */
const open = () => {
  const register = memoryGenerations();
  const tally = memoryTally();
  let now = 0;
  const handlers: GenerationalTally = { tally, generations: cachedGenerations(register, () => now) };
  const reader = activeReader({ tally, generations: () => register.read() });
  const refresh = () => {
    now += REGISTER_CACHE_MS + 1;
  };
  const apply = (events: readonly Envelope[]) => projectAll(still, handlers, standingsProjection, events);
  const source = (events: readonly Envelope[], size = 3) => ({
    tally,
    projection: standingsProjection,
    pages: pagesOf(events, size),
    onProgress: () => {},
  });
  return { register, tally, reader, refresh, apply, source };
};

const history = fc
  .array(seasons, { minLength: 1, maxLength: 3 })
  .map(playMatches)
  .map(matches => matches.flatMap(({ events }) => events));

describe('a rebuild', () => {
  it('while events go on comes to what all of them make, and the old one too', async () => {
    await fc.assert(
      fc.asyncProperty(history, fc.nat(), fc.nat(), fc.integer({ min: 1, max: 9 }), async (events, a, b, size) => {
        const { register, tally, reader, refresh, apply, source } = open();
        const [first, second] = [a % (events.length + 1), b % (events.length + 1)].sort((x, y) => x - y) as [
          number,
          number,
        ];
        await apply(events.slice(0, first));
        // Handlers that do not know of the new generation yet go on writing the old one alone.
        const unaware = async () => {
          await apply(events.slice(first, second));
          refresh();
        };
        // What comes while the ledger is read comes by the handlers alone, between two pages.
        const pages = (async function* read() {
          yield* pagesOf(events.slice(0, second), size);
          await apply(events.slice(second));
        })();
        await rebuild(still, register, { ...source([]), pages }, unaware);
        expect(await register.read()).toEqual({ active: 1, written: [0, 1], newest: 1 });
        expect(await countersOf(reader)).toEqual(expected(events));
        expect(await countersOf(inGeneration(tally, 0))).toEqual(expected(events));
      }),
      { numRuns: 60 },
    );
  });

  it('leaves what was read as it was until it is complete, and can be taken back', async () => {
    const events = playMatches(fc.sample(seasons, { seed: 7, numRuns: 6 })).flatMap(one => one.events);
    const { register, tally, reader, refresh, apply, source } = open();
    await apply(events);
    // Somebody broke the counters.
    await tally.write([], [{ key: { p, s: `${SORT.row}ada` }, add: { void: 1000 } }]);
    const broken = await countersOf(reader);
    const looks: Counters[] = [];
    const watched = {
      ...source(events),
      pages: (async function* watch() {
        for await (const page of pagesOf(events, 5)) {
          looks.push(await countersOf(reader));
          yield page;
        }
      })(),
    };
    await rebuild(still, register, watched, async () => refresh());
    expect(looks.length).toBeGreaterThan(1);
    for (const look of looks) expect(look).toEqual(broken);
    expect(await countersOf(reader)).toEqual(expected(events));
    await switchTo(register, 0);
    expect(await countersOf(reader)).toEqual(broken);
    await switchTo(register, 1);
    expect(await dropOthers(register)).toEqual({ active: 1, written: [1], newest: 1 });
    await expect(switchTo(register, 0)).rejects.toThrow(RebuildError);
  });

  it('is refused while another one is written, and uses no number twice', async () => {
    const { register, source } = open();
    const nobody = async () => {};
    await rebuild(still, register, source([]), nobody);
    await expect(rebuild(still, register, source([]), nobody)).rejects.toThrow('generations 0, 1 are written already');
    await switchTo(register, 0);
    await dropOthers(register);
    await rebuild(still, register, source([]), nobody);
    expect(await register.read()).toEqual({ active: 2, written: [0, 2], newest: 2 });
  });

  it('that fails leaves the old one active', async () => {
    const { register, source } = open();
    const failing = {
      ...source([]),
      pages: (async function* fail(): AsyncGenerator<readonly Envelope[]> {
        yield [];
        throw new Error('the ledger is away');
      })(),
    };
    await expect(rebuild(still, register, failing, async () => {})).rejects.toThrow('the ledger is away');
    expect(await register.read()).toMatchObject({ active: 0, written: [0, 1] });
  });
});

describe('a replay', () => {
  it('of what is there changes nothing; of what is missing adds it', async () => {
    const events = playMatches(fc.sample(seasons, { seed: 11, numRuns: 6 })).flatMap(one => one.events);
    const { reader, apply, source } = open();
    await apply(events.filter((_, index) => index % 3 > 0));
    const told: number[] = [];
    const count = await replay(still, { ...source(events), onProgress: n => told.push(n) }, 0);
    expect([count, told.at(-1)]).toEqual([events.length, events.length]);
    expect(await countersOf(reader)).toEqual(expected(events));
    await replay(still, source(events), 0);
    expect(await countersOf(reader)).toEqual(expected(events));
  });

  it('applies a page anew that others got in the way of, some times', async () => {
    const events = playMatches(fc.sample(seasons, { seed: 3, numRuns: 2 })).flatMap(one => one.events);
    const { tally, source } = open();
    let left = 20;
    const contended: TallyWrite<never> = { outcome: 'contended' };
    const busy = {
      ...tally,
      write: (async (...args) => (left-- > 0 ? contended : tally.write(...args))) as typeof tally.write,
    };
    await replay(still, { ...source(events), tally: busy }, 0);
    expect(await countersOf(tally)).toEqual(expected(events));
    left = Number.POSITIVE_INFINITY;
    await expect(replay(still, { ...source(events), tally: busy }, 0)).resolves.toBe(events.length);
    await expect(replay(still, { ...source(events), tally: busy }, 1)).rejects.toThrow('each met another transaction');
  });
});
