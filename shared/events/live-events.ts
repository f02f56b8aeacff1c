/**
 * The events that pages are told of as they happen: those that move what everybody may see. Of a season that is scheduled at once
 * nobody is told: there would be hundreds, and nothing on view moves.
 */
export const LIVE_MATCH_TYPES = [
  'match.started',
  'match.finished',
  'match.result-corrected',
  'match.result-withdrawn',
  'match.cancelled',
  'match.postponed',
  'match.reinstated',
  'match.awarded',
  'match.rescheduled',
] as const;

export const LIVE_POOL_TYPES = ['pool.player-joined', 'pool.player-left', 'pool.rules-changed'] as const;

/** What a page is told: that something has happened, and of what. Never a pick, and of a player not even the id. */
export interface Hint {
  /**
   * Of the event: a read with `after=<id>` shows what it has changed. Missing where it would name a player: who is in a pool by
   * invitation is for those in it.
   */
  readonly id?: string;
  readonly type: (typeof LIVE_MATCH_TYPES)[number] | (typeof LIVE_POOL_TYPES)[number];
  readonly matchId?: string;
  readonly poolId?: string;
  readonly competition?: string;
  /** When it happened, ISO 8601. */
  readonly at: string;
}

/** The channels of a tenant, by what their hints are of. */
export type LiveTopic = 'matches' | 'pools';
