import { useMemo, useRef, useState } from 'react';
import { Link } from 'wouter';
import { useFormat } from '../../i18n/format.ts';
import { useTexts } from '../../i18n/texts.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { Page } from '../../ui/page.tsx';
import { type Column, VirtualTable } from '../../ui/virtual-table.tsx';
import type { ShownEvent } from '../api-types.ts';
import { EventDetail } from '../event/event-detail.tsx';
import { eventPath } from '../links.ts';
import { OutcomeSummary } from '../outcomes/outcomes.tsx';
import { type EventFilter, NO_FILTER, typesAmong } from './filter.ts';
import { Filters } from './filters.tsx';
import { StreamStatus } from './stream-status.tsx';
import { eventsTexts } from './texts.ts';
import { useFeed } from './use-feed.ts';
import { LOOKED_UP, useListed } from './use-listed.ts';
import './events.css';

/** Who has scrolled so far reads: what is new waits. Pixels. */
const READING = 60;

const useColumns = (open: (event: ShownEvent) => void): readonly Column<ShownEvent>[] => {
  const t = useTexts(eventsTexts);
  const format = useFormat();
  return useMemo(
    () => [
      {
        key: 'event',
        head: t('event'),
        rowHeader: true,
        cell: event => (
          <button type="button" className="quiet event-name" onClick={() => open(event)}>
            <code>{event.type}</code>
            <span className="muted small">{event.id}</span>
          </button>
        ),
      },
      {
        key: 'time',
        head: t('time'),
        cell: ({ occurredAt }) => (
          <time dateTime={occurredAt} className="instant">
            <span>{format.precise(occurredAt)}</span>
            <span className="muted small">{format.date(occurredAt)}</span>
          </time>
        ),
      },
      { key: 'actor', head: t('actor'), cell: ({ actor }) => actor },
      { key: 'outcomes', head: t('outcomes'), cell: ({ id }) => <OutcomeSummary eventId={id} /> },
    ],
    [t, format, open],
  );
};

const OpenEvent = ({
  event,
  onClose,
  onCorrelation,
}: {
  readonly event: ShownEvent | undefined;
  readonly onClose: () => void;
  readonly onCorrelation: (correlationId: string) => void;
}) => {
  const t = useTexts(eventsTexts);
  return (
    <Dialog open={event !== undefined} onClose={onClose} title={event ? t('open', { id: event.id }) : ''}>
      {event && (
        <>
          <EventDetail event={event} />
          <div className="row">
            <button type="button" onClick={() => onCorrelation(event.correlationId)}>
              {t('onlyThis')}
            </button>
            <Link className="button" href={eventPath(event.id)}>
              {t('ownPage')}
            </Link>
            <button type="button" className="primary" onClick={onClose}>
              {t('close')}
            </button>
          </div>
        </>
      )}
    </Dialog>
  );
};

/** The events as they flow. */
const Events = () => {
  const t = useTexts(eventsTexts);
  const { store, ...view } = useFeed();
  const [filter, setFilter] = useState<EventFilter>(NO_FILTER);
  const [opened, setOpened] = useState<ShownEvent>();
  const table = useRef<HTMLDivElement>(null);
  const { events } = view.feed;
  const listed = useListed(events, filter);
  const types = useMemo(() => typesAmong(events), [events]);
  const columns = useColumns(setOpened);
  const pause = (held: boolean): void => {
    if (!held) table.current?.querySelector('.virtual')?.scrollTo({ top: 0 });
    store.hold(held);
  };
  return (
    <Page title={t('title')}>
      <p className="muted">{t('lead')}</p>
      <Filters filter={filter} onFilter={setFilter} types={types} reach={view.reach} onReach={store.restart} />
      {filter.outcome !== '' && <p className="small muted">{t('outcomeNote', { count: LOOKED_UP })}</p>}
      <StreamStatus view={view} listed={listed.length} onPause={pause} onRestart={() => store.restart(view.reach)} />
      <div
        ref={table}
        className="event-stream"
        onScrollCapture={event => {
          if ((event.target as HTMLElement).scrollTop > READING) store.hold(true);
        }}
      >
        {listed.length === 0 && !view.feed.more && <p>{events.length === 0 ? t('nothing') : t('none')}</p>}
        <VirtualTable caption={t('caption')} columns={columns} rows={listed} rowKey={({ id }) => id} rowHeight={48} />
      </div>
      <OpenEvent
        event={opened}
        onClose={() => setOpened(undefined)}
        onCorrelation={correlationId => {
          setFilter({ ...NO_FILTER, correlationId });
          setOpened(undefined);
        }}
      />
    </Page>
  );
};

export default Events;
