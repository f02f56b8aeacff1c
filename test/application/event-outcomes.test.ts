import { expect, test } from 'vitest';
import { type RecordedOutcome, shownOutcomes } from '../../shared/application/event-outcomes.ts';
import { memoryEventStore } from '../../shared/store/memory-event-store.ts';
import { memoryAudit } from '../support/memory-outcomes.ts';

const NOW = '2023-08-11T20:30:45.000Z';
const succeeded = { status: 'succeeded', reason: null, error: null, attempt: 1, at: NOW, ms: 3 } as const;
const outcome = (handler: string): RecordedOutcome => ({ handler, ...succeeded });

test('every event that was asked for is answered, in order, with what became of it at each handler', async () => {
  const recorded = memoryAudit();
  recorded.record('acme', 'match-a:1', outcome('notify'));
  recorded.record('acme', 'match-a:1', outcome('project-fixtures'));
  recorded.record('umbra', 'match-b:1', outcome('notify'));
  const sources = { recorded, store: memoryEventStore(), clock: () => NOW };
  expect(await shownOutcomes(sources, 'acme', ['match-b:1', 'match-a:1'])).toEqual([
    { eventId: 'match-b:1', withheld: false, outcomes: [] },
    { eventId: 'match-a:1', withheld: false, outcomes: [outcome('notify'), outcome('project-fixtures')] },
  ]);
});

test.each(['prediction-a.ada:1', 'prediction-a-1.ada-b:12'])(
  'of %s nothing is told while its match is not locked, nor when there is no such match',
  async eventId => {
    const recorded = memoryAudit();
    recorded.record('acme', eventId, outcome('notify'));
    const sources = { recorded, store: memoryEventStore(), clock: () => NOW };
    expect(await shownOutcomes(sources, 'acme', [eventId])).toEqual([{ eventId, withheld: true, outcomes: [] }]);
  },
);
