import { useCallback, useMemo, useRef, useState } from 'react';
import type { RuleSetName } from '../../shared/domain/scoring.ts';
import { useTexts } from '../i18n/texts.ts';
import { useAllNames } from '../names/use-names.ts';
import { useSession } from '../session/session.tsx';
import { useAnnounce } from '../ui/announce.tsx';
import { Failure, Loading } from '../ui/states.tsx';
import { VirtualTable } from '../ui/virtual-table.tsx';
import { Arrows, useCaption } from './caption.tsx';
import { Choices } from './choices.tsx';
import { useColumns } from './columns.tsx';
import { download, tableAsCsv } from './export-csv.ts';
import { PrintTable } from './print-table.tsx';
import { Race } from './race.tsx';
import { standingsTexts } from './texts.ts';
import { TimeSlider } from './time-slider.tsx';
import { Tools } from './tools.tsx';
import { useAnimate } from './use-animate.ts';
import { useBoard } from './use-board.ts';
import { type Errand, useErrand } from './use-errand.ts';
import { useMe } from './use-me.ts';
import { useMovingRows, useToldMoves } from './use-moving-rows.ts';
import { usePrinting } from './use-printing.ts';
import { searchOf, type View } from './view.ts';
import { WhatIf } from './what-if.tsx';
import { type Entered, useSupposed } from './what-if-data.ts';

const ROW_HEIGHT = 44;
const NONE: Entered = {};
/** Players that one may add to the chart by choosing; others are written. */
const SUGGESTED = 100;

/** The same list for as long as it says the same. */
const useSame = (ids: readonly string[]): readonly string[] => {
  const text = ids.join();
  return useMemo(() => (text === '' ? [] : text.split(',')), [text]);
};

interface BoardProps {
  readonly view: View & { readonly competition: string };
  /** The table's own rules. */
  readonly own: RuleSetName | undefined;
  readonly show: (change: Partial<View>, replace?: boolean) => void;
}

/** A table and all that is about it. */
export const Board = ({ view, own, show }: BoardProps) => {
  const t = useTexts(standingsTexts);
  const announce = useAnnounce();
  const { identity } = useSession();
  const me = identity?.playerId;
  const [entered, enter] = useState(NONE);
  const { supposed, hidden } = useSupposed(entered);
  const [isOpen, open] = useState(false);
  const [seeking, seek] = useState(false);
  const [whole, setWhole] = useState(false);
  const { table, shown, days, race, players } = useBoard(view, { own, supposed, me, whole: whole || seeking });
  const { rows } = shown;
  const total = Math.max(table.page?.players ?? 0, rows.length);
  const caption = useCaption(view, table.page);
  const { animate, chosen, choose } = useAnimate();
  const box = useRef<HTMLDivElement>(null);
  const of = `${view.pool ?? view.competition} ${view.basis ?? ''} ${view.round ?? ''}`;
  useMovingRows(box, rows, { of, height: ROW_HEIGHT, enabled: animate });
  useToldMoves(table.rows, table.isPlaceholderData ? '' : `${of} ${view.at}`, () => announce(t('updated')));
  const recordOf = useCallback(
    (playerId: string) =>
      `/standings/player/${playerId}?${searchOf({ competition: view.competition, rules: view.rules ?? own })}`,
    [view.competition, view.rules, own],
  );
  const columns = useColumns({ recordOf, me });
  const { printing, print, printed } = usePrinting();
  const { read, nameNow } = useAllNames();
  const run = useCallback(
    async (errand: Errand) => {
      setWhole(false);
      await read(rows.map(({ playerId }) => playerId));
      if (errand === 'print') print();
      else download(`${view.pool ?? view.competition}.csv`, tableAsCsv(rows, nameNow), 'text/csv;charset=utf-8');
    },
    [print, rows, read, nameNow, view.pool, view.competition],
  );
  const { errand, send } = useErrand(table.isWhole, run);
  const begin = (one: Errand): void => {
    setWhole(true);
    send(one);
  };
  const target = useMe({
    rows,
    me,
    seeking,
    isWhole: table.isWhole,
    done: () => seek(false),
    missing: () => announce(t('notInTable')),
  });
  const onInstant = useCallback(
    (at: string | undefined) => show({ at, ...(at !== undefined && { round: undefined }) }, true),
    [show],
  );
  const known = useSame(rows.slice(0, SUGGESTED).map(({ playerId }) => playerId));
  const onPlayers = useCallback((players: View['players']) => show({ players }), [show]);
  return (
    <>
      <Choices view={view} competition={view.competition} own={own} show={show} />
      {(days.length > 0 || race.isPending) && view.round === undefined && (
        <TimeSlider
          days={days}
          at={view.at}
          ready={!table.isPlaceholderData && table.isSuccess}
          onInstant={onInstant}
        />
      )}
      {supposed.length > 0 && <p className="notice warn">{t('hypothetical')}</p>}
      <Tools
        animate={chosen}
        onAnimate={choose}
        onMe={() => seek(true)}
        onExport={() => begin('export')}
        onPrint={() => begin('print')}
      />
      {(errand || seeking) && !table.isWhole && <output>{t('reading', { rows: rows.length, total })}</output>}
      {table.isError && <Failure error={table.error} retry={() => void table.refetch()} />}
      {table.isPending && (
        <div className="table-to-come">
          <Loading />
        </div>
      )}
      {table.isSuccess && total === 0 && <p className="muted">{t('nobody')}</p>}
      {total > 0 && (
        <div
          ref={box}
          className={`no-print${supposed.length > 0 ? ' hypothetical' : ''}`}
          aria-busy={table.isPlaceholderData}
        >
          <VirtualTable
            caption={caption}
            columns={columns}
            rows={rows}
            rowKey={row => row.playerId}
            total={total}
            onReach={table.reach}
            rowHeight={ROW_HEIGHT}
            rowClass={row => (row.playerId === me ? 'mine' : row.movement?.direction)}
            {...(target !== undefined && { scrollTo: target })}
          />
        </div>
      )}
      <Arrows movedBy={shown.movedBy} page={table.page} />
      <section className="card stack no-print">
        <h2>{t('chart')}</h2>
        <Race
          race={race.data}
          error={race.error}
          retry={race.refetch}
          players={players}
          at={view.at}
          known={known}
          animate={animate}
          onPlayers={onPlayers}
        />
      </section>
      <details className="card no-print" onToggle={({ currentTarget }) => open(currentTarget.open)}>
        <summary>
          <h2>{t('whatIf')}</h2>
        </summary>
        {isOpen && <WhatIf competition={view.competition} entered={entered} hidden={hidden} onEnter={enter} />}
      </details>
      {printing && (
        <PrintTable {...{ caption, rows, total, recordOf, me }} ask={printing === 'asked'} onPrinted={printed} />
      )}
    </>
  );
};
