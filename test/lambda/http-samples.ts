import { atKickOff } from '../domain/samples.ts';
import type { TestApi } from './http.ts';

/** Principals of the tests, in the tenant `acme`. */
export const ORGANISER = 'acme/olga/organiser';
export const ADA = 'acme/ada';
export const BOB = 'acme/bob';

export const MATCH = 'burnley-city';
export const COMPETITION = 'english-premier-league-2023-24';

/** Instants around the kick-off of {@link newMatch}. */
export const BEFORE = new Date('2023-08-11T12:00:00.000Z');
export const AFTER = new Date('2023-08-11T19:00:00.000Z');

export const newMatch = {
  matchId: MATCH,
  competition: COMPETITION,
  round: 'Matchday 1',
  home: 'Burnley FC',
  away: 'Manchester City FC',
  kickOff: { at: atKickOff, timeKnown: true },
};

export const pickOf = (home: unknown, away: unknown, confidence?: unknown) => ({
  matchId: MATCH,
  predicted: { home, away },
  ...(confidence !== undefined && { confidence }),
});

export const scheduleMatch = (api: TestApi) => api.send('POST /v1/matches', { as: ORGANISER, json: newMatch });

export const predict = (api: TestApi, as: string, home: number, away: number, confidence?: number) =>
  api.send('POST /v1/predictions', { as, json: pickOf(home, away, confidence) });

/** Parameters of the paths of the match and of a player's prediction of it. */
export const match = { matchId: MATCH };
export const prediction = (player: string) => ({ predictionId: `${MATCH}.${player}` });

/** Bodies of commands. */
export const result = { result: { fullTime: { home: 0, away: 3 } } };
export const reason = { reason: 'waterlogged pitch' };
export const kickOff = { kickOff: { at: '2023-08-12T19:00:00.000Z', timeKnown: true } };
