import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readHistory, readTrackRecord } from '../../shared/application/player-record.ts';
import { project } from '../../shared/application/project.ts';
import { RULE_SETS } from '../../shared/domain/scoring.ts';
import { scoredUnder } from '../../shared/domain/verdict.ts';
import { statisticsProjection } from '../../shared/projections/statistics.ts';
import { fixture } from '../domain/samples.ts';
import { seasons } from '../domain/season.ts';
import { playMatches } from '../projections/harness.ts';
import { memoryTally } from '../support/memory-tally.ts';

const time = { sleep: async () => {}, random: () => 0 };
const query = { tenantId: 'acme', competition: fixture.competition, rules: 'classic-3-2-1' } as const;

test('a player’s history is the verdicts that stand, in an order and with totals that no delivery changes', async () => {
  const played = fc
    .array(seasons, { minLength: 1, maxLength: 5 })
    .map(playMatches)
    .chain(matches => {
      const events = matches.flatMap(match => match.events);
      return fc.shuffledSubarray(events, { minLength: events.length }).map(arriving => ({ matches, events, arriving }));
    });
  await fc.assert(
    fc.asyncProperty(played, async ({ matches, events, arriving }) => {
      const [inOrder, anyhow] = [memoryTally(), memoryTally()];
      await project(time, inOrder, statisticsProjection, events);
      await project(time, anyhow, statisticsProjection, arriving);
      for (const playerId of ['ada', 'bob']) {
        const history = await readHistory(anyhow, { ...query, playerId });
        expect(history).toEqual(await readHistory(inOrder, { ...query, playerId }));
        const expected = matches.flatMap(match => {
          const { prediction } = match.end;
          const verdict = prediction.status === 'placed' ? prediction.verdict : undefined;
          if (match.playerId !== playerId || !verdict) return [];
          if (verdict.kind === 'void') return ['void'];
          const { category } = scoredUnder('FT90', verdict);
          return [`${category} ${verdict.awarded ? 0 : RULE_SETS[query.rules].points[category]}`];
        });
        const got = history.map(one => (one.outcome === 'void' ? 'void' : `${one.category} ${one.points}`));
        expect(got.toSorted()).toEqual(expected.toSorted());
        let total = 0;
        for (const one of history) {
          total += one.outcome === 'scored' ? one.points : 0;
          expect(one.total).toBe(total);
        }
        expect(history.map(({ settledAt }) => settledAt)).toEqual(history.map(({ settledAt }) => settledAt).toSorted());
        const record = await readTrackRecord(anyhow, { ...query, playerId });
        expect(record.points).toBe(total);
        expect(record.settled).toBe(history.filter(one => one.outcome === 'scored' && !one.awarded).length);
      }
    }),
    { numRuns: 60 },
  );
});
