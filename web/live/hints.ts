/** What the live channel tells: that something has happened, and of what. See docs/live.md. */
export interface Hint {
  /** Of the event: a read with `after=<id>` shows what it has changed. Missing where it would name a player. */
  readonly id?: string;
  readonly type: string;
  readonly matchId?: string;
  readonly poolId?: string;
  readonly competition?: string;
  readonly at: string;
}

/** What a query is about: it is read again when a hint is of the same. `{}`: of any match. */
export interface About {
  readonly competition?: string;
  readonly matchId?: string;
  readonly poolId?: string;
}

/**
 * Whether a query has to be read again. What happens in a pool concerns that pool; what happens in a match concerns the match, and
 * the tables and lists of its competition.
 */
export const concerns = (about: About, { matchId, poolId, competition }: Hint): boolean => {
  if (poolId !== undefined) return about.poolId === poolId;
  if (about.matchId !== undefined) return about.matchId === matchId;
  if (about.competition !== undefined) return about.competition === competition;
  return about.poolId === undefined;
};

const isText = (value: unknown): value is string => typeof value === 'string';
const isTextOrAbsent = (value: unknown): boolean => value === undefined || isText(value);

/** Reads a hint; undefined for what is none. */
export const hintOf = (text: string): Hint | undefined => {
  try {
    const { id, type, at, matchId, poolId, competition } = JSON.parse(text) as Readonly<Record<string, unknown>>;
    if (!isText(type) || !isText(at)) return undefined;
    if (![id, matchId, poolId, competition].every(isTextOrAbsent)) return undefined;
    return JSON.parse(JSON.stringify({ id, type, at, matchId, poolId, competition })) as Hint;
  } catch {
    return undefined;
  }
};
