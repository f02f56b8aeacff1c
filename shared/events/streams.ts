/**
 * Where streams live. A stream normally is a partition of its own; the predictions of one match share
 * {@link PREDICTION_SHARDS} partitions, so that settling the match reads them by Query, and no key gets hot.
 */
export interface StreamRef {
  readonly partition: string;
  readonly name: string;
}

/**
 * Partitions over which the predictions of one match are spread, by player: 8 take 8,000 picks a second for one match
 * (1,000 write units a partition), and settling a match reads them with 8 queries. See docs/adr/0004. Never to change for a
 * tenant with data.
 */
export const PREDICTION_SHARDS = 8;

/**
 * FNV-1a, 32 bits (Fowler, Noll, Vo), its halves folded: spreads short ids evenly and is the same everywhere. The low bits
 * alone would favour some partitions where ids are numbered in steps.
 */
const fnv1a = (text: string): number => {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i += 1) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return (hash ^ (hash >>> 16)) >>> 0;
};

const own = (name: string): StreamRef => ({ partition: name, name });

const predictionShard = (matchId: string, shard: number): string =>
  `predictions-${matchId}/${String(shard).padStart(2, '0')}`;

export const matchStream = (matchId: string): StreamRef => own(`match-${matchId}`);

/** The id of the prediction of a player for a match. The dot cannot occur in an id, so it cannot be read in two ways. */
export const predictionId = (matchId: string, playerId: string): string => `${matchId}.${playerId}`;

export const predictionStream = (matchId: string, playerId: string): StreamRef => ({
  partition: predictionShard(matchId, fnv1a(playerId) % PREDICTION_SHARDS),
  name: `prediction-${predictionId(matchId, playerId)}`,
});

/** All partitions that hold predictions of a match. */
export const predictionPartitions = (matchId: string): readonly string[] =>
  Array.from({ length: PREDICTION_SHARDS }, (_, shard) => predictionShard(matchId, shard));

const PARTITION_OF_MATCH = /^(?:match-(.+)|predictions-(.+)\/\d\d)$/;

/** The match that a partition is about; undefined: none. */
export const matchOfPartition = (partition: string): string | undefined => {
  const [, own, predicted] = PARTITION_OF_MATCH.exec(partition) ?? [];
  return own ?? predicted;
};

export const poolStream = (poolId: string): StreamRef => own(`pool-${poolId}`);

export const membershipStream = (poolId: string, playerId: string): StreamRef =>
  own(`membership-${poolId}.${playerId}`);

export const playerStream = (playerId: string): StreamRef => own(`player-${playerId}`);

/** A subscription to webhooks. */
export const subscriptionStream = (subscriptionId: string): StreamRef => own(`subscription-${subscriptionId}`);

/** `<stream>:<version>` */
export const eventId = (stream: string, version: number): string => `${stream}:${version}`;
