/** Ids that one read waits for, at most: the API takes no more. */
export const MAX_AFTER = 20;

/** What a query is to show when it is read again. */
interface Expectation {
  /** Told of, and not yet shown. */
  readonly waiting: ReadonlySet<string>;
  /** The last that was shown: naming it again has the read model read consistently, so that nothing goes back. */
  readonly floor: string | undefined;
}

/**
 * Remembers for each query which events it has to show: those that hints told of since it was read. One page has one, and forgets
 * it with the page.
 */
export const createExpectations = () => {
  const known = new Map<string, Expectation>();
  return {
    /** A hint came: the next read of this query has to show it. */
    expect: (query: string, ids: readonly string[]): void => {
      const { waiting = new Set<string>(), floor = undefined } = known.get(query) ?? {};
      // Those that came long ago are there by now.
      known.set(query, { waiting: new Set([...waiting, ...ids].slice(-MAX_AFTER)), floor });
    },
    /** What a read of this query has to name; empty: it has to wait for nothing. */
    of: (query: string): readonly string[] => {
      const { waiting = new Set<string>(), floor } = known.get(query) ?? {};
      if (waiting.size > 0) return [...waiting];
      return floor === undefined ? [] : [floor];
    },
    /** A read that named these was answered. */
    shown: (query: string, ids: readonly string[]): void => {
      const expectation = known.get(query);
      if (expectation === undefined) return;
      const waiting = new Set([...expectation.waiting].filter(id => !ids.includes(id)));
      known.set(query, { waiting, floor: ids.at(-1) ?? expectation.floor });
    },
    clear: (): void => known.clear(),
  };
};
