import { fold } from '../domain/decider.ts';
import { isLocked, type KnownMatch } from '../domain/match.ts';
import {
  evolvePrediction,
  noPrediction,
  type PlacedPrediction,
  type PredictionEvent,
  type PredictionState,
} from '../domain/prediction.ts';
import { predictionPartitions } from '../events/streams.ts';
import { loadMatch, loadPrediction } from './commands.ts';
import type { EventStore, LoadedStream } from './event-store.ts';
import type { Clock } from './execution.ts';
import { inParallel } from './parallel.ts';

/** A prediction that stands, with the version of its stream that this is. */
export type PredictionAt = PlacedPrediction & { readonly version: number };

type Store = Pick<EventStore, 'loadState' | 'loadPartition'>;

const placed = (state: PredictionState, version: number): readonly PredictionAt[] =>
  state.status === 'placed' ? [{ ...state, version }] : [];

const stateOf = ({ events }: LoadedStream): PredictionState =>
  fold(evolvePrediction, noPrediction, events as readonly unknown[] as readonly PredictionEvent[]);

/** Streams loaded at the same time. */
const PARALLEL = 16;

/** A player's predictions of these matches, in their order; one read unit a match. */
export const readOwnPredictions = async (
  store: Store,
  { tenantId, playerId }: { readonly tenantId: string; readonly playerId: string },
  matchIds: readonly string[],
): Promise<readonly PredictionAt[]> => {
  const found = new Map<string, readonly PredictionAt[]>();
  await inParallel(PARALLEL, matchIds, async matchId => {
    const { state, version } = await loadPrediction({ store }, tenantId, { matchId, playerId });
    found.set(matchId, placed(state, version));
  });
  return matchIds.flatMap(matchId => found.get(matchId) ?? []);
};

/** Where a prediction stands among those of its match: its partition, then the player. A text that sorts. */
export interface PlacedAt {
  readonly place: string;
  readonly prediction: PredictionAt;
}

const inPartition = async (
  store: Store,
  { tenantId, matchId }: { readonly tenantId: string; readonly matchId: string },
  shard: number,
): Promise<readonly PlacedAt[]> => {
  const streams = await store.loadPartition(tenantId, predictionPartitions(matchId)[shard] ?? '');
  return streams
    .flatMap(stream => placed(stateOf(stream), stream.token.version))
    .map(prediction => ({ place: `${shard} ${prediction.key.playerId}`, prediction }))
    .sort((a, b) => (a.place < b.place ? -1 : 1));
};

/**
 * Everybody's predictions of a match: all of them, or those behind a place, partition after partition, until there are
 * more than `limit`.
 */
export const readAllPredictions = async (
  store: Store,
  match: { readonly tenantId: string; readonly matchId: string },
  behind?: { readonly last: string; readonly limit: number },
): Promise<readonly PlacedAt[]> => {
  const shards = predictionPartitions(match.matchId).map((_, shard) => shard);
  if (!behind) return (await Promise.all(shards.map(shard => inPartition(store, match, shard)))).flat();
  const { last, limit } = behind;
  const found: PlacedAt[] = [];
  for (const shard of shards.slice(Number(last.split(' ')[0]))) {
    found.push(...(await inPartition(store, match, shard)).filter(({ place }) => place > last));
    if (found.length > limit) break;
  }
  return found;
};

/** A match and whether its picks are closed now; undefined: there is no such match. From the store, never behind. */
export const readLock = async (
  { store, clock }: { readonly store: Store; readonly clock: Clock },
  tenantId: string,
  matchId: string,
): Promise<{ readonly match: KnownMatch; readonly locked: boolean } | undefined> => {
  const { state } = await loadMatch({ store }, tenantId, matchId);
  return state.status === 'unknown' ? undefined : { match: state, locked: isLocked(state, clock()) };
};
