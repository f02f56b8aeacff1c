import { describe, expect, it } from 'vitest';
import { CommandRefusedError, ConcurrencyError, LoopError } from '../../shared/application/errors.ts';
import { execute } from '../../shared/application/execute.ts';
import type { MatchCommand } from '../../shared/domain/match-decisions.ts';
import {
  after90,
  atKickOff,
  cancelled,
  fixture,
  kickOff,
  postponed,
  reinstated,
  scheduled,
  started,
} from '../domain/samples.ts';
import { on, postpone, restless, stream } from './match-execution.ts';
import { contextOf, newWorld, typesOf } from './world.ts';

const { name } = stream;
const schedule: MatchCommand = { type: 'schedule', fixture, kickOff };

describe('a command', () => {
  it('is decided on what was loaded, and its events are appended with its context', async () => {
    const world = newWorld();
    await world.given(stream, scheduled());
    const context = contextOf({ actor: 'carl', hops: 4, priority: 'high', traceparent: '00-1-2-01', now: atKickOff });
    const { events, state, version } = await execute(world, on(postpone, { context }));
    const { actor, hops, priority, traceparent, correlationId, causationId } = context;
    expect(events).toMatchObject([
      { id: `${name}:2`, occurredAt: atKickOff, actor, hops, priority, traceparent, correlationId, causationId },
    ]);
    expect(events).toMatchObject([postponed('snow')]);
    expect({ status: state.status, version }).toEqual({ status: 'postponed', version: 2 });
    expect(world.calls).toEqual([`state of ${name} after 0`, `append ${name} after 1`]);
  });

  it('that repeats what is so appends nothing', async () => {
    const world = newWorld();
    await world.given(stream, scheduled(), postponed('snow'));
    const { state, ...done } = await execute(world, on(postpone));
    expect(done).toEqual({ version: 2, events: [] });
    expect(state.status).toBe('postponed');
    expect(world.calls).toEqual([`state of ${name} after 0`]);
  });

  it('that is refused appends nothing', async () => {
    const world = newWorld();
    const refused = execute(world, on(postpone));
    await expect(refused).rejects.toBeInstanceOf(CommandRefusedError);
    await expect(refused).rejects.toMatchObject({ refusal: { code: 'unknown-match' } });
    expect(world.calls).toEqual([`state of ${name} after 0`]);
  });

  it('uses the stream that its caller has read', async () => {
    const world = newWorld();
    await world.given(stream, scheduled());
    const from = await world.store.load('acme', stream);
    world.calls.length = 0;
    expect((await execute(world, on(postpone, { from }))).version).toBe(2);
    expect(world.calls).toEqual([`append ${name} after 1`]);
    expect((await execute(world, on(postpone, { from }))).events).toEqual([]);
  });

  it('makes something new without a load', async () => {
    const world = newWorld();
    expect((await execute(world, on(schedule, { from: 'new' }))).version).toBe(1);
    expect(world.calls).toEqual([`append ${name} after 0`]);
  });

  it.each([
    ['repeats what is there', schedule, { version: 3, events: [] }],
    ['is refused by what is there', { ...schedule, fixture: { ...fixture, home: 'Luton Town' } }, 'already-exists'],
  ] as const)(
    'that makes something new and %s says so after a look at all of it, without a wait',
    async (_, command, end) => {
      const world = newWorld();
      await world.given(stream, scheduled());
      await world.given(stream, postponed('snow'));
      await world.given(stream, { type: 'match.rescheduled', data: { ...fixture, kickOff, previous: kickOff } });
      const execution = execute(world, on(command, { from: 'new' }));
      if (typeof end === 'string') await expect(execution).rejects.toMatchObject({ refusal: { code: end } });
      else expect(await execution).toMatchObject(end);
      expect(world.calls).toEqual([`append ${name} after 0`, `state of ${name} after 1`]);
      expect(world.waits).toEqual([]);
    },
  );
});

