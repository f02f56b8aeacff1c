import type { Feed, FeedMatch } from '../../shared/application/feed/feed.ts';

/** Follows a season round by round. */
export interface RoundsPlayed {
  /** Matches played so far. */
  readonly played: number;
  /** Takes account of results; names the round that is complete with them, if one is. */
  after(results: readonly FeedMatch[]): string | undefined;
}

export const roundsPlayed = (feed: Feed): RoundsPlayed => {
  const open = new Map<string, number>();
  for (const { fixture } of feed.matches) {
    const round = fixture.round ?? '';
    open.set(round, (open.get(round) ?? 0) + 1);
  }
  let played = 0;
  return {
    get played() {
      return played;
    },
    after: results => {
      let complete: string | undefined;
      for (const { fixture } of results) {
        const round = fixture.round ?? '';
        const left = (open.get(round) ?? 0) - 1;
        open.set(round, left);
        played += 1;
        if (left === 0) complete = round;
      }
      return complete;
    },
  };
};
