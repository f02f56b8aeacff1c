import { hashKey, type InfiniteData, type QueryFunctionContext } from '@tanstack/react-query';
import { judge, type Stamp } from '../api/newer.ts';
import { createExpectations } from './expected.ts';

/** How a query is read, live. */
export interface LiveRead<T> {
  /** Reads; `after` goes to the API as it is. */
  readonly read: (after: string | undefined, signal: AbortSignal) => Promise<T>;
  /** What the answer says of its age: the version of a resource, or how much a table counts. */
  readonly age?: (answer: T) => Pick<Stamp, 'version' | 'counted'>;
}

/** What react-query gives to who reads for a query; with `pageParam`, for a page of one. */
export type LiveContext = Pick<QueryFunctionContext, 'queryKey' | 'signal' | 'client'> & {
  readonly pageParam?: unknown;
};

/** Which events each query has to show when it is read again. */
export const expectations = createExpectations();

/** Pauses before an answer that may be older is asked for again; after them it is so: something was taken back. Milliseconds. */
const PAUSES = [300, 700, 1500];

let turns = 0;
/** Of what is shown, by query and page. */
const stamps = new Map<string, Stamp>();

const sleep = (milliseconds: number): Promise<void> => new Promise(resolve => setTimeout(resolve, milliseconds));

/** What is shown: of the query, or of its page. */
const shownOf = <T>(context: LiveContext): T | undefined => {
  const data = context.client.getQueryData(context.queryKey);
  if (!('pageParam' in context) || data === undefined) return data as T | undefined;
  const { pages, pageParams } = data as InfiniteData<T>;
  return pages[pageParams.indexOf(context.pageParam)];
};

/**
 * Reads for a query so that it shows what hints told of, and never goes back: what {@link useLiveQuery} does, for queries of other
 * kinds, such as one of many pages.
 *
 * @example
 * useInfiniteQuery({ queryKey, meta: { about: { competition } }, queryFn: context => readLive(context, { read: after => … }) })
 */
export const readLive = async <T>(context: LiveContext, { read, age }: LiveRead<T>): Promise<T> => {
  const query = hashKey(context.queryKey);
  const place = `${query} ${JSON.stringify(context.pageParam)}`;
  for (let attempt = 0; ; attempt += 1) {
    const ids = expectations.of(query);
    turns += 1;
    const turn = turns;
    const answer = await read(ids.length === 0 ? undefined : ids.join(','), context.signal);
    const stamp: Stamp = { turn, consistent: ids.length > 0, ...age?.(answer) };
    const shown = shownOf<T>(context);
    const verdict = shown === undefined ? 'take' : judge(stamps.get(place), stamp);
    if (verdict === 'keep' && shown !== undefined) return shown;
    const pause = PAUSES[attempt];
    if (verdict === 'take' || pause === undefined) {
      stamps.set(place, stamp);
      expectations.shown(query, ids);
      return answer;
    }
    await sleep(pause);
  }
};
