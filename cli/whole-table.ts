import type { Standings } from '../shared/application/read-models.ts';
import type { ApiClient } from './api-client.ts';
import type { Caller } from './tokens.ts';

/** Rows in one request: as many as the API gives. */
const PAGE = '500';

/** The whole table of a pool, as it is or as it was at an instant, page by page. */
export const wholeTable = async (
  api: Pick<ApiClient, 'get'>,
  caller: Caller,
  poolId: string,
  at?: string,
): Promise<Standings> => {
  const page = (cursor?: string): Promise<Standings & { readonly next: string | null }> => {
    const query = new URLSearchParams({ limit: PAGE, ...(at !== undefined && { at }), ...(cursor && { cursor }) });
    return api.get(caller, `/v1/pools/${poolId}/standings?${query}`);
  };
  let { next, ...table } = await page();
  while (next !== null) {
    const more = await page(next);
    next = more.next;
    table = { ...table, standings: [...table.standings, ...more.standings] };
  }
  return table;
};
