import { hashKey, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import type { components } from '../../client/api.d.ts';
import { useApi } from '../api/api.tsx';
import { ask } from '../api/problem.ts';
import { expectations } from '../live/read.ts';
import { useLiveQuery } from '../live/use-live-query.ts';
import type { Draft, Rules } from './draft.ts';

export type Pool = components['schemas']['Pool'];
export interface MyPool extends Pool {
  readonly isMember: boolean;
}

const MINE = ['my-pools'] as const;
/** Hints are of pools, and this is about none in particular: it is read again after a lost connection. */
const NO_POOL = { poolId: '' };
const PAGE = '100';

/** The pools that I own or am in, all of them. */
export const useMyPools = (enabled = true) => {
  const api = useApi();
  return useLiveQuery<readonly MyPool[]>({
    queryKey: MINE,
    about: NO_POOL,
    enabled,
    read: async after => {
      const all: MyPool[] = [];
      for (let cursor: string | null | undefined; cursor !== null; ) {
        const query = { limit: PAGE, ...(cursor !== undefined && { cursor }), ...(after !== undefined && { after }) };
        const { items, next } = await ask(api.GET('/v1/pools', { params: { query } }));
        all.push(...items);
        cursor = next;
      }
      return all;
    },
  });
};

/** A pool, of the newest version that was seen. */
export const usePool = (poolId: string) => {
  const api = useApi();
  return useLiveQuery<Pool>({
    queryKey: ['pool', poolId],
    about: { poolId },
    read: () => ask(api.GET('/v1/pools/{poolId}', { params: { path: { poolId } } })),
    age: ({ version }) => ({ version }),
  });
};

/** The members of a pool, as many as a page shows. */
export const useMembers = (poolId: string, enabled: boolean) => {
  const api = useApi();
  return useLiveQuery({
    queryKey: ['pool-members', poolId],
    about: { poolId },
    read: () => ask(api.GET('/v1/pools/{poolId}/members', { params: { path: { poolId }, query: { limit: PAGE } } })),
    enabled,
  });
};

/** The invites of a pool that are not revoked. */
export const useInvites = (poolId: string) => {
  const api = useApi();
  return useQuery({
    queryKey: ['pool-invites', poolId],
    queryFn: async () => (await ask(api.GET('/v1/pools/{poolId}/invites', { params: { path: { poolId } } }))).items,
  });
};

/** Has all that is shown of pools read again; my pools not before they show these events. */
const useRefresh = () => {
  const client = useQueryClient();
  return useCallback(
    async (poolId: string, events: readonly string[] = []) => {
      if (events.length > 0) expectations.expect(hashKey(MINE), events);
      const keys = [MINE, ...['pool', 'pool-members', 'pool-invites'].map(what => [what, poolId])];
      await Promise.all(keys.map(queryKey => client.invalidateQueries({ queryKey })));
    },
    [client],
  );
};

type Done = { readonly poolId: string; readonly events: readonly string[] };

/** A command of pools: what is shown of them follows. */
const usePoolCommand = <Input, Answer extends Done>(send: (input: Input) => Promise<Answer>) => {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: send,
    // What fails shows where it is read: the command itself was done.
    onSuccess: ({ poolId, events }) => void refresh(poolId, events).catch(() => undefined),
  });
};

export const useCreatePool = () => {
  const api = useApi();
  return usePoolCommand((body: Draft) =>
    ask(api.POST('/v1/pools', { body: { ...body, rules: { ...body.rules, tieBreaks: [...body.rules.tieBreaks] } } })),
  );
};

export const useJoinByCode = () => {
  const api = useApi();
  return usePoolCommand((code: string) => ask(api.POST('/v1/pools/join', { body: { code } })));
};

export const useJoin = (poolId: string) => {
  const api = useApi();
  return usePoolCommand(() => ask(api.POST('/v1/pools/{poolId}/join', { params: { path: { poolId } }, body: {} })));
};

export const useLeave = (poolId: string) => {
  const api = useApi();
  return usePoolCommand(() => ask(api.POST('/v1/pools/{poolId}/leave', { params: { path: { poolId } }, body: {} })));
};

/** Changes the rules, if they are still those of the version that was seen. */
export const useChangeRules = (poolId: string) => {
  const api = useApi();
  return usePoolCommand(({ rules, version }: { readonly rules: Rules; readonly version: number }) =>
    ask(
      api.POST('/v1/pools/{poolId}/rules', {
        params: { path: { poolId } },
        headers: { 'if-match': `"${version}"` },
        body: rules,
      }),
    ),
  );
};

/** What an invite is limited by. */
export interface Terms {
  readonly expiresAt: string | null;
  readonly maxUses: number | null;
}

export const useInvite = (poolId: string) => {
  const api = useApi();
  return usePoolCommand((body: Terms) =>
    ask(api.POST('/v1/pools/{poolId}/invites', { params: { path: { poolId } }, body })),
  );
};

export const useRevoke = (poolId: string) => {
  const api = useApi();
  return usePoolCommand((inviteId: string) =>
    ask(api.DELETE('/v1/pools/{poolId}/invites/{inviteId}', { params: { path: { poolId, inviteId } } })),
  );
};
