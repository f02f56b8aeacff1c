import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PreconditionFailedError } from '../../shared/application/errors.ts';
import { execute } from '../../shared/application/execute.ts';
import { holds } from '../../shared/application/precondition.ts';
import type { MatchCommand } from '../../shared/domain/match-decisions.ts';
import { fixture, kickOff, postponed, scheduled } from '../domain/samples.ts';
import { on, postpone, restless, stream } from './match-execution.ts';
import { contextOf, newWorld } from './world.ts';

const { name } = stream;
const schedule: MatchCommand = { type: 'schedule', fixture, kickOff };

describe('a command for a version', () => {
  it('is decided at that version', async () => {
    const world = newWorld();
    await world.given(stream, scheduled());
    const { version } = await execute(world, on(postpone, { context: contextOf({ precondition: [1] }) }));
    expect(version).toBe(2);
    expect(world.calls).toEqual([`state of ${name} after 0`, `append ${name} after 1`]);
  });

  it('is not decided at another, nor when it would change nothing there', async () => {
    const world = newWorld();
    await world.given(stream, scheduled(), postponed('snow'));
    const failed = execute(world, on(postpone, { context: contextOf({ precondition: [1, 3] }) }));
    await expect(failed).rejects.toBeInstanceOf(PreconditionFailedError);
    await expect(failed).rejects.toMatchObject({ place: { tenantId: 'acme', stream: name, version: 2 } });
  });

  it('loses to whoever comes between its check and its append', async () => {
    const world = newWorld();
    await world.given(stream, scheduled());
    world.beforeAppends(...restless(1));
    const failed = execute(world, on(postpone, { context: contextOf({ precondition: [1] }) }));
    await expect(failed).rejects.toMatchObject({ name: 'PreconditionFailedError', place: { version: 2 } });
    expect((await world.store.load('acme', stream)).events).toHaveLength(2);
  });

  it('for nothing makes something, and reads first where it would not have to', async () => {
    const world = newWorld();
    const make = (precondition: 'absent' | 'exists') =>
      execute(world, on(schedule, { from: 'new', context: contextOf({ precondition }) }));
    await expect(make('exists')).rejects.toBeInstanceOf(PreconditionFailedError);
    expect((await make('absent')).version).toBe(1);
    await expect(make('absent')).rejects.toMatchObject({ place: { version: 1 } });
    expect(world.calls.filter(call => call.startsWith('append'))).toHaveLength(1);
  });

  it('is held against any list of versions as a set is', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(5)), fc.nat(5), (versions, version) => {
        expect(holds(versions, version)).toBe(new Set(versions).has(version));
        expect(holds('exists', version)).toBe(!holds('absent', version));
      }),
    );
  });
});

describe('a command that has to be looked up', () => {
  it('is, while the stream is loaded', async () => {
    const world = newWorld();
    await world.given(stream, scheduled());
    let begun = (): void => {};
    const isLookedUp = new Promise<void>(resolve => {
      begun = resolve;
    });
    const store: typeof world.store = {
      ...world.store,
      // One after the other they would wait for ever.
      loadState: async (...asked) => {
        await isLookedUp;
        return world.store.loadState(...asked);
      },
    };
    const command = async () => {
      begun();
      return postpone;
    };
    expect((await execute({ ...world, store }, { ...on(postpone), command })).version).toBe(2);
  });

  it('fails as its lookup does', async () => {
    const command = async () => {
      throw new RangeError('no such thing');
    };
    await expect(execute(newWorld(), { ...on(postpone), command })).rejects.toThrow(RangeError);
  });
});
