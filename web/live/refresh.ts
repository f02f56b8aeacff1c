import type { Query, QueryClient } from '@tanstack/react-query';
import { concerns, type Hint } from './hints.ts';
import { expectations } from './read.ts';

/** Matches kick off together: hints that come together are one read. Milliseconds. */
const TOGETHER_MS = 80;
/** What happened as the connection came up may be in no read model yet, and its hint is missed: then it is there. */
const LATER_MS = [1500, 6000];

/** Has queries read again. */
export interface Refresher {
  /** What the hint concerns. */
  readonly hint: (hint: Hint) => void;
  /** All that hints could be of. */
  readonly everything: () => void;
  readonly close: () => void;
}

const isLive = ({ meta }: Query): boolean => meta?.about !== undefined;

/** Has the queries of a client read again, those on view at once, others when somebody comes to them. */
export const createRefresher = (client: QueryClient): Refresher => {
  let waiting: Hint[] = [];
  const timers = new Set<ReturnType<typeof setTimeout>>();
  const later = (milliseconds: number, run: () => void): void => {
    const timer = setTimeout(() => {
      timers.delete(timer);
      run();
    }, milliseconds);
    timers.add(timer);
  };
  const refresh = (predicate: (query: Query) => boolean): void => {
    // What fails shows where it is read.
    client.invalidateQueries({ predicate }).catch(() => undefined);
  };
  const flush = (): void => {
    const hints = waiting;
    waiting = [];
    const of = ({ meta }: Query): readonly Hint[] => hints.filter(hint => meta?.about && concerns(meta.about, hint));
    for (const query of client.getQueryCache().findAll({ predicate: isLive })) {
      const ids = of(query).flatMap(({ id }) => id ?? []);
      if (ids.length > 0) expectations.expect(query.queryHash, ids);
    }
    refresh(query => of(query).length > 0);
  };
  const take = (hint: Hint): void => {
    if (waiting.push(hint) === 1) later(TOGETHER_MS, flush);
  };
  return {
    hint: hint => {
      take(hint);
      // Without an id, nothing can be waited for: it is looked at again.
      if (hint.id === undefined) for (const milliseconds of LATER_MS) later(milliseconds, () => take(hint));
    },
    everything: () => {
      refresh(isLive);
      for (const milliseconds of LATER_MS) later(milliseconds, () => refresh(isLive));
    },
    close: () => {
      for (const timer of timers) clearTimeout(timer);
      timers.clear();
      expectations.clear();
    },
  };
};
