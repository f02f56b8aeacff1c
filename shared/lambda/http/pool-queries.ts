import * as z from 'zod';
import type { EventStore } from '../../application/event-store.ts';
import { loadMembership, loadPoolVersion } from '../../application/pool-commands.ts';
import { readMembers, readPoolsOf } from '../../application/pool-members.ts';
import { POOL_ACCESS, type PoolState } from '../../domain/pool.ts';
import { poolRulesSchema } from '../../events/pool-events.ts';
import { idSchema, instantSchema, textSchema } from '../../events/schemas.ts';
import { REVALIDATED } from './entity-tags.ts';
import { after, fresh, type ReadModels } from './fresh.ts';
import { type Operation, operation } from './http-handler.ts';
import { idOf, notFound } from './ids.ts';
import { nothing, withoutBody } from './nothing.ts';
import { listView, pageOf, pageQuery } from './paging.ts';
import { isOrganiser, type Principal } from './principal.ts';
import { RequestError } from './problem.ts';

type KnownPool = Exclude<PoolState, { status: 'unknown' }>;

interface PoolSources extends ReadModels {
  readonly store: EventStore;
}

/** @throws RequestError 404 */
export const knownPool = async (
  { store }: Pick<PoolSources, 'store'>,
  tenantId: string,
  poolId: string,
): Promise<KnownPool & { readonly version: number }> => {
  const { state, version } = await loadPoolVersion({ store }, tenantId, idOf(poolId, 'pool'));
  if (state.status === 'unknown') throw notFound('pool');
  return { ...state, version };
};

export const poolView = z.object({
  status: z.literal('open'),
  poolId: idSchema,
  competition: idSchema,
  name: textSchema,
  owner: textSchema,
  access: z.enum(POOL_ACCESS),
  rules: poolRulesSchema,
  version: z.number().int().min(1).describe('The version of the stream that this shows.'),
});

/** One of mine: owner or member, or both. */
const myPoolView = poolView.extend({
  isMember: z.boolean().describe('Whether I play in it: the owner of a pool need not.'),
});

const inviteView = z.object({
  inviteId: idSchema,
  expiresAt: instantSchema.nullable(),
  maxUses: z.number().int().nullable(),
  uses: z.number().int().nullable().describe('Null where players are not counted: the invite is for any number.'),
});

/** Who is in a pool by invitation is for those in it. @throws RequestError 403 */
const requireInside = async ({ store }: PoolSources, principal: Principal, pool: KnownPool): Promise<void> => {
  const { tenantId, playerId } = principal;
  if (pool.access === 'open' || pool.owner === playerId || isOrganiser(principal)) return;
  const { status } = await loadMembership({ store }, tenantId, { poolId: pool.poolId, playerId });
  if (status !== 'member') throw new RequestError(403, 'invite-only', 'only its members see who is in this pool');
};

const listPools = (sources: PoolSources): Operation =>
  operation({
    id: 'listMyPools',
    summary: 'My pools, in the order of their ids: those that I own, and those that I am in',
    body: withoutBody,
    query: z.strictObject({ after, ...pageQuery(100, 50) }),
    answers: { 200: listView(myPoolView) },
    handle: async ({ principal, query: { after, ...page } }) => {
      const { tenantId, playerId } = principal;
      const all = await readPoolsOf(await fresh(sources, 'standings', principal, after), { tenantId, playerId });
      const { items, next } = pageOf({ tenantId, of: 'my-pools' }, all, { ...page, place: ({ poolId }) => poolId });
      const pools = await Promise.all(
        items.map(async ({ poolId, isMember }) => {
          const { invites: _, ...pool } = await knownPool(sources, tenantId, poolId);
          return { ...pool, isMember };
        }),
      );
      return { status: 200, body: { items: pools, next } };
    },
  });

const members = (sources: PoolSources): Operation =>
  operation({
    summary: 'The members of a pool, in the order of their ids',
    body: withoutBody,
    query: z.strictObject(pageQuery(100, 100)),
    answers: { 200: listView(z.object({ playerId: idSchema })) },
    handle: async ({ principal, param, query }) => {
      const pool = await knownPool(sources, principal.tenantId, param('poolId'));
      await requireInside(sources, principal, pool);
      const { tenantId } = principal;
      const all = await readMembers(sources.standings.eventual, { tenantId, poolId: pool.poolId });
      const question = { tenantId, of: JSON.stringify(['members', pool.poolId]) };
      return { status: 200, body: pageOf(question, all, { ...query, place: ({ playerId }) => playerId }) };
    },
  });

const invites = (sources: PoolSources): Operation =>
  operation({
    summary: 'The invites of a pool that are not revoked, for its owner and for organisers',
    body: withoutBody,
    query: nothing,
    answers: { 200: z.object({ items: z.array(inviteView), next: z.null() }) },
    handle: async ({ principal, param }) => {
      const { owner, invites } = await knownPool(sources, principal.tenantId, param('poolId'));
      if (owner !== principal.playerId && !isOrganiser(principal))
        throw new RequestError(403, 'not-permitted', 'only the owner of a pool and organisers see its invites');
      const items = invites.map(({ inviteId, expiresAt, maxUses, usedBy }) => {
        return { inviteId, expiresAt, maxUses, uses: maxUses === null ? null : usedBy.length };
      });
      return { status: 200, body: { items, next: null } };
    },
  });

/** What can be read of a pool, but for its standings. */
export const poolQueries = (sources: PoolSources) => ({
  'GET /v1/pools': listPools(sources),
  'GET /v1/pools/{poolId}': operation({
    summary: 'A pool',
    body: withoutBody,
    query: nothing,
    answers: { 200: poolView },
    versioned: true,
    handle: async ({ principal: { tenantId }, param }) => {
      const { invites: _, ...pool } = await knownPool(sources, tenantId, param('poolId'));
      return { status: 200, body: pool, version: pool.version, headers: REVALIDATED };
    },
  }),
  'GET /v1/pools/{poolId}/members': members(sources),
  'GET /v1/pools/{poolId}/invites': invites(sources),
});
