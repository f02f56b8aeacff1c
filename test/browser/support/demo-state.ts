import type { DemoState } from '../../../client/demo.ts';

/** A demo in which nothing moves: no clock, no counts. */
export const STANDING: DemoState = {
  phase: 'paused',
  speed: 1,
  speeds: [1, 10, 'fastest'],
  moment: 10,
  moments: 580,
  matchday: null,
  trouble: null,
  season: {
    ...{ name: 'a', title: 'English Premier League 2023/24', competition: 'a-league', poolId: 'demo-a' },
    ...{ matches: 380, matchdays: 38 },
  },
  seasons: [{ name: 'a', title: 'English Premier League 2023/24' }],
  played: 10,
  clock: '2023-08-14T19:00:00.000Z',
  broken: [],
  breakable: [],
  players: [],
  counts: {
    ...{ requests: 0, stored: 0, published: 0, delivered: 0, handled: 0, waiting: 0, deadLetters: 0 },
    handlers: [],
  },
};
