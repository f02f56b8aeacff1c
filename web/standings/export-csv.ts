import { csvOf } from './csv.ts';
import type { Row } from './data.ts';

const COLUMNS = [
  'rank',
  'playerId',
  'points',
  'exact',
  'goal_diff',
  'draw_not_exact',
  'tendency_only',
  'miss',
  'missing',
  'void',
  'accuracyMean',
] as const satisfies readonly (keyof Row)[];

/** The rows with the names that the API has for them: programs read this in any language. */
export const tableAsCsv = (rows: readonly Row[]): string =>
  csvOf([COLUMNS, ...rows.map(row => COLUMNS.map(column => row[column]))]);

/** Hands a text over as a file. */
export const download = (name: string, text: string, type: string): void => {
  const url = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
};
