import { describe, expect, it } from 'vitest';
import { fold } from '../../shared/domain/decider.ts';
import type { Settlement } from '../../shared/domain/match.ts';
import type { PredictionEvent } from '../../shared/domain/prediction.ts';
import {
  type DatedSettlement,
  type PredictionCommand,
  predictionDecider,
} from '../../shared/domain/prediction-decisions.ts';
import { RULE_SETS, type RuleSet } from '../../shared/domain/scoring.ts';
import { judge, type Verdict } from '../../shared/domain/verdict.ts';
import { after, after90, created, key, pick, predictionCancelled, revised } from './samples.ts';
import { scenariosOf } from './scenario.ts';

const given = scenariosOf(predictionDecider);
const rules = RULE_SETS['kicktipp-4-3-2'];
const chosen = pick('2-1', 0.8);

const placed = (matchVersion = 1): PredictionEvent => created(chosen, matchVersion);
const evaluated = (matchVersion: number, verdict: Verdict, previous?: Verdict): PredictionEvent => ({
  type: 'prediction.evaluated',
  data: { ...key, ...chosen, matchVersion, settledAt: after, verdict, ...(previous && { previous }) },
});
const reopened = (matchVersion: number): PredictionEvent => ({
  type: 'prediction.reopened',
  data: { ...key, matchVersion, settledAt: after },
});

const at = (matchVersion: number, settlement: Settlement): DatedSettlement => ({
  matchVersion,
  settledAt: after,
  settlement,
});
const result = (text: string, awarded = false): Settlement => ({ kind: 'result', result: after90(text), awarded });
const verdictOn = (text: string, awarded = false, by = rules): Verdict => judge(chosen, after90(text), awarded, by);
const off: Settlement = { kind: 'void', reason: 'snow' };
const open: Settlement = { kind: 'open' };
const settle = (...settlements: readonly DatedSettlement[]): PredictionCommand => ({
  type: 'settle',
  settlements,
  rules,
});

describe('a prediction is settled', () => {
  it('by the result, under the rules of the command', () => {
    const classic: RuleSet = RULE_SETS['classic-3-2-1'];
    given(placed())
      .when(settle(at(2, result('2-1'))))
      .decides(evaluated(2, verdictOn('2-1')));
    given(placed())
      .when({ type: 'settle', settlements: [at(2, result('2-1'))], rules: classic })
      .decides(evaluated(2, verdictOn('2-1', false, classic)));
  });
  it('by an awarded result, marked as such', () => {
    given(placed())
      .when(settle(at(2, result('3-0', true))))
      .decides(evaluated(2, verdictOn('3-0', true)));
  });
  it('as void when the match is called off, also after it was finished', () => {
    const isVoid: Verdict = { kind: 'void', reason: 'snow' };
    given(placed())
      .when(settle(at(2, off)))
      .decides(evaluated(2, isVoid));
    given(placed(), evaluated(2, verdictOn('2-1')))
      .when(settle(at(3, off)))
      .decides(evaluated(3, isVoid, verdictOn('2-1')));
  });
  it('anew by a corrected result, which replaces the verdict, and back again', () => {
    const history = [placed(), evaluated(2, verdictOn('2-1')), evaluated(3, verdictOn('2-2'))];
    given(...history.slice(0, 2))
      .when(settle(at(3, result('2-2'))))
      .decides(evaluated(3, verdictOn('2-2'), verdictOn('2-1')));
    given(...history)
      .when(settle(at(4, result('2-1'))))
      .decides(evaluated(4, verdictOn('2-1'), verdictOn('2-2')));
    expect(fold(predictionDecider.evolve, predictionDecider.initial, history)).toMatchObject({
      matchVersion: 3,
      verdict: verdictOn('2-2'),
    });
  });
  it('no longer once the result is withdrawn or the match reinstated', () => {
    given(placed(), evaluated(2, verdictOn('2-1')))
      .when(settle(at(3, open)))
      .decides(reopened(3));
    const state = fold(predictionDecider.evolve, predictionDecider.initial, [
      placed(),
      evaluated(2, verdictOn('2-1')),
      reopened(3),
    ]);
    expect(state).toMatchObject({ matchVersion: 3, verdict: undefined });
  });
  it('on the pick as it was last revised', () => {
    const other = pick('0-0');
    given(placed(), revised(other, chosen))
      .when(settle(at(2, result('0-0'))))
      .decides({
        type: 'prediction.evaluated',
        data: {
          ...key,
          ...other,
          matchVersion: 2,
          settledAt: after,
          verdict: judge(other, after90('0-0'), false, rules),
        },
      });
  });
  it('never when it was not placed, or was cancelled', () => {
    given()
      .when(settle(at(2, result('2-1'))))
      .changesNothing();
    given(placed(), predictionCancelled)
      .when(settle(at(2, result('2-1'))))
      .changesNothing();
  });
});

describe('settlements are delivered at least once and in any order', () => {
  const history = [at(3, result('2-1')), at(4, result('2-2')), at(5, off), at(6, open)];

  it('all at once: each in its turn', () => {
    given(placed())
      .when(settle(...history))
      .decides(
        evaluated(3, verdictOn('2-1')),
        evaluated(4, verdictOn('2-2'), verdictOn('2-1')),
        evaluated(5, { kind: 'void', reason: 'snow' }, verdictOn('2-2')),
        reopened(6),
      );
  });
  it('only the newest: it counts, and older ones that come later change nothing', () => {
    given(placed())
      .when(settle(at(4, result('2-2'))))
      .decides(evaluated(4, verdictOn('2-2')));
    given(placed(), evaluated(4, verdictOn('2-2')))
      .when(settle(at(3, result('2-1'))))
      .changesNothing();
  });
  it('a reinstatement before the cancellation it ends: the prediction stays open', () => {
    given(placed())
      .when(settle(at(6, open)))
      .decides(reopened(6));
    given(placed(), reopened(6))
      .when(settle(at(5, off)))
      .changesNothing();
  });
  it('the newest before the older in one delivery', () => {
    given(placed())
      .when(settle(at(4, result('2-2')), at(3, result('2-1'))))
      .decides(evaluated(4, verdictOn('2-2')));
  });
  it('the same again changes nothing', () => {
    given(placed(), evaluated(3, verdictOn('2-1')))
      .when(settle(at(3, result('2-1'))))
      .changesNothing();
    given(placed())
      .when(settle(at(3, result('2-1')), at(3, result('2-1'))))
      .decides(evaluated(3, verdictOn('2-1')));
  });
  it('what is older than the prediction does not concern it', () => {
    given(placed(6))
      .when(settle(...history))
      .changesNothing();
    given(placed(6))
      .when(settle(...history, at(7, result('2-1'))))
      .decides(evaluated(7, verdictOn('2-1')));
  });
});
