import { useMemo } from 'react';
import { Link } from 'wouter';
import { type Format, useFormat } from '../i18n/format.ts';
import { useTexts } from '../i18n/texts.ts';
import { PlayerName } from '../names/player-name.tsx';
import { usePlayerText } from '../names/use-names.ts';
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
  /** What a player is called on paper, where nothing is read any more and no link leads anywhere. */
  readonly onPaper?: ((playerId: string) => string) | undefined;
  readonly me: string | undefined;
  /** Which columns: as many as there is room for, or all, for paper. */
  readonly room: 'narrow' | 'middle' | 'wide';
}

/** A player's points, and the way to their record. */
const Points = ({ playerId, points, href }: Readonly<Record<'playerId' | 'points' | 'href', string>>) => {
  const t = useTexts(standingsTexts);
  const player = usePlayerText(playerId);
  return (
    <Link className="points" href={href} aria-label={`${points}, ${t('record', { player })}`}>
      {points}
    </Link>
  );
};

const columnsOf = (t: T, format: Format, { recordOf, onPaper, me, room }: Shown): readonly Column<Row>[] => [
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
        {onPaper ? onPaper(playerId) : <PlayerName id={playerId} />}{' '}
        {playerId === me && <span className="tag">{t('me')}</span>}
      </>
    ),
  },
  {
    key: 'points',
    head: t('points'),
    number: true,
    cell: row => {
      const points = format.number(row.points);
      return onPaper ? points : <Points playerId={row.playerId} points={points} href={recordOf(row.playerId)} />;
    },
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
export const useColumns = ({ recordOf, onPaper, me }: Omit<Shown, 'room'>): readonly Column<Row>[] => {
  const t = useTexts(standingsTexts);
  const format = useFormat();
  const [wide, middle] = [useMedia('(min-width: 60rem)'), useMedia('(min-width: 36rem)')];
  const room = onPaper || wide ? 'wide' : middle ? 'middle' : 'narrow';
  return useMemo(() => columnsOf(t, format, { recordOf, onPaper, me, room }), [t, format, recordOf, onPaper, me, room]);
};
