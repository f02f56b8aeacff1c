/** How fast the season goes by: matchdays a minute, or as fast as the machine can. */
export type Speed = number | 'fastest';

/** What one handler has had to do since the start. */
export interface HandlerCounts {
  readonly handler: string;
  readonly invocations: number;
  /** Invocations that ended with an error. */
  readonly failures: number;
  /** Messages in its queue, those being handled included. */
  readonly waiting: number;
  readonly deadLetters: number;
}

/** What has happened since the start, step by step on the way of a fact. */
export interface Counts {
  /** Requests to the API. */
  readonly requests: number;
  /** Commits in the ledger. */
  readonly stored: number;
  /** Events on the bus. */
  readonly published: number;
  /** Copies of them that rules put into queues. */
  readonly delivered: number;
  /** Copies that a handler is done with. */
  readonly handled: number;
  readonly waiting: number;
  readonly deadLetters: number;
  readonly handlers: readonly HandlerCounts[];
}

/** How the demo is now: what `GET /demo/state` answers. */
export interface DemoState {
  readonly phase: 'opening' | 'playing' | 'paused' | 'finished';
  readonly speed: Speed;
  readonly speeds: readonly Speed[];
  /** Moments that are over, of how many. */
  readonly moment: number;
  readonly moments: number;
  /** The matchday that was complete last. */
  readonly matchday: string | null;
  /** Why it stands still, when nobody has paused it. */
  readonly trouble: string | null;
  readonly season: {
    readonly name: string;
    readonly title: string;
    readonly competition: string;
    readonly poolId: string;
    readonly matches: number;
    readonly matchdays: number;
  };
  readonly seasons: readonly { readonly name: string; readonly title: string }[];
  /** Matches that are over. */
  readonly played: number;
  /** The virtual instant. */
  readonly clock: string;
  readonly broken: readonly string[];
  readonly breakable: readonly string[];
  /** What the players are called. */
  readonly players: readonly { readonly playerId: string; readonly name: string }[];
  readonly counts: Counts;
}
