import { matchOfPartition } from '../events/streams.ts';
import { type AnchorLog, streamKey } from './anchors.ts';
import { ArchiveError } from './archive.ts';
import { type ArchiveMatch, archiveMatch, type MatchRef } from './archive-match.ts';
import { readSortKey } from './chain-items.ts';
import type { Sha256 } from './merkle.ts';
import { anchoredCommits } from './read-anchors.ts';

export interface ArchiveClosed extends Omit<ArchiveMatch, 'anchored'> {
  /** The keys of all commits there are; those of one partition in order. */
  readonly pages: AsyncIterable<readonly { readonly p: string; readonly s: string }[]>;
  readonly log: AnchorLog;
  readonly sha256: Sha256;
  /** Whether there is time for another match. */
  readonly mayGoOn: () => boolean;
}

/** What an archiving did. */
export interface Archived {
  readonly matches: number;
  /** Removed from the ledger. */
  readonly commits: number;
  /** Why a match was not archived that should be. The others are. */
  readonly failures: readonly string[];
  /** Matches that were not looked at, for want of time: they are the next time. */
  readonly left: number;
}

/** Matches with a stream of more than one commit: of the others there is nothing to take. */
const candidatesOf = async (pages: ArchiveClosed['pages']): Promise<readonly MatchRef[]> => {
  const last = new Map<string, string | undefined>();
  const found = new Map<string, MatchRef>();
  for await (const page of pages)
    for (const { p, s } of page) {
      const hash = p.indexOf('#');
      const matchId = matchOfPartition(p.slice(hash + 1));
      if (matchId === undefined) continue;
      const stream = readSortKey(s)?.stream;
      if (last.get(p) === stream) found.set(`${p.slice(0, hash)}#${matchId}`, { tenantId: p.slice(0, hash), matchId });
      last.set(p, stream);
    }
  return [...found.values()];
};

/**
 * Takes the streams of closed matches to the archive, all but what has to stay of them.
 *
 * @throws AnchorError the anchors cannot be believed: then nothing is removed; and what ledger and archive throw: then some
 *   matches are done, and doing it again is safe
 */
export const archiveClosed = async ({ pages, log, sha256, mayGoOn, ...match }: ArchiveClosed): Promise<Archived> => {
  const anchors = await anchoredCommits(log, sha256);
  const anchored: ArchiveMatch['anchored'] = (p, stream) => anchors.get(streamKey({ p, stream }))?.at(-1);
  const sum = { matches: 0, commits: 0, left: 0 };
  const failures: string[] = [];
  for (const candidate of await candidatesOf(pages)) {
    if (!mayGoOn()) {
      sum.left += 1;
      continue;
    }
    try {
      const { commits } = await archiveMatch({ ...match, anchored }, candidate);
      sum.commits += commits;
      sum.matches += commits > 0 ? 1 : 0;
    } catch (error) {
      if (!(error instanceof ArchiveError)) throw error;
      failures.push(error.message);
    }
  }
  return { ...sum, failures };
};
