import type { MatchEvent } from '../domain/match.ts';
import type { MatchCommand } from '../domain/match-decisions.ts';
import type { DomainEvent, EventType } from '../events/catalog.ts';
import { cancelPrediction, commandMatch, createPrediction, revisePrediction } from './commands.ts';
import { CommandRefusedError } from './errors.ts';
import type { CommandContext, Dependencies, Executed } from './execution.ts';
import { changePoolRules, createPool, joinPool, leavePool } from './pool-commands.ts';

/** Facts that only Matchday itself comes to, or that would have to be sealed first. */
const OWN = [
  'prediction.evaluated',
  'prediction.reopened',
  'pool.invite-created',
  'pool.invite-revoked',
  'pool.invite-used',
  'player.registered',
  'player.profile-changed',
  'player.forgotten',
  'subscription.changed',
  'subscription.created',
  'subscription.deleted',
  'subscription.disabled',
  'subscription.enabled',
  'subscription.secret-rotated',
] as const satisfies readonly EventType[];
type OwnType = (typeof OWN)[number];
type Statable = Exclude<DomainEvent, { readonly type: OwnType }>;

const isStatable = (event: DomainEvent): event is Statable => !OWN.some(type => type === event.type);

/** The command whose decision is this fact. */
const matchCommandOf = (event: MatchEvent, now: string): MatchCommand => {
  switch (event.type) {
    case 'match.scheduled': {
      const { kickOff, ...fixture } = event.data;
      return { type: 'schedule', fixture, kickOff };
    }
    case 'match.rescheduled':
      return { type: 'reschedule', kickOff: event.data.kickOff };
    case 'match.postponed':
      return { type: 'postpone', reason: event.data.reason };
    case 'match.started':
      return { type: 'start', now };
    case 'match.finished':
      return { type: 'finish', result: event.data.result, now };
    case 'match.result-corrected':
      return { type: 'correct', result: event.data.result, reason: event.data.reason };
    case 'match.result-withdrawn':
      return { type: 'withdraw-result', reason: event.data.reason };
    case 'match.cancelled':
      return { type: 'cancel', reason: event.data.reason };
    case 'match.reinstated':
      return { type: 'reinstate', kickOff: event.data.kickOff };
    case 'match.awarded':
      return { type: 'award', result: event.data.result, reason: event.data.reason };
  }
};

const notPermitted = (message: string): CommandRefusedError =>
  new CommandRefusedError({ code: 'not-permitted', message });

/** A pick or a place in a pool is its player's: nobody states it for another, and nobody learns of a pick by trying. */
const requireOwn = ({ actor }: CommandContext, type: EventType, playerId: string): void => {
  if (playerId !== actor) throw notPermitted(`${type} can only be stated by the player it is about`);
};

const stateOwn = (
  dependencies: Dependencies,
  context: CommandContext,
  event: Exclude<Statable, MatchEvent>,
): Promise<Executed<unknown>> => {
  switch (event.type) {
    case 'prediction.created':
    case 'prediction.revised': {
      requireOwn(context, event.type, event.data.playerId);
      const { predicted, confidence } = event.data;
      const command = event.type === 'prediction.created' ? createPrediction : revisePrediction;
      return command(dependencies, context, event.data, { predicted, confidence });
    }
    case 'prediction.cancelled': {
      requireOwn(context, event.type, event.data.playerId);
      return cancelPrediction(dependencies, context, event.data, { reason: event.data.reason, afterLock: false });
    }
    case 'pool.created': {
      requireOwn(context, event.type, event.data.owner);
      const { poolId, competition, name, owner: _, access, ...rules } = event.data;
      return createPool(dependencies, context, { poolId, competition, name, access, rules });
    }
    case 'pool.rules-changed': {
      const { poolId, previous: _, ...rules } = event.data;
      return changePoolRules(dependencies, context, poolId, rules);
    }
    case 'pool.player-joined':
    case 'pool.player-left': {
      requireOwn(context, event.type, event.data.playerId);
      const command = event.type === 'pool.player-joined' ? joinPool : leavePool;
      return command(dependencies, context, event.data);
    }
  }
};

const isOfMatch = (event: Statable): event is MatchEvent => event.type.startsWith('match.');

/**
 * Takes a fact from somebody who is trusted to state facts. It goes the way of every fact: the command whose decision it is, is
 * decided and appended; when the decision comes to another fact, or refuses, nothing is stored.
 *
 * @throws CommandRefusedError `contradicted` with the path that is not so, `not-permitted` for facts that are not the
 *   caller's to state, and what the decision says; and what `execute` throws
 */
export const stateFact = async (
  dependencies: Dependencies,
  context: CommandContext,
  fact: DomainEvent,
): Promise<Executed<unknown>> => {
  if (!isStatable(fact)) throw notPermitted(`${fact.type} is a fact that only Matchday itself comes to`);
  const stated = { ...context, stated: fact };
  return isOfMatch(fact)
    ? commandMatch(dependencies, stated, fact.data.matchId, matchCommandOf(fact, context.now))
    : stateOwn(dependencies, stated, fact);
};
