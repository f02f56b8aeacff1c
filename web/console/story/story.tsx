import { useInfiniteQuery } from '@tanstack/react-query';
import { useEffect, useMemo } from 'react';
import { Link } from 'wouter';
import { useApi } from '../../api/api.tsx';
import { ask } from '../../api/problem.ts';
import { useFormat } from '../../i18n/format.ts';
import { useTexts } from '../../i18n/texts.ts';
import { Page } from '../../ui/page.tsx';
import { Failure, Loading } from '../../ui/states.tsx';
import { type Column, VirtualTable } from '../../ui/virtual-table.tsx';
import { duration } from '../duration.ts';
import { eventPath } from '../links.ts';
import { OutcomeSummary } from '../outcomes/outcomes.tsx';
import { useId } from '../use-id.ts';
import { type Story, type StoryLine, storyOf } from './story-tree.ts';
import { storyTexts } from './texts.ts';
import './story.css';

/** Milliseconds until a story on view is read again: handlers may have gone on. */
const AGAIN_MS = 5000;

const useStory = (correlationId: string) => {
  const api = useApi();
  const query = useInfiniteQuery({
    queryKey: ['console', 'story', correlationId],
    queryFn: ({ pageParam }) =>
      pageParam === undefined
        ? ask(api.GET('/v1/events', { params: { query: { correlationId, limit: '100' } } }))
        : ask(api.GET('/v1/events', { params: { query: { cursor: pageParam, limit: '100' } } })),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ more, cursor }) => (more ? cursor : undefined),
    // A long one is read once: to read it again takes as many requests as it has pages.
    refetchInterval: ({ state }) => ((state.data?.pages.length ?? 1) > 1 ? false : AGAIN_MS),
  });
  const { data, hasNextPage, isFetching, fetchNextPage } = query;
  useEffect(() => {
    if (hasNextPage && !isFetching) void fetchNextPage();
  }, [hasNextPage, isFetching, fetchNextPage]);
  const story = useMemo(() => storyOf(data?.pages.flatMap(({ events }) => events) ?? []), [data]);
  return { ...query, story };
};

/** When in the story: where the line of an event begins and ends, in parts of the whole. */
const Bar = ({ line, story }: { readonly line: StoryLine; readonly story: Story }) => {
  const part = (milliseconds: number): string => `${(100 * milliseconds) / Math.max(1, story.length)}%`;
  const { since, delay } = line;
  return (
    <span className="story-bar" aria-hidden="true">
      <span style={{ left: part(since - (delay ?? 0)), width: part(delay ?? 0) }} />
    </span>
  );
};

const useColumns = (story: Story): readonly Column<StoryLine>[] => {
  const t = useTexts(storyTexts);
  const format = useFormat();
  return useMemo(
    () => [
      {
        key: 'event',
        head: t('event'),
        rowHeader: true,
        cell: ({ event, depth, effects }) => (
          <span className="story-event" style={{ paddingInlineStart: `${depth * 1.5}rem` }}>
            <span className="hidden">{t('depth', { count: depth })}</span>
            <Link href={eventPath(event.id)}>
              <code>{event.type}</code>
            </Link>
            <span className="muted small">
              {effects > 0 && `${t('effects', { count: effects })} · `}
              {event.id}
            </span>
          </span>
        ),
      },
      { key: 'at', head: t('at'), cell: ({ event }) => format.precise(event.occurredAt) },
      {
        key: 'delay',
        head: t('delay'),
        number: true,
        cell: ({ delay }) => (delay === null ? t('byCommand') : duration(format, delay)),
      },
      { key: 'since', head: t('since'), cell: line => <Bar line={line} story={story} /> },
      { key: 'outcomes', head: t('outcomes'), cell: ({ event }) => <OutcomeSummary eventId={event.id} /> },
    ],
    [t, format, story],
  );
};

/** All that one command began, as a tree and along the time it took. */
const StoryPage = () => {
  const t = useTexts(storyTexts);
  const format = useFormat();
  const correlationId = useId('correlationId');
  const { story, error, isPending, hasNextPage, refetch } = useStory(correlationId);
  const columns = useColumns(story);
  const { lines, length, beganAt } = story;
  return (
    <Page key={correlationId} title={t('title')}>
      <p>
        {t('correlation')}: <code>{correlationId}</code>
      </p>
      {error && <Failure error={error} retry={() => void refetch()} />}
      {isPending && <Loading />}
      {!isPending && lines.length === 0 && <p>{t('nothing')}</p>}
      {lines.length > 0 && (
        <>
          <p>
            {t('summary', {
              count: lines.length,
              length: duration(format, length),
              at: `${format.date(beganAt)}, ${format.precise(beganAt)}`,
            })}
          </p>
          {hasNextPage && <output className="muted">{t('reading')}</output>}
          <div className="story">
            <VirtualTable
              caption={t('caption')}
              columns={columns}
              rows={lines}
              rowKey={({ event }) => event.id}
              rowHeight={52}
            />
          </div>
        </>
      )}
    </Page>
  );
};

export default StoryPage;
