import { hash } from 'node:crypto';
import type { EventIndex } from '../../shared/application/event-index.ts';
import type { EventStore } from '../../shared/application/event-store.ts';
import { systemClock } from '../../shared/application/execution.ts';
import type { OutcomeReader } from '../../shared/application/read-after.ts';
import type { Envelope } from '../../shared/events/envelope.ts';
import { deadLetterOperations } from '../../shared/lambda/http/dead-letters.ts';
import { platformOf } from '../../shared/lambda/http/platform.ts';
import { projectionOperations } from '../../shared/lambda/http/projections.ts';
import { memoryAnswers, memoryDeadLetters, memoryIncidents } from '../support/memory-dead-letters.ts';
import { memoryRebuildables, memoryRebuildQueue } from '../support/memory-rebuilds.ts';

/** The id of the dead letter of an event. */
export const letterId = (tenantId: string, eventId: string): string =>
  hash('sha256', `${tenantId} ${eventId}`).slice(0, 36);

/** The tenant whose operators run the platform. */
const PLATFORM = 'acme';

interface OperatingSources {
  readonly store: EventStore;
  readonly index: EventIndex;
  readonly outcomes: OutcomeReader;
}

/** What operators do, in memory: with dead letters, and with read models. */
export const operating = ({ store, index, outcomes }: OperatingSources) => {
  const [letters, incidents, steps] = [memoryDeadLetters(), memoryIncidents(), memoryRebuildQueue()];
  const ofPlatform = platformOf(PLATFORM);
  return {
    operations: {
      ...deadLetterOperations({
        ...{ store, clock: systemClock, ofPlatform },
        ...{ queues: letters.queues, incidents, answers: memoryAnswers() },
      }),
      ...projectionOperations({
        ...{ index, outcomes, ofPlatform },
        queues: () => Promise.reject(new Error('no queues')),
        queue: steps,
        count: async () => 7,
        rebuildable: memoryRebuildables(),
      }),
    },
    letters,
    incidents,
    steps,
    /** A handler fails on an event for good. */
    fail: (event: Envelope, handler = 'notify'): string => {
      const { tenantId, id: eventId } = event;
      const at = systemClock();
      incidents.all.push({ tenantId, eventId, handler, what: 'dead-lettered', at, attempt: 5, reason: 'no such luck' });
      return letters.put({ handler, queue: 'dead-letters' }, JSON.stringify({ source: 'matchday', detail: event }), {
        messageId: letterId(tenantId, eventId),
      });
    },
  };
};
