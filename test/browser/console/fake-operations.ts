import type { SystemMap } from '../../../client/system-map.ts';
import type { ShownEvent } from '../../../web/console/api-types.ts';

/** A log of events that grows when a test says so, and answers as the API does. */
export interface FakeOperations {
  /** How many events there are. */
  length: number;
  /** Answers nothing but 503 while it is. */
  broken: boolean;
}

const START = Date.parse('2026-09-05T18:00:00.000Z');
const instant = (index: number): string => new Date(START + index * 250).toISOString();

/** Every tenth event is a result, and what follows are its evaluations. */
export const eventAt = (index: number): ShownEvent => {
  const story = Math.floor(index / 10);
  const first = index % 10 === 0;
  const stream = first ? `match-m${story}` : `prediction-m${story}.p${index % 10}`;
  return {
    ...{ id: `${stream}:1`, type: first ? 'match.finished' : 'prediction.evaluated', schemaVersion: '1.0' },
    ...{ tenantId: 'demo', stream, version: 1, occurredAt: instant(index), correlationId: `story-${story}` },
    ...{ causationId: first ? `command-${story}` : `match-m${story}:1`, actor: first ? 'host' : 'score-predictions' },
    ...{ priority: 'normal', hops: first ? 0 : 1, data: { matchId: `m${story}` } },
  };
};

const pageOf = (from: number, length: number, limit: number) => {
  const end = Math.min(length, from + limit);
  const events = Array.from({ length: Math.max(0, end - from) }, (_, index) => eventAt(from + index));
  const watermark = { position: length, indexedUntil: length === 0 ? null : instant(length - 1) };
  return { events, cursor: String(end), more: end < length, watermark };
};

const events = ({ length }: FakeOperations, query: URLSearchParams) => {
  const limit = Number(query.get('limit') ?? 100);
  const correlation = query.get('correlationId');
  if (correlation !== null) {
    const from = Number(correlation.split('-')[1]) * 10;
    return { ...pageOf(from, Math.min(length, from + 10), limit), more: false };
  }
  const since = query.get('since');
  if (since === null) return pageOf(Number(query.get('cursor')), length, limit);
  const from = Math.ceil((Date.parse(since) - START) / 250);
  return pageOf(Math.min(length, Math.max(0, from)), length, limit);
};

const outcome = (eventId: string) => {
  const common = { reason: null, error: null, attempt: 1, at: instant(0), ms: 3 };
  const failed = { handler: 'notify', status: 'dead-lettered', reason: 'no', error: 'TypeError', attempt: 5 };
  const own = eventId === 'match-m0:1' ? [{ ...common, ...failed }] : [];
  return { eventId, withheld: false, outcomes: [{ ...common, handler: 'score', status: 'succeeded' }, ...own] };
};

const rates = {
  ...{ events: 60, errors: 3, errorRate: 0.05, successRate: 0.95, eventsPerSecond: 0.2 },
  ...{ meanMs: 4, meanDelayMs: 200, maxDelayMs: 900 },
};
const depth = (waiting: number) => ({ waiting, inFlight: 0 });
const health = () => ({
  ...{ status: 'ok', reasons: [], at: instant(0), lastFiveMinutes: rates, lastHour: rates, backlog: 7, deadLetters: 2 },
  handlers: [
    {
      ...{ handler: 'score', lastFiveMinutes: rates, lastHour: rates },
      queues: { events: depth(7), deadLetters: depth(2), undelivered: depth(0) },
    },
  ],
  types: [],
});

const minute = (name: string, processed: number) => ({
  ...{ minute: name, arrived: processed, processed, parked: 0, failed: 1, deadLettered: 0 },
  ...{ meanMs: 4, meanDelayMs: 200, maxDelayMs: 900 },
});
const ratesByMinute = () => ({
  ...{ at: '2026-09-05T18:10:30.000Z', from: '2026-09-05T18:00' },
  handlers: [{ handler: 'score', minutes: [minute('2026-09-05T18:03', 12), minute('2026-09-05T18:10', 30)] }],
});

const taking = (type: string) => ({ source: ['matchday'], 'detail-type': [type] });

export const MAP: SystemMap = {
  nodes: [
    { id: 'Events', kind: 'table', name: 'Events' },
    { id: 'publish', kind: 'function', name: 'publish-events', handler: 'publish-events' },
    { id: 'Bus', kind: 'bus', name: 'Bus' },
    { id: 'rule', kind: 'rule', name: 'score, route 0', handler: 'score', pattern: taking('match.finished') },
    { id: 'rule1', kind: 'rule', name: 'score, route 1', handler: 'score', pattern: taking('match.awarded') },
    { id: 'queue', kind: 'queue', name: 'scoreQueue', handler: 'score' },
    { id: 'dead', kind: 'dead-letters', name: 'scoreDeadLetters', handler: 'score' },
    { id: 'score', kind: 'function', name: 'score', handler: 'score' },
    { id: 'Api', kind: 'api', name: 'Api' },
    { id: 'commands', kind: 'function', name: 'commands', handler: 'commands' },
    { id: 'health', kind: 'function', name: 'health', handler: 'health' },
  ],
  edges: [
    { from: 'Events', to: 'publish', kind: 'feeds' },
    { from: 'publish', to: 'Bus', kind: 'publishes' },
    { from: 'Bus', to: 'rule', kind: 'routes' },
    { from: 'rule', to: 'queue', kind: 'routes' },
    { from: 'Bus', to: 'rule1', kind: 'routes' },
    { from: 'rule1', to: 'queue', kind: 'routes' },
    { from: 'queue', to: 'dead', kind: 'fails-to' },
    { from: 'Api', to: 'commands', kind: 'starts' },
    { from: 'Api', to: 'health', kind: 'starts' },
    { from: 'commands', to: 'Events', kind: 'writes' },
    { from: 'queue', to: 'score', kind: 'feeds' },
    { from: 'score', to: 'Events', kind: 'writes' },
  ],
};

/** What the API answers; undefined: there is no such thing. */
export const answerOf = (fake: FakeOperations, path: string, query: URLSearchParams): unknown => {
  if (path === '/v1/events') return events(fake, query);
  if (path === '/v1/operations/outcomes') return { items: (query.get('event') ?? '').split(',').map(outcome) };
  if (path === '/v1/operations/rates') return ratesByMinute();
  if (path === '/v1/health/events') return health();
  const [, eventId = ''] = /^\/v1\/events\/([^/]+)$/.exec(decodeURIComponent(path)) ?? [];
  return Array.from({ length: fake.length }, (_, index) => eventAt(index)).find(({ id }) => id === eventId);
};
