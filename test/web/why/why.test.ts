import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { reasonsOf } from '../../../shared/domain/reason.ts';
import { RULE_SETS } from '../../../shared/domain/scoring.ts';
import { judge } from '../../../shared/domain/verdict.ts';
import { ruleRows } from '../../../web/why/rules.ts';
import { reasonUnder, storyOf } from '../../../web/why/sentence.ts';
import { headlineOf } from '../../../web/why/timeline/headline.ts';
import { linksOf } from '../../../web/why/timeline/links.ts';
import type { Reason } from '../../../web/why/trace.ts';
import { evaluation, step, traceOf } from './samples.ts';

const goals = fc.nat(4);
const score = fc.record({ home: goals, away: goals });
const draw = { fullTime: { home: 1, away: 1 } };
const win = { fullTime: { home: 3, away: 1 } };

describe('the sentence', () => {
  it('says what was said, how it ended, and what that brought', () => {
    expect(storyOf(traceOf([evaluation('p:2', win)], win), 'FT90')).toEqual({
      kind: 'scored',
      pick: '2:1',
      actual: '3:1',
      category: 'tendency_only',
      points: 2,
      rules: 'kicktipp-4-3-2',
      awarded: false,
      before: undefined,
    });
  });

  it('says what it was before a correction', () => {
    const steps = [evaluation('p:2', draw, { replacedBy: 'p:3' }), evaluation('p:3', win, { replaces: ['p:2'] })];
    expect(storyOf(traceOf(steps, win), 'FT90')).toMatchObject({ points: 2, before: 0 });
  });

  it('takes the score of the basis, or of the one before it where there was no other', () => {
    const extra = { ...draw, extraTime: { home: 2, away: 1 } };
    const own = evaluation('p:2', extra);
    expect(reasonUnder(own, 'FT90')?.points).toBe(0);
    expect([reasonUnder(own, 'AET120')?.points, reasonUnder(own, 'PENS_SUM')?.points]).toEqual([4, 4]);
  });

  it('says of a result that is not counted yet that it is being counted', () => {
    const finished = step('match-a-b:3', 'match.finished');
    expect(storyOf(traceOf([finished], undefined, 2), 'FT90').kind).toBe('counting');
    expect(storyOf(traceOf([evaluation('p:2', draw), finished], draw, 2), 'FT90').kind).toBe('counting');
    expect(storyOf(traceOf([evaluation('p:2', draw), finished], draw, 3), 'FT90').kind).toBe('scored');
  });

  it('does not wait for a prediction to be opened again that was never settled', () => {
    const steps = [step('match-a-b:3', 'match.cancelled'), step('match-a-b:4', 'match.reinstated')];
    expect(storyOf(traceOf(steps, undefined, 1), 'FT90').kind).toBe('open');
    expect(storyOf(traceOf([evaluation('p:2', draw), ...steps], draw, 3), 'FT90').kind).toBe('counting');
  });

  it('says whether a pick is open still', () => {
    expect(storyOf(traceOf([]), 'FT90').kind).toBe('open');
    expect(storyOf({ ...traceOf([]), locked: true }, 'FT90').kind).toBe('waiting');
  });
});

describe('the rules', () => {
  it('are tried in an order in which just the one that gave the points applies', () => {
    fc.assert(
      fc.property(score, score, (predicted, fullTime) => {
        const pick = { predicted, confidence: null };
        const [reason] = reasonsOf(pick, judge(pick, { fullTime }, false, RULE_SETS['kicktipp-4-3-2']));
        const rows = ruleRows(reason as Reason);
        const outcomes = rows.map(({ outcome }) => outcome);
        const applied = outcomes.indexOf('applied');
        expect(rows[applied]?.category).toBe(reason?.category);
        expect(outcomes.slice(0, applied).every(outcome => outcome === 'passed')).toBe(true);
        expect(outcomes.slice(applied + 1).every(outcome => outcome === 'not-tried')).toBe(true);
      }),
    );
  });

  it('say what was held against what', () => {
    const [reason] = evaluation('p:2', win).reasons;
    const compared = Object.fromEntries(ruleRows(reason as Reason).map(row => [row.category, row.compared]));
    expect(compared.exact).toEqual({ kind: 'score', said: '2:1', came: '3:1' });
    expect(compared.goal_diff).toEqual({ kind: 'difference', said: '+1', came: '+2' });
    expect(compared.miss).toEqual({ kind: 'tendency', said: 'home', came: 'home' });
  });
});

describe('an event in a line', () => {
  it.each([
    ['match.scheduled', { kickOff: { at: '2024-01-01T00:00:00.000Z' } }, 'scheduled'],
    ['match.result-corrected', { result: win, previous: draw, reason: 'x' }, 'corrected'],
    ['prediction.created', { predicted: { home: 1, away: 0 }, confidence: null }, 'created'],
    ['prediction.created', { predicted: { home: 1, away: 0 }, confidence: 0.5 }, 'createdSure'],
    ['prediction.evaluated', { verdict: { kind: 'void', reason: 'x' } }, 'voided'],
    ['match.abandoned-by-newer-code', {}, 'other'],
  ])('%s %j', (type, data, key) => {
    expect(headlineOf(step('s:1', type, data)).key).toBe(key);
  });
});

describe('the two chains', () => {
  const chained = [
    step('match-a-b:1', 'match.scheduled'),
    step('p:1', 'prediction.created'),
    step('match-a-b:2', 'match.finished'),
    step('p:2', 'prediction.evaluated'),
  ];
  const linked = chained.map((own, index) => ({
    ...own,
    event: { ...own.event, causationId: index === 3 ? 'match-a-b:2' : 'c' },
    commit: { ...own.commit, previousHash: index < 2 ? '' : (chained[index - 2]?.commit.hash ?? '') },
  }));

  it('hold what came before in the same chain, and say what caused what', () => {
    expect(linksOf(linked)).toMatchObject([
      { chain: 'match', before: undefined, goesOn: true, past: { match: false, prediction: false } },
      { chain: 'prediction', before: undefined, goesOn: true, past: { match: true, prediction: false } },
      { chain: 'match', before: { id: 'match-a-b:1', holds: true }, goesOn: false, past: { prediction: true } },
      { chain: 'prediction', before: { id: 'p:1', holds: true }, goesOn: false, cause: 'match-a-b:2' },
    ]);
  });

  it('show a link that does not hold', () => {
    const broken = linked.map((own, index) =>
      index === 3 ? { ...own, commit: { ...own.commit, previousHash: 'another' } } : own,
    );
    expect(linksOf(broken)[3]?.before).toEqual({ id: 'p:1', holds: false });
  });
});
