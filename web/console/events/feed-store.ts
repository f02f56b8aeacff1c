import { ProblemError } from '../../api/problem.ts';
import type { ShownEvent } from '../api-types.ts';
import { emptyFeed, type Feed, hold, isFull, type Page, received } from './feed.ts';

/** Milliseconds between two questions when there was nothing more. */
const PAUSE_MS = 1000;
/** After a question that failed. */
const TROUBLE_MS = 3000;

/** How far back the list begins: before the newest event there is. */
export const REACHES = { now: 0, hour: 1, day: 24, week: 24 * 7, all: Number.POSITIVE_INFINITY } as const;
export type Reach = keyof typeof REACHES;

/** Where events are read. */
export interface EventSource {
  readonly since: (since: string, limit: number) => Promise<Page<ShownEvent> & Newest>;
  readonly next: (cursor: string) => Promise<Page<ShownEvent>>;
}

interface Newest {
  readonly watermark: { readonly indexedUntil: string | null };
}

/** The feed, and how reading it goes. */
export interface FeedView {
  readonly feed: Feed<ShownEvent>;
  readonly reach: Reach;
  /** The last question failed; the list is as it was before. */
  readonly trouble: Error | undefined;
}

/** A feed of events that is read for as long as somebody looks at it. */
export interface FeedStore {
  readonly view: () => FeedView;
  readonly subscribe: (listener: () => void) => () => void;
  readonly hold: (held: boolean) => void;
  /** Begins anew, so far back. */
  readonly restart: (reach: Reach) => void;
}

/** An instant that no event has reached: what is asked since then tells only how far the index is. */
const NEVER = '9999-12-31T23:59:59.999Z';
const BEGINNING = '1970-01-01T00:00:00.000Z';

const startOf = (reach: Reach, newest: string | null): string => {
  if (reach === 'all' || newest === null) return BEGINNING;
  return new Date(Date.parse(newest) - REACHES[reach] * 3_600_000 + (reach === 'now' ? 1 : 0)).toISOString();
};

const visible = (): boolean => globalThis.document?.visibilityState !== 'hidden';

const sleep = (milliseconds: number): Promise<void> => new Promise(resolve => setTimeout(resolve, milliseconds));

/**
 * Reads events one page after another while somebody has subscribed and the tab is visible. What failed is asked again with the
 * same cursor.
 */
export const feedStore = (source: EventSource): FeedStore => {
  let state: FeedView = { feed: emptyFeed(), reach: 'day', trouble: undefined };
  const listeners = new Set<() => void>();
  let running = false;
  const set = (next: Partial<FeedView>): void => {
    state = { ...state, ...next };
    for (const listener of listeners) listener();
  };
  const first = async (reach: Reach): Promise<Page<ShownEvent>> => {
    const { watermark } = await source.since(NEVER, 1);
    return source.since(startOf(reach, watermark.indexedUntil), 100);
  };
  const readOn = async (): Promise<number> => {
    const { feed, reach } = state;
    if (!visible() || isFull(feed)) return PAUSE_MS;
    const { cursor } = feed;
    try {
      const page = await (cursor === undefined ? first(reach) : source.next(cursor));
      // Somebody has begun anew in the meantime.
      if (state.reach !== reach) return 0;
      const next = received(state.feed, cursor, page);
      const isNews =
        next.events !== state.feed.events || next.waiting !== state.feed.waiting || next.more !== feed.more;
      if (isNews || state.trouble) set({ feed: next, trouble: undefined });
      else state = { ...state, feed: next };
      return page.more ? 0 : PAUSE_MS;
    } catch (error) {
      set({ trouble: error as Error });
      return error instanceof ProblemError && error.retryAfter !== undefined ? error.retryAfter * 1000 : TROUBLE_MS;
    }
  };
  const run = async (): Promise<void> => {
    running = true;
    while (listeners.size > 0) await sleep(await readOn());
    running = false;
  };
  return {
    view: () => state,
    subscribe: listener => {
      listeners.add(listener);
      if (!running) void run();
      return () => listeners.delete(listener);
    },
    hold: held => {
      const feed = hold(state.feed, held);
      // Whoever scrolls says so with each pixel.
      if (feed !== state.feed) set({ feed });
    },
    restart: reach => set({ feed: emptyFeed(), reach, trouble: undefined }),
  };
};

const stores = new WeakMap<object, FeedStore>();

/** The feed of an API: it stays while one looks at other screens. */
export const feedOf = (api: object, source: () => EventSource): FeedStore => {
  const store = stores.get(api) ?? feedStore(source());
  stores.set(api, store);
  return store;
};
