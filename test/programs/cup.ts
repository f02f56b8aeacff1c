import type { Fact, Guess } from './oracle.ts';

// A small cup, as a feed publishes it three times, and what a reader of the feed knows of it at which instant.

type Pair = readonly [number, number];

/** A row of an openfootball file. */
export interface FeedRow {
  readonly round: string;
  readonly date: string;
  readonly time?: string;
  readonly team1: string;
  readonly team2: string;
  readonly score?: { readonly ft?: Pair; readonly ht?: Pair; readonly et?: Pair; readonly p?: Pair };
  readonly status?: 'cancelled' | 'awarded' | 'postponed' | 'abandoned';
}

const [A, B, C, D] = ['Ashford United', 'Bexley Town', 'Corby Rovers', 'Dover Athletic'] as const;

const row = (
  [round, date, time]: readonly [string, string, string?],
  [team1, team2]: readonly [string, string],
  ft?: Pair,
  more: Pick<FeedRow, 'status' | 'score'> = {},
): FeedRow => ({
  round,
  date,
  ...(time !== undefined && { time }),
  team1,
  team2,
  ...more,
  score: { ...(ft && { ft }), ...more.score },
});

/** A match without a time; times before and after the end of summer time, and one written `9:30`; every status there is. */
const FIRST: readonly FeedRow[] = [
  row(['Round 1', '2024-08-10', '15:00'], [A, B], [2, 1]),
  row(['Round 1', '2024-08-10', '17:30'], [C, D], [0, 0]),
  row(['Round 2', '2024-08-17'], [B, C], [1, 3]),
  row(['Round 2', '2024-08-17', '9:30'], [D, A], undefined, { status: 'cancelled' }),
  row(['Round 3', '2024-10-26', '15:00'], [A, C], [3, 0], { status: 'awarded' }),
  row(['Round 3', '2024-10-27', '15:00'], [B, D], undefined, { status: 'postponed' }),
  row(['Round 4', '2024-11-02', '15:00'], [C, B], [2, 2]),
  row(['Round 4', '2024-11-02', '15:00'], [A, D], [4, 2]),
  row(['Round 5', '2024-11-09', '15:00'], [D, C], [0, 1]),
  row(['Round 5', '2024-11-09', '20:00'], [B, A], [1, 1], { score: { ht: [0, 1], et: [2, 2], p: [4, 3] } }),
  row(['Round 6', '2024-11-16', '15:00'], [C, A], [0, 2]),
  row(['Round 6', '2024-11-16', '15:00'], [D, B]),
];

const changed = (rows: readonly FeedRow[], changes: Readonly<Record<number, Partial<FeedRow>>>): readonly FeedRow[] =>
  rows.map((old, index) => {
    const { status: _, ...rest } = old;
    const change = changes[index + 1];
    return change === undefined ? old : { ...rest, ...change };
  });

/** A result corrected; a match cancelled after it was finished; the cancelled and the postponed one played later. */
const SECOND = changed(FIRST, {
  1: { score: { ft: [2, 2] } },
  2: { score: {}, status: 'cancelled' },
  4: { date: '2024-11-20', time: '19:45', score: { ft: [1, 0] } },
  6: { date: '2024-11-19', time: '19:00', score: { ft: [0, 2] } },
});

/** The correction taken back, the cancelled match reinstated, a result withdrawn, one awarded after it was played, the last match played. */
const THIRD = changed(SECOND, {
  1: { score: { ft: [2, 1] } },
  2: { score: { ft: [0, 0] } },
  7: { score: {} },
  9: { score: { ft: [0, 3] }, status: 'awarded' },
  12: { date: '2024-11-23', score: { ft: [2, 0] } },
});

/** The three versions of the file. */
export const FEEDS = [FIRST, SECOND, THIRD].map(matches =>
  JSON.stringify({ name: 'English Test Cup 2024/25', matches }),
);

const played = (...score: Pair): Fact => ({ score });

/** When the second file is imported: as soon as the last of its matches can be over; and the third. */
const SECOND_AT = '2024-11-20T21:45:00.000Z';
const THIRD_AT = '2024-11-23T17:00:00.000Z';

