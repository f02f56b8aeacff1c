import { describe, expect, it } from 'vitest';
import { RULE_SETS } from '../../shared/domain/scoring.ts';
import { judge, type PlayerPick, type Verdict } from '../../shared/domain/verdict.ts';
import type { DomainEvent } from '../../shared/events/catalog.ts';
import type { Envelope } from '../../shared/events/envelope.ts';
import { playerOf, standingsProjection, tallyOf } from '../../shared/projections/standings.ts';
import { countersAt } from '../../shared/projections/tally.ts';
import {
  after90,
  awarded,
  cancelled,
  corrected,
  created,
  finished,
  fixture,
  key,
  later,
  pick,
  predictionCancelled,
  reinstated,
  resultWithdrawn,
  scheduled,
} from '../domain/samples.ts';
import { entriesOf, envelop, incremental, streamOf } from './harness.ts';

const [r21, r22] = [after90('2-1'), after90('2-2')];
const chosen = pick('2-1', 0.5);
const partition = `acme#${fixture.competition}`;
const monday = '2023-08-14T10:00:00.000Z';
const tuesday = '2023-08-15T10:00:00.000Z';

const evaluated = (verdict: Verdict, settledAt = monday, by: PlayerPick = chosen): DomainEvent => ({
  type: 'prediction.evaluated',
  data: { ...key, ...by, matchVersion: 2, settledAt, verdict },
});
const on = (text: string, isAwarded = false): Verdict =>
  judge(chosen, after90(text), isAwarded, RULE_SETS['kicktipp-4-3-2']);
const reopened: DomainEvent = { type: 'prediction.reopened', data: { ...key, matchVersion: 3, settledAt: tuesday } };
const isVoid: Verdict = { kind: 'void', reason: 'snow' };

/** Ada's tally after these events of her prediction and of the match. */
const tallyAfter = (predictionEvents: DomainEvent[], matchEvents: DomainEvent[], countAwarded = false) => {
  const events = [
    ...streamOf('prediction', created(chosen), ...predictionEvents),
    ...streamOf('match', scheduled(), ...matchEvents),
  ];
  const counters = incremental(standingsProjection, events);
  const [row, summary] = [counters[`${partition}|row#ada`] ?? {}, counters[`${partition}|summary`] ?? {}];
  return tallyOf('ada', row, summary, { basis: 'FT90', countAwarded });
};

describe('a player in the standings', () => {
  it('has a prediction counted in its category, with its accuracy', () => {
    expect(tallyAfter([evaluated(on('2-1'))], [finished(r21)])).toEqual({
      playerId: 'ada',
      counts: { exact: 1, goal_diff: 0, draw_not_exact: 0, tendency_only: 0, miss: 0 },
      void: 0,
      missing: 0,
      accuracySum: 0.75,
      accuracyCount: 1,
    });
  });
  it('has a correction in the place of what it corrects, and back again', () => {
    const once = tallyAfter([evaluated(on('2-1'))], [finished(r21)]);
    const there = [evaluated(on('2-1')), evaluated(on('2-2'))];
    expect(tallyAfter(there, [finished(r21), corrected(r22, r21)]).counts).toMatchObject({ exact: 0, miss: 1 });
    expect(
      tallyAfter([...there, evaluated(on('2-1'))], [finished(r21), corrected(r22, r21), corrected(r21, r22)]),
    ).toEqual(once);
  });
  it('has a match that is called off counted as void, until it is reinstated', () => {
    const off = [finished(r21), cancelled('snow')];
    const settled = [evaluated(on('2-1')), evaluated(isVoid)];
    expect(tallyAfter(settled, off)).toMatchObject({ counts: { exact: 0 }, void: 1, missing: 0, accuracyCount: 0 });
    expect(tallyAfter([...settled, reopened], [...off, reinstated(later)])).toMatchObject({ void: 0, missing: 0 });
  });
  it('has nothing while a result is withdrawn', () => {
    const tally = tallyAfter([evaluated(on('2-1')), reopened], [finished(r21), resultWithdrawn(r21)]);
    expect(tally).toMatchObject({ counts: { exact: 0 }, missing: 0, accuracySum: 0, accuracyCount: 0 });
  });
  it('misses a finished match without a prediction, or with one that was cancelled', () => {
    expect(tallyAfter([], [finished(r21)])).toMatchObject({ missing: 1, counts: { miss: 0 } });
    expect(tallyAfter([evaluated(on('2-1')), predictionCancelled], [finished(r21)])).toMatchObject({
      missing: 1,
      counts: { exact: 0 },
      accuracyCount: 0,
    });
  });
  it('has an awarded match only where the pool says so', () => {
    const awardedAt = (countAwarded: boolean) => tallyAfter([evaluated(on('2-1', true))], [awarded(r21)], countAwarded);
    expect(awardedAt(true)).toMatchObject({ counts: { exact: 1 }, missing: 0, accuracyCount: 1 });
    expect(awardedAt(false)).toMatchObject({ counts: { exact: 0 }, missing: 0, accuracyCount: 0 });
    expect(tallyAfter([], [awarded(r21)], true).missing).toBe(1);
    expect(tallyAfter([], [awarded(r21)], false).missing).toBe(0);
  });
});

