import {
  matchStream,
  membershipStream,
  playerStream,
  poolStream,
  predictionStream,
  type StreamRef,
  subscriptionStream,
} from './streams.ts';

/** Neither part has a dot in it: it cannot be read in two ways. */
const twoIds = (name: string): readonly [string, string] | undefined => {
  const [first, second, ...more] = name.split('.');
  return first && second && more.length === 0 ? [first, second] : undefined;
};

/** Where the stream of a name lives; undefined for a name of no kind of stream. */
export const streamNamed = (name: string): StreamRef | undefined => {
  const [kind = ''] = name.split('-');
  const id = name.slice(kind.length + 1);
  const ids = twoIds(id);
  if (id === '') return undefined;
  if (kind === 'match') return matchStream(id);
  if (kind === 'pool') return poolStream(id);
  if (kind === 'player') return playerStream(id);
  if (kind === 'subscription') return subscriptionStream(id);
  if (kind === 'prediction' && ids) return predictionStream(...ids);
  return kind === 'membership' && ids ? membershipStream(...ids) : undefined;
};
