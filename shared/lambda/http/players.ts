import * as z from 'zod';
import {
  forgetPlayer,
  type PlayerDependencies,
  type PlayerFound,
  readProfile,
  setProfile,
} from '../../application/player-commands.ts';
import { readNames } from '../../application/player-names.ts';
import { newProfileSchema, sealedProfileSchema } from '../../events/profile.ts';
import { idSchema, textSchema } from '../../events/schemas.ts';
import { done, doneAnswers } from './done.ts';
import { type Operation, operation } from './http-handler.ts';
import { idOf, notFound, playerIds } from './ids.ts';
import { emptyBody, nothing, withoutBody } from './nothing.ts';
import { isOrganiser, type Principal } from './principal.ts';
import { RequestError } from './problem.ts';

/** Whether these are the principal's own data, or an organiser asks. */
const mayAnswerFor = (principal: Principal, other: string): boolean =>
  principal.playerId === other || isOrganiser(principal);

/** @throws RequestError 403 unless the principal is the player or an organiser */
const requireSelf = (principal: Principal, playerId: string): void => {
  if (!mayAnswerFor(principal, playerId))
    throw new RequestError(403, 'not-permitted', 'only the player and organisers may do this');
};

/** Commands of a player. */
export const playerOperations = (dependencies: PlayerDependencies) => ({
  'PUT /v1/players/{playerId}/profile': operation({
    summary: 'Sets the profile of a player',
    body: newProfileSchema,
    query: nothing,
    answers: doneAnswers({ playerId: idSchema }, true),
    versioned: true,
    problems: [410],
    handle: async ({ principal, context, param, body }) => {
      const playerId = idOf(param('playerId'), 'player');
      requireSelf(principal, playerId);
      const executed = await setProfile(dependencies, context, playerId, body);
      return done(executed.version === 1 ? 201 : 200, { playerId }, executed);
    },
  }),
  'DELETE /v1/players/{playerId}': operation({
    summary: 'Forgets a player: nobody can read the profile any more',
    body: emptyBody,
    query: nothing,
    answers: doneAnswers({ playerId: idSchema }),
    handle: async ({ principal, context, param }) => {
      const playerId = idOf(param('playerId'), 'player');
      requireSelf(principal, playerId);
      return done(200, { playerId }, await forgetPlayer(dependencies, context, playerId));
    },
  }),
});

const playerView = z.union([
  sealedProfileSchema.extend({ playerId: idSchema, version: z.number().int().min(1) }),
  z.object({ playerId: idSchema, displayName: textSchema }),
]);

/** @throws RequestError 404 for a player that nobody registered, 410 for one who was forgotten */
const registered = (found: PlayerFound): Extract<PlayerFound, { status: 'registered' }> => {
  if (found.status === 'unknown') throw notFound('player');
  if (found.status === 'forgotten') throw new RequestError(410, 'forgotten', 'the player was forgotten');
  return found;
};

/** Players whose names may be asked for at once: as many as a query string has room for. */
const MAX_NAMES = 100;

const namesView = z.object({ items: z.array(z.object({ playerId: idSchema, displayName: textSchema })) });

/** A player's profile: all of it for the player and for organisers, the name for others of the tenant. */
export const playerQueries = (sources: Pick<PlayerDependencies, 'store' | 'keys'>) =>
  ({
    'GET /v1/players': operation({
      id: 'listPlayerNames',
      summary: 'The names of several players: who has none, or was forgotten, is left out',
      body: withoutBody,
      query: z.strictObject({
        ids: playerIds(MAX_NAMES).describe(`Ids of players, ${MAX_NAMES} at most, joined by commas.`),
      }),
      answers: { 200: namesView },
      handle: async ({ principal: { tenantId }, query: { ids } }) => {
        const names = await readNames(sources, tenantId, ids);
        const items = ids.flatMap(playerId => {
          const displayName = names.get(playerId);
          return displayName === undefined ? [] : [{ playerId, displayName }];
        });
        return { status: 200, body: { items } };
      },
    }),
    'GET /v1/players/{playerId}': operation({
      summary: 'A player: the profile for the player and organisers, the name for others',
      body: withoutBody,
      query: nothing,
      answers: { 200: playerView },
      versioned: true,
      problems: [410],
      handle: async ({ principal, param }) => {
        const playerId = idOf(param('playerId'), 'player');
        const { profile, version } = registered(await readProfile(sources, { tenantId: principal.tenantId, playerId }));
        const { displayName } = profile;
        if (mayAnswerFor(principal, playerId)) return { status: 200, body: { playerId, ...profile, version }, version };
        return { status: 200, body: { playerId, displayName } };
      },
    }),
  }) satisfies Record<string, Operation>;
