import { predictionStream, type StreamRef } from './streams.ts';

const PREDICTION = /^prediction-([^.]+)\.([^.]+)$/;

/** The stream of this name, with the partition it lives in: the name alone says it, so that an event is found by its id. */
export const streamOf = (name: string): StreamRef => {
  const [, matchId, playerId] = PREDICTION.exec(name) ?? [];
  return matchId !== undefined && playerId !== undefined
    ? predictionStream(matchId, playerId)
    : { partition: name, name };
};
