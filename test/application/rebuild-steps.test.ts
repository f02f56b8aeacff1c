import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inGeneration, projectAll } from '../../shared/application/generations.ts';
import {
  cancelRebuild,
  dropGenerations,
  startRebuild,
  switchGeneration,
} from '../../shared/application/rebuild-control.ts';
import type { RebuildMessage, ReplayPage, ReplaySource } from '../../shared/application/rebuild-job.ts';
import { failRebuild, rebuildStep, type StepDependencies } from '../../shared/application/rebuild-step.ts';
import type { Envelope } from '../../shared/events/envelope.ts';
import { competitionPartition, SORT, standingsProjection } from '../../shared/projections/standings.ts';
import { fixture } from '../domain/samples.ts';
import { seasons } from '../domain/season.ts';
import { playMatches } from '../projections/harness.ts';
import { memoryGenerations } from '../support/memory-generations.ts';
import { memoryRebuildJobs, memoryRebuildQueue } from '../support/memory-rebuilds.ts';
import { memoryTally } from '../support/memory-tally.ts';

const NOW = '2023-08-12T09:00:00.000Z';
const still = { sleep: async () => {}, random: () => 1 };
const p = competitionPartition('acme', fixture.competition);
const request = { id: 'one', by: 'otto', now: NOW };

const history = fc
  .array(seasons, { minLength: 1, maxLength: 2 })
  .map(playMatches)
  .map(matches => matches.flatMap(({ events }) => events));
const [season = []] = fc.sample(history, { numRuns: 1, seed: 3 });

/** The ledger in pages of so many events; its places are counted in `next`. */
const sourceOf = (events: readonly Envelope[], size: number): ReplaySource => ({
  async *from(cursor): AsyncGenerator<ReplayPage> {
    for (let at = cursor === 'start' ? 0 : cursor.next; at < events.length || at === 0; at += size) {
      const page = events.slice(at, at + size);
      const next = at + size < events.length ? { p: '', s: '', stream: '', next: at + size } : ('end' as const);
      yield { events: page, commits: page.length, next };
      if (next === 'end') return;
    }
  },
});

const open = (events: readonly Envelope[] = season, size = 2) => {
  const tally = memoryTally();
  const standings = { projection: 'standings' as const, register: memoryGenerations(), jobs: memoryRebuildJobs() };
  const filled = { ...standings, tally, projection: standingsProjection };
  const queue = memoryRebuildQueue();
  let elapsed = 0;
  const dependencies: StepDependencies = {
    ...still,
    queue,
    source: sourceOf(events, size),
    now: () => NOW,
    // Each look at the clock is half a minute later: a step does two pages.
    elapsed: () => {
      elapsed += 30_000;
      return elapsed;
    },
  };
  const rebuildable = { ...standings, projection: 'standings' as const };
  const step = (message: RebuildMessage) =>
    rebuildStep(dependencies, { ...filled, projection: standingsProjection } as never, message);
  // A row that came to nothing stays as zeros where it was made before its verdict was taken back.
  const rowsOf = async (generation: number) =>
    (await inGeneration(tally, generation).counters(p, SORT.row))
      .map(
        ({ key, counters }) =>
          [
            key.s,
            Object.entries(counters)
              .filter(([, count]) => count !== 0)
              .sort(),
          ] as const,
      )
      .filter(([, counts]) => counts.length > 0);
  return {
    rebuildable,
    queue,
    step,
    rowsOf,
    start: (own = request) => startRebuild(rebuildable, { queue, count: async () => events.length }, own),
    apply: (some: readonly Envelope[]) =>
      projectAll(still, { tally, generations: () => standings.register.read() }, standingsProjection, some),
    /** Has steps done until none is left. */
    drain: async (limit = 1000) => {
      for (let steps = 0; steps < limit && queue.messages.length > 0; steps += 1)
        await step(queue.messages.shift() as RebuildMessage);
    },
  };
};

