import {
  type InfiniteData,
  type QueryClient,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import { useEffect } from 'react';
import type { operations } from '../../client/api.d.ts';
import { useApi } from '../api/api.tsx';
import { ask } from '../api/problem.ts';
import { useLanguage } from '../i18n/language.ts';
import { useLive } from '../live/live.tsx';
import { markedRead } from './unread.ts';

type Answer<Name extends 'listNotifications' | 'getPreferences'> =
  operations[Name]['responses'][200]['content']['application/json'];
export type InboxPage = Answer<'listNotifications'>;
export type Notification = InboxPage['items'][number];
export type Preferences = Answer<'getPreferences'>;

const [HEAD, LIST, PREFERENCES] = [['inbox', 'head'], ['inbox', 'list'], ['preferences']] as const;

/** So often it is read again while somebody looks at the page. Milliseconds. */
const EVERY_MS = 30_000;
/** A hint is of what players are told of a little later; and hints come in swarms. Milliseconds. */
const AFTER_HINT_MS = 4000;
/** Looked at for the bell. */
const NEWEST = '50';
const PAGE = '20';

/** The newest notifications, for the bell. */
export const useNewest = (enabled: boolean) => {
  const api = useApi();
  return useQuery({
    queryKey: HEAD,
    queryFn: () => ask(api.GET('/v1/inbox', { params: { query: { limit: NEWEST } } })),
    enabled,
    refetchInterval: EVERY_MS,
  });
};

/** All notifications, page by page, in the language that is spoken. */
export const useInbox = () => {
  const api = useApi();
  const language = useLanguage();
  return useInfiniteQuery({
    queryKey: [...LIST, language],
    queryFn: ({ pageParam }) => {
      const query = { language, limit: PAGE, ...(pageParam !== null && { cursor: pageParam }) };
      return ask(api.GET('/v1/inbox', { params: { query } }));
    },
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
    refetchInterval: EVERY_MS,
  });
};

/** Has the inbox read again some seconds after the live channel has told of something. */
export const useInboxHints = (enabled: boolean): void => {
  const client = useQueryClient();
  const { onHint } = useLive();
  useEffect(() => {
    if (!enabled) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const end = onHint(() => {
      timer ??= setTimeout(() => {
        timer = undefined;
        // What fails shows where it is read.
        client.invalidateQueries({ queryKey: ['inbox'] }).catch(() => undefined);
      }, AFTER_HINT_MS);
    });
    return () => {
      clearTimeout(timer);
      end();
    };
  }, [client, onHint, enabled]);
};

/** Shows one as read wherever it is shown. */
const showRead = (client: QueryClient, id: string): void => {
  client.setQueriesData<InfiniteData<InboxPage>>(
    { queryKey: LIST },
    list => list && { ...list, pages: [...markedRead(list.pages, id)] },
  );
  client.setQueryData<InboxPage>(HEAD, page => page && markedRead([page], id)[0]);
};

/** Marks notifications as read, one after the other. */
export const useMarkRead = () => {
  const api = useApi();
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (ids: readonly string[]) => {
      for (const notificationId of ids) {
        await ask(api.PUT('/v1/inbox/{notificationId}/read', { params: { path: { notificationId } }, body: {} }));
        showRead(client, notificationId);
      }
    },
  });
};

export const usePreferences = () => {
  const api = useApi();
  return useQuery({ queryKey: PREFERENCES, queryFn: () => ask(api.GET('/v1/preferences')) });
};

/** Replaces the preferences, if they are still of the version that was seen. */
export const useSavePreferences = () => {
  const api = useApi();
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: Preferences) => ask(api.PUT('/v1/preferences', { body })),
    onSuccess: saved => client.setQueryData(PREFERENCES, saved),
  });
};
