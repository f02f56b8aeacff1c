import { describe, expect, it } from 'vitest';
import { PredictionsError, parsePredictions } from '../../shared/gateways/predictions-csv.ts';
import { feedOf, row } from './openfootball.ts';

const HEADER = 'player,round,home,away,predicted_home,predicted_away,confidence';
const FEED = feedOf([
  row(),
  row({ team1: 'Brighton & Hove Albion FC', team2: 'Luton Town FC' }),
  row({ round: 'Matchday 3', date: '2023-08-26', team1: 'Luton Town FC', team2: 'Arsenal FC' }),
  row({ round: 'Matchday 30', date: '2024-03-26', team1: 'Luton Town FC', team2: 'Arsenal FC' }),
]);
const id = (pair: string): string => `english-premier-league-2023-24-${pair}`;
const parse = (...lines: readonly string[]) => parsePredictions([HEADER, ...lines].join('\n'), FEED);

const problemsOf = (text: string): readonly string[] => {
  try {
    parsePredictions(text, FEED);
  } catch (error) {
    expect(error).toBeInstanceOf(PredictionsError);
    return String(error)
      .split('\n')
      .slice(1)
      .map(line => line.trim());
  }
  throw new Error('a PredictionsError was expected');
};

describe('predictions', () => {
  it('are read with the match they mean', () => {
    expect(
      parse(
        'ann,Matchday 1,Arsenal FC,Nottingham Forest FC,2,1,0.8',
        'bob,,Arsenal,Nottm,0,0,'.replace('Nottm', 'Nottingham Forest'),
      ),
    ).toEqual([
      {
        player: 'ann',
        matchId: id('arsenal-nottingham-forest'),
        predicted: { home: 2, away: 1 },
        confidence: 0.8,
        row: 2,
      },
      {
        player: 'bob',
        matchId: id('arsenal-nottingham-forest'),
        predicted: { home: 0, away: 0 },
        confidence: null,
        row: 3,
      },
    ]);
  });

  it('may have a byte order mark, CRLF, quotes, blank lines and spaces', () => {
    const text = `\uFEFF${HEADER}\r\n\r\n"Ann, ""A""",Matchday 1, "Brighton and Hove Albion" ,Luton Town,10,1,1\r\n`;
    expect(parsePredictions(text, FEED)).toEqual([
      {
        player: 'Ann, "A"',
        matchId: id('brighton-and-hove-albion-luton-town'),
        predicted: { home: 10, away: 1 },
        confidence: 1,
        row: 3,
      },
    ]);
  });

  it('go by the round only where the pair meets there twice', () => {
    expect(
      parse(
        'a,Matchday 30,Luton Town,Arsenal,1,1,',
        'a,matchday 3,Luton Town,Arsenal,1,1,',
        'a,Week 7,Arsenal,Nottingham Forest,1,1,',
      ).map(prediction => prediction.matchId),
    ).toEqual([id('luton-town-arsenal-2'), id('luton-town-arsenal'), id('arsenal-nottingham-forest')]);
  });

  it.each([
    ['0', 0],
    ['1.0', 1],
    ['.25', 0.25],
    ['5e-05', 0.00005],
  ])('may have the confidence %s', (text, confidence) => {
    expect(parse(`a,,Arsenal,Nottingham Forest,1,1,${text}`)[0]?.confidence).toBe(confidence);
  });

  it('may be none', () => {
    expect(parse()).toEqual([]);
  });
});

describe('broken predictions', () => {
  it.each([
    [',,Arsenal,Nottingham Forest,1,1,', 'line 2, player: is empty'],
    ['a,,Leeds,Arsenal,1,1,', 'line 2, home: English Premier League 2023/24 has no team "Leeds"'],
    ['a,,Arsenal,Leeds,1,1,', 'line 2, away: English Premier League 2023/24 has no team "Leeds"'],
    [
      'a,,Nottingham Forest,Arsenal,1,1,',
      'line 2, home and away: English Premier League 2023/24 has no match of "Nottingham Forest" at home to "Arsenal"',
    ],
    [
      'a,,Luton Town,Arsenal,1,1,',
      'line 2, round: "Luton Town" and "Arsenal" meet there in Matchday 3 and Matchday 30, which "" does not tell apart',
    ],
    ['a,,Arsenal,Nottingham Forest,1.5,1,', 'line 2, predicted_home: must be a whole number, 0 to 99; it is "1.5"'],
    ['a,,Arsenal,Nottingham Forest,1,-1,', 'line 2, predicted_away: must be a whole number, 0 to 99; it is "-1"'],
    ['a,,Arsenal,Nottingham Forest,1,,', 'line 2, predicted_away: must be a whole number, 0 to 99; it is ""'],
    ['a,,Arsenal,Nottingham Forest,1,1,1.1', 'line 2, confidence: must be empty or a number from 0 to 1; it is "1.1"'],
    [
      'a,,Arsenal,Nottingham Forest,1,1,-0.1',
      'line 2, confidence: must be empty or a number from 0 to 1; it is "-0.1"',
    ],
    [
      'a,,Arsenal,Nottingham Forest,1,1,high',
      'line 2, confidence: must be empty or a number from 0 to 1; it is "high"',
    ],
    ['a,,Arsenal,Nottingham Forest,1,1', 'line 2: must have 7 columns; it has 6'],
  ])('%s', (line, problem) => {
    expect(problemsOf(`${HEADER}\n${line}`)).toEqual([problem]);
  });

  it('are all named, those that repeat another with its line', () => {
    const lines = [
      'a,,Arsenal,Nottingham Forest,1,1,',
      'b,,Arsenal,Nottingham Forest,x,1,7',
      'a,,Arsenal FC,Nottingham Forest FC,2,1,',
    ];
    expect(problemsOf([HEADER, ...lines].join('\n'))).toEqual([
      'line 3, predicted_home: must be a whole number, 0 to 99; it is "x"',
      'line 3, confidence: must be empty or a number from 0 to 1; it is "7"',
      'line 4, player: "a" predicts this match on line 2 already',
    ]);
  });

  it.each([
    ['player,home,away', `line 1: the header must be ${HEADER}; it is player,home,away`],
    ['', `line 1: the header must be ${HEADER}; it is missing`],
  ])('have another header: "%s"', (text, problem) => {
    expect(problemsOf(text)).toEqual([problem]);
  });

  it('are no CSV: the cause is kept', () => {
    expect(() => parsePredictions(`${HEADER}\na,"b`, FEED)).toThrow(
      expect.objectContaining({ name: 'PredictionsError', cause: expect.any(Error) }),
    );
  });
});
