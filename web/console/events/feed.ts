/** What the feed needs of an event. */
export interface Identified {
  readonly id: string;
}

/** Events in the order in which they came, read on with a cursor. */
export interface Feed<Event extends Identified> {
  readonly cursor: string | undefined;
  /** What is shown, the oldest first. */
  readonly events: readonly Event[];
  /** What came while nobody wanted the list to move, the oldest first. */
  readonly waiting: readonly Event[];
  /** The list stands still. */
  readonly held: boolean;
  /** Older events that are not kept any more. */
  readonly dropped: number;
  /** There is more to be read at once. */
  readonly more: boolean;
}

/** An answer of the API. */
export interface Page<Event extends Identified> {
  readonly events: readonly Event[];
  readonly cursor?: string | undefined;
  readonly more: boolean;
}

/** Events that are kept: a browser is no archive. */
export const MAX_EVENTS = 10_000;

/** Nothing was read yet. */
export const emptyFeed = <Event extends Identified>(): Feed<Event> => ({
  cursor: undefined,
  events: [],
  waiting: [],
  held: false,
  dropped: 0,
  more: true,
});

const keptOf = <Event extends Identified>(feed: Feed<Event>, events: readonly Event[]): Feed<Event> => {
  const excess = Math.max(0, events.length - MAX_EVENTS);
  return { ...feed, events: excess > 0 ? events.slice(excess) : events, dropped: feed.dropped + excess };
};

/** As many as are kept wait already: to read on would lose some that nobody has seen. */
export const isFull = (feed: Feed<Identified>): boolean => feed.waiting.length >= MAX_EVENTS;

/**
 * The feed with the answer to the question that was asked with a cursor. An answer to an older question is passed over: its
 * events are there already. So there is no gap, and none is there twice, however often a question is asked again.
 */
export const received = <Event extends Identified>(
  feed: Feed<Event>,
  asked: string | undefined,
  page: Page<Event>,
): Feed<Event> => {
  if (asked !== feed.cursor) return feed;
  const next = { ...feed, cursor: page.cursor ?? feed.cursor, more: page.more };
  if (feed.held) return { ...next, waiting: [...feed.waiting, ...page.events] };
  return page.events.length === 0 ? next : keptOf(next, [...feed.events, ...page.events]);
};

/** Has the list stand still, or go on with all that waits. */
export const hold = <Event extends Identified>(feed: Feed<Event>, held: boolean): Feed<Event> => {
  if (held === feed.held) return feed;
  return held ? { ...feed, held } : keptOf({ ...feed, held, waiting: [] }, [...feed.events, ...feed.waiting]);
};
