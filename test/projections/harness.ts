import type { MatchEvent } from '../../shared/domain/match.ts';
import type { PredictionEvent } from '../../shared/domain/prediction.ts';
import type { DomainEvent } from '../../shared/events/catalog.ts';
import type { Envelope } from '../../shared/events/envelope.ts';
import {
  type Contribution,
  type History,
  type Key,
  keyText,
  remember,
  sumContributions,
  type TallyProjection,
} from '../../shared/projections/tally.ts';
import { playAll, type Step, type World } from '../domain/season.ts';

/** Counter items by the text of their key. */
export type Counters = Readonly<Record<string, Readonly<Record<string, number>>>>;

/** An event in its envelope, at its place in its stream. */
export const envelop = (
  stream: string,
  version: number,
  event: DomainEvent,
  occurredAt = '2023-08-11T20:00:00.000Z',
): Envelope => ({
  id: `${stream}:${version}`,
  schemaVersion: '1.0',
  tenantId: 'acme',
  stream,
  version,
  occurredAt,
  correlationId: 'test',
  causationId: 'test',
  actor: 'test',
  priority: 'normal',
  hops: 0,
  ...event,
});

/** The events of a stream, in their order. */
export const streamOf = (stream: string, ...events: readonly DomainEvent[]): Envelope[] =>
  events.map((event, index) => envelop(stream, index + 1, event));

const toCounters = (contributions: readonly Contribution[]): Counters =>
  Object.fromEntries(contributions.map(({ key, add }) => [keyText(key), add]));

/** Entries with their histories after these events. */
export const entriesOf = <Effect>(projection: TallyProjection<Effect>, events: readonly Envelope[]) => {
  const entries = new Map<string, { key: Key; history: History<Effect> }>();
  for (const event of events) {
    const routed = projection.route(event);
    if (!routed) continue;
    const text = keyText(routed.entry);
    const history = remember(entries.get(text)?.history ?? [], routed.change);
    entries.set(text, { key: routed.entry, history });
  }
  return entries;
};

/** The counters as a live projection has them: each event adds what its entry now contributes less what it did before. */
export const incremental = <Effect>(projection: TallyProjection<Effect>, events: readonly Envelope[]): Counters => {
  const entries = new Map<string, History<Effect>>();
  let counters: readonly Contribution[] = [];
  for (const event of events) {
    const routed = projection.route(event);
    if (!routed) continue;
    const text = keyText(routed.entry);
    const before = entries.get(text) ?? [];
    const after = remember(before, routed.change);
    entries.set(text, after);
    counters = sumContributions([
      { contributions: counters, sign: 1 },
      { contributions: projection.contribute(routed.entry, after), sign: 1 },
      { contributions: projection.contribute(routed.entry, before), sign: -1 },
    ]);
  }
  return toCounters(counters);
};

/** The counters as a rebuild has them: all that is known first, then one sum. */
export const rebuilt = <Effect>(projection: TallyProjection<Effect>, events: readonly Envelope[]): Counters => {
  const parts = [...entriesOf(projection, events).values()].map(({ key, history }) => ({
    contributions: projection.contribute(key, history),
    sign: 1 as const,
  }));
  return toCounters(sumContributions(parts));
};

/** One match and one prediction of it, as events with their final worlds. */
export interface Played {
  readonly playerId: string;
  readonly events: readonly Envelope[];
  readonly end: World;
}

/** The event as one of another match and player. */
const relabel = (event: MatchEvent | PredictionEvent, matchId: string, playerId: string): DomainEvent =>
  ({
    ...event,
    data: { ...event.data, matchId, ...('playerId' in event.data ? { playerId } : {}) },
  }) as DomainEvent;

/** Plays a season of one match each; the players take turns. Every event says which match and which player. */
export const playMatches = (seasons: readonly (readonly Step[])[]): readonly Played[] =>
  seasons.map((steps, index) => {
    const matchId = `match-${index}`;
    const playerId = index % 2 === 0 ? 'ada' : 'bob';
    const versions = new Map<string, number>();
    const worlds = playAll(steps);
    const events = worlds.flatMap(({ last }) =>
      (last?.events ?? []).map(event => {
        const stream = event.type.startsWith('match.') ? matchId : `prediction-${matchId}-${playerId}`;
        const version = (versions.get(stream) ?? 0) + 1;
        versions.set(stream, version);
        return envelop(stream, version, relabel(event, matchId, playerId), last?.step.now);
      }),
    );
    const end = worlds.at(-1);
    if (!end) throw new Error('a season has a beginning');
    return { playerId, events, end };
  });
