import type { EventType } from '../events/catalog.ts';
import type { Envelope } from '../events/envelope.ts';
import { SETTLING_EVENTS } from '../events/settling-events.ts';
import { predictionPartitions } from '../events/streams.ts';
import { FIXTURE_EVENTS } from '../projections/fixtures.ts';
import { STANDINGS_EVENTS } from '../projections/standings.ts';
import { STATISTICS_EVENTS } from '../projections/statistics.ts';
import type { EventIndex } from './event-index.ts';
import type { EventStore } from './event-store.ts';

/** A read model, by the handler that makes it and the events which that takes. */
interface Projected {
  readonly handler: string;
  readonly events: readonly EventType[];
}

/** The read models that a reader can wait for. */
export const PROJECTED = {
  fixtures: { handler: 'project-fixtures', events: FIXTURE_EVENTS },
  standings: { handler: 'project-standings', events: STANDINGS_EVENTS },
  statistics: { handler: 'record-analytics', events: STATISTICS_EVENTS },
} as const satisfies Record<string, Projected>;
export type ProjectedName = keyof typeof PROJECTED;

/** The handler that settles predictions, and the events that have it do so. */
export const SETTLING: Projected = { handler: 'score-predictions', events: SETTLING_EVENTS };

/** Reads which events handlers are done with, from the audit. */
export interface OutcomeReader {
  /** Those of the events that the handler has come to an end with: for good or for bad, but not to be tried again. */
  done(tenantId: string, handler: string, eventIds: readonly string[]): Promise<ReadonlySet<string>>;
}

/** What waiting needs. */
export interface Waiting {
  readonly store: Pick<EventStore, 'loadPartition'>;
  readonly index: Pick<EventIndex, 'find'>;
  readonly outcomes: OutcomeReader;
  readonly sleep: (milliseconds: number) => Promise<void>;
  /** Milliseconds, of a clock that never goes back. */
  readonly elapsed: () => number;
}

/** The read model has not come to the event within the time that a reader waits. Ask again. */
export class NotYetError extends Error {
  override readonly name = 'NotYetError';
}

/** Nobody waits longer. Milliseconds. */
const PATIENCE_MS = 5000;
const FIRST_PAUSE_MS = 20;
const LONGEST_PAUSE_MS = 400;

type Until = (handler: string, eventIds: readonly string[]) => Promise<void>;

/** Waits for handlers, with pauses that grow, until the time is over. */
const patience = ({ outcomes, sleep, elapsed }: Waiting, tenantId: string): Until => {
  const end = elapsed() + PATIENCE_MS;
  return async (handler, eventIds) => {
    let missing = eventIds;
    for (let pause = FIRST_PAUSE_MS; ; pause = Math.min(LONGEST_PAUSE_MS, pause * 1.5)) {
      const done = missing.length > 0 ? await outcomes.done(tenantId, handler, missing) : new Set<string>();
      missing = missing.filter(id => !done.has(id));
      if (missing.length === 0) return;
      if (elapsed() + pause > end) throw new NotYetError(`${handler} has not handled ${missing[0]} yet`);
      await sleep(pause);
    }
  };
};

/** What a match's event made of the predictions of the match: each that was placed has one event of it. */
const settled = async ({ store }: Waiting, { tenantId, version }: Envelope, matchId: string): Promise<string[]> => {
  const partitions = await Promise.all(
    predictionPartitions(matchId).map(partition => store.loadPartition(tenantId, partition)),
  );
  return partitions
    .flat()
    .flatMap(({ events }) => events)
    .filter(({ data }) => 'settledAt' in data && data.matchVersion === version)
    .map(({ id }) => id);
};

/**
 * Waits until a read model has taken account of an event and of what follows from it: of a result, that is all evaluations
 * of the predictions of the match. An event that means nothing to the read model is not waited for.
 *
 * @throws NotYetError after 5 seconds
 */
export const awaitProjected = async (waiting: Waiting, name: ProjectedName, event: Envelope): Promise<void> => {
  const { handler, events }: Projected = PROJECTED[name];
  const until = patience(waiting, event.tenantId);
  if (events.includes(event.type)) await until(handler, [event.id]);
  if (!events.includes('prediction.evaluated') || !SETTLING.events.includes(event.type)) return;
  if (!('matchId' in event.data)) return;
  await until(SETTLING.handler, [event.id]);
  await until(handler, await settled(waiting, event, event.data.matchId));
};