describe('the summary of a competition', () => {
  const summaryAfter = (...events: DomainEvent[]) =>
    incremental(standingsProjection, streamOf('match', scheduled(), ...events))[`${partition}|summary`];

  it('counts each match once, as it stands', () => {
    expect(summaryAfter(finished(r21))).toEqual({ finished: 1 });
    expect(summaryAfter(finished(r21), corrected(r22, r21))).toEqual({ finished: 1 });
    expect(summaryAfter(finished(r21), awarded(r22))).toEqual({ awarded: 1 });
    expect(summaryAfter(finished(r21), cancelled('snow'))).toEqual({ cancelled: 1 });
    expect(summaryAfter(cancelled('snow'), reinstated(later))).toBeUndefined();
    expect(summaryAfter(finished(r21), resultWithdrawn(r21))).toBeUndefined();
  });
});

describe('standings at an instant', () => {
  const events: Envelope[] = [
    envelop('prediction', 2, evaluated(on('2-1'), monday)),
    envelop('prediction', 3, evaluated(on('2-2'), tuesday)),
    envelop('match', 2, finished(r21), monday),
  ];
  const at = (instant: string) =>
    countersAt(standingsProjection, entriesOf(standingsProjection, events).values(), instant);

  it('know what was known then, to the millisecond', () => {
    expect(at('2023-08-14T09:59:59.999Z').size).toBe(0);
    expect(at(monday).get('row#ada')).toMatchObject({ 'played/FT90/exact': 1 });
    expect(at('2023-08-15T09:59:59.999Z').get('row#ada')).toMatchObject({ 'played/FT90/exact': 1 });
    expect(at(tuesday).get('row#ada')).toMatchObject({ 'played/FT90/miss': 1 });
    expect(at(tuesday).get('row#ada')).not.toHaveProperty('played/FT90/exact');
    expect(at(monday).get('summary')).toEqual({ finished: 1 });
  });
  it('know a cancelled prediction from the time of its cancellation', () => {
    const gone = [...events.slice(0, 1), envelop('prediction', 3, predictionCancelled, tuesday)];
    const rowAt = (instant: string) =>
      countersAt(standingsProjection, entriesOf(standingsProjection, gone).values(), instant).get('row#ada');
    expect(rowAt('2023-08-15T09:59:59.999Z')).toMatchObject({ 'played/FT90/exact': 1 });
    expect(rowAt(tuesday)).toBeUndefined();
  });
  it('of now are the live ones', () => {
    const live = incremental(standingsProjection, events);
    expect(at('2099-01-01T00:00:00.000Z').get('row#ada')).toEqual(live[`${partition}|row#ada`]);
  });
});

it('the members of a pool are entries of the pool, and count nothing', () => {
  const member = { poolId: 'office', competition: fixture.competition, playerId: 'ada' };
  const events = streamOf(
    'membership',
    { type: 'pool.player-joined', data: member },
    { type: 'pool.player-left', data: member },
  );
  const [entry] = entriesOf(standingsProjection, events).values();
  expect(entry?.key).toEqual({ p: 'acme#pool#office', s: 'member#ada' });
  const at = events[0]?.occurredAt;
  expect(entry?.history).toEqual([
    { version: 1, at, effect: { kind: 'joined' } },
    { version: 2, at, effect: { kind: 'left' } },
  ]);
  expect(entry && playerOf(entry.key)).toBe('ada');
  expect(incremental(standingsProjection, events)).toEqual({});
});

it('what does not move standings is not routed', () => {
  expect(streamOf('match', scheduled(), corrected(r22, r21)).map(standingsProjection.route)).toEqual([
    undefined,
    undefined,
  ]);
});
