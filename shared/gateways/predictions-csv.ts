import { CsvError, parse } from 'csv-parse/sync';
import type { Feed, FeedMatch } from '../application/feed/feed.ts';
import type { PlayerPick } from '../domain/verdict.ts';
import { teamFinder } from './openfootball/teams.ts';

const COLUMNS = ['player', 'round', 'home', 'away', 'predicted_home', 'predicted_away', 'confidence'] as const;
type Column = (typeof COLUMNS)[number];
type Cells = Readonly<Record<Column, string>>;

/** A line of the predictions file. */
export interface CsvPrediction extends PlayerPick {
  readonly player: string;
  readonly matchId: string;
  /** Its line in the file; the header is line 1. */
  readonly row: number;
}

/** One thing wrong in a predictions file. */
export interface PredictionsProblem {
  /** The line in the file; the header is line 1. */
  readonly row: number;
  /** The columns at fault; none: the line as a whole. */
  readonly columns: readonly Column[];
  readonly message: string;
}

const describe = ({ row, columns, message }: PredictionsProblem): string =>
  `  line ${row}${columns.length > 0 ? `, ${columns.join(' and ')}` : ''}: ${message}`;

/** The predictions cannot be read; the message names every line that is wrong, and why. */
export class PredictionsError extends Error {
  override readonly name = 'PredictionsError';
  readonly problems: readonly PredictionsProblem[];

  constructor(problems: readonly PredictionsProblem[], options?: ErrorOptions) {
    super(`the predictions are not submitted:\n${problems.map(describe).join('\n')}`, options);
    this.problems = problems;
  }
}

interface Line {
  readonly row: number;
  readonly cells: readonly string[];
}

const readLines = (text: string): readonly Line[] => {
  try {
    // With `info` csv-parse gives { record, info } for each record, which its types do not know.
    const records: unknown[] = parse(text, { bom: true, info: true, relax_column_count: true, trim: true });
    return (records as { record: string[]; info: { lines: number } }[])
      .map(({ record, info }) => ({ row: info.lines, cells: record }))
      .filter(({ cells }) => cells.some(cell => cell !== ''));
  } catch (cause) {
    const row = cause instanceof CsvError ? Number(cause.lines) || 1 : 1;
    throw new PredictionsError([{ row, columns: [], message: `is not CSV: ${String(cause)}` }], { cause });
  }
};

type Found = { readonly matchId: string } | { readonly columns: readonly Column[]; readonly message: string };

/** Finds the match that a line means: by its teams, and by its round if they meet there more than once. */
const matchFinder = ({ matches, name }: Feed): ((cells: Cells) => Found) => {
  const teamOf = teamFinder(matches.flatMap(({ fixture }) => [fixture.home, fixture.away]));
  const byPair = Map.groupBy(matches, ({ fixture }) => JSON.stringify([fixture.home, fixture.away]));
  const roundOf = (match: FeedMatch): string => (match.fixture.round ?? '').toLowerCase();
  return ({ round, home, away }) => {
    const [homeTeam, awayTeam] = [teamOf(home), teamOf(away)];
    if (homeTeam === undefined) return { columns: ['home'], message: `${name} has no team "${home}"` };
    if (awayTeam === undefined) return { columns: ['away'], message: `${name} has no team "${away}"` };
    const meetings = byPair.get(JSON.stringify([homeTeam, awayTeam])) ?? [];
    const [match, more] = meetings.length > 1 ? meetings.filter(m => roundOf(m) === round.toLowerCase()) : meetings;
    if (match && !more) return { matchId: match.fixture.matchId };
    return meetings.length === 0
      ? { columns: ['home', 'away'], message: `${name} has no match of "${home}" at home to "${away}"` }
      : {
          columns: ['round'],
          message: `"${home}" and "${away}" meet there in ${meetings.map(m => m.fixture.round ?? 'no round').join(' and ')}, which "${round}" does not tell apart`,
        };
  };
};

