import { useState } from 'react';
import { useTexts } from '../../i18n/texts.ts';
import { Page } from '../../ui/page.tsx';
import { Failure, Loading } from '../../ui/states.tsx';
import type { DeadLetter } from '../api-types.ts';
import { DiscardDialog } from './discard-dialog.tsx';
import { LetterDialog } from './letter-dialog.tsx';
import { LetterTable } from './letter-table.tsx';
import { keyOf, type LetterRef, refOf } from './selection.ts';
import { deadLetterTexts } from './texts.ts';
import { Toolbar } from './toolbar.tsx';
import { useDesk } from './use-desk.ts';
import { useLetters } from './use-letters.ts';
import './dead-letters.css';

const handlerInAddress = (): string => new URLSearchParams(location.search).get('handler') ?? '';

/** What handlers failed on: to be looked at, given to them once more, or discarded. */
const DeadLetters = () => {
  const t = useTexts(deadLetterTexts);
  const [handler, setHandler] = useState(handlerInAddress);
  const [selected, select] = useState<ReadonlySet<string>>(new Set());
  const [opened, open] = useState<DeadLetter>();
  const [doomed, doom] = useState<readonly LetterRef[]>([]);
  const query = useLetters(handler);
  const desk = useDesk();
  const pages = query.data?.pages ?? [];
  const letters = pages.flatMap(({ items }) => items);
  const queues = pages.at(-1)?.queues ?? [];
  const marked = letters.filter(letter => selected.has(keyOf(letter)));
  const chosen = marked.map(refOf);
  const redrivable = marked.filter(letter => letter.redrivable).map(refOf);
  const stored = queues.reduce((sum, { waiting, inFlight }) => sum + waiting + inFlight, 0);
  const finish = (): void => {
    select(new Set());
    open(undefined);
    doom([]);
  };
  return (
    <Page title={t('title')}>
      <p className="muted">{t('lead')}</p>
      <Toolbar
        {...{
          handler,
          chosen: chosen.length,
          redrivable: redrivable.length,
          busy: desk.busy,
          looking: query.isFetching,
        }}
        handlers={queues.map(queue => queue.handler)}
        onHandler={setHandler}
        onLook={() => void query.refetch()}
        onRedrive={() => desk.redrive(redrivable, finish)}
        onRedriveAll={() => desk.redriveAll(handler, finish)}
        onDiscard={() => doom(chosen)}
      />
      <output className={desk.said === '' ? undefined : 'notice'}>{desk.said}</output>
      {desk.error && <Failure error={desk.error} retry={desk.again} />}
      {query.error && <Failure error={query.error} retry={() => void query.refetch()} />}
      {query.isPending && <Loading />}
      {query.data && letters.length === 0 && <p>{stored === 0 ? t('nothing') : t('hidden', { count: stored })}</p>}
      {letters.length > 0 && <LetterTable letters={letters} selected={selected} onSelect={select} onOpen={open} />}
      {letters.length > 0 && stored > letters.length && !query.hasNextPage && (
        <p className="muted small">{t('hidden', { count: stored })}</p>
      )}
      {query.hasNextPage && (
        <button type="button" disabled={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
          {t('more')}
        </button>
      )}
      <LetterDialog
        letter={opened}
        busy={desk.busy}
        onClose={() => open(undefined)}
        onRedrive={letter => desk.redrive([refOf(letter)], finish)}
        onDiscard={letter => {
          open(undefined);
          doom([refOf(letter)]);
        }}
      />
      <DiscardDialog
        count={doomed.length}
        onClose={() => doom([])}
        onDiscard={reason => desk.discard(doomed, reason, finish)}
      />
    </Page>
  );
};

export default DeadLetters;
