import fc from 'fast-check';
import { expect, test } from 'vitest';
import { follow } from '../../shared/application/catch-up.ts';
import { type CheckpointStore, StaleCheckpointError } from '../../shared/application/checkpoints.ts';
import { subscribe } from '../../shared/application/subscribe.ts';
import type { Envelope } from '../../shared/events/envelope.ts';
import { eventAt, idsOf, openSubscribeWorld, type SubscribeWorld, TENANT } from './subscribe-world.ts';

const TYPES = ['match.finished', 'match.started'];

/** Where a consumer is killed; what is not there never happens. */
interface Death {
  /** At its nth event ... */
  readonly atEvent: number;
  /** ... before or after its work was done ... */
  readonly afterWork: boolean;
  /** ... or at the nth time it saves ... */
  readonly atSave: number;
  /** ... before or after that reached the store. */
  readonly saved: boolean;
}

const death = fc.record<Death>({
  atEvent: fc.integer({ min: 1, max: 40 }),
  afterWork: fc.boolean(),
  atSave: fc.integer({ min: 1, max: 8 }),
  saved: fc.boolean(),
});

const worlds = fc.record({
  /** Types of the events, in chunks: each but the first comes while a consumer has caught up. */
  chunks: fc.array(fc.array(fc.constantFrom(0, 0, 1), { maxLength: 15 }), { minLength: 1, maxLength: 6 }),
  /** How much of the log the answers look at, one after another, over and over. */
  sizes: fc.array(fc.integer({ min: 1, max: 20 }), { minLength: 1, maxLength: 5 }),
  filtered: fc.boolean(),
  everyEvents: fc.integer({ min: 1, max: 12 }),
  deaths: fc.array(death, { maxLength: 6 }),
});

type World = typeof worlds extends fc.Arbitrary<infer T> ? T : never;

/** A log that grows whenever somebody waits for it; `idle` is called when there is no more to come. */
const growing = ({ chunks, sizes }: World) => {
  let answers = 0;
  const world = openSubscribeWorld(() => {
    answers += 1;
    return sizes[answers % sizes.length] ?? 1;
  });
  let count = 0;
  const coming = chunks.map(chunk =>
    chunk.map(type => {
      count += 1;
      return eventAt(count, TYPES[type]);
    }),
  );
  const all = coming.flat();
  const grow = (idle: () => void): void => {
    const next = coming.shift();
    if (next) world.log.append(...next);
    else idle();
  };
  grow(() => {});
  return { world, all, grow };
};

class Killed extends Error {}

/** A checkpoint store of somebody who is killed when it saves; once killed, nothing is saved any more. */
const mortalStore = (
  { checkpoints }: SubscribeWorld,
  { atSave, saved }: Death,
  dead: { is: boolean },
): CheckpointStore => {
  let saves = 0;
  return {
    claim: checkpoints.claim,
    save: async (claim, checkpoint) => {
      saves += 1;
      if (!dead.is && saves === atSave && saved) await checkpoints.save(claim, checkpoint);
      if (dead.is || saves === atSave) {
        dead.is = true;
        throw new Killed();
      }
      await checkpoints.save(claim, checkpoint);
    },
  };
};

/** A kill only at the end, or none. */
const NEVER: Death = { atEvent: 0, afterWork: false, atSave: 0, saved: false };

/** One life of a consumer. @returns the events whose work was done */
const live = async (
  { world, grow }: ReturnType<typeof growing>,
  { filtered, everyEvents }: World,
  fate: Death,
): Promise<readonly Envelope[]> => {
  const ended = new AbortController();
  const dead = { is: false };
  const done: Envelope[] = [];
  let calls = 0;
  const consume = async (event: Envelope): Promise<void> => {
    calls += 1;
    const dies = calls === fate.atEvent;
    if (!dies || fate.afterWork) done.push(event);
    if (!dies) return;
    dead.is = true;
    throw new Killed();
  };
  const dependencies = {
    ...world.dependencies(() => grow(() => ended.abort())),
    checkpoints: mortalStore(world, fate, dead),
  };
  const subscription = { name: 'mailer', tenantId: TENANT, ...(filtered && { types: ['match.finished'] }) };
  const options = { signal: ended.signal, everyEvents, attempts: 1 };
  await subscribe(dependencies, subscription, consume, options).catch((error: unknown) => {
    if (!dead.is) throw error;
  });
  return done;
};

