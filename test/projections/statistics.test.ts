import { describe, expect, it } from 'vitest';
import { RULE_SETS } from '../../shared/domain/scoring.ts';
import { judge, type Verdict } from '../../shared/domain/verdict.ts';
import type { DomainEvent } from '../../shared/events/catalog.ts';
import { statisticsOf, statisticsProjection } from '../../shared/projections/statistics.ts';
import { after90, created, finished, fixture, key, pick, predictionCancelled, revised } from '../domain/samples.ts';
import { incremental, streamOf } from './harness.ts';

const chosen = pick('2-1', 0.5);
const partition = `acme#${fixture.competition}`;
const ofMatch = `match#${fixture.matchId}`;

const evaluated = (verdict: Verdict, settledAt = '2023-08-14T10:00:00.000Z', picked = chosen): DomainEvent => ({
  type: 'prediction.evaluated',
  data: { ...key, ...picked, matchVersion: 2, settledAt, verdict },
});
const on = (text: string): Verdict => judge(chosen, after90(text), false, RULE_SETS['kicktipp-4-3-2']);
const reopened: DomainEvent = {
  type: 'prediction.reopened',
  data: { ...key, matchVersion: 3, settledAt: '2023-08-16T10:00:00.000Z' },
};

/** Statistics under a sort key after these events of a prediction that was placed on 11 August. */
const statistics = (sort: string, ...events: readonly DomainEvent[]) =>
  statisticsOf(
    incremental(statisticsProjection, streamOf('prediction', created(chosen), ...events))[`${partition}|${sort}`] ?? {},
  );

const nothing = {
  created: 0,
  revised: 0,
  cancelled: 0,
  evaluated: 0,
  void: 0,
  points: 0,
  hitRate: null,
  confidenceMean: null,
  accuracyMean: null,
};
const placed = { ...nothing, created: 1 };

describe('statistics', () => {
  it('of what never happened are nothing', () => {
    expect(statisticsOf({})).toEqual(nothing);
  });
  it('count what players did, for good', () => {
    expect(statistics(ofMatch)).toEqual(placed);
    expect(statistics(ofMatch, revised(pick('1-1'), chosen), predictionCancelled, created(pick('0-0', 1)))).toEqual({
      ...placed,
      created: 2,
      revised: 1,
      cancelled: 1,
    });
  });
  it('count the verdict that stands, with its points and its accuracy', () => {
    const hit = { ...placed, evaluated: 1, points: 4, hitRate: 1, confidenceMean: 0.5, accuracyMean: 0.75 };
    expect(statistics(ofMatch, evaluated(on('2-1')))).toEqual(hit);
    expect(statistics(ofMatch, evaluated(on('2-1')), evaluated(on('0-0')))).toEqual({ ...hit, points: 0, hitRate: 0 });
    expect(statistics(ofMatch, evaluated(on('2-1')), evaluated(on('0-0')), evaluated(on('2-1')))).toEqual(hit);
  });
  it('take a verdict back when the match is void, open again, or the prediction is cancelled', () => {
    const isVoid = evaluated({ kind: 'void', reason: 'snow' });
    expect(statistics(ofMatch, evaluated(on('2-1')), isVoid)).toEqual({ ...placed, void: 1 });
    expect(statistics(ofMatch, isVoid, reopened)).toEqual(placed);
    expect(statistics(ofMatch, evaluated(on('2-1')), reopened)).toEqual(placed);
    expect(statistics(ofMatch, evaluated(on('2-1')), predictionCancelled)).toEqual({ ...placed, cancelled: 1 });
  });
  it('say nothing of what was picked before there is a result', () => {
    const of = (confidence: number | null) =>
      streamOf('prediction', created(pick('2-1', confidence)), revised(pick('1-1', 1), chosen), predictionCancelled);
    const [sure, unsure] = [of(0.9), of(null)].map(events => incremental(statisticsProjection, events));
    expect(sure).toEqual(unsure);
  });
  it('keep a verdict when a late revision is seen after it', () => {
    expect(statistics(ofMatch, evaluated(on('2-1')), revised(pick('1-1'), chosen))).toMatchObject({
      evaluated: 1,
      revised: 1,
    });
  });
  it('stand under the match, and under the days on which the facts were known', () => {
    const events = [evaluated(on('2-1')), evaluated(on('0-0'), '2023-08-15T10:00:00.000Z')];
    expect(statistics(`match#${fixture.matchId}`, ...events)).toMatchObject({ created: 1, evaluated: 1, points: 0 });
    expect(statistics('day#2023-08-11', ...events)).toEqual(placed);
    expect(statistics('day#2023-08-14', ...events)).toEqual(nothing);
    expect(statistics('day#2023-08-15', ...events)).toMatchObject({ created: 0, evaluated: 1, hitRate: 0 });
  });
  it('leave out confidence and accuracy where none was stated', () => {
    const bare = pick('2-1');
    const verdict = judge(bare, after90('2-1'), false, RULE_SETS['kicktipp-4-3-2']);
    const events = streamOf('prediction', created(bare), evaluated(verdict, undefined, bare));
    expect(statisticsOf(incremental(statisticsProjection, events)[`${partition}|${ofMatch}`] ?? {})).toMatchObject({
      evaluated: 1,
      confidenceMean: null,
      accuracyMean: null,
    });
  });
  it('have no part in matches', () => {
    expect(streamOf('match', finished(after90('2-1'))).map(statisticsProjection.route)).toEqual([undefined]);
  });
});