describe('a command that another writer outran', () => {
  it('costs one more decision, on the winner, at once', async () => {
    const world = newWorld();
    await world.given(stream, scheduled());
    world.beforeAppends([started]);
    const { version, state, events } = await execute(world, on(postpone));
    expect({ version, status: state.status, count: events.length }).toEqual({
      version: 3,
      status: 'postponed',
      count: 1,
    });
    expect(world.calls).toEqual([`state of ${name} after 0`, `append ${name} after 1`, `append ${name} after 2`]);
    expect(world.waits).toEqual([]);
    expect(await typesOf(world, stream)).toEqual(['match.scheduled', 'match.started', 'match.postponed']);
  });

  it('is refused only by the stream’s end: by the winner alone it would be', async () => {
    const world = newWorld();
    await world.given(stream, scheduled());
    const from = await world.store.load('acme', stream);
    await world.given(stream, cancelled('fog'));
    await world.given(stream, reinstated(kickOff));
    const { version } = await execute(world, on(postpone, { from }));
    expect(version).toBe(4);
    expect(await typesOf(world, stream)).toEqual([
      ...['match.scheduled', 'match.cancelled', 'match.reinstated', 'match.postponed'],
    ]);
  });

  it('is refused when the stream’s end refuses it', async () => {
    const world = newWorld();
    await world.given(stream, scheduled());
    world.beforeAppends([cancelled('fog')]);
    await expect(execute(world, on(postpone))).rejects.toMatchObject({ refusal: { code: 'wrong-status' } });
    expect(world.calls.slice(1)).toEqual([`append ${name} after 1`, `state of ${name} after 2`]);
  });

  it('changes nothing when the winner did the same', async () => {
    const world = newWorld();
    await world.given(stream, scheduled());
    world.beforeAppends([postponed('another’s reason')]);
    expect(await execute(world, on(postpone))).toMatchObject({ version: 2, events: [] });
    expect(world.waits).toEqual([]);
  });

  it('backs off from the second conflict on, longer each time, and reads what came meanwhile', async () => {
    const world = newWorld();
    await world.given(stream, scheduled());
    world.beforeAppends([started], [postponed('a')], [started], [postponed('b')]);
    const done = await execute(world, on({ type: 'award', result: after90('3-0'), reason: 'rule 7' }));
    expect(done.version).toBe(6);
    expect(world.waits).toHaveLength(3);
    expect(world.waits).toEqual([...world.waits].sort((a, b) => a - b));
    expect(new Set(world.waits).size).toBeGreaterThan(1);
    expect(world.calls.slice(3)).toEqual(
      [3, 4, 5].flatMap(version => [`state of ${name} after ${version}`, `append ${name} after ${version}`]),
    );
  });

  it('far behind has to append thrice at most', async () => {
    const world = newWorld();
    await world.given(stream, scheduled());
    const from = await world.store.load('acme', stream);
    for (const events of restless(40)) await world.given(stream, ...events);
    const done = await execute(world, on({ type: 'award', result: after90('3-0'), reason: 'rule 7' }, { from }));
    expect(done.version).toBe(42);
    expect(world.calls.filter(call => call.startsWith('append')).length).toBeLessThanOrEqual(3);
  });

  it('is given up when others keep winning, and nothing of it is written', async () => {
    const world = newWorld();
    await world.given(stream, scheduled());
    world.beforeAppends(...Array.from({ length: 100 }, (_, n) => [n % 2 === 0 ? started : postponed('snow')]));
    const execution = execute(world, on({ type: 'award', result: after90('3-0'), reason: 'rule 7' }));
    await expect(execution).rejects.toBeInstanceOf(ConcurrencyError);
    await expect(execution).rejects.toThrow(/^acme\/match-a-b at version \d+: gave up after \d+ attempts/);
    expect(Math.max(...world.waits)).toBeLessThanOrEqual(1500);
    expect(await typesOf(world, stream)).not.toContain('match.awarded');
  });

  it('and had been stored before its answer was lost gets its own result', async () => {
    const world = newWorld();
    await world.given(stream, scheduled());
    const from = await world.store.load('acme', stream);
    const context = contextOf({ now: atKickOff });
    const first = await execute(world, on(postpone, { context }));
    await world.given(stream, started);
    const again = await execute(world, on(postpone, { context, from }));
    expect(again).toEqual(first);
    expect(await typesOf(world, stream)).toEqual(['match.scheduled', 'match.postponed', 'match.started']);
  });
});

describe('a chain of causes', () => {
  it('of ten hops goes on, of eleven is a loop: the store is not even asked', async () => {
    const world = newWorld();
    await execute(world, on(schedule, { context: contextOf({ hops: 10 }) }));
    world.calls.length = 0;
    const looping = execute(world, on(postpone, { context: contextOf({ hops: 11, causationId: 'x:9' }) }));
    await expect(looping).rejects.toBeInstanceOf(LoopError);
    await expect(looping).rejects.toThrow(/x:9 lies 11 hops behind command-\d+: at most 10/);
    expect(world.calls).toEqual([]);
  });
});
