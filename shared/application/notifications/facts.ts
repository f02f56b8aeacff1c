import type { Envelope } from '../../events/envelope.ts';

/** What a notification says of a match besides its id. */
export interface FixtureNames {
  readonly competition: string;
  readonly home: string;
  readonly away: string;
}

/**
 * What is kept of events to notify by later. Each follows from its event alone, and none changes another: they may be kept
 * twice and in any order.
 */
export type Fact =
  | ({ readonly kind: 'fixture'; readonly tenantId: string; readonly matchId: string } & FixtureNames)
  /** A match was to kick off then. Whether it still is, its stream says. */
  | { readonly kind: 'due'; readonly tenantId: string; readonly matchId: string; readonly kickOff: string }
  /** A player came to a pool of a competition, or left it. Of each player and pool the highest version counts. */
  | {
      readonly kind: 'follower';
      readonly tenantId: string;
      readonly competition: string;
      readonly playerId: string;
      readonly poolId: string;
      readonly version: number;
      readonly joined: boolean;
    };

/** What an event leaves to notify by. */
export const factsOf = (event: Envelope): readonly Fact[] => {
  const { tenantId, version } = event;
  switch (event.type) {
    case 'match.scheduled': {
      const { matchId, competition, home, away, kickOff } = event.data;
      return [
        { kind: 'fixture', tenantId, matchId, competition, home, away },
        { kind: 'due', tenantId, matchId, kickOff: kickOff.at },
      ];
    }
    case 'match.rescheduled':
    case 'match.reinstated': {
      const { matchId, kickOff } = event.data;
      return [{ kind: 'due', tenantId, matchId, kickOff: kickOff.at }];
    }
    case 'pool.player-joined':
    case 'pool.player-left':
      return [{ kind: 'follower', tenantId, version, ...event.data, joined: event.type === 'pool.player-joined' }];
    default:
      return [];
  }
};