describe('a rebuild in steps', () => {
  it('comes to what the one in use has, however messages are doubled and steps die', async () => {
    await fc.assert(
      fc.asyncProperty(
        history,
        fc.integer({ min: 1, max: 5 }),
        fc.array(fc.constantFrom('once', 'twice', 'at once'), { minLength: 1, maxLength: 30 }),
        async (events, size, turns) => {
          const { rebuildable, queue, step, rowsOf, start, apply } = open(events, size);
          await apply(events);
          await start();
          for (let turn = 0; queue.messages.length > 0 && turn < 500; turn += 1) {
            const message = queue.messages.shift() as RebuildMessage;
            const how = turns[turn % turns.length];
            if (how === 'at once') await Promise.all([step(message), step(message)]);
            else await step(message);
            if (how === 'twice' && turn < 20) await step(message);
          }
          expect(await rebuildable.jobs.read()).toMatchObject({ state: 'done', events: events.length });
          expect(await rebuildable.register.read()).toEqual({ active: 1, written: [0, 1], newest: 1 });
          expect(await rowsOf(1)).toEqual(await rowsOf(0));
        },
      ),
      { numRuns: 25 },
    );
  });

  it('goes on where it was when it runs out of time', async () => {
    const { rebuildable, queue, step, start } = open();
    expect(await start()).toMatchObject({ state: 'waiting', generation: 1, commits: 0, total: season.length });
    expect(queue.messages).toEqual([{ projection: 'standings', jobId: 'one' }]);
    expect(await step({ projection: 'standings', jobId: 'one' })).toBe('continued');
    expect(await rebuildable.jobs.read()).toMatchObject({ state: 'replaying', events: 4, cursor: { next: 4 } });
    expect((await rebuildable.register.read()).active).toBe(0);
  });

  it('started again with its key is the same one; another has to wait', async () => {
    const { queue, start, drain } = open();
    const job = await start();
    expect(await start()).toEqual(job);
    await expect(start({ ...request, id: 'two' })).rejects.toThrow('under way');
    expect(queue.messages).toHaveLength(2);
    await drain();
    expect(await start()).toMatchObject({ state: 'done' });
    await expect(start({ ...request, id: 'two' })).rejects.toThrow('are written already');
  });

  it('can be given up, and then a step does nothing more', async () => {
    const { rebuildable, queue, step, start } = open();
    await expect(cancelRebuild(rebuildable, NOW)).rejects.toThrow('no rebuild');
    await start();
    await step(queue.messages.shift() as RebuildMessage);
    expect(await cancelRebuild(rebuildable, NOW)).toMatchObject({ state: 'cancelled', events: 4 });
    expect(await cancelRebuild(rebuildable, NOW)).toMatchObject({ state: 'cancelled' });
    expect(await step({ projection: 'standings', jobId: 'one' })).toBe('over');
    expect(await rebuildable.register.read()).toEqual({ active: 0, written: [0], newest: 1 });
    expect(await start({ ...request, id: 'two' })).toMatchObject({ generation: 2 });
  });

  it('that dies before it switches over switches over the next time', async () => {
    const { rebuildable, start, drain, queue, step } = open();
    await start();
    const { register } = rebuildable;
    const replace = register.replace;
    register.replace = () => Promise.reject(new Error('died'));
    await expect(drain()).rejects.toThrow('died');
    await expect(cancelRebuild(rebuildable, NOW)).rejects.toThrow('complete');
    register.replace = replace;
    expect([queue.messages, await step({ projection: 'standings', jobId: 'one' })]).toEqual([[], 'done']);
    expect((await register.read()).active).toBe(1);
  });

  it('that fails for good says why, and can be given up', async () => {
    const { rebuildable, start } = open();
    await start();
    const message = { projection: 'standings', jobId: 'one' } as const;
    await failRebuild(rebuildable, { ...message, jobId: 'other' }, { reason: 'no', now: NOW });
    expect(await rebuildable.jobs.read()).toMatchObject({ state: 'waiting' });
    await failRebuild(rebuildable, message, { reason: 'the ledger is gone', now: NOW });
    expect(await rebuildable.jobs.read()).toMatchObject({ state: 'failed', reason: 'the ledger is gone' });
    expect(await cancelRebuild(rebuildable, NOW)).toMatchObject({ state: 'cancelled' });
  });

  it('can be switched back, forward again, and made the only one', async () => {
    const { rebuildable, start, drain } = open();
    await start();
    await expect(switchGeneration(rebuildable, 1)).rejects.toThrow('cancel it first');
    await expect(dropGenerations(rebuildable)).rejects.toThrow('cancel it first');
    await drain();
    expect(await switchGeneration(rebuildable, 0)).toMatchObject({ active: 0, written: [0, 1] });
    expect(await switchGeneration(rebuildable, 1)).toMatchObject({ active: 1 });
    await expect(switchGeneration(rebuildable, 7)).rejects.toThrow('not written');
    expect(await dropGenerations(rebuildable)).toEqual({ active: 1, written: [1], newest: 1 });
  });
});
