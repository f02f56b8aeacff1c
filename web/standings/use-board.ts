import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo } from 'react';
import type { RuleSetName } from '../../shared/domain/scoring.ts';
import { useRace, useTable, useTableQuery } from './data.ts';
import { instantOf, nextMark, placeOf } from './marks.ts';
import type { Supposed } from './recount.ts';
import { shownRows } from './shown.ts';
import type { View } from './view.ts';

const NO_DAYS: readonly never[] = [];

/** Reads on until the whole table is there, when it is wanted. */
const useWhole = ({ fetchNextPage, hasNextPage, isFetching }: ReturnType<typeof useTable>, wanted: boolean): void => {
  useEffect(() => {
    if (wanted && hasNextPage && !isFetching) void fetchNextPage();
  }, [wanted, hasNextPage, isFetching, fetchNextPage]);
};

/** The table of the matchday before the one that is on view, and the one after it read ahead. */
const useBefore = (of: Parameters<typeof useTable>[0], days: Parameters<typeof placeOf>[0]) => {
  const client = useQueryClient();
  const queryOf = useTableQuery();
  const past = of.at !== undefined && days.length > 0;
  const place = placeOf(days, of.at);
  const next = past ? instantOf(days, nextMark(days, place, 1)) : undefined;
  useEffect(() => {
    if (next !== undefined) void client.prefetchInfiniteQuery(queryOf({ ...of, at: next }));
  }, [client, queryOf, of, next]);
  const first = instantOf(days, nextMark(days, place, -1));
  const before = useTable({ ...of, at: past && place > 0 ? first : of.at });
  return past && place > 0 && before.isWhole ? before.rows : undefined;
};

/** Everything that the screen shows of a table. */
export const useBoard = (
  view: View & { readonly competition: string },
  { own, supposed, whole }: { own: RuleSetName | undefined; supposed: readonly Supposed[]; whole: boolean },
) => {
  const { competition, pool, round, at, basis } = view;
  const of = useMemo(() => ({ competition, pool, round, at, basis }), [competition, pool, round, at, basis]);
  const table = useTable(of);
  const top = table.rows.slice(0, 5).map(({ playerId }) => playerId);
  const recounted = view.rules !== undefined && view.rules !== own;
  useWhole(table, whole || recounted || supposed.length > 0);
  const days = useRace(view, []).data?.days ?? NO_DAYS;
  const before = useBefore(of, days);
  const { rows, page, isWhole } = table;
  const shown = useMemo(() => {
    if (!page) return { rows, movedBy: undefined };
    const making = {
      rows,
      own: page.rules,
      pool: pool !== undefined,
      before: round === undefined ? before : undefined,
    };
    return shownRows({
      ...making,
      supposed: isWhole ? supposed : [],
      ...(isWhole && recounted && { rules: view.rules }),
    });
  }, [rows, page, isWhole, pool, round, before, supposed, recounted, view.rules]);
  return { table, shown, days, top };
};
