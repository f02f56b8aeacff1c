import { accept, assertNever, type Decider, type Decision, refuse } from './decider.ts';
import { decideInvite, evolveInvites, type InviteCommand, type InviteEvent, type OpenInvite } from './invite.ts';
import type { ScoreBasis } from './score.ts';
import type { RuleSetName } from './scoring.ts';

/** What a pool may decide for itself. Nothing here needs predictions to be evaluated again. */
export interface PoolRules {
  readonly rules: RuleSetName;
  readonly basis: ScoreBasis;
  /** Tried in this order between players with equal points; none: they share the rank. */
  readonly tieBreaks: readonly TieBreak[];
  /** Whether a match awarded at the table counts. */
  readonly countAwarded: boolean;
}

/** Whether everybody of the tenant may join, or only who has an invite (and the owner). */
export const POOL_ACCESS = ['open', 'invite'] as const;
export type PoolAccess = (typeof POOL_ACCESS)[number];

/** More of this category ranks higher. */
export type TieBreak = 'exact' | 'goal_diff' | 'tendency_only';

export type PoolEvent =
  | {
      readonly type: 'pool.created';
      readonly data: {
        readonly poolId: string;
        readonly competition: string;
        readonly name: string;
        readonly owner: string;
        /** Pools of before there were invites have none: they are open. */
        readonly access?: PoolAccess | undefined;
      } & PoolRules;
    }
  | {
      readonly type: 'pool.rules-changed';
      readonly data: { readonly poolId: string; readonly previous: PoolRules } & PoolRules;
    }
  | InviteEvent;

export type PoolState =
  | { readonly status: 'unknown' }
  | {
      readonly status: 'open';
      readonly poolId: string;
      readonly competition: string;
      readonly name: string;
      readonly owner: string;
      readonly access: PoolAccess;
      readonly rules: PoolRules;
      readonly invites: readonly OpenInvite[];
    };

export type PoolCommand =
  | {
      readonly type: 'create';
      readonly poolId: string;
      readonly competition: string;
      readonly name: string;
      readonly owner: string;
      readonly access?: PoolAccess | undefined;
      readonly rules: PoolRules;
    }
  | { readonly type: 'change-rules'; readonly rules: PoolRules; readonly by: string }
  | InviteCommand;

const rulesOf = ({ rules, basis, tieBreaks, countAwarded }: PoolRules): PoolRules => ({
  rules,
  basis,
  tieBreaks,
  countAwarded,
});

const sameRules = (a: PoolRules, b: PoolRules): boolean =>
  a.rules === b.rules &&
  a.basis === b.basis &&
  a.countAwarded === b.countAwarded &&
  a.tieBreaks.join() === b.tieBreaks.join();

const evolve = (state: PoolState, event: PoolEvent): PoolState => {
  switch (event.type) {
    case 'pool.created': {
      const { poolId, competition, name, owner, access = 'open' } = event.data;
      return { status: 'open', poolId, competition, name, owner, access, rules: rulesOf(event.data), invites: [] };
    }
    case 'pool.rules-changed':
      return state.status === 'open' ? { ...state, rules: rulesOf(event.data) } : state;
    case 'pool.invite-created':
    case 'pool.invite-revoked':
    case 'pool.invite-used':
      return state.status === 'open' ? { ...state, invites: evolveInvites(state.invites, event) } : state;
    default:
      return assertNever(event);
  }
};

const create = (command: PoolCommand & { type: 'create' }, state: PoolState): Decision<PoolEvent> => {
  const { poolId, competition, name, owner, access = 'open', rules } = command;
  if (state.status === 'unknown')
    return accept({ type: 'pool.created', data: { poolId, competition, name, owner, access, ...rules } });
  return state.owner === owner &&
    state.competition === competition &&
    state.name === name &&
    state.access === access &&
    sameRules(state.rules, rules)
    ? accept()
    : refuse('already-exists', `pool ${poolId} exists`);
};

const changeRules = (command: PoolCommand & { type: 'change-rules' }, state: PoolState): Decision<PoolEvent> => {
  if (state.status === 'unknown') return refuse('unknown-pool', 'there is no such pool');
  if (state.owner !== command.by)
    return refuse('not-permitted', `only the owner of pool ${state.poolId} changes its rules`);
  return sameRules(state.rules, command.rules)
    ? accept()
    : accept({ type: 'pool.rules-changed', data: { poolId: state.poolId, previous: state.rules, ...command.rules } });
};

/** A private league of players: its rules, tie-breaks and score basis. Who plays in it is in `membership.ts`. */
export const poolDecider: Decider<PoolState, PoolCommand, PoolEvent> = {
  initial: { status: 'unknown' },
  evolve,
  decide: (command, state) => {
    if (command.type === 'create') return create(command, state);
    return command.type === 'change-rules'
      ? changeRules(command, state)
      : decideInvite(command, state.status === 'unknown' ? undefined : state);
  },
};
