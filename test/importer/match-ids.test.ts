import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { teamFinder, teamKey } from '../../shared/gateways/openfootball/teams.ts';
import { feedOf, row } from './openfootball.ts';

const league = 'english-premier-league-2023-24';
const id = (pair: string): string => `${league}-${pair}`;

/** The ids by kick-off day, so that rows may stand in any order. */
const ids = (rows: readonly Record<string, unknown>[], name?: string): Record<string, string> =>
  Object.fromEntries(
    feedOf(rows, name)
      .matches.map(({ row: number, fixture }) => [String(rows[number - 1]?.date), fixture.matchId] as const)
      .toSorted(),
  );

describe('the key of a team', () => {
  it.each([
    ['Bayern München', 'FC Bayern München', 'bayern-munchen'],
    ['Bayer Leverkusen', 'Bayer 04 Leverkusen', 'bayer-leverkusen'],
    ['1. FC Köln', 'FC Koln', 'koln'],
    ['1899 Hoffenheim', 'TSG 1899 Hoffenheim', 'hoffenheim'],
    ['Bor. Mönchengladbach', 'Borussia Mönchengladbach', 'borussia-monchengladbach'],
    ['Brighton & Hove Albion', 'Brighton and Hove Albion FC', 'brighton-and-hove-albion'],
    ['sc Heerenveen', 'SC Heerenveen', 'heerenveen'],
    ['AFC Ajax (NED)', 'AFC Ajax', 'ajax'],
    ['Saint Mirren FC', 'St. Mirren', 'st-mirren'],
    ['Preußen Münster', 'Preussen Munster', 'preussen-munster'],
    ['Brøndby IF', 'Brondby IF', 'brondby-if'],
    ['Widzew Łódź', 'Widzew Lodz', 'widzew-lodz'],
    ['Beşiktaş', 'BESIKTAS', 'besiktas'],
    ['Kasımpaşa', 'Kasimpasa', 'kasimpasa'],
    ['Næstved', 'Naestved', 'naestved'],
  ])('%s is %s', (one, other, key) => {
    expect([teamKey(one), teamKey(other)]).toEqual([key, key]);
  });

  it('of a name of nothing but common words is the whole name', () => {
    expect(teamKey('FC 04')).toBe('fc-04');
  });

  it.each([
    ['Manchester City', 'Manchester United'],
    ['Dundee FC', 'Dundee United'],
    ['Borussia Dortmund', 'Borussia Mönchengladbach'],
    ['Bayern München', 'Bayern München II'],
  ])('tells %s from %s', (one, other) => {
    expect(teamKey(one)).not.toBe(teamKey(other));
  });
});

describe('teams that share a key', () => {
  it('are different when they play each other: then their full names tell them apart', () => {
    expect(ids([row({ team1: 'Vitória SC', team2: 'Vitória FC' })])).toEqual({
      '2023-08-12': id('vitoria-sc-vitoria-fc'),
    });
  });

  it('are different when both play in one round of a league', () => {
    const rows = [row({ team1: 'Vitória SC' }), row({ team1: 'Vitória FC', team2: 'Burnley FC', date: '2023-08-13' })];
    expect(Object.values(ids(rows))).toEqual([id('vitoria-sc-nottingham-forest'), id('vitoria-fc-burnley')]);
  });

  it('are different when they are of two countries', () => {
    const rows = [
      row({ round: 'Round 1', team1: 'CA River Plate (ARG)' }),
      row({ round: 'Round 2', team1: 'CA River Plate (URU)', date: '2023-08-19' }),
    ];
    expect(Object.values(ids(rows))).toEqual([
      id('ca-river-plate-arg-nottingham-forest'),
      id('ca-river-plate-uru-nottingham-forest'),
    ]);
  });

  it('are one team in a group stage, a round in which it plays often', () => {
    const rows = [
      row({ round: 'Group A', team1: 'Arsenal FC', team2: 'Porto' }),
      row({ round: 'Group A', team1: 'Arsenal FC', team2: 'Lyon', date: '2023-09-12' }),
      row({ round: 'Group A', team1: 'Arsenal', team2: 'Genk', date: '2023-10-12' }),
    ];
    expect(feedOf(rows).matches.map(({ fixture }) => fixture.home)).toEqual(['Arsenal FC', 'Arsenal FC', 'Arsenal FC']);
  });
});

