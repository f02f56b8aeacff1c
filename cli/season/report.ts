import type { Standings } from '../../shared/application/read-models.ts';
import type { Standing } from '../../shared/domain/standings.ts';
import type { Ledger } from './ledger.ts';

/** A line of the table, as `season --json` prints it. */
export interface StandingLine {
  readonly rank: number;
  readonly player: string;
  readonly points: number;
  readonly exact: number;
  readonly goal_diff: number;
  readonly draw_not_exact: number;
  readonly tendency_only: number;
  readonly miss: number;
  readonly scored: number;
  readonly void: number;
  readonly missing: number;
  readonly accuracy_mean: number | null;
}

/** The document of `season --json`. */
export interface SeasonReport {
  readonly rules: string;
  readonly matches: { readonly finished: number; readonly cancelled: number };
  readonly standings: readonly StandingLine[];
  readonly standings_at: Readonly<Record<string, readonly StandingLine[]>>;
  readonly events: { readonly stored: number; readonly published: number; readonly dead_lettered: number };
  readonly seconds: number;
}

/** Names of players by their ids. */
export type Names = ReadonlyMap<string, string>;

const lineOf = ({ playerId, accuracyMean, rank, points, ...counts }: Standing, names: Names): StandingLine => ({
  rank,
  player: names.get(playerId) ?? playerId,
  points,
  exact: counts.exact,
  goal_diff: counts.goal_diff,
  draw_not_exact: counts.draw_not_exact,
  tendency_only: counts.tendency_only,
  miss: counts.miss,
  scored: counts.scored,
  void: counts.void,
  missing: counts.missing,
  accuracy_mean: accuracyMean,
});

/** The lines of a table, by rank, then by the player's name. */
export const linesOf = (standings: readonly Standing[], names: Names): readonly StandingLine[] =>
  standings
    .map(standing => lineOf(standing, names))
    .sort((a, b) => a.rank - b.rank || (a.player < b.player ? -1 : a.player > b.player ? 1 : 0));

export const reportOf = (
  final: Standings,
  at: ReadonlyMap<string, Standings>,
  names: Names,
  { ledger, seconds }: { ledger: Ledger; seconds: number },
): SeasonReport => ({
  rules: final.rules.rules,
  matches: { finished: final.matches.finished, cancelled: final.matches.cancelled },
  standings: linesOf(final.standings, names),
  standings_at: Object.fromEntries([...at].map(([instant, { standings }]) => [instant, linesOf(standings, names)])),
  events: { stored: ledger.stored, published: ledger.published, dead_lettered: ledger.deadLettered },
  seconds: Math.round(seconds * 10) / 10,
});

const COLUMNS = [
  'rank',
  'player',
  'points',
  'exact',
  'goal_diff',
  'draw_not_exact',
  'tendency_only',
  'miss',
  'void',
  'missing',
] as const;
const HEADS = ['', 'player', 'points', 'exact', 'diff', 'draw', 'tendency', 'miss', 'void', 'missing'];

/** The table for a person at a terminal. */
export const tableOf = (lines: readonly StandingLine[]): string => {
  const rows = [HEADS, ...lines.map(line => COLUMNS.map(column => String(line[column])))];
  const widths = HEADS.map((_, column) => Math.max(...rows.map(row => row[column]?.length ?? 0)));
  const cell = (text: string, column: number): string =>
    COLUMNS[column] === 'player' ? text.padEnd(widths[column] ?? 0) : text.padStart(widths[column] ?? 0);
  return rows.map(row => row.map(cell).join('  ')).join('\n');
};
