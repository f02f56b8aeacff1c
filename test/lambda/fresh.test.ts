import { expect, test } from 'vitest';
import type { TallyReader } from '../../shared/application/read-models.ts';
import { fresh, after as schema } from '../../shared/lambda/http/fresh.ts';
import type { Principal } from '../../shared/lambda/http/principal.ts';
import { memoryEventStore } from '../../shared/store/memory-event-store.ts';
import { scheduled, started } from '../domain/samples.ts';
import { envelop } from '../projections/harness.ts';
import { memoryIndex } from '../support/memory-index.ts';
import { memoryOutcomes } from '../support/memory-outcomes.ts';

const ANN: Principal = { tenantId: 'acme', playerId: 'ann', scopes: ['player'] };
const [eventual, consistent] = [{} as TallyReader, {} as TallyReader];

const setUp = () => {
  const outcomes = memoryOutcomes();
  let now = 0;
  const model = { eventual, consistent };
  const models = {
    ...{ fixtures: model, standings: model, statistics: model },
    store: memoryEventStore(),
    index: memoryIndex([envelop('match-m', 1, scheduled()), envelop('match-m', 2, started)]),
    outcomes,
    elapsed: () => now,
    sleep: async (milliseconds: number) => {
      now += milliseconds;
    },
  };
  return { outcomes, read: (after?: string) => fresh(models, 'fixtures', ANN, after) };
};

test('a read without `after` waits for nothing; with it, for all events that it names', async () => {
  const { read, outcomes } = setUp();
  expect(await read()).toBe(eventual);
  outcomes.record('project-fixtures', 'match-m:1');
  expect(await read('match-m:1')).toBe(consistent);
  await expect(read('match-m:1,match-m:2')).rejects.toThrow('project-fixtures has not handled match-m:2 yet');
  outcomes.record('project-fixtures', 'match-m:2');
  expect(await read('match-m:2,match-m:1,match-m:2')).toBe(consistent);
});

test('a read after an event that is not there is refused, whatever it names besides', async () => {
  const { read, outcomes } = setUp();
  outcomes.record('project-fixtures', 'match-m:1');
  for (const after of ['match-m:9', 'match-m:1,match-m:9', 'match-m:1,', ''])
    await expect(read(after)).rejects.toThrow('there is no such event');
});

test('a read names 20 events at most', () => {
  const ids = (count: number) => Array.from({ length: count }, (_, index) => `match-m:${index}`).join();
  expect(schema.safeParse(ids(20)).success).toBe(true);
  expect(schema.safeParse(ids(21)).success).toBe(false);
});
