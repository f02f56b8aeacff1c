import { useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import { useApi } from '../../api/api.tsx';
import { ask } from '../../api/problem.ts';
import { useTexts } from '../../i18n/texts.ts';
import { Page } from '../../ui/page.tsx';
import { Failure, Loading } from '../../ui/states.tsx';
import type { ShownEvent } from '../api-types.ts';
import { eventPath } from '../links.ts';
import { useId } from '../use-id.ts';
import { EventDetail } from './event-detail.tsx';
import { eventTexts } from './texts.ts';

const Neighbours = ({ event: { stream, version } }: { readonly event: ShownEvent }) => {
  const t = useTexts(eventTexts);
  return (
    <nav className="row" aria-label={t('stream')}>
      {version > 1 && <Link href={eventPath(`${stream}:${version - 1}`)}>{t('before')}</Link>}
      <Link href={eventPath(`${stream}:${version + 1}`)}>{t('after')}</Link>
    </nav>
  );
};

/** One event, by its id. */
const EventPage = () => {
  const t = useTexts(eventTexts);
  const api = useApi();
  const eventId = useId('eventId');
  const { data, error, refetch } = useQuery({
    queryKey: ['console', 'event', eventId],
    queryFn: () => ask(api.GET('/v1/events/{eventId}', { params: { path: { eventId } } })),
  });
  return (
    <Page key={eventId} title={t('title', { id: eventId })}>
      {error && <Failure error={error} retry={() => void refetch()} />}
      {!data && !error && <Loading />}
      {data && (
        <>
          <Neighbours event={data} />
          <EventDetail event={data} />
        </>
      )}
    </Page>
  );
};

export default EventPage;
