import type { PredictionRef } from '../../application/commands.ts';
import { idSchema } from '../../events/schemas.ts';
import { RequestError } from './problem.ts';

/** What ids of a path name. */
type Kind =
  | 'match'
  | 'prediction'
  | 'pool'
  | 'invite'
  | 'player'
  | 'competition'
  | 'round'
  | 'event'
  | 'subscription'
  | 'delivery'
  | 'notification'
  | 'projection';

/** Nothing of this kind is there, or it is nothing that the one who asks may know of. */
export const notFound = (kind: Kind): RequestError =>
  new RequestError(404, `unknown-${kind}`, `there is no such ${kind}`);

/** @throws RequestError 404 for a text that is no id: nothing can be stored under it */
export const idOf = (text: string, kind: Kind): string => {
  if (!idSchema.safeParse(text).success) throw notFound(kind);
  return text;
};

/** @throws RequestError 404 unless the text is the id of a match, a dot, and the id of a player */
export const predictionRefOf = (text: string): PredictionRef => {
  const [matchId = '', playerId = '', ...rest] = text.split('.');
  if (rest.length > 0) throw notFound('prediction');
  return { matchId: idOf(matchId, 'prediction'), playerId: idOf(playerId, 'prediction') };
};