const wantedOf = (all: readonly Envelope[], { filtered }: World): string[] =>
  idsOf(all.filter(({ type }) => !filtered || type === 'match.finished'));

test('whenever it is killed, each life goes on in the order of the index, leaves nothing out, and all is seen', async () => {
  let repeats = 0;
  await fc.assert(
    fc.asyncProperty(worlds, async drawn => {
      const log = growing(drawn);
      const wanted = wantedOf(log.all, drawn);
      let seen = 0;
      for (const fate of [...drawn.deaths, NEVER]) {
        const done = idsOf(await live(log, drawn, fate));
        if (done.length === 0) continue;
        const start = wanted.indexOf(done[0] ?? '');
        // What is done in one life is one piece, which begins no later than where all before it ended.
        expect(done).toEqual(wanted.slice(start, start + done.length));
        expect(start).toBeLessThanOrEqual(seen);
        repeats += Math.max(0, seen - start);
        seen = Math.max(seen, start + done.length);
      }
      expect(seen).toBe(wanted.length);
    }),
    { numRuns: 300 },
  );
  // The kills do hit.
  expect(repeats).toBeGreaterThan(100);
});

test('without kills nothing comes twice, however answers are cut', () =>
  fc.assert(
    fc.asyncProperty(worlds, async drawn => {
      const log = growing(drawn);
      const wanted = wantedOf(log.all, drawn);
      expect(idsOf(await live(log, drawn, NEVER))).toEqual(wanted);
      expect(await live(log, drawn, NEVER)).toEqual([]);
    }),
    { numRuns: 100 },
  ));

/** Lets others go on, now and then. */
const yieldTo = async (times: number): Promise<void> => {
  for (let turn = 0; turn < times; turn += 1) await Promise.resolve();
};

test('many at a time, each effect in one transaction with the checkpoint: everything happens exactly once', async () => {
  let lost = 0;
  await fc.assert(
    fc.asyncProperty(
      worlds,
      fc.array(fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 1, maxLength: 5 }), {
        minLength: 2,
        maxLength: 4,
      }),
      async (drawn, paces) => {
        const log = growing(drawn);
        const { checkpoints } = log.world;
        const effects: string[] = [];
        const question = { tenantId: TENANT, ...(drawn.filtered && { types: ['match.finished'] }) };
        const run = async (pace: readonly number[]): Promise<void> => {
          const ended = new AbortController();
          const dependencies = log.world.dependencies(() => log.grow(() => ended.abort()));
          const claim = await checkpoints.claim(TENANT, 'ledger');
          const from = { checkpoint: claim.checkpoint, signal: ended.signal };
          let turn = 0;
          for await (const { events, checkpoint } of follow(dependencies, question, from)) {
            turn += 1;
            await yieldTo(pace[turn % pace.length] ?? 0);
            // The store in memory checks before it returns to the loop of events: this is one transaction.
            await checkpoints.save(claim, checkpoint);
            effects.push(...idsOf(events));
          }
        };
        const ends = await Promise.allSettled(
          paces.map(async ([delay = 0, ...pace]) => {
            await yieldTo(delay * 10);
            await run(pace);
          }),
        );
        for (const end of ends)
          if (end.status === 'rejected') {
            expect(end.reason).toBeInstanceOf(StaleCheckpointError);
            lost += 1;
          }
        await run([0]);
        expect(effects).toEqual(wantedOf(log.all, drawn));
      },
    ),
    { numRuns: 150 },
  );
  expect(lost).toBeGreaterThan(20);
});