/** Not negative, and of a size that a football match may have. */
const GOALS = /^\d{1,2}$/;
const DECIMAL = /^(\d+(\.\d*)?|\.\d+)(e-?\d+)?$/i;

const isProbability = (text: string): boolean => DECIMAL.test(text) && Number(text) <= 1;

const cellProblems = (row: number, cells: Cells): readonly PredictionsProblem[] => {
  const problems: PredictionsProblem[] = [];
  if (cells.player === '') problems.push({ row, columns: ['player'], message: 'is empty' });
  for (const column of ['predicted_home', 'predicted_away'] as const)
    if (!GOALS.test(cells[column]))
      problems.push({ row, columns: [column], message: `must be a whole number, 0 to 99; it is "${cells[column]}"` });
  if (cells.confidence !== '' && !isProbability(cells.confidence))
    problems.push({
      row,
      columns: ['confidence'],
      message: `must be empty or a number from 0 to 1; it is "${cells.confidence}"`,
    });
  return problems;
};

const cellsOf = ([
  player,
  round,
  home,
  away,
  predicted_home,
  predicted_away,
  confidence,
]: readonly string[]): Cells => ({
  player: player ?? '',
  round: round ?? '',
  home: home ?? '',
  away: away ?? '',
  predicted_home: predicted_home ?? '',
  predicted_away: predicted_away ?? '',
  confidence: confidence ?? '',
});

const checkHeader = (header: Line | undefined): void => {
  if (header?.cells.join() === COLUMNS.join()) return;
  const message = `the header must be ${COLUMNS.join()}; it is ${header?.cells.join() ?? 'missing'}`;
  throw new PredictionsError([{ row: header?.row ?? 1, columns: [], message }]);
};

const readLine = (line: Line, find: (cells: Cells) => Found): CsvPrediction | readonly PredictionsProblem[] => {
  const { row } = line;
  if (line.cells.length !== COLUMNS.length) {
    const message = `must have ${COLUMNS.length} columns; it has ${line.cells.length}`;
    return [{ row, columns: [], message }];
  }
  const cells = cellsOf(line.cells);
  const found = find(cells);
  const problems = [...cellProblems(row, cells), ...('message' in found ? [{ row, ...found }] : [])];
  if ('message' in found || problems.length > 0) return problems;
  return {
    player: cells.player,
    matchId: found.matchId,
    predicted: { home: Number(cells.predicted_home), away: Number(cells.predicted_away) },
    confidence: cells.confidence === '' ? null : Number(cells.confidence),
    row,
  };
};

const repetitions = (predictions: readonly CsvPrediction[]): readonly PredictionsProblem[] =>
  [...Map.groupBy(predictions, ({ player, matchId }) => JSON.stringify([player, matchId])).values()].flatMap(
    ([first, ...others]) =>
      others.map(({ row, player }) => ({
        row,
        columns: ['player'] as const,
        message: `"${player}" predicts this match on line ${first?.row} already`,
      })),
  );

/**
 * Reads predictions of the matches of a feed: CSV with the header
 * `player,round,home,away,predicted_home,predicted_away,confidence`. Teams may be spelled as in any version of the feed;
 * the round counts only where a pair meets twice at the same ground; confidence may be empty.
 *
 * @throws PredictionsError naming every line and column that is wrong
 */
export const parsePredictions = (text: string, feed: Feed): readonly CsvPrediction[] => {
  const [header, ...lines] = readLines(text);
  checkHeader(header);
  const find = matchFinder(feed);
  const read = lines.map(line => readLine(line, find));
  const predictions = read.flatMap(line => ('player' in line ? [line] : []));
  const problems = [...read.flatMap(line => ('player' in line ? [] : line)), ...repetitions(predictions)];
  if (problems.length > 0) throw new PredictionsError(problems.toSorted((a, b) => a.row - b.row));
  return predictions;
};
