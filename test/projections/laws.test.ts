import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SCORE_BASES, type ScoreBasis } from '../../shared/domain/score.ts';
import type { Category } from '../../shared/domain/scoring.ts';
import { noCounts, type Tally } from '../../shared/domain/standings.ts';
import { scoredUnder } from '../../shared/domain/verdict.ts';
import type { Envelope } from '../../shared/events/envelope.ts';
import { standingsProjection, tallyOf } from '../../shared/projections/standings.ts';
import { statisticsOf, statisticsProjection } from '../../shared/projections/statistics.ts';
import { countersAt, type TallyProjection } from '../../shared/projections/tally.ts';
import { fixture } from '../domain/samples.ts';
import { seasons } from '../domain/season.ts';
import { entriesOf, incremental, type Played, playMatches, rebuilt } from './harness.ts';

const played = fc.array(seasons, { minLength: 1, maxLength: 4 }).map(playMatches);

/** What was played, and its events as a bus may deliver them: each at least once, in any order. */
const delivered = played.chain(matches => {
  const events = matches.flatMap(match => match.events);
  return fc
    .tuple(fc.shuffledSubarray(events, { minLength: events.length }), fc.shuffledSubarray(events))
    .map(([once, again]) => ({ matches, events, arriving: [...once, ...again] }));
});

const partition = `acme#${fixture.competition}`;

/** The tally of a player from the predictions themselves, as they ended. */
const tallyByHand = (matches: readonly Played[], playerId: string, basis: ScoreBasis, countAwarded: boolean): Tally => {
  const counts: Record<Category, number> = { ...noCounts };
  const sums = { void: 0, accuracySum: 0, accuracyCount: 0 };
  let scored = 0;
  for (const { end } of matches.filter(match => match.playerId === playerId)) {
    const verdict = end.prediction.status === 'placed' ? end.prediction.verdict : undefined;
    if (verdict?.kind === 'void') sums.void += 1;
    if (verdict?.kind !== 'scored' || (verdict.awarded && !countAwarded)) continue;
    const { category, accuracyScore } = scoredUnder(basis, verdict);
    counts[category] += 1;
    scored += 1;
    if (accuracyScore === null) continue;
    sums.accuracySum += accuracyScore;
    sums.accuracyCount += 1;
  }
  const counting = matches.filter(
    ({ end }) => end.match.status === 'finished' || (countAwarded && end.match.status === 'awarded'),
  );
  return { playerId, counts, ...sums, missing: counting.length - scored };
};

describe('laws of every projection', () => {
  const asItWas = <Effect>(projection: TallyProjection<Effect>, events: readonly Envelope[], instant: string): void => {
    const known = events.filter(event => {
      const routed = projection.route(event);
      return routed !== undefined && routed.change.at <= instant;
    });
    const then = countersAt(projection, entriesOf(projection, events).values(), instant);
    const live = Object.entries(incremental(projection, known)).filter(([, add]) => Object.keys(add).length > 0);
    expect(Object.fromEntries([...then].map(([s, add]) => [`${partition}|${s}`, add]))).toEqual(
      Object.fromEntries(live),
    );
  };

  it('as of an instant they are what they would be had nothing been known after it', () => {
    fc.assert(
      fc.property(played, fc.nat(), (matches, choice) => {
        const events = matches.flatMap(match => match.events);
        const instant = events[choice % Math.max(1, events.length)]?.occurredAt ?? '';
        asItWas(standingsProjection, events, instant);
        asItWas(statisticsProjection, events, instant);
      }),
    );
  });

  it.each([
    ['standings', (events: readonly Envelope[]) => [incremental, rebuilt].map(by => by(standingsProjection, events))],
    ['statistics', (events: readonly Envelope[]) => [incremental, rebuilt].map(by => by(statisticsProjection, events))],
  ])('%s: the same however the events arrive, and rebuilt = live', (_, both) => {
    fc.assert(
      fc.property(delivered, ({ events, arriving }) => {
        const [expected] = both(events);
        for (const counters of [...both(events), ...both(arriving)]) expect(counters).toEqual(expected);
      }),
    );
  });
});

describe('laws of standings', () => {
  it('are the sum of the verdicts that stand, whatever stood before, on each basis', () => {
    fc.assert(
      fc.property(delivered, fc.boolean(), ({ matches, arriving }, countAwarded) => {
        const counters = incremental(standingsProjection, arriving);
        const summary = counters[`${partition}|summary`] ?? {};
        for (const playerId of ['ada', 'bob'])
          for (const basis of SCORE_BASES) {
            const row = counters[`${partition}|row#${playerId}`] ?? {};
            const { accuracySum, ...expected } = tallyByHand(matches, playerId, basis, countAwarded);
            const tally = tallyOf(playerId, row, summary, { basis, countAwarded });
            expect(tally).toMatchObject(expected);
            expect(tally.accuracySum).toBeCloseTo(accuracySum, 10);
          }
      }),
    );
  });
});

describe('laws of statistics', () => {
  /** All counter items whose sort key begins so, together. */
  const sumOf = (events: readonly Envelope[], part: 'match#' | 'day#'): Record<string, number> => {
    const sums: Record<string, number> = {};
    for (const [key, item] of Object.entries(incremental(statisticsProjection, events)))
      if (key.startsWith(`${partition}|${part}`))
        for (const [name, amount] of Object.entries(item)) sums[name] = (sums[name] ?? 0) + amount;
    return Object.fromEntries(Object.entries(sums).filter(([, amount]) => amount !== 0));
  };

  it('count what happened for good, and only the verdicts that stand', () => {
    fc.assert(
      fc.property(delivered, ({ matches, events, arriving }) => {
        const count = (type: Envelope['type']): number => events.filter(event => event.type === type).length;
        const hand = ['ada', 'bob'].map(playerId => tallyByHand(matches, playerId, 'FT90', true));
        const sum = (of: (tally: Tally) => number): number => hand.reduce((all, tally) => all + of(tally), 0);
        const { exact, goal_diff, draw_not_exact, tendency_only, miss } = {
          exact: sum(({ counts }) => counts.exact),
          goal_diff: sum(({ counts }) => counts.goal_diff),
          draw_not_exact: sum(({ counts }) => counts.draw_not_exact),
          tendency_only: sum(({ counts }) => counts.tendency_only),
          miss: sum(({ counts }) => counts.miss),
        };
        const correct = exact + goal_diff + draw_not_exact + tendency_only;
        const accuracies = sum(tally => tally.accuracyCount);
        const { accuracyMean, ...counted } = statisticsOf(sumOf(arriving, 'day#'));
        if (accuracies === 0) expect(accuracyMean).toBeNull();
        else expect(accuracyMean).toBeCloseTo(sum(tally => tally.accuracySum) / accuracies, 10);
        expect(counted).toMatchObject({
          created: count('prediction.created'),
          revised: count('prediction.revised'),
          cancelled: count('prediction.cancelled'),
          evaluated: correct + miss,
          void: sum(tally => tally.void),
          points: 4 * exact + 3 * goal_diff + 2 * (draw_not_exact + tendency_only),
          hitRate: correct + miss === 0 ? null : correct / (correct + miss),
        });
      }),
    );
  });
  it('of the matches of a competition are together those of its days', () => {
    fc.assert(
      fc.property(delivered, ({ arriving }) => {
        expect(sumOf(arriving, 'match#')).toEqual(sumOf(arriving, 'day#'));
      }),
    );
  });
});
