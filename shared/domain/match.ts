import { assertNever } from './decider.ts';
import type { Result } from './score.ts';

// --- Events -----------------------------------------------------------------------------------------------------------

/** Which match it is. Carried by every match event, so that no handler has to ask back. */
export interface Fixture {
  readonly matchId: string;
  /** A competition is a real one: a league's season, `english-premier-league-2023-24`. */
  readonly competition: string;
  /** As the feed names it ("Matchday 1"); null where it names none. */
  readonly round: string | null;
  readonly home: string;
  readonly away: string;
}

/** When a match begins. Without a known time of day `at` is the day's first instant at the venue: picks lock before anyone can know more. */
export interface KickOff {
  /** ISO 8601, UTC, to the millisecond as `Date.toISOString` writes it, like every instant here: such texts compare as their instants do. */
  readonly at: string;
  readonly timeKnown: boolean;
}

export type MatchEvent =
  | { readonly type: 'match.scheduled'; readonly data: Fixture & { readonly kickOff: KickOff } }
  | {
      readonly type: 'match.rescheduled';
      readonly data: Fixture & { readonly kickOff: KickOff; readonly previous: KickOff };
    }
  | { readonly type: 'match.postponed'; readonly data: Fixture & { readonly reason: string } }
  | { readonly type: 'match.started'; readonly data: Fixture }
  | { readonly type: 'match.finished'; readonly data: Fixture & { readonly result: Result } }
  | {
      readonly type: 'match.result-corrected';
      readonly data: Fixture & { readonly result: Result; readonly previous: Result; readonly reason: string };
    }
  | {
      readonly type: 'match.result-withdrawn';
      readonly data: Fixture & { readonly previous: Result; readonly reason: string };
    }
  | { readonly type: 'match.cancelled'; readonly data: Fixture & { readonly reason: string } }
  | { readonly type: 'match.reinstated'; readonly data: Fixture & { readonly kickOff: KickOff } }
  | { readonly type: 'match.awarded'; readonly data: Fixture & { readonly result: Result; readonly reason: string } };

// --- Fold -------------------------------------------------------------------------------------------------------------

interface Known {
  readonly fixture: Fixture;
  readonly kickOff: KickOff;
}

export type MatchState =
  | { readonly status: 'unknown' }
  | ({ readonly status: 'scheduled' | 'started' | 'cancelled' } & Known)
  /** `begun`: it was broken off. Its picks stay closed until it has a new kick-off. */
  | ({ readonly status: 'postponed'; readonly begun: boolean } & Known)
  | ({ readonly status: 'finished' | 'awarded'; readonly result: Result } & Known);

export type KnownMatch = Exclude<MatchState, { status: 'unknown' }>;

export const unknownMatch: MatchState = { status: 'unknown' };

const fixtureOf = ({ matchId, competition, round, home, away }: Fixture): Fixture => ({
  matchId,
  competition,
  round,
  home,
  away,
});

/** The next state of a match. An event of a match that was never scheduled changes nothing. */
export const evolveMatch = (state: MatchState, event: MatchEvent): MatchState => {
  if (event.type === 'match.scheduled')
    return { status: 'scheduled', fixture: fixtureOf(event.data), kickOff: event.data.kickOff };
  if (state.status === 'unknown') return state;
  const { fixture, kickOff } = state;
  switch (event.type) {
    case 'match.rescheduled':
    case 'match.reinstated':
      return { status: 'scheduled', fixture, kickOff: event.data.kickOff };
    case 'match.postponed':
      return { status: 'postponed', fixture, kickOff, begun: state.status === 'started' };
    case 'match.started':
      return { status: 'started', fixture, kickOff };
    case 'match.result-withdrawn':
      return { status: 'scheduled', fixture, kickOff };
    case 'match.cancelled':
      return { status: 'cancelled', fixture, kickOff };
    case 'match.finished':
      return { status: 'finished', fixture, kickOff, result: event.data.result };
    case 'match.awarded':
      return { status: 'awarded', fixture, kickOff, result: event.data.result };
    case 'match.result-corrected':
      return {
        status: state.status === 'awarded' ? 'awarded' : 'finished',
        fixture,
        kickOff,
        result: event.data.result,
      };
    default:
      return assertNever(event);
  }
};

// --- Query ------------------------------------------------------------------------------------------------------------

/**
 * Whether picks are closed at `now` (ISO 8601, the server's clock). They close at the current kick-off; a postponed
 * match has none until it is rescheduled, so its picks stay open, unless it had begun.
 */
export const isLocked = (state: KnownMatch, now: string): boolean => {
  switch (state.status) {
    case 'scheduled':
      return now >= state.kickOff.at;
    case 'postponed':
      return state.begun;
    case 'started':
    case 'finished':
    case 'awarded':
    case 'cancelled':
      return true;
    default:
      return assertNever(state);
  }
};

/** What a match event means for the predictions of the match: their evaluation, their being void, or open again. */
export type Settlement =
  | { readonly kind: 'result'; readonly result: Result; readonly awarded: boolean }
  | { readonly kind: 'void'; readonly reason: string }
  | { readonly kind: 'open' };

/** The settlement an event brings about; undefined for events that leave predictions as they are. `before` is the state it met. */
export const settlementOf = (event: MatchEvent, before: MatchState): Settlement | undefined => {
  switch (event.type) {
    case 'match.finished':
      return { kind: 'result', result: event.data.result, awarded: false };
    case 'match.awarded':
      return { kind: 'result', result: event.data.result, awarded: true };
    case 'match.result-corrected':
      return { kind: 'result', result: event.data.result, awarded: before.status === 'awarded' };
    case 'match.cancelled':
      return { kind: 'void', reason: event.data.reason };
    case 'match.result-withdrawn':
    case 'match.reinstated':
      return { kind: 'open' };
    case 'match.scheduled':
    case 'match.rescheduled':
    case 'match.postponed':
    case 'match.started':
      return undefined;
    default:
      return assertNever(event);
  }
};
