import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { categorize, RULE_SET_NAMES } from '../../../shared/domain/scoring.ts';
import { noCounts, rank, type Tally } from '../../../shared/domain/standings.ts';
import { underRules, whatIf } from '../../../web/standings/recount.ts';
import { scores, tallies, tieBreaks } from '../../domain/arbitraries.ts';

const rulesArbitrary = fc.record({ rules: fc.constantFrom(...RULE_SET_NAMES), tieBreaks });
const ids = fc.constantFrom('player-0', 'player-1', 'player-2', 'newcomer');
const supposed = fc.array(
  fc.record({ score: scores, locked: fc.boolean(), picks: fc.dictionary(ids, scores) }).map(({ picks, ...match }) => ({
    ...match,
    picks: Object.entries(picks).map(([playerId, predicted]) => ({ playerId, predicted })),
  })),
  { maxLength: 4 },
);

/** Without what a row does not tell: how many predictions its mean accuracy is of. */
const shown = (tally: Tally): Tally => ({ ...tally, accuracySum: 0, accuracyCount: 0 });

describe('the table, counted again in the page', () => {
  it('is under other rules the one that the API would answer', () => {
    const law = fc.property(tallies, rulesArbitrary, rulesArbitrary, (all, own, other) => {
      const same = { ...other, tieBreaks: own.tieBreaks };
      expect(underRules(rank(all, own), same)).toEqual(rank(all, same));
    });
    fc.assert(law);
  });

  it('is, if matches end so, the one of tallies that have those picks', () => {
    const law = fc.property(tallies, supposed, rulesArbitrary, fc.boolean(), (all, matches, rules, pool) => {
      const rows = rank(all.map(shown), rules);
      const known = new Map<string, Tally>(all.map(tally => [tally.playerId, shown(tally)]));
      const newcomers = pool ? [] : matches.flatMap(({ picks }) => picks.map(({ playerId }) => playerId));
      const table = whatIf(rows, matches, { ...rules, pool });
      expect(table.map(({ playerId }) => playerId).sort()).toEqual(
        [...new Set([...known.keys(), ...newcomers])].sort(),
      );
      for (const row of table) {
        const { counts } = known.get(row.playerId) ?? { counts: noCounts };
        const categories = matches.flatMap(({ picks, score }) =>
          picks
            .filter(({ playerId }) => playerId === row.playerId)
            .map(({ predicted }) => categorize(predicted, score)),
        );
        for (const category of ['exact', 'goal_diff', 'draw_not_exact', 'tendency_only', 'miss'] as const)
          expect(row[category]).toBe(counts[category] + categories.filter(one => one === category).length);
      }
      expect(table).toEqual(underRules(table, rules));
    });
    fc.assert(law);
  });

  it('misses a pick only where all picks are known', () => {
    const [row] = rank([{ playerId: 'ada', counts: noCounts, void: 0, missing: 2, accuracySum: 0, accuracyCount: 0 }], {
      rules: 'classic-3-2-1',
      tieBreaks: [],
    });
    if (!row) throw new Error('no row');
    const match = { score: { home: 1, away: 0 }, picks: [] };
    const rules = { rules: 'classic-3-2-1', tieBreaks: [], pool: true } as const;
    expect(whatIf([row], [{ ...match, locked: true }], rules)[0]?.missing).toBe(3);
    expect(whatIf([row], [{ ...match, locked: false }], rules)[0]?.missing).toBe(2);
  });
});
