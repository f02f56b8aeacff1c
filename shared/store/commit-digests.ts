import { hash } from 'node:crypto';
import type { TokenHistory } from '../application/stream-token.ts';
import type { CommitItem } from './commit-codec.ts';

/** Base64url characters of a digest: 36 bits. Among fifty ids one in a billion is taken for another, which costs a read and no more. */
const DIGEST_CHARS = 6;
const LEFT_OUT = '+';
const WELL_FORMED = new RegExp(`^(?:[\\w-]{${DIGEST_CHARS}})*\\+?$`);

/** What stands for a commit's id in the commits after it. */
export const digestOf = (commitId: string): string => hash('sha256', commitId, 'base64url').slice(0, DIGEST_CHARS);

/** How many commits `recent` speaks of. */
export const digestCount = (recent: string): number => recent.length / DIGEST_CHARS;

/** How many commits before the last one the one of this digest lies; -1: it is not among them. */
export const digestIndex = (recent: string, digest: string): number => {
  for (let at = recent.indexOf(digest); at >= 0; at = recent.indexOf(digest, at + 1))
    if (at % DIGEST_CHARS === 0) return at / DIGEST_CHARS;
  return -1;
};

/** As much of a token's history as fits into so many characters, as the attribute `c` of the next commit; '' when that is nothing. */
export const digestsWithin = ({ recent, complete }: TokenHistory, characters: number): string => {
  const all = complete ? recent : recent + LEFT_OUT;
  if (all.length <= characters) return all;
  const fitting = Math.max(0, Math.floor((characters - LEFT_OUT.length) / DIGEST_CHARS));
  return fitting === 0 ? '' : recent.slice(0, fitting * DIGEST_CHARS) + LEFT_OUT;
};

/** What the token after a stored commit knows. A `c` that this store did not write counts as absent. */
export const historyAfter = (
  { c = '' }: Pick<CommitItem, 'c'>,
  { commitId, firstVersion }: { readonly commitId: string; readonly firstVersion: number },
  sinceState: number,
): TokenHistory => {
  const stored = WELL_FORMED.test(c) ? c : '';
  const whole = stored !== '' && !stored.endsWith(LEFT_OUT);
  return {
    recent: digestOf(commitId) + (whole ? stored : stored.slice(0, -1)),
    complete: firstVersion === 1 || whole,
    sinceState,
  };
};
