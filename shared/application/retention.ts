import type { MatchState } from '../domain/match.ts';
import type { KeptCommit } from './archive.ts';
import { readBytes, readSortKey } from './chain-items.ts';

/** How long closed streams stay in the ledger. */
export interface Retention {
  /** ISO 8601. */
  readonly now: string;
  /** Days after the last commit of a match and of all its predictions. */
  readonly days: number;
}

/** A match may be archived when it is `closed`; `young`: it will be, when nothing more happens to it. */
export type Closing = 'open' | 'young' | 'closed';

const DAY_MS = 24 * 3_600_000;

const ENDED: readonly MatchState['status'][] = ['finished', 'awarded', 'cancelled'];

/**
 * Whether the streams of a match are closed: it has ended, and neither to it nor to any prediction of it anything has happened
 * for as long as the retention says.
 *
 * @param lastAt instants (ISO 8601) of the last commits of all its streams
 */
export const closingOf = (
  status: MatchState['status'],
  lastAt: readonly string[],
  { now, days }: Retention,
): Closing => {
  if (!ENDED.includes(status)) return 'open';
  const before = Date.parse(now) - days * DAY_MS;
  return lastAt.every(at => Date.parse(at) < before) ? 'closed' : 'young';
};

/** When a commit was made; a commit that cannot be read was made just now: it is not archived. */
export const instantOf = ({ b }: Pick<KeptCommit, 'b'>, now: string): string => readBytes(b)?.at ?? now;

/** First version and hash of the newest commit of a stream that an anchor outside knows; undefined: none. */
export type AnchoredEnd = readonly [version: number, hash: string] | undefined;

/**
 * The commits that may be removed from the ledger once they are in the archive: those before the newest one that is anchored.
 * So the next append is chained as before, and the hash of what was removed is in what an anchor proves. A stream that no
 * anchor knows keeps all. A state that the rest does not bear is folded with what the archive has.
 *
 * @param commits of one stream as they are in the ledger, oldest first
 */
export const removable = (commits: readonly KeptCommit[], anchored: AnchoredEnd): readonly KeptCommit[] => {
  const known = commits.findIndex(({ s, h }) => readSortKey(s)?.version === anchored?.[0] && h === anchored?.[1]);
  return commits.slice(0, Math.max(0, known));
};
