import { csvOf } from './csv.ts';
import type { Row } from './data.ts';

/** Of each row; the name is not in a table. */
const COLUMNS = [
  'rank',
  'playerId',
  'displayName',
  'points',
  'exact',
  'goal_diff',
  'draw_not_exact',
  'tendency_only',
  'miss',
  'missing',
  'void',
  'accuracyMean',
] as const satisfies readonly (keyof Row | 'displayName')[];

/** The rows under the heads that the API has for them: programs read this in any language. */
export const tableAsCsv = (rows: readonly Row[], nameOf: (playerId: string) => string | undefined): string =>
  csvOf([
    COLUMNS,
    ...rows.map(row =>
      COLUMNS.map(column => (column === 'displayName' ? (nameOf(row.playerId) ?? null) : row[column])),
    ),
  ]);

/** Hands a text over as a file. */
export const download = (name: string, text: string, type: string): void => {
  const url = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
};
