import { expect, test } from 'vitest';
import { awaitProjected, type ProjectedName, type Waiting } from '../../shared/application/read-after.ts';
import { settleMatch } from '../../shared/application/settle-match.ts';
import type { DomainEvent } from '../../shared/events/catalog.ts';
import type { Envelope } from '../../shared/events/envelope.ts';
import { matchStream, predictionStream, type StreamRef } from '../../shared/events/streams.ts';
import { after90, created, finished, fixture, pick, scheduled } from '../domain/samples.ts';
import { memoryIndex } from '../support/memory-index.ts';
import { memoryOutcomes } from '../support/memory-outcomes.ts';
import { contextOf, newWorld } from './world.ts';

const { matchId } = fixture;

/** A finished match with two predictions. Time goes by only while somebody waits; `meanwhile` happens in the first pause. */
const open = async () => {
  const world = newWorld();
  const outcomes = memoryOutcomes();
  let now = 0;
  let meanwhile: (() => void) | undefined;
  await world.given(matchStream(matchId), scheduled());
  for (const playerId of ['ada', 'bob']) {
    const event = created(pick('0-3'));
    const data = { ...event.data, playerId, predictionId: `${matchId}.${playerId}` };
    await world.given(predictionStream(matchId, playerId), { ...event, data } as DomainEvent);
  }
  await world.given(matchStream(matchId), finished(after90('0-3')));
  const last = async (stream: StreamRef): Promise<Envelope> => {
    const event = (await world.store.load('acme', stream)).events.at(-1);
    if (!event) throw new Error('nothing was appended');
    return event;
  };
  const waiting: Waiting = {
    store: world.store,
    index: memoryIndex([]),
    outcomes,
    elapsed: () => now,
    sleep: async milliseconds => {
      now += milliseconds;
      meanwhile?.();
      meanwhile = undefined;
    },
  };
  const end = await last(matchStream(matchId));
  return {
    outcomes,
    end,
    settle: () => settleMatch(world, end, contextOf({ causationId: end.id })),
    evaluated: (playerId: string) => last(predictionStream(matchId, playerId)),
    during: (happens: () => void) => {
      meanwhile = happens;
    },
    /** How long was waited, or which error there was. */
    wait: async (name: ProjectedName, event: Envelope): Promise<number | string> => {
      const start = now;
      try {
        await awaitProjected(waiting, name, event);
        return now - start;
      } catch (error) {
        return `${(error as Error).name}: ${(error as Error).message}`;
      }
    },
  };
};

test('an event that means nothing to the read model is not waited for', async () => {
  const { wait, evaluated } = await open();
  const placed = await evaluated('ada');
  expect(placed.type).toBe('prediction.created');
  expect(await wait('standings', placed)).toBe(0);
  expect(await wait('fixtures', placed)).toBe(0);
});

test('an event is waited for until its handler has come to an end with it', async () => {
  const { wait, evaluated, outcomes, during } = await open();
  const placed = await evaluated('ada');
  during(() => outcomes.record('record-analytics', placed.id));
  expect(await wait('statistics', placed)).toBeGreaterThan(0);
  expect(await wait('statistics', placed)).toBe(0);
});

test('a result shows when every prediction of the match is evaluated, and all of that is in the table', async () => {
  const { wait, end, outcomes, settle, evaluated } = await open();
  expect(await wait('standings', end)).toBe(`NotYetError: project-standings has not handled ${end.id} yet`);
  outcomes.record('project-standings', end.id);
  expect(await wait('standings', end)).toBe(`NotYetError: score-predictions has not handled ${end.id} yet`);
  await settle();
  outcomes.record('score-predictions', end.id);
  const [ada, bob] = [await evaluated('ada'), await evaluated('bob')];
  expect([ada, bob]).toMatchObject([{ type: 'prediction.evaluated' }, { type: 'prediction.evaluated' }]);
  outcomes.record('project-standings', ada.id);
  expect(await wait('standings', end)).toBe(`NotYetError: project-standings has not handled ${bob.id} yet`);
  outcomes.record('project-standings', bob.id);
  expect(await wait('standings', end)).toBe(0);
  // The list of matches has nothing to do with evaluations, and a result means nothing to statistics but them.
  outcomes.record('project-fixtures', end.id);
  expect(await wait('fixtures', end)).toBe(0);
  expect(await wait('statistics', end)).toMatch(/^NotYetError: record-analytics has not handled prediction-/);
});

test('nobody waits longer than five seconds', async () => {
  const { wait, evaluated, outcomes, during } = await open();
  const placed = await evaluated('ada');
  during(() => outcomes.record('somebody-else', placed.id));
  expect(await wait('statistics', placed)).toMatch(/^NotYetError/);
});
