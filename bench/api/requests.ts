import type { OpenStack } from '../../cli/local-stack.ts';
import { type Caller, organiserOf, playerOf } from '../../cli/tokens.ts';

const COMPETITION = 'bench-api';
const ORGANISER = organiserOf('demo');
const playerAt = (index: number): Caller => playerOf('demo', `player-${index}`);
const PLAYER = playerOf('demo', 'ann');
const BEFORE = '2031-01-01T12:00:00.000Z';
const KICK_OFF = { at: '2031-01-01T15:00:00.000Z', timeKnown: true };
const AFTER = '2031-01-01T17:00:00.000Z';

/** A request that is timed, `index` after `index`. `kind`: which bare operation it is held against. */
export interface TimedRequest {
  readonly name: string;
  readonly kind: 'command' | 'read';
  readonly send: (open: OpenStack, index: number) => Promise<unknown>;
}

const fixture = (matchId: string) => ({
  matchId,
  competition: COMPETITION,
  home: 'Home',
  away: 'Away',
  kickOff: KICK_OFF,
});

/** What is there before anything is timed: also the tokens of the players of as many rounds. */
export const prepare = async ({ api, stack }: OpenStack, rounds: number): Promise<void> => {
  stack.clock.set(new Date(BEFORE));
  await api.post(ORGANISER, '/v1/matches', fixture('bench-open'));
  await api.post(PLAYER, '/v1/pools', { poolId: 'bench-pool', competition: COMPETITION, name: 'Bench' });
  await api.post(PLAYER, '/v1/predictions', {
    matchId: 'bench-open',
    predicted: { home: 2, away: 1 },
    confidence: 0.9,
  });
  for (let index = 0; index < rounds; index += 1) await api.get(playerAt(index), '/v1/matches/bench-open');
};

/** The commands and the reads. Each command is on a stream of its own, or on one that has been read before. */
export const REQUESTS: readonly TimedRequest[] = [
  {
    name: 'schedule a match',
    kind: 'command',
    send: ({ api }, index) => api.post(ORGANISER, '/v1/matches', fixture(`bench-match-${index}`)),
  },
  {
    name: 'place a prediction',
    kind: 'command',
    send: ({ api }, index) =>
      api.post(playerAt(index), '/v1/predictions', {
        matchId: 'bench-open',
        predicted: { home: 1, away: 1 },
        confidence: 0.4,
      }),
  },
  {
    name: 'change a prediction',
    kind: 'command',
    send: ({ api }, index) =>
      api.post(playerAt(index), `/v1/predictions/bench-open.player-${index}/revise`, {
        predicted: { home: 3, away: 1 },
      }),
  },
  {
    name: 'join a pool',
    kind: 'command',
    send: ({ api }, index) => api.post(playerAt(index), '/v1/pools/bench-pool/join'),
  },
  { name: 'read a match', kind: 'read', send: ({ api }) => api.get(PLAYER, '/v1/matches/bench-open') },
  { name: 'read a prediction', kind: 'read', send: ({ api }) => api.get(PLAYER, '/v1/predictions/bench-open.ann') },
  { name: 'read a pool', kind: 'read', send: ({ api }) => api.get(PLAYER, '/v1/pools/bench-pool') },
  {
    name: 'read a table',
    kind: 'read',
    send: ({ api }) => api.get(PLAYER, `/v1/competitions/${COMPETITION}/standings`),
  },
];

const scoredOf = async ({ api }: OpenStack): Promise<number> => {
  const { standings } = await api.get<{ standings: readonly { playerId: string; scored: number }[] }>(
    PLAYER,
    `/v1/competitions/${COMPETITION}/standings`,
  );
  return standings.find(({ playerId }) => playerId === 'ann')?.scored ?? 0;
};

/** Milliseconds from the answer to a result until the standings show what it was worth, after the stack has rested for so long. */
export const answerToStandings = async (open: OpenStack, index: number, restMs: number): Promise<number> => {
  const { api, stack } = open;
  const matchId = `bench-effect-${index}`;
  stack.clock.set(new Date(BEFORE));
  await api.post(ORGANISER, '/v1/matches', fixture(matchId));
  await api.post(PLAYER, '/v1/predictions', { matchId, predicted: { home: 2, away: 1 }, confidence: 0.9 });
  stack.clock.set(new Date(AFTER));
  await stack.settled();
  await new Promise(resolve => setTimeout(resolve, restMs));
  const before = await scoredOf(open);
  await api.post(ORGANISER, `/v1/matches/${matchId}/finish`, { result: { fullTime: { home: 2, away: 1 } } });
  const from = performance.now();
  while ((await scoredOf(open)) <= before) await new Promise(resolve => setTimeout(resolve, 2));
  return performance.now() - from;
};
