import { expect, test } from 'vitest';
import { createRest } from '../../local/rest.ts';

const MINUTES_MS = 600_000;

test('who waits for rest is told when there is, and what goes on when the time is over', async () => {
  const busy = ['a function'];
  const rest = createRest(
    () => busy,
    () => {},
  );
  await expect(rest.settled(5)).rejects.toThrow('Not at rest after 0.005 s: a function.');
  const waiting = rest.settled(MINUTES_MS);
  busy.pop();
  rest.changed();
  await waiting;
});

test('nobody waits for a machine that stops', async () => {
  const rest = createRest(
    () => ['a function'],
    () => {},
  );
  const waiting = rest.settled(MINUTES_MS);
  rest.stop();
  await expect(waiting).rejects.toThrow('The stack is stopping.');
  await expect(rest.settled(MINUTES_MS)).rejects.toThrow('The stack is stopping.');
});
