import * as z from 'zod';
import type { PredictionRef } from '../../application/commands.ts';
import { ID, MAX_ID_CHARS } from '../../events/id.ts';
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

/** Characters of a parameter: what a query string has room for. */
const MAX_LIST_CHARS = 6000;

/** A parameter with several ids, joined by commas: each once. @param one the pattern of an id, without anchors */
export const idList = (one: string, what: string, most: number) =>
  z
    .string()
    .max(MAX_LIST_CHARS)
    .regex(new RegExp(`^${one}(,${one})*$`), `must be ids of ${what}, joined by commas`)
    .transform(text => [...new Set(text.split(','))])
    .refine(ids => ids.length <= most, `must be ${most} at most`);

/** A parameter with ids of players, joined by commas: each once. */
export const playerIds = (most: number) =>
  idList(ID.source.slice(1, -1), 'players', most).refine(
    ids => ids.every(id => id.length <= MAX_ID_CHARS),
    `must be ids of ${MAX_ID_CHARS} characters at most`,
  );

/** @throws RequestError 404 unless the text is the id of a match, a dot, and the id of a player */
export const predictionRefOf = (text: string): PredictionRef => {
  const [matchId = '', playerId = '', ...rest] = text.split('.');
  if (rest.length > 0) throw notFound('prediction');
  return { matchId: idOf(matchId, 'prediction'), playerId: idOf(playerId, 'prediction') };
};
