import { assertNever } from './decider.ts';
import type { PlayerPick, Verdict } from './verdict.ts';

// --- Events -----------------------------------------------------------------------------------------------------------

/** Which prediction it is: a player predicts a match once. */
export interface PredictionKey {
  readonly predictionId: string;
  readonly matchId: string;
  readonly competition: string;
  readonly playerId: string;
}

/** Which match event settled a prediction, and when that was known: standings at an instant go by it. */
export interface SettledBy {
  readonly matchVersion: number;
  /** Server time of the match event, ISO 8601. */
  readonly settledAt: string;
}

export type PredictionEvent =
  | {
      readonly type: 'prediction.created';
      /** `matchVersion` and `locksAt` are the match as it was known when this was decided; null: postponed, no lock yet. */
      readonly data: PredictionKey & PlayerPick & { readonly matchVersion: number; readonly locksAt: string | null };
    }
  | {
      readonly type: 'prediction.revised';
      readonly data: PredictionKey & PlayerPick & { readonly previous: PlayerPick };
    }
  | {
      readonly type: 'prediction.cancelled';
      readonly data: PredictionKey & { readonly reason: string; readonly cancelledBy: string };
    }
  | {
      readonly type: 'prediction.evaluated';
      /** `previous`: the verdict that this one takes the place of. Absent on the first one, and after the match was open again. */
      readonly data: PredictionKey &
        PlayerPick &
        SettledBy & { readonly verdict: Verdict; readonly previous?: Verdict | undefined };
    }
  | { readonly type: 'prediction.reopened'; readonly data: PredictionKey & SettledBy };

// --- Fold -------------------------------------------------------------------------------------------------------------

export type PredictionState =
  | { readonly status: 'none' }
  | {
      readonly status: 'placed';
      readonly key: PredictionKey;
      readonly pick: PlayerPick;
      /** The last match event that this prediction has taken account of. */
      readonly matchVersion: number;
      /** The current verdict; undefined while the match is open. */
      readonly verdict: Verdict | undefined;
    }
  | { readonly status: 'cancelled'; readonly key: PredictionKey };

export const noPrediction: PredictionState = { status: 'none' };

export type PlacedPrediction = Extract<PredictionState, { status: 'placed' }>;

const keyOf = ({ predictionId, matchId, competition, playerId }: PredictionKey): PredictionKey => ({
  predictionId,
  matchId,
  competition,
  playerId,
});

/** The pick alone, without what else an event holds. */
const pickOf = ({ predicted, confidence }: PlayerPick): PlayerPick => ({ predicted, confidence });

/** The next state of a prediction. An event of one that was never placed, or was withdrawn, changes nothing. */
export const evolvePrediction = (state: PredictionState, event: PredictionEvent): PredictionState => {
  if (event.type === 'prediction.created')
    return {
      status: 'placed',
      key: keyOf(event.data),
      pick: pickOf(event.data),
      matchVersion: event.data.matchVersion,
      verdict: undefined,
    };
  if (state.status !== 'placed') return state;
  switch (event.type) {
    case 'prediction.revised':
      return { ...state, pick: pickOf(event.data) };
    case 'prediction.cancelled':
      return { status: 'cancelled', key: state.key };
    case 'prediction.evaluated':
      return { ...state, matchVersion: event.data.matchVersion, verdict: event.data.verdict };
    case 'prediction.reopened':
      return { ...state, matchVersion: event.data.matchVersion, verdict: undefined };
    default:
      return assertNever(event);
  }
};
