import fc from 'fast-check';
import { fold, type RefusalCode } from '../../shared/domain/decider.ts';
import {
  type KickOff,
  type MatchEvent,
  type MatchState,
  settlementOf,
  unknownMatch,
} from '../../shared/domain/match.ts';
import { type MatchCommand, matchDecider } from '../../shared/domain/match-decisions.ts';
import { noPrediction, type PredictionEvent, type PredictionState } from '../../shared/domain/prediction.ts';
import { type DatedSettlement, predictionDecider } from '../../shared/domain/prediction-decisions.ts';
import { RULE_SETS } from '../../shared/domain/scoring.ts';
import type { PlayerPick } from '../../shared/domain/verdict.ts';
import { picks, results } from './arbitraries.ts';
import { fixture, key } from './samples.ts';

/** What may happen to one match and one prediction of it. Commands come as they like, at any of a few instants. */
export type Step =
  | { readonly on: 'match'; readonly command: MatchCommand; readonly now: string }
  | { readonly on: 'prediction'; readonly does: 'create' | 'revise'; readonly pick: PlayerPick; readonly now: string }
  | { readonly on: 'prediction'; readonly does: 'cancel'; readonly afterLock: boolean; readonly now: string }
  /** Settlements of the match's history, by their place in it (modulo its length): duplicated, late, or never delivered. */
  | { readonly on: 'delivery'; readonly places: readonly number[]; readonly now: string };

/** Everything so far, and what the last step came to. */
export interface World {
  readonly match: MatchState;
  readonly matchVersion: number;
  readonly prediction: PredictionState;
  readonly settlements: readonly DatedSettlement[];
  readonly last: Last | undefined;
}

interface Last {
  readonly step: Step;
  readonly events: readonly (MatchEvent | PredictionEvent)[];
  readonly refused: RefusalCode | undefined;
}

export const rules = RULE_SETS['kicktipp-4-3-2'];

export const start: World = {
  match: unknownMatch,
  matchVersion: 0,
  prediction: noPrediction,
  settlements: [],
  last: undefined,
};

// Two days with a kick-off each, and instants just before, at and after them.
const kickOffs: fc.Arbitrary<KickOff> = fc.record({
  at: fc.constantFrom('2023-08-11T19:00:00.000Z', '2023-08-12T19:00:00.000Z'),
  timeKnown: fc.constant(true),
});
const instants = fc.constantFrom(
  ...['2023-08-11T18:59:59.999Z', '2023-08-11T19:00:00.000Z', '2023-08-12T18:59:59.999Z', '2023-08-12T19:00:00.000Z'],
);
const reason = fc.constantFrom('snow', 'fog');

const matchCommands: fc.Arbitrary<MatchCommand> = fc.oneof(
  fc.record({ type: fc.constant('schedule' as const), fixture: fc.constant(fixture), kickOff: kickOffs }),
  fc.record({ type: fc.constantFrom('reschedule' as const, 'reinstate' as const), kickOff: kickOffs }),
  fc.record({ type: fc.constantFrom('postpone' as const, 'withdraw-result' as const, 'cancel' as const), reason }),
  fc.record({ type: fc.constant('start' as const), now: instants }),
  fc.record({ type: fc.constant('finish' as const), result: results, now: instants }),
  fc.record({ type: fc.constantFrom('correct' as const, 'award' as const), result: results, reason }),
);

const placing: fc.Arbitrary<Step> = fc.record({
  on: fc.constant('prediction' as const),
  does: fc.constantFrom('create' as const, 'revise' as const),
  pick: picks,
  now: instants,
});

const deliveries: fc.Arbitrary<Step> = fc.record({
  on: fc.constant('delivery' as const),
  places: fc.array(fc.nat(), { minLength: 1, maxLength: 3 }),
  now: instants,
});

const steps: fc.Arbitrary<Step> = fc.oneof(
  { weight: 5, arbitrary: fc.record({ on: fc.constant('match' as const), command: matchCommands, now: instants }) },
  { weight: 2, arbitrary: placing },
  { weight: 3, arbitrary: deliveries },
  {
    weight: 1,
    arbitrary: fc.record({
      on: fc.constant('prediction' as const),
      does: fc.constant('cancel' as const),
      afterLock: fc.boolean(),
      now: instants,
    }),
  },
);

/** What may happen, from the scheduling of the match on. Half of them begin with a prediction, or else few would see one settled. */
export const seasons: fc.Arbitrary<Step[]> = fc
  .tuple(kickOffs, fc.boolean(), picks, fc.array(steps, { minLength: 4, maxLength: 24, size: 'max' }))
  .map(([kickOff, predicted, pick, rest]) => [
    { on: 'match', command: { type: 'schedule', fixture, kickOff }, now: kickOff.at },
    ...(predicted ? [{ on: 'prediction', does: 'create', pick, now: '2023-08-11T18:59:59.999Z' } as const] : []),
    ...rest,
  ]);

const playMatch = (world: World, step: Step & { on: 'match' }): World => {
  const decision = matchDecider.decide(step.command, world.match);
  if (decision.outcome === 'refused') return { ...world, last: { step, events: [], refused: decision.refusal.code } };
  let { match, matchVersion, settlements } = world;
  for (const event of decision.events) {
    matchVersion += 1;
    const settlement = settlementOf(event, match);
    if (settlement) settlements = [...settlements, { matchVersion, settledAt: step.now, settlement }];
    match = matchDecider.evolve(match, event);
  }
  return { ...world, match, matchVersion, settlements, last: { step, events: decision.events, refused: undefined } };
};

const commandOf = (world: World, step: Exclude<Step, { on: 'match' }>) => {
  const { now } = step;
  const match = { state: world.match, version: world.matchVersion };
  if (step.on === 'delivery') {
    const settlements = step.places
      .map(place => world.settlements[place % world.settlements.length])
      .filter(dated => dated !== undefined);
    return { type: 'settle', settlements, rules } as const;
  }
  return step.does === 'cancel'
    ? ({ type: 'cancel', reason: 'mine', cancelledBy: 'ada', afterLock: step.afterLock, match, now } as const)
    : ({ type: step.does, key, pick: step.pick, match, now } as const);
};

/** The world after one more step. */
export const play = (world: World, step: Step): World => {
  if (step.on === 'match') return playMatch(world, step);
  const decision = predictionDecider.decide(commandOf(world, step), world.prediction);
  if (decision.outcome === 'refused') return { ...world, last: { step, events: [], refused: decision.refusal.code } };
  const prediction = fold(predictionDecider.evolve, world.prediction, decision.events);
  return { ...world, prediction, last: { step, events: decision.events, refused: undefined } };
};

/** The world after every step, the last one included. */
export const playAll = (steps: readonly Step[]): readonly World[] => {
  const worlds = [start];
  for (const step of steps) worlds.push(play(worlds.at(-1) ?? start, step));
  return worlds;
};