describe('the id of a match', () => {
  const regular = { round: 'Matchday 3', date: '2023-08-26' };
  const split = { round: 'Matchday 30', date: '2024-04-01' };
  const both = { '2023-08-26': id('arsenal-nottingham-forest'), '2024-04-01': id('arsenal-nottingham-forest-2') };

  it('of a pair that meets again has a number, in the order of the rounds', () => {
    expect(ids([row(regular), row(split)])).toEqual(both);
    expect(ids([row(split), row(regular)])).toEqual(both);
  });

  it('stays when the earlier round is moved behind the later one', () => {
    expect(ids([row({ ...regular, date: '2024-05-01' }), row(split)])).toEqual({
      '2024-05-01': id('arsenal-nottingham-forest'),
      '2024-04-01': id('arsenal-nottingham-forest-2'),
    });
  });

  it('stays when rounds are renamed, teams respelled, and later rounds come in', () => {
    const renamed = [
      row({ ...regular, round: 'Round 3', team1: 'Arsenal' }),
      row({ ...split, round: 'Round 30', team2: 'Nottingham Forest' }),
    ];
    expect(ids([row(regular)])).toEqual({ '2023-08-26': id('arsenal-nottingham-forest') });
    expect(ids(renamed)).toEqual(both);
  });

  it('goes by date where rounds have no common numbering', () => {
    const group = row({ round: 'Group H', date: '2011-09-13' });
    const knockout = row({ round: 'Round of 16', date: '2012-04-03' });
    expect(ids([knockout, group])).toEqual({
      '2011-09-13': id('arsenal-nottingham-forest'),
      '2012-04-03': id('arsenal-nottingham-forest-2'),
    });
    const stages = [row({ ...regular, stage: 'Regular' }), row({ ...split, stage: 'Final', round: 'Matchday 1' })];
    expect(ids(stages)).toEqual(both);
  });

  it('does not depend on the order of the rows', () => {
    const rows = Array.from({ length: 12 }, (_, i) =>
      row({
        round: `Matchday ${i + 1}`,
        date: `2023-09-${String(i + 10)}`,
        team2: ['Chelsea FC', 'Chelsea', 'Everton FC'][i % 3],
      }),
    );
    const expected = ids(rows);
    fc.assert(
      fc.property(fc.shuffledSubarray(rows, { minLength: rows.length }), shuffled => {
        expect(ids(shuffled)).toEqual(expected);
      }),
      { numRuns: 30 },
    );
  });

  it('is a slug of 100 characters at most, whatever the names', () => {
    const name = fc.string({
      minLength: 1,
      maxLength: 120,
      unit: fc.constantFrom('a', 'Ü', ' ', '-', 'ß', '.', '7', 'Ł', '('),
    });
    const latin = name.filter(text => /[aÜŁß7]/.test(text));
    fc.assert(
      fc.property(latin, latin, latin, (title, team1, team2) => {
        fc.pre(teamKey(team1) !== teamKey(team2));
        const rows = [row({ team1, team2 }), row({ team1, team2, round: 'Matchday 2', date: '2023-09-01' })];
        for (const { fixture } of feedOf(rows, title).matches) {
          expect(fixture.matchId).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
          expect(fixture.matchId.length).toBeLessThanOrEqual(100);
        }
      }),
    );
  });
});

describe('the team that another file means', () => {
  const find = teamFinder(['Vitória SC', 'Vitória FC', 'FC Bayern München', '1. FC Köln']);

  it.each([
    ['Bayern Munchen', 'FC Bayern München'],
    ['Vitoria FC', 'Vitória FC'],
    ['Vitória', undefined],
    ['Arsenal', undefined],
  ])('by %s is %s', (spelling, name) => {
    expect(find(spelling)).toBe(name);
  });
});
