import { fold } from '../../shared/domain/decider.ts';
import { evolveMatch, type Fixture, type KickOff, type MatchEvent, unknownMatch } from '../../shared/domain/match.ts';
import type { PredictionEvent, PredictionKey } from '../../shared/domain/prediction.ts';
import type { MatchSeen } from '../../shared/domain/prediction-decisions.ts';
import type { Result, Score } from '../../shared/domain/score.ts';
import type { PlayerPick } from '../../shared/domain/verdict.ts';

/** A score as people write it: `2-1` is two goals at home, one away. */
export const goals = (text: string): Score => {
  const [home = Number.NaN, away = Number.NaN] = text.split('-').map(Number);
  return { home, away };
};

/** A result after 90 minutes, without anything else known. */
export const after90 = (text: string): Result => ({ fullTime: goals(text) });

// --- Match ------------------------------------------------------------------------------------------------------------

/** Burnley - Manchester City, the first match of 2023-24. */
export const fixture: Fixture = {
  matchId: 'burnley-city',
  competition: 'english-premier-league-2023-24',
  round: 'Matchday 1',
  home: 'Burnley FC',
  away: 'Manchester City FC',
};

/** Three instants a millisecond apart. */
export const before = '2023-08-11T18:59:59.999Z';
export const atKickOff = '2023-08-11T19:00:00.000Z';
export const after = '2023-08-11T19:00:00.001Z';

export const kickOff: KickOff = { at: atKickOff, timeKnown: true };
export const earlier: KickOff = { at: '2023-08-10T19:00:00.000Z', timeKnown: true };
export const later: KickOff = { at: '2023-08-12T19:00:00.000Z', timeKnown: true };

/** Facts about the match, as short as a scenario wants them. */
export const scheduled = (at = kickOff): MatchEvent => ({ type: 'match.scheduled', data: { ...fixture, kickOff: at } });
export const rescheduled = (to: KickOff, previous = kickOff): MatchEvent => ({
  type: 'match.rescheduled',
  data: { ...fixture, kickOff: to, previous },
});
export const postponed = (reason: string): MatchEvent => ({ type: 'match.postponed', data: { ...fixture, reason } });
export const started: MatchEvent = { type: 'match.started', data: fixture };
export const finished = (result: Result): MatchEvent => ({ type: 'match.finished', data: { ...fixture, result } });
export const corrected = (result: Result, previous: Result): MatchEvent => ({
  type: 'match.result-corrected',
  data: { ...fixture, result, previous, reason: 'typing error' },
});
export const resultWithdrawn = (previous: Result): MatchEvent => ({
  type: 'match.result-withdrawn',
  data: { ...fixture, previous, reason: 'replay ordered' },
});
export const cancelled = (reason: string): MatchEvent => ({ type: 'match.cancelled', data: { ...fixture, reason } });
export const reinstated = (to: KickOff): MatchEvent => ({
  type: 'match.reinstated',
  data: { ...fixture, kickOff: to },
});
export const awarded = (result: Result): MatchEvent => ({
  type: 'match.awarded',
  data: { ...fixture, result, reason: 'ineligible player' },
});

/** The match as a prediction's decision sees it after these events. */
export const matchAfter = (...events: readonly MatchEvent[]): MatchSeen => ({
  state: fold(evolveMatch, unknownMatch, events),
  version: events.length,
});

// --- Prediction -------------------------------------------------------------------------------------------------------

export const key: PredictionKey = {
  predictionId: 'prediction-burnley-city-ada',
  matchId: fixture.matchId,
  competition: fixture.competition,
  playerId: 'ada',
};

export const pick = (text: string, confidence: number | null = null): PlayerPick => ({
  predicted: goals(text),
  confidence,
});

export const created = (chosen: PlayerPick, matchVersion = 1, locksAt: string | null = atKickOff): PredictionEvent => ({
  type: 'prediction.created',
  data: { ...key, ...chosen, matchVersion, locksAt },
});
export const revised = (chosen: PlayerPick, previous: PlayerPick): PredictionEvent => ({
  type: 'prediction.revised',
  data: { ...key, ...chosen, previous },
});
export const predictionCancelled: PredictionEvent = {
  type: 'prediction.cancelled',
  data: { ...key, reason: 'changed my mind', cancelledBy: 'ada' },
};
