import { expect } from 'vitest';
import { type Decider, fold, type RefusalCode } from '../../shared/domain/decider.ts';

/** What a command is expected to come to. */
interface Outcome<Event> {
  /** Exactly these events are decided. */
  readonly decides: (...events: readonly Event[]) => void;
  /** The command repeats what is already so. */
  readonly changesNothing: () => void;
  readonly isRefused: (code: RefusalCode) => void;
}

/** What has happened before a command. */
interface History<Command, Event> {
  readonly when: (command: Command) => Outcome<Event>;
}

/**
 * Scenarios of one aggregate: given events, when a command, then events, nothing, or a refusal.
 *
 * @example
 * const given = scenariosOf(matchDecider);
 * given(scheduled()).when({ type: 'postpone', reason: 'snow' }).decides(postponed('snow'));
 */
export const scenariosOf =
  <State, Command, Event>(decider: Decider<State, Command, Event>) =>
  (...history: readonly Event[]): History<Command, Event> => ({
    when: command => {
      const decision = decider.decide(command, fold(decider.evolve, decider.initial, history));
      const decides = (...events: readonly Event[]): void => {
        expect(decision).toStrictEqual({ outcome: 'accepted', events });
      };
      return {
        decides,
        changesNothing: () => decides(),
        isRefused: code => {
          expect(decision).toStrictEqual({
            outcome: 'refused',
            refusal: { code, message: expect.stringMatching(/\w/) },
          });
        },
      };
    },
  });
