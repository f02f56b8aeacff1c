import type { FeedMatch } from '../../shared/application/feed/feed.ts';
import { reconcile } from '../../shared/application/feed/reconcile.ts';
import type { Fixture, KickOff, MatchState } from '../../shared/domain/match.ts';
import type { MatchCommand } from '../../shared/domain/match-decisions.ts';
import type { Result } from '../../shared/domain/score.ts';
import type { ApiClient } from '../api-client.ts';
import { ApiError } from '../api-error.ts';
import type { Caller } from '../tokens.ts';

/** The path and body of a match command. */
const requestOf = (matchId: string, command: MatchCommand): { path: string; body?: unknown } => {
  if (command.type === 'schedule')
    return { path: '/v1/matches', body: { ...command.fixture, kickOff: command.kickOff } };
  const path = `/v1/matches/${matchId}/${command.type}`;
  switch (command.type) {
    case 'reschedule':
    case 'reinstate':
      return { path, body: { kickOff: command.kickOff } };
    case 'start':
      return { path };
    case 'finish':
      return { path, body: { result: command.result } };
    case 'correct':
    case 'award':
      return { path, body: { result: command.result, reason: command.reason } };
    case 'postpone':
    case 'cancel':
    case 'withdraw-result':
      return { path, body: { reason: command.reason } };
  }
};

/** Whoever runs the competition, over the API. */
export interface Organiser {
  readonly command: (matchId: string, command: MatchCommand) => Promise<void>;
  /** Kicks the match off, unless it is past that. */
  readonly start: (matchId: string, now: string) => Promise<void>;
  /** Ends the match, unless it is past that. */
  readonly finish: (matchId: string, result: Result, now: string) => Promise<void>;
  /** Brings a match to what the feed says of it. Returns the commands that took. */
  readonly follow: (row: FeedMatch, now: string) => Promise<readonly MatchCommand[]>;
}

type MatchAnswer = {
  readonly status: Exclude<MatchState['status'], 'unknown'>;
  readonly fixture: Fixture;
  readonly kickOff: KickOff;
};

/** A season that is played again meets matches that are further on than the command would bring them. */
const unlessDone = async (commanded: Promise<void>): Promise<void> => {
  try {
    await commanded;
  } catch (error) {
    if (!(error instanceof ApiError && error.code === 'wrong-status')) throw error;
  }
};

export const organiser = (api: ApiClient, caller: Caller): Organiser => {
  const command = async (matchId: string, command: MatchCommand): Promise<void> => {
    const { path, body } = requestOf(matchId, command);
    await api.post(caller, path, body);
  };
  const stateOf = async (matchId: string): Promise<MatchState> => {
    try {
      return (await api.get<MatchAnswer>(caller, `/v1/matches/${matchId}`)) as MatchState;
    } catch (error) {
      if (error instanceof ApiError && error.code === 'unknown-match') return { status: 'unknown' };
      throw error;
    }
  };
  return {
    command,
    start: (matchId, now) => unlessDone(command(matchId, { type: 'start', now })),
    finish: (matchId, result, now) => unlessDone(command(matchId, { type: 'finish', result, now })),
    follow: async (row, now) => {
      const { matchId } = row.fixture;
      const commands = reconcile(await stateOf(matchId), row, now);
      for (const each of commands) await command(matchId, each);
      return commands;
    },
  };
};
