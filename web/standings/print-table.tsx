import { useEffect } from 'react';
import { useFormat } from '../i18n/format.ts';
import { useTexts } from '../i18n/texts.ts';
import { useAllNames } from '../names/use-names.ts';
import { useColumns } from './columns.tsx';
import type { Row } from './data.ts';
import { standingsTexts } from './texts.ts';

interface PrintTableProps {
  readonly caption: string;
  readonly rows: readonly Row[];
  readonly total: number;
  readonly recordOf: (playerId: string) => string;
  readonly me: string | undefined;
  /** Opens the dialog to print; without it somebody prints by the browser's own means. */
  readonly ask: boolean;
  readonly onPrinted: () => void;
}

/** The whole table on paper: no row is left out because it was not on the screen. */
export const PrintTable = ({ caption, rows, total, recordOf, me, ask, onPrinted }: PrintTableProps) => {
  const t = useTexts(standingsTexts);
  const { dateTime } = useFormat();
  const { textNow } = useAllNames();
  const columns = useColumns({ recordOf, onPaper: textNow, me });
  useEffect(() => {
    if (ask) print();
    addEventListener('afterprint', onPrinted);
    return () => removeEventListener('afterprint', onPrinted);
  }, [ask, onPrinted]);
  return (
    <div className="print-only">
      <table>
        <caption>
          {caption}
          <br />
          {t('printedAt', { at: dateTime(new Date().toISOString()) })}
          {rows.length < total && ` · ${t('notAll', { rows: rows.length, total })}`}
        </caption>
        <thead>
          <tr>
            {columns.map(({ key, head, number }) => (
              <th key={key} scope="col" className={number ? 'number' : undefined}>
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <tr key={row.playerId}>
              {columns.map(({ key, cell, number }) => (
                <td key={key} className={number ? 'number' : undefined}>
                  {cell(row, index)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
};
