import { fold } from '../domain/decider.ts';
import { evolveMatch, isLocked, type KnownMatch, type MatchEvent, unknownMatch } from '../domain/match.ts';
import { evolvePrediction, noPrediction, type PredictionEvent, type PredictionState } from '../domain/prediction.ts';
import { type Reason, reasonsOf } from '../domain/reason.ts';
import type { Envelope } from '../events/envelope.ts';
import { matchStream, predictionStream } from '../events/streams.ts';
import type { AnchorLog } from './anchors.ts';
import type { Chains, StoredCommit } from './chains.ts';
import type { PredictionRef } from './commands.ts';
import type { Clock } from './execution.ts';
import { findAnchor } from './find-anchor.ts';
import type { Sha256 } from './merkle.ts';
import { inOneOrder, replacementsIn } from './trace-order.ts';

/** What traces are read from. */
export interface TraceSources {
  readonly chains: Chains;
  readonly anchors: AnchorLog;
  readonly sha256: Sha256;
  readonly clock: Clock;
}

/** The commit of an event: its place in the chain of its stream. */
export interface ChainPlace {
  readonly stream: string;
  /** First version in it. */
  readonly version: number;
  readonly events: number;
  readonly hash: string;
  /** Hash of the commit before; empty for the first. */
  readonly previousHash: string;
}

/** The first anchor that has a commit. */
export interface AnchoredAt {
  readonly number: number;
  /** Key of its object in the bucket of anchors. */
  readonly key: string;
  readonly instant: string;
  /** Of its header. */
  readonly hash: string;
}

/** `player`: whose prediction it is · `platform`: a handler · `organiser`: who runs the competition, a person or a feed. */
export type ActorKind = 'player' | 'platform' | 'organiser';

/** An event of the story. */
export interface TraceStep {
  readonly event: Pick<
    Envelope,
    'id' | 'type' | 'schemaVersion' | 'stream' | 'version' | 'occurredAt' | 'correlationId' | 'causationId' | 'data'
  >;
  readonly actor: ActorKind;
  /** Of an evaluation. */
  readonly reasons: readonly Reason[];
  /** Events whose place it took. */
  readonly replaces: readonly string[];
  /** The event that took its place. */
  readonly replacedBy: string | null;
  readonly commit: ChainPlace;
  /** null: it is not anchored yet. */
  readonly anchor: AnchoredAt | null;
}

/** How a prediction came to its points. */
export interface Trace {
  readonly prediction: PredictionState & { readonly version: number };
  readonly match: KnownMatch & { readonly version: number };
  readonly locked: boolean;
  /** In the order in which they happened. */
  readonly steps: readonly TraceStep[];
}

const eventsOf = (commits: readonly StoredCommit[]): readonly Envelope[] =>
  commits.flatMap(({ commit }) => commit.events);

const foldOf = <State, Event>(
  evolve: (state: State, event: Event) => State,
  initial: State,
  events: readonly Envelope[],
) => fold(evolve, initial, events as readonly unknown[] as readonly Event[]);

const actorOf = ({ type, actor }: Envelope, playerId: string): ActorKind => {
  if (type === 'prediction.evaluated' || type === 'prediction.reopened') return 'platform';
  return type.startsWith('prediction.') && actor === playerId ? 'player' : 'organiser';
};

const anchoredAt = async ({ anchors, sha256 }: TraceSources, { item }: StoredCommit): Promise<AnchoredAt | null> => {
  const found = await findAnchor(anchors, sha256, item);
  if (!found) return null;
  const { key, text, header } = found.anchor;
  return { number: header.number, key, instant: header.instant, hash: sha256(text) };
};

/** The part of a step that is of its commit, by the ids of the events in it. */
const placesOf = async (sources: TraceSources, commits: readonly StoredCommit[]) => {
  const places = await Promise.all(
    commits.map(async stored => {
      const { stream, firstVersion, events, hash, previousHash } = stored.commit;
      const commit = { stream: stream.name, version: firstVersion, events: events.length, hash, previousHash };
      const place = { commit, anchor: await anchoredAt(sources, stored) };
      return events.map(({ id }) => [id, place] as const);
    }),
  );
  return new Map(places.flat());
};

const stepsOf = async (
  sources: TraceSources,
  { playerId }: PredictionRef,
  match: readonly StoredCommit[],
  prediction: readonly StoredCommit[],
): Promise<readonly TraceStep[]> => {
  const places = await placesOf(sources, [...match, ...prediction]);
  const events = inOneOrder(eventsOf(match), eventsOf(prediction));
  const replacements = replacementsIn(events);
  const replacedBy = new Map([...replacements].flatMap(([by, ids]) => ids.map(id => [id, by] as const)));
  return events.flatMap(event => {
    const place = places.get(event.id);
    if (!place) return [];
    const { id, type, schemaVersion, stream, version, occurredAt, correlationId, causationId, data } = event;
    return {
      event: { id, type, schemaVersion, stream, version, occurredAt, correlationId, causationId, data },
      actor: actorOf(event, playerId),
      reasons: event.type === 'prediction.evaluated' ? reasonsOf(event.data, event.data.verdict) : [],
      replaces: replacements.get(id) ?? [],
      replacedBy: replacedBy.get(id) ?? null,
      ...place,
    };
  });
};

/**
 * Everything that led to the points of a prediction, each event with its place in the chain of its stream and its anchor. Reads
 * both streams whole. Shows the pick: whoever calls it looks at the lock afterwards.
 *
 * @returns undefined: there is no such prediction
 * @throws what the sources throw
 */
export const readTrace = async (
  sources: TraceSources,
  tenantId: string,
  ref: PredictionRef,
): Promise<Trace | undefined> => {
  const { chains, clock } = sources;
  const [match, prediction] = await Promise.all([
    chains.read(tenantId, matchStream(ref.matchId)),
    chains.read(tenantId, predictionStream(ref.matchId, ref.playerId)),
  ]);
  const matchEvents = eventsOf(match);
  const matchState = foldOf<ReturnType<typeof evolveMatch>, MatchEvent>(evolveMatch, unknownMatch, matchEvents);
  const predictionEvents = eventsOf(prediction);
  const state = foldOf<PredictionState, PredictionEvent>(evolvePrediction, noPrediction, predictionEvents);
  if (state.status === 'none' || matchState.status === 'unknown') return undefined;
  return {
    prediction: { ...state, version: predictionEvents.length },
    match: { ...matchState, version: matchEvents.length },
    locked: isLocked(matchState, clock()),
    steps: await stepsOf(sources, ref, match, prediction),
  };
};

/** The last event that says what the player picked; undefined: none does. */
export const lastPickIn = (commits: readonly StoredCommit[]): Envelope | undefined =>
  eventsOf(commits).findLast(({ type }) => type === 'prediction.created' || type === 'prediction.revised');