/** By row: since when (UTC) what is known, under the score after 90 minutes or, for row 10, with penalties added. */
const KNOWN = (tenth: Pair): readonly (readonly (readonly [string, Fact])[])[] => [
  [
    ['2024-08-10T16:00:00.000Z', played(2, 1)],
    [SECOND_AT, played(2, 2)],
    [THIRD_AT, played(2, 1)],
  ],
  [
    ['2024-08-10T18:30:00.000Z', played(0, 0)],
    [SECOND_AT, 'cancelled'],
    [THIRD_AT, played(0, 0)],
  ],
  [['2024-08-17T01:00:00.000Z', played(1, 3)]],
  [
    ['2024-08-17T08:30:00.000Z', 'cancelled'],
    [SECOND_AT, played(1, 0)],
  ],
  [],
  [[SECOND_AT, played(0, 2)]],
  [
    ['2024-11-02T17:00:00.000Z', played(2, 2)],
    [THIRD_AT, 'none'],
  ],
  [['2024-11-02T17:00:00.000Z', played(4, 2)]],
  [
    ['2024-11-09T17:00:00.000Z', played(0, 1)],
    [THIRD_AT, 'none'],
  ],
  [['2024-11-09T22:00:00.000Z', played(...tenth)]],
  [['2024-11-16T17:00:00.000Z', played(0, 2)]],
  [[THIRD_AT, played(2, 0)]],
];

/** What is known of each match, by its row, at an instant of the cup as the first file tells it, or all three. */
export const factsAt = (instant: string, basis: 'FT90' | 'PENS_SUM', files: 1 | 3): ReadonlyMap<string, Fact> => {
  const rows = KNOWN(basis === 'FT90' ? [1, 1] : [6, 5]);
  return new Map(
    rows.map((history, index) => {
      const known = history.filter(([at]) => at <= instant && (files === 3 || at < SECOND_AT));
      return [String(index + 1), known.at(-1)?.[1] ?? 'none'];
    }),
  );
};

/** What each player says of the twelve matches; `-`: nothing. */
const SAYS: Readonly<Record<string, readonly [picks: string, confidence: string]>> = {
  'Ana María': ['2-1 1-1 1-3 0-1 2-0 1-1 2-2 3-1 0-1 1-1 0-2 1-0', '0.9 0.5 1 0 0.7 0.35 0.8 0.6 0.55 0.2 0.95 0.65'],
  bob: ['1-0 0-0 0-2 1-0 3-0 0-2 1-1 5-3 - 6-5 1-3 2-0', '- - 0.4 - - 0.81 - - - 0.5 - -'],
  Zed: ['1-0 0-0 0-2 1-0 3-0 0-2 1-1 5-3 - 6-5 1-3 2-0', '- - - - - - - - - - - -'],
  '10 Downing, "No"': ['0-0 2-2 3-1 - 0-0 - 0-3 - 1-0 2-1 2-0 -', '0.1 0.2 0.3 - 0.4 - 0.5 - 0.6 0.7 0.8 -'],
};

const scoreOf = (pick: string): Pair => {
  const [home = 0, away = 0] = pick.split('-').map(Number);
  return [home, away];
};

export const GUESSES: readonly Guess[] = Object.entries(SAYS).flatMap(([player, [picks, confidences]]) => {
  const sure = confidences.split(' ');
  return picks.split(' ').flatMap((pick, index): Guess[] => {
    const confidence = sure[index] === '-' ? null : Number(sure[index]);
    return pick === '-' ? [] : [{ player, match: String(index + 1), score: scoreOf(pick), confidence }];
  });
});

const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;

/** The guesses as a predictions file. */
export const PREDICTIONS = [
  'player,round,home,away,predicted_home,predicted_away,confidence',
  ...GUESSES.map(({ player, match, score, confidence }) => {
    const { round = '', team1 = '', team2 = '' } = FIRST[Number(match) - 1] ?? {};
    return [quoted(player), round, team1, team2, ...score, confidence ?? ''].join(',');
  }),
].join('\r\n');
