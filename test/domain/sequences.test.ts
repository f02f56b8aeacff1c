import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold } from '../../shared/domain/decider.ts';
import type { MatchState } from '../../shared/domain/match.ts';
import { matchDecider } from '../../shared/domain/match-decisions.ts';
import type { PredictionState } from '../../shared/domain/prediction.ts';
import { type DatedSettlement, predictionDecider } from '../../shared/domain/prediction-decisions.ts';
import { judge, type PlayerPick } from '../../shared/domain/verdict.ts';
import { results } from './arbitraries.ts';
import { corrected, finished, fixture, key, matchAfter, pick, scheduled } from './samples.ts';
import { play, playAll, rules, type Step, seasons, start, type World } from './season.ts';

/** Checks something of every world that a random season passes through, and of the one before it. */
const always = (check: (world: World, previous: World, step: Step) => void): void => {
  fc.assert(
    fc.property(seasons, steps => {
      const worlds = playAll(steps);
      for (const [index, step] of steps.entries()) check(worlds[index + 1] ?? start, worlds[index] ?? start, step);
    }),
  );
};

const expectLegalMatch = (state: MatchState): void => {
  const hasResult = state.status === 'finished' || state.status === 'awarded';
  const begun = state.status === 'postponed' ? ['begun'] : [];
  const known = [...begun, 'fixture', 'kickOff', ...(hasResult ? ['result'] : [])];
  expect(Object.keys(state).toSorted()).toEqual([...(state.status === 'unknown' ? [] : known), 'status']);
  if (state.status === 'unknown') return;
  expect(state.fixture).toEqual(fixture);
  expect(Date.parse(state.kickOff.at)).toBeGreaterThan(0);
};

const expectLegalPrediction = (state: PredictionState, matchVersion: number): void => {
  const about = { none: [], cancelled: ['key'], placed: ['key', 'matchVersion', 'pick'] }[state.status];
  const alsoVerdict = state.status === 'placed' ? ['verdict'] : [];
  expect(Object.keys(state).toSorted()).toEqual([...about, 'status', ...alsoVerdict]);
  if (state.status !== 'none') expect(state.key).toEqual(key);
  if (state.status !== 'placed') return;
  expect(Object.keys(state.pick).toSorted()).toEqual(['confidence', 'predicted']);
  expect(state.matchVersion).toBeGreaterThan(0);
  expect(state.matchVersion).toBeLessThanOrEqual(matchVersion);
};

/** What the match says of a pick now, whatever way it came there. */
const verdictNow = (match: MatchState, settlements: readonly DatedSettlement[], chosen: PlayerPick) => {
  if (match.status === 'finished' || match.status === 'awarded')
    return judge(chosen, match.result, match.status === 'awarded', rules);
  const last = settlements.at(-1)?.settlement;
  return match.status === 'cancelled' && last?.kind === 'void'
    ? ({ kind: 'void', reason: last.reason } as const)
    : undefined;
};

describe('whatever is commanded, in whatever order', () => {
  it('nothing throws, and every state is a legal one', () => {
    always(({ match, matchVersion, prediction }) => {
      expectLegalMatch(match);
      expectLegalPrediction(prediction, matchVersion);
    });
  });
  it('a refusal or a repetition leaves everything as it was, and events never do', () => {
    always(({ last, ...world }, { last: _, ...previous }) => {
      if (last?.events.length === 0) expect(world).toEqual(previous);
      else expect(world).not.toEqual(previous);
    });
  });
  it('the same command again decides nothing', () => {
    always((world, _, step) => {
      if (world.last?.refused === undefined)
        expect(play(world, step).last).toEqual({ step, events: [], refused: undefined });
    });
  });
  it('a pick is taken only before the kick-off, or while there is none', () => {
    always(({ last }, { match }, step) => {
      if (step.on !== 'prediction' || step.does === 'cancel' || !last?.events.length) return;
      expect(['scheduled', 'postponed']).toContain(match.status);
      if (match.status === 'scheduled') expect(step.now < match.kickOff.at).toBe(true);
    });
  });
  it('the lock refuses no pick before the kick-off of a match that is on, nor while there is none and it has not begun', () => {
    always(({ last }, { match }, step) => {
      if (last?.refused !== 'locked') return;
      if (match.status === 'scheduled') expect(step.now >= match.kickOff.at).toBe(true);
      else if (match.status === 'postponed') expect(match.begun).toBe(true);
    });
  });
  it('a match finishes or starts only at or after its kick-off', () => {
    always(({ last }, { match }, step) => {
      if (step.on !== 'match' || (step.command.type !== 'start' && step.command.type !== 'finish')) return;
      if (last?.events.length && match.status !== 'unknown') expect(step.command.now >= match.kickOff.at).toBe(true);
    });
  });
  it('once the newest settlement is delivered the verdict is that of the match as it is, whatever came when', () => {
    fc.assert(
      fc.property(seasons, fc.array(fc.nat(), { maxLength: 6 }), (steps, afterwards) => {
        const world = playAll(steps).at(-1) ?? start;
        const deliver = (from: World, places: readonly number[]): World =>
          play(from, { on: 'delivery', places, now: '2023-09-01T00:00:00.000Z' });
        const newest = world.settlements.length - 1;
        const settled = newest < 0 ? world : deliver(world, [newest]);
        const { prediction, match, settlements } = afterwards.reduce((at, place) => deliver(at, [place]), settled);
        if (prediction.status === 'placed')
          expect(prediction.verdict).toEqual(verdictNow(match, settlements, prediction.pick));
      }),
    );
  });
});

describe('a result corrected there and back', () => {
  it('leaves the match as if nothing had been', () => {
    fc.assert(
      fc.property(results, results, (right, wrong) => {
        const once = matchAfter(scheduled(), finished(right));
        const thereAndBack = matchAfter(scheduled(), finished(right), corrected(wrong, right), corrected(right, wrong));
        expect(thereAndBack.state).toEqual(once.state);
      }),
    );
  });
  it('leaves the prediction as if nothing had been, but for the version it has seen', () => {
    fc.assert(
      fc.property(results, results, (right, wrong) => {
        const settledBy = (...history: readonly (typeof right)[]) => {
          const created = { ...key, ...pick('1-1', 0.7), matchVersion: 1, locksAt: null };
          const placed = predictionDecider.evolve(predictionDecider.initial, {
            type: 'prediction.created',
            data: created,
          });
          const settlements = history.map((result, index) => ({
            matchVersion: index + 2,
            settledAt: '2023-09-01T00:00:00.000Z',
            settlement: { kind: 'result', result, awarded: false } as const,
          }));
          const decision = predictionDecider.decide({ type: 'settle', settlements, rules }, placed);
          if (decision.outcome === 'refused') throw new Error(decision.refusal.message);
          return fold(predictionDecider.evolve, placed, decision.events);
        };
        expect(settledBy(right, wrong, right)).toEqual({ ...settledBy(right), matchVersion: 4 });
      }),
    );
  });
  it('the same correction twice decides once', () => {
    fc.assert(
      fc.property(results, results, (right, wrong) => {
        const { state } = matchAfter(scheduled(), finished(right), corrected(wrong, right));
        const again = matchDecider.decide({ type: 'correct', result: wrong, reason: 'again' }, state);
        expect(again).toEqual({ outcome: 'accepted', events: [] });
      }),
    );
  });
});
