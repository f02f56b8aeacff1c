import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { FeedError } from '../../shared/application/feed/feed.ts';
import { parseOpenFootball } from '../../shared/gateways/openfootball/parse.ts';
import { feedOf, matchOf, only, problemsOf, row } from './openfootball.ts';

const fixture = (name: string): string => readFileSync(new URL(`fixtures/${name}`, import.meta.url), 'utf8');

describe('a file with every oddity', () => {
  const text = fixture('oddities_en.1.json');
  const feed = parseOpenFootball(text, { fileName: 'oddities_en.1.json' });

  it('is read as one competition in one time zone', () => {
    expect(feed).toMatchObject({
      competition: 'english-test-league-2023-24',
      name: 'English Test League 2023/24',
      timeZone: 'Europe/London',
    });
    expect(feed.matches.map(match => match.row)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
  });

  it('gives each match the outcome that status and score together mean', () => {
    expect(feed.matches.map(({ outcome }) => outcome)).toEqual([
      { kind: 'played', result: { fullTime: { home: 0, away: 3 }, halfTime: { home: 0, away: 2 } } },
      { kind: 'played', result: { fullTime: { home: 0, away: 0 } } },
      { kind: 'open' },
      { kind: 'open' },
      { kind: 'cancelled' },
      { kind: 'awarded', result: { fullTime: { home: 3, away: 0 } } },
      { kind: 'postponed', reason: 'postponed' },
      { kind: 'postponed', reason: 'abandoned' },
      { kind: 'played', result: { fullTime: { home: 2, away: 1 }, halfTime: { home: 1, away: 0 } } },
      { kind: 'cancelled' },
      {
        kind: 'played',
        result: {
          fullTime: { home: 1, away: 1 },
          halfTime: { home: 0, away: 1 },
          extraTime: { home: 2, away: 2 },
          shootOut: { home: 4, away: 3 },
        },
      },
    ]);
  });

  it('takes local times to UTC, in summer and in winter, and knows a day from a time', () => {
    expect(feed.matches.slice(0, 3).map(({ kickOff }) => kickOff)).toEqual([
      { at: '2023-08-11T19:00:00.000Z', timeKnown: true },
      { at: '2024-01-13T09:30:00.000Z', timeKnown: true },
      { at: '2023-08-17T23:00:00.000Z', timeKnown: false },
    ]);
  });

  it('keeps one spelling of a team, the commonest, and no round where there is none', () => {
    expect(feed.matches[2]?.fixture).toEqual({
      matchId: 'english-test-league-2023-24-arsenal-burnley',
      competition: 'english-test-league-2023-24',
      round: 'Matchday 2',
      home: 'Arsenal FC',
      away: 'Burnley FC',
    });
    expect(feed.matches[3]?.fixture).toMatchObject({ round: null, away: 'Brighton & Hove Albion' });
  });

  it('is the same with CRLF line ends and a byte order mark', () => {
    expect(parseOpenFootball(`\uFEFF${text.replaceAll('\n', '\r\n')}`, { fileName: 'en.1.json' })).toEqual(feed);
  });
});

describe('the form of before 2020', () => {
  it('has rounds, team objects and the goals in the row', () => {
    const feed = parseOpenFootball(fixture('rounds_de.1.json'));
    expect(feed.timeZone).toBe('Europe/Berlin');
    expect(
      feed.matches.map(({ row: number, fixture: { round, home }, outcome }) => [number, round, home, outcome]),
    ).toEqual([
      [1, 'Matchday 1', 'Bayern München', { kind: 'played', result: { fullTime: { home: 5, away: 0 } } }],
      [2, 'Matchday 18', 'Hamburger SV', { kind: 'open' }],
    ]);
  });
});

describe('kick-off', () => {
  const london = (date: string, time?: string): string => matchOf({ date, time }).kickOff.at;

  it('takes the first of a time that comes twice, and moves on one that never comes', () => {
    expect(london('2023-10-29', '01:30')).toBe('2023-10-29T00:30:00.000Z');
    expect(london('2024-03-31', '01:30')).toBe('2024-03-31T01:30:00.000Z');
  });

  it('without a time is the first instant of the day, also of a day that does not begin at midnight', () => {
    const rows = [row({ date: '2018-11-04', time: undefined })];
    const feed = parseOpenFootball(JSON.stringify({ name: 'Brasileiro Série A 2018', matches: rows }));
    expect(only(feed.matches).kickOff).toEqual({ at: '2018-11-04T03:00:00.000Z', timeKnown: false });
  });
});

describe('a match whose teams are not known yet', () => {
  it.each(['N.N.', 'TBD', 'tba'])('waits: %s', name => {
    const feed = feedOf([
      row(),
      row({ round: 'Final', team1: name, team2: name }),
      row({ round: 'Final', team2: name }),
    ]);
    expect(feed.matches.map(match => match.row)).toEqual([1]);
    expect(feed.undecided).toEqual([2, 3]);
  });

  it('has no result', () => {
    const rows = [row({ team2: 'N.N.', score: { ft: [1, 0] } })];
    expect(problemsOf(() => feedOf(rows))).toEqual(['row 1, team2: must be a team: the match has a result']);
  });
});

describe('a half-time score alone', () => {
  it('is a match in play, without a result', () => {
    expect(matchOf({ score: { ht: [1, 0] } }).outcome).toEqual({ kind: 'open' });
  });
});

describe('a broken row', () => {
  it.each([
    [{ date: '2023-02-30' }, 'row 1, date: must be a day such as 2023-08-11; it is "2023-02-30"'],
    [{ date: undefined }, 'row 1, date: is missing'],
    [{ time: '25:00' }, 'row 1, time: must be a time of day such as 20:45; it is "25:00"'],
    [{ time: 'noon' }, 'row 1, time: must be a time of day such as 20:45; it is "noon"'],
    [{ time: 1500 }, 'row 1, time: must be text; it is 1500'],
    [{ team1: undefined }, 'row 1, team1: is missing'],
    [{ team2: '' }, 'row 1, team2: must have Latin letters; it is ""'],
    [{ team2: 'Arsenal FC' }, 'row 1, team2: must not be team1; it is "Arsenal FC"'],
    [{ team2: 'ARSENAL F.C.', team1: 'Arsenal F C' }, 'row 1, team2: must not be team1; it is "ARSENAL F.C."'],
    [{ team2: 7 }, 'row 1, team2: must be a team name; it is 7'],
    [{ score: { ft: [201, 0] } }, 'row 1, score.ft[0]: must be at most 200; it is 201'],
    [{ score: { ft: [1, '2'] } }, 'row 1, score.ft[1]: must be a whole number, 0 or more; it is "2"'],
    [{ score: { ft: [1, 2.5] } }, 'row 1, score.ft[1]: must be a whole number, 0 or more; it is 2.5'],
    [{ score: { ft: [-1, 2] } }, 'row 1, score.ft[0]: must be a whole number, 0 or more; it is -1'],
    [{ score: { ht: [1] } }, 'row 1, score.ht: must be [home goals, away goals]; it is [1]'],
    [{ score: '2-1' }, 'row 1, score: must be an object with ft; it is "2-1"'],
    [{ score: { p: [4, 3] } }, 'row 1, score.ft: is missing, while p is {"home":4,"away":3}'],
    [{ score1: 2 }, 'row 1, score2: is missing: the goals of one team are given'],
    [
      { status: 'odd' },
      'row 1, status: must be absent or one of cancelled, awarded, postponed, abandoned; it is "odd"',
    ],
    [{ status: 'awarded' }, 'row 1, score.ft: is missing: an awarded match has the score it was awarded with'],
  ])('%j is named with its field and value', (facts, problem) => {
    expect(problemsOf(() => matchOf(facts))).toEqual([problem]);
  });

  it('does not hide the others', () => {
    const rows = [row(), null, row({ team1: 'Burnley FC', team2: 'Chelsea FC', date: 'soon' }), row()];
    expect(problemsOf(() => feedOf(rows))).toEqual([
      'row 2: must be a match; it is null',
      'row 3, date: must be a day such as 2023-08-11; it is "soon"',
      'rows 1 and 4: the same match is listed twice: Arsenal FC against Nottingham Forest FC, Matchday 1 on 2023-08-12',
    ]);
  });
});

describe('a match listed twice', () => {
  it('with different facts is named with both', () => {
    const rows = [row({ score: { ft: [1, 0] } }), row({ team1: 'Arsenal', date: '2023-08-13' })];
    expect(problemsOf(() => feedOf(rows))).toEqual([
      'rows 1 and 2: the same match is listed twice, with different facts: Arsenal FC against Nottingham Forest FC, Matchday 1 on 2023-08-12 and Matchday 1 on 2023-08-13',
    ]);
  });

  it('is two matches when the first was broken off and the second is its replay', () => {
    const rows = [row({ status: 'abandoned' }), row({ date: '2023-10-27' })];
    expect(feedOf(rows).matches.map(match => match.fixture.matchId)).toEqual([
      'english-premier-league-2023-24-arsenal-nottingham-forest',
      'english-premier-league-2023-24-arsenal-nottingham-forest-2',
    ]);
  });
});

describe('a broken file', () => {
  it('that is not JSON says so and keeps the cause', () => {
    const parse = (): unknown => parseOpenFootball('{"name": "x", "matches": [', { fileName: 'half.json' });
    expect(parse).toThrow(/^half\.json is not imported:\n {2}it is not JSON/);
    expect(parse).toThrow(expect.objectContaining({ name: 'FeedError', cause: expect.any(SyntaxError) }));
  });

  it.each([
    ['[]', 'must be an object; it is []'],
    ['"text"', 'must be an object; it is "text"'],
    ['{"matches": []}', 'name: is missing'],
    ['{"name": "x"}', 'matches: is missing'],
    ['{"name": "x", "clubs": []}', 'matches: is missing'],
    ['{"name": "x", "matches": []}', 'matches: has no match'],
    ['{"name": "x", "matches": {}}', 'matches: must be a list; it is {}'],
    ['{"name": "x", "rounds": [{"name": "1"}]}', 'rounds[0].matches: is missing'],
  ])('%s', (text, problem) => {
    expect(problemsOf(() => parseOpenFootball(text))).toEqual([problem]);
  });
});

describe('the time zone', () => {
  const zone = (name: string, fileName?: string, timeZone?: string): string =>
    parseOpenFootball(JSON.stringify({ name, matches: [row()] }), {
      ...(fileName !== undefined && { fileName }),
      ...(timeZone !== undefined && { timeZone }),
    }).timeZone;

  it('is the one that is given, before all else', () => {
    expect(zone('English Premier League', 'en.1.json', 'Asia/Tokyo')).toBe('Asia/Tokyo');
  });

  it.each([
    ['2023-24/en.1.json', 'Europe/London'],
    ['feeds/en.1/2023-24_de.2.json', 'Europe/Berlin'],
    ['de.cup.json', 'Europe/Berlin'],
    ['C:\\feeds\\es.1.json', 'Europe/Madrid'],
    ['2011-12_uefa.cl.json', 'Europe/Zurich'],
    ['cl.json', 'Europe/Zurich'],
    ['sco.1.json', 'Europe/London'],
    ['mls.json', 'America/New_York'],
    ['br.1.json', 'America/Sao_Paulo'],
  ])('is told by the code in the file name %s', (fileName, expected) => {
    expect(zone('A League of No Country', fileName)).toBe(expected);
  });

  it.each([
    ['English Championship 2023/24', 'Europe/London'],
    ['Premier League 2019/20', 'Europe/London'],
    ['Russian Premier League 2020/21', 'Europe/Moscow'],
    ['Ukrainian Premier League', 'Europe/Kyiv'],
    ['Deutsche Bundesliga 2023/24', 'Europe/Berlin'],
    ['Österr. Bundesliga 2020/21', 'Europe/Vienna'],
    ['Ligue 1 2021/22', 'Europe/Paris'],
    ['Italian Serie A 2023/24', 'Europe/Rome'],
    ['Brasileiro Série A 2025', 'America/Sao_Paulo'],
    ['Primera División de España 2018/19', 'Europe/Madrid'],
    ['Argentina Primera División 2025', 'America/Argentina/Buenos_Aires'],
    ['Netherlands Eredivisie 2019/20', 'Europe/Amsterdam'],
    ['Swiss Super League', 'Europe/Zurich'],
    ['UEFA Champions League 2011/12', 'Europe/Zurich'],
    ['Scottish Premiership 2024/25', 'Europe/London'],
    ['Süper Lig 2020/21', 'Europe/Istanbul'],
  ])('is told by the name of the %s', (name, expected) => {
    expect(zone(name, 'later.json')).toBe(expected);
  });

  it('that nothing tells is an error that says what to do', () => {
    expect(() => zone('World Cup 2026', 'worldcup.json')).toThrow(/"World Cup 2026".*--time-zone Europe\/London/);
  });

  it('that does not exist is an error', () => {
    expect(() => zone('English Premier League', 'en.1.json', 'Europe/Londn')).toThrow(FeedError);
  });
});
