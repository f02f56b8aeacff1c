import { useMemo } from 'react';
import { Link } from 'wouter';
import { type Format, useFormat } from '../i18n/format.ts';
import { useTexts } from '../i18n/texts.ts';
import type { Column } from '../ui/virtual-table.tsx';
import type { Row } from './data.ts';
import { Movement } from './movement.tsx';
import { standingsTexts } from './texts.ts';
import { useMedia } from './use-media.ts';

const COUNTS = ['exact', 'goal_diff', 'draw_not_exact', 'tendency_only', 'miss', 'missing'] as const;

type T = (
  key: (typeof COUNTS)[number] | 'rank' | 'move' | 'player' | 'me' | 'points' | 'record' | 'accuracy',
  values?: Readonly<Record<string, string>>,
) => string;

const counts = (t: T, { number }: Format): readonly Column<Row>[] =>
  COUNTS.map(key => ({ key, head: t(key), number: true, cell: row => number(row[key]) }));

interface Shown {
  /** Address of a player's record. */
  readonly recordOf: (playerId: string) => string;
  readonly me: string | undefined;
  /** Which columns: as many as there is room for, or all, for paper. */
  readonly room: 'narrow' | 'middle' | 'wide';
}

const columnsOf = (t: T, format: Format, { recordOf, me, room }: Shown): readonly Column<Row>[] => [
  { key: 'rank', head: t('rank'), number: true, cell: row => format.number(row.rank) },
  {
    key: 'move',
    head: <span className={room === 'narrow' ? 'hidden' : ''}>{t('move')}</span>,
    cell: row => <Movement {...row} />,
  },
  {
    key: 'player',
    head: t('player'),
    rowHeader: true,
    cell: ({ playerId }) => (
      <>
        {playerId} {playerId === me && <span className="tag">{t('me')}</span>}
      </>
    ),
  },
  {
    key: 'points',
    head: t('points'),
    number: true,
    cell: row => (
      <Link
        className="points"
        href={recordOf(row.playerId)}
        aria-label={`${format.number(row.points)}, ${t('record', { player: row.playerId })}`}
      >
        {format.number(row.points)}
      </Link>
    ),
  },
  ...(room === 'narrow' ? [] : room === 'middle' ? counts(t, format).slice(0, 1) : counts(t, format)),
  ...(room === 'wide'
    ? [
        {
          key: 'accuracy',
          head: t('accuracy'),
          number: true,
          cell: (row: Row) => (row.accuracyMean === null ? '–' : format.number(row.accuracyMean, 3)),
        },
      ]
    : []),
];

/** The columns of a table: as many as there is room for. */
export const useColumns = ({
  recordOf,
  me,
  all = false,
}: Omit<Shown, 'room'> & { readonly all?: boolean }): readonly Column<Row>[] => {
  const t = useTexts(standingsTexts);
  const format = useFormat();
  const [wide, middle] = [useMedia('(min-width: 60rem)'), useMedia('(min-width: 36rem)')];
  const room = all || wide ? 'wide' : middle ? 'middle' : 'narrow';
  return useMemo(() => columnsOf(t, format, { recordOf, me, room }), [t, format, recordOf, me, room]);
};
