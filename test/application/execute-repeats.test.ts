import { describe, expect, it } from 'vitest';
import { CommitIdReusedError, InvalidPlaceError } from '../../shared/application/errors.ts';
import { execute } from '../../shared/application/execute.ts';
import type { CommandContext } from '../../shared/application/execution.ts';
import type { MatchCommand } from '../../shared/domain/match-decisions.ts';
import { matchStream } from '../../shared/events/streams.ts';
import { after, after90, atKickOff, cancelled, postponed, scheduled, started } from '../domain/samples.ts';
import { on, postpone, restless, stream } from './match-execution.ts';
import { contextOf, newWorld, typesOf } from './world.ts';

describe('a command that a client repeats', () => {
  const asked = (over: Partial<CommandContext> = {}) =>
    contextOf({ commitId: 'key-1', request: 'award', now: atKickOff, ...over });
  const award: MatchCommand = { type: 'award', result: after90('3-0'), reason: 'rule 7' };

  it.each([1, 5, 100])(
    'gets the first result after %i other commits, though it would be refused by now',
    async others => {
      const world = newWorld();
      await world.given(stream, scheduled());
      const first = await execute(world, on(award, { context: asked() }));
      for (const events of restless(others)) await world.given(stream, ...events);
      if (others % 2 === 0) await world.given(stream, cancelled('fog'));
      const again = await execute(world, on(award, { context: asked({ now: after }) }));
      expect(again).toMatchObject({ version: first.version, events: first.events });
      expect(await typesOf(world, stream)).toHaveLength(2 + others + (others % 2 === 0 ? 1 : 0));
    },
  );

  it('does another thing when it asks for another: it is refused', async () => {
    const world = newWorld();
    await world.given(stream, scheduled());
    await execute(world, on(award, { context: asked() }));
    await world.given(stream, cancelled('fog'));
    const other = execute(world, on(postpone, { context: asked({ request: 'postpone' }) }));
    await expect(other).rejects.toBeInstanceOf(CommitIdReusedError);
    expect(await typesOf(world, stream)).toHaveLength(3);
  });

  it('is not taken for another’s: without a request an id is compared by its facts', async () => {
    const world = newWorld();
    await world.given(stream, scheduled());
    const context = contextOf({ commitId: 'delivery-1', now: atKickOff });
    await execute(world, on(postpone, { context }));
    await world.given(stream, started);
    await world.given(stream, postponed('hail'));
    expect(await execute(world, on(postpone, { context }))).toMatchObject({ version: 4, events: [] });
  });
});

describe('a stream that its caller has read', () => {
  it('must be the one that the command is about', async () => {
    const world = newWorld();
    await world.given(matchStream('c-d'), scheduled());
    const from = await world.store.load('acme', matchStream('c-d'));
    await expect(execute(world, on(postpone, { from }))).rejects.toBeInstanceOf(InvalidPlaceError);
    const foreign = contextOf({ tenantId: 'globex' });
    const there = execute(world, on(postpone, { from, stream: matchStream('c-d'), context: foreign }));
    await expect(there).rejects.toThrow(
      'globex/match-c-d at version 1: the stream it is to begin from is acme/match-c-d',
    );
  });
});
