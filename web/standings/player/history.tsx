import { useEffect, useMemo } from 'react';
import { Link } from 'wouter';
import { useFormat } from '../../i18n/format.ts';
import { useTexts } from '../../i18n/texts.ts';
import { Failure, Loading } from '../../ui/states.tsx';
import { type Column, VirtualTable } from '../../ui/virtual-table.tsx';
import { useMedia } from '../use-media.ts';
import { type RecordOf, type Settled, useHistory, useMatchNames } from './data.ts';
import { playerTexts } from './texts.ts';

const score = ({ home, away }: { readonly home: number; readonly away: number }): string => `${home}:${away}`;

const useColumns = ({ playerId, competition }: RecordOf): readonly Column<Settled>[] => {
  const t = useTexts(playerTexts);
  const format = useFormat();
  const names = useMatchNames(competition).data;
  const wide = useMedia('(min-width: 48rem)');
  return useMemo(() => {
    const nameOf = (matchId: string): string => {
      const known = names?.get(matchId);
      return known ? `${known.home} – ${known.away}` : matchId;
    };
    const scored = (cell: (one: Settled & { readonly outcome: 'scored' }) => string) => (one: Settled) =>
      one.outcome === 'scored' ? cell(one) : '–';
    const why = (one: Settled) => (
      <Link
        className="points"
        href={`/why/${one.matchId}.${playerId}`}
        aria-label={t('why', { points: one.outcome === 'scored' ? one.points : 0 })}
      >
        {one.outcome === 'scored' ? format.number(one.points) : t('void')}
      </Link>
    );
    const columns: (Column<Settled> & { readonly wideOnly?: boolean })[] = [
      { key: 'when', head: t('when'), wideOnly: true, cell: one => format.date(one.settledAt) },
      { key: 'match', head: t('match'), rowHeader: true, cell: one => nameOf(one.matchId) },
      { key: 'pick', head: t('pick'), number: true, cell: scored(one => score(one.predicted)) },
      { key: 'result', head: t('result'), number: true, cell: scored(one => score(one.actual)) },
      {
        key: 'category',
        head: t('category'),
        wideOnly: true,
        cell: one => (one.outcome === 'void' ? t('voidWhy') : one.awarded ? t('awarded') : t(one.category as 'exact')),
      },
      { key: 'points', head: t('points'), number: true, cell: why },
      { key: 'total', head: t('total'), number: true, wideOnly: true, cell: one => format.number(one.total) },
    ];
    return columns.filter(({ wideOnly }) => wide || !wideOnly);
  }, [t, format, names, wide, playerId]);
};

/** Every settled prediction of a player; each one's points lead to their reason. */
export const History = (of: RecordOf) => {
  const t = useTexts(playerTexts);
  const { items, error, refetch, isPending, hasNextPage, isFetchingNextPage, fetchNextPage } = useHistory(of);
  const columns = useColumns(of);
  const wide = useMedia('(min-width: 48rem)');
  useEffect(() => {
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage();
  }, [hasNextPage, isFetchingNextPage, fetchNextPage]);
  return (
    <section className="card stack">
      <h2>{t('history')}</h2>
      {error && <Failure error={error} retry={() => void refetch()} />}
      {isPending && <Loading />}
      {items.length > 0 && (
        <div className="record-rows">
          <VirtualTable
            caption={t('historyOf', { count: items.length })}
            columns={columns}
            rows={items}
            rowKey={({ matchId }) => matchId}
            rowHeight={wide ? 44 : 72}
          />
        </div>
      )}
    </section>
  );
};
