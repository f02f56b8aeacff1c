/**
 * How every aggregate of Matchday is written: a pure decision and a pure fold.
 *
 * `decide` answers with the facts a command creates, with none when the command repeats what is already so
 * (idempotency lives here), or with a refusal that a person can understand. It never throws for an expected refusal.
 */
export interface Decider<State, Command, Event> {
  readonly initial: State;
  readonly decide: (command: Command, state: State) => Decision<Event>;
  readonly evolve: (state: State, event: Event) => State;
}

/** A command the rules do not permit now. `code` is stable and for programs, `message` is for people. */
export interface Refusal {
  readonly code: RefusalCode;
  readonly message: string;
}

/** Why a command may be refused. The HTTP status of each is in `shared/lambda/problem.ts`. */
export type RefusalCode =
  | 'unknown-match'
  | 'unknown-prediction'
  | 'unknown-pool'
  | 'unknown-player'
  | 'unknown-subscription'
  | 'forgotten'
  | 'already-exists'
  | 'locked'
  | 'not-kicked-off'
  | 'wrong-status'
  | 'not-a-member'
  | 'invite-only'
  | 'unknown-invite'
  | 'invite-expired'
  | 'invite-used-up'
  | 'too-many'
  | 'contradicted'
  | 'not-permitted';

export type Decision<Event> =
  | { readonly outcome: 'accepted'; readonly events: readonly Event[] }
  | { readonly outcome: 'refused'; readonly refusal: Refusal };

/** The command stands; these facts follow (none: it repeats what is already so). */
export const accept = <Event>(...events: readonly Event[]): Decision<Event> => ({ outcome: 'accepted', events });

/** The rules do not permit the command. */
export const refuse = (code: RefusalCode, message: string): Decision<never> => ({
  outcome: 'refused',
  refusal: { code, message },
});

/** Folds events into a state, from `state` on. */
export const fold = <State, Event>(
  evolve: (state: State, event: Event) => State,
  state: State,
  events: Iterable<Event>,
): State => {
  let current = state;
  for (const event of events) current = evolve(current, event);
  return current;
};

/** Compile-time proof that a switch handled every case. */
export const assertNever = (value: never): never => {
  throw new Error(`unhandled case: ${JSON.stringify(value)}`);
};
