import { type Caller, organiserOf, playerOf } from '../../cli/tokens.ts';
import type { TestStack } from './harness.ts';

/** A small league in a tenant of its own: what a test does to it, nobody else sees. */
export interface World {
  readonly tenant: string;
  readonly competition: string;
  readonly host: Caller;
  readonly player: (id: string) => Caller;
  /** Schedules a match for this instant. */
  readonly schedule: (matchId: string, at: string) => Promise<void>;
  /** Organises: `finish`, `correct`, `cancel`, ... */
  readonly match: (matchId: string, command: string, body?: unknown) => Promise<void>;
  readonly predict: (playerId: string, matchId: string, home: number, away: number, sure?: number) => Promise<void>;
  readonly change: (playerId: string, matchId: string, command: 'revise' | 'cancel', body: unknown) => Promise<void>;
  /** `rank. player points (exact/goal_diff/draw_not_exact/tendency_only/miss) void missing`, in the table's order. */
  readonly standings: () => Promise<readonly string[]>;
  readonly statistics: () => Promise<{ readonly total: Readonly<Record<string, number | null>> }>;
}

interface Row extends Readonly<Record<string, number | string>> {
  readonly rank: number;
  readonly playerId: string;
}

const line = (row: Row): string => {
  const counts = ['exact', 'goal_diff', 'draw_not_exact', 'tendency_only', 'miss'].map(name => row[name]);
  return `${row.rank}. ${row.playerId} ${row.points} (${counts.join('/')}) ${row.void} ${row.missing}`;
};

export const result = (home: number, away: number) => ({ fullTime: { home, away } });

export const worldOf = ({ api }: TestStack, tenant: string): World => {
  const competition = `league-${tenant}`;
  const host = organiserOf(tenant);
  const player = (id: string): Caller => playerOf(tenant, id);
  const post = async (caller: Caller, path: string, body?: unknown): Promise<void> => {
    await api.post(caller, path, body);
  };
  const pick = (home: number, away: number, sure: number | undefined) => ({
    predicted: { home, away },
    ...(sure !== undefined && { confidence: sure }),
  });
  return {
    tenant,
    competition,
    host,
    player,
    schedule: (matchId, at) => {
      const kickOff = { at, timeKnown: true };
      return post(host, '/v1/matches', { matchId, competition, home: `${matchId} I`, away: `${matchId} II`, kickOff });
    },
    match: (matchId, command, body) => post(host, `/v1/matches/${matchId}/${command}`, body),
    predict: (playerId, matchId, home, away, sure) =>
      post(player(playerId), '/v1/predictions', { matchId, ...pick(home, away, sure) }),
    change: (playerId, matchId, command, body) =>
      post(player(playerId), `/v1/predictions/${matchId}.${playerId}/${command}`, body),
    standings: async () => {
      const path = `/v1/competitions/${competition}/standings`;
      return (await api.get<{ standings: readonly Row[] }>(host, path)).standings.map(line);
    },
    statistics: () => api.get(host, `/v1/competitions/${competition}/statistics`),
  };
};
