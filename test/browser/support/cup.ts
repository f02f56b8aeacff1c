import type { ApiClient } from '../../../cli/api-client.ts';
import { organiserOf, playerOf } from '../../../cli/tokens.ts';

export const TENANT = 'demo';
/** The organiser of the matches here. */
export const HOST = organiserOf(TENANT);

const DAY_MS = 86_400_000;

const kickOffIn = (milliseconds: number) => ({
  kickOff: { at: new Date(Date.now() + milliseconds).toISOString(), timeKnown: true },
});

/** A competition of its own, whose matches are played when a test says so. */
export interface Cup {
  /** A match of tomorrow. */
  readonly schedule: (matchId: string, home: string, away: string) => Promise<unknown>;
  /** It kicks off now: nobody predicts it any more. */
  readonly lock: (matchId: string) => Promise<unknown>;
  readonly finish: (matchId: string, home: number, away: number) => Promise<void>;
  readonly correct: (matchId: string, home: number, away: number, reason: string) => Promise<unknown>;
  readonly predict: (
    player: string,
    matchId: string,
    home: number,
    away: number,
    confidence?: number,
  ) => Promise<unknown>;
  /** What a player has handed in, as the API answers. */
  readonly prediction: (player: string, matchId: string) => Promise<unknown>;
}

export const cupOf = (api: ApiClient): Cup => {
  const command = (matchId: string, name: string, body: unknown = {}): Promise<unknown> =>
    api.post(HOST, `/v1/matches/${matchId}/${name}`, body);
  return {
    schedule: (matchId, home, away) =>
      api.post(HOST, '/v1/matches', {
        ...{ matchId, competition: 'cup', round: 'Final', home, away },
        ...kickOffIn(DAY_MS),
      }),
    lock: matchId => command(matchId, 'reschedule', kickOffIn(0)),
    finish: async (matchId, home, away) => {
      await command(matchId, 'start');
      await command(matchId, 'finish', { result: { fullTime: { home, away } } });
    },
    correct: (matchId, home, away, reason) =>
      command(matchId, 'correct', { result: { fullTime: { home, away } }, reason }),
    predict: (player, matchId, home, away, confidence) =>
      api.post(playerOf(TENANT, player), '/v1/predictions', { matchId, predicted: { home, away }, confidence }),
    prediction: (player, matchId) => api.get(playerOf(TENANT, player), `/v1/predictions/${matchId}.${player}`),
  };
};
