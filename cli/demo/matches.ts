import type { KnownMatch } from '../../shared/domain/match.ts';
import type { ApiClient } from '../api-client.ts';
import type { Caller } from '../tokens.ts';

interface Page {
  readonly items: readonly KnownMatch[];
  readonly next: string | null;
}

/** The matches of a competition, in the order of their kick-offs. None, when it was not announced yet. */
export const matchesOf = async (
  api: Pick<ApiClient, 'get'>,
  caller: Caller,
  competition: string,
): Promise<readonly KnownMatch[]> => {
  const all: KnownMatch[] = [];
  let cursor: string | null = null;
  do {
    const query = cursor === null ? 'limit=500' : new URLSearchParams({ cursor }).toString();
    const page: Page = await api.get(caller, `/v1/competitions/${competition}/matches?${query}`);
    all.push(...page.items);
    cursor = page.next;
  } while (cursor !== null);
  return all;
};

/** Ids of the matches of a competition that are over. */
export const finishedMatches = async (
  api: Pick<ApiClient, 'get'>,
  caller: Caller,
  competition: string,
): Promise<ReadonlySet<string>> => {
  const all = await matchesOf(api, caller, competition);
  return new Set(
    all.filter(({ status }) => status === 'finished' || status === 'awarded').map(({ fixture }) => fixture.matchId),
  );
};
