import { describe, expect, it } from 'vitest';
import { type DomainEvent, EVENT_TYPES } from '../../shared/events/catalog.ts';
import type { Envelope } from '../../shared/events/envelope.ts';
import { STANDINGS_EVENTS, standingsProjection } from '../../shared/projections/standings.ts';
import { STATISTICS_EVENTS, statisticsProjection } from '../../shared/projections/statistics.ts';
import { fixture, key } from '../domain/samples.ts';
import { envelop } from './harness.ts';

/** Enough data for an event of any type to be routed. */
const anything = {
  ...fixture,
  ...key,
  poolId: 'office',
  owner: 'ada',
  confidence: null,
  settledAt: '2023-08-14T10:00:00.000Z',
  verdict: { kind: 'void', reason: 'snow' },
};

/** The types of the catalog that a projection takes up. */
const taken = (route: (event: Envelope) => unknown): readonly string[] =>
  EVENT_TYPES.filter(
    type => route(envelop('stream', 1, { type, data: anything } as unknown as DomainEvent)) !== undefined,
  );

describe('a projection takes up exactly the events that its subscription asks for', () => {
  it.each([
    ['standings', standingsProjection.route, STANDINGS_EVENTS],
    ['statistics', statisticsProjection.route, STATISTICS_EVENTS],
  ])('%s', (_, route, subscribed) => {
    expect(taken(route).toSorted()).toEqual([...subscribed].toSorted());
  });
});
