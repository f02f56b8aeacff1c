import { useVirtualizer } from '@tanstack/react-virtual';
import { memo, type ReactNode, useEffect, useRef } from 'react';
import './virtual-table.css';

/** A column of a table. */
export interface Column<Row> {
  readonly key: string;
  readonly head: ReactNode;
  readonly cell: (row: Row, index: number) => ReactNode;
  readonly number?: boolean;
  /** The cell that names the row. */
  readonly rowHeader?: boolean;
}

export interface VirtualTableProps<Row> {
  readonly caption: ReactNode;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  /** How many rows there are in all, when more come as one scrolls. */
  readonly total?: number;
  /** Told the last row that is shown: time to read on. */
  readonly onReach?: (index: number) => void;
  readonly rowClass?: (row: Row) => string | undefined;
  /** A row to bring into view. */
  readonly scrollTo?: number;
  /** Pixels of a row: all are of one height. */
  readonly rowHeight?: number;
}

/** Stands for the rows that are not in the document. */
const Spacer = ({ height }: { readonly height: number }) => (
  // biome-ignore lint/a11y/noAriaHiddenOnFocusable: no row of this table takes the focus
  <tr aria-hidden="true" style={{ height }} />
);

interface LineProps<Row> {
  readonly row: Row;
  readonly index: number;
  readonly columns: readonly Column<Row>[];
  readonly className: string | undefined;
  readonly height: number;
}

/** A row. Rows that stay are not made again as one scrolls: that is most of the work. */
const Line = memo(<Row,>({ row, index, columns, className, height }: LineProps<Row>) => (
  <tr aria-rowindex={index + 2} className={className} style={{ height }}>
    {columns.map(column => {
      const Cell = column.rowHeader ? 'th' : 'td';
      return (
        <Cell
          key={column.key}
          {...(column.rowHeader && { scope: 'row' })}
          className={column.number ? 'number' : undefined}
        >
          {column.cell(row, index)}
        </Cell>
      );
    })}
  </tr>
)) as <Row>(props: LineProps<Row>) => ReactNode;

/** A table of any length: only what is visible is in the document. It is scrolled by keyboard when it has the focus. */
export const VirtualTable = <Row,>(props: VirtualTableProps<Row>) => {
  const { caption, columns, rows, rowKey, total = rows.length, onReach, rowClass, scrollTo, rowHeight = 40 } = props;
  const box = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => box.current,
    estimateSize: () => rowHeight,
    overscan: 12,
    getItemKey: index => rowKey(rows[index] as Row),
  });
  const items = virtual.getVirtualItems();
  const last = items.at(-1);
  const reached = last?.index;
  useEffect(() => {
    if (reached !== undefined) onReach?.(reached);
  }, [reached, onReach]);
  useEffect(() => {
    if (scrollTo !== undefined) virtual.scrollToIndex(scrollTo, { align: 'center' });
  }, [scrollTo, virtual]);
  const before = items[0]?.start ?? 0;
  const after = virtual.getTotalSize() - (last?.end ?? 0);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keyboard
    <section ref={box} className="virtual" tabIndex={0} aria-label={typeof caption === 'string' ? caption : undefined}>
      <table aria-rowcount={total + 1}>
        <caption>{caption}</caption>
        <thead>
          <tr aria-rowindex={1}>
            {columns.map(({ key, head, number }) => (
              <th key={key} scope="col" className={number ? 'number' : undefined}>
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {before > 0 && <Spacer height={before} />}
          {items.map(({ index, key }) => {
            const row = rows[index] as Row;
            return (
              <Line
                key={key}
                row={row}
                index={index}
                columns={columns}
                className={rowClass?.(row)}
                height={rowHeight}
              />
            );
          })}
          {after > 0 && <Spacer height={after} />}
        </tbody>
      </table>
    </section>
  );
};
