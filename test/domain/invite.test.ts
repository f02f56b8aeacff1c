import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold } from '../../shared/domain/decider.ts';
import { type Invite, MAX_INVITES } from '../../shared/domain/invite.ts';
import { type PoolCommand, type PoolEvent, poolDecider } from '../../shared/domain/pool.ts';
import { scenariosOf } from './scenario.ts';

const NOW = '2023-08-11T19:00:00.000Z';
const LATER = '2023-08-12T19:00:00.000Z';
const created: PoolEvent = {
  type: 'pool.created',
  data: {
    poolId: 'office',
    competition: 'bundesliga-2023-24',
    name: 'The office',
    owner: 'ada',
    access: 'invite',
    rules: 'kicktipp-4-3-2',
    basis: 'FT90',
    tieBreaks: [],
    countAwarded: false,
  },
};
const limited: Invite = { inviteId: 'a1', secretHash: 'hash-a1', expiresAt: LATER, maxUses: 2 };
const endless: Invite = { inviteId: 'b2', secretHash: 'hash-b2', expiresAt: null, maxUses: null };
const invited = (invite: Invite): PoolEvent => ({ type: 'pool.invite-created', data: { poolId: 'office', ...invite } });
const used = (playerId: string, inviteId = 'a1'): PoolEvent => ({
  type: 'pool.invite-used',
  data: { poolId: 'office', inviteId, playerId },
});
const revoked: PoolEvent = { type: 'pool.invite-revoked', data: { poolId: 'office', inviteId: 'a1' } };

const asAda = { by: 'ada', isOrganiser: false };
const redeem = (playerId: string, over: Partial<PoolCommand & { type: 'redeem' }> = {}) =>
  ({ type: 'redeem', secretHash: 'hash-a1', playerId, isMember: false, now: NOW, ...over }) as const;
const given = scenariosOf(poolDecider);

describe('an invite', () => {
  it('is made by the owner or an organiser, and by nobody else', () => {
    given(created)
      .when({ type: 'invite', invite: limited, now: NOW, ...asAda })
      .decides(invited(limited));
    given(created)
      .when({ type: 'invite', invite: endless, now: NOW, by: 'olga', isOrganiser: true })
      .decides(invited(endless));
    given(created)
      .when({ type: 'invite', invite: limited, now: NOW, by: 'bob', isOrganiser: false })
      .isRefused('not-permitted');
    given()
      .when({ type: 'invite', invite: limited, now: NOW, ...asAda })
      .isRefused('unknown-pool');
  });
  it('is made once', () => {
    const again = { type: 'invite', now: NOW, ...asAda } as const;
    given(created, invited(limited))
      .when({ ...again, invite: limited })
      .changesNothing();
    given(created, invited(limited))
      .when({ ...again, invite: { ...limited, maxUses: 3 } })
      .isRefused('already-exists');
  });
  it('ends in the future', () => {
    given(created)
      .when({ type: 'invite', invite: { ...limited, expiresAt: NOW }, now: NOW, ...asAda })
      .isRefused('invite-expired');
  });
  it(`is one of ${MAX_INVITES} at most; a revoked one counts no more`, () => {
    const many = Array.from({ length: MAX_INVITES }, (_, i) => invited({ ...endless, inviteId: `i${i}` }));
    const one = { type: 'invite', invite: limited, now: NOW, ...asAda } as const;
    given(created, ...many)
      .when(one)
      .isRefused('too-many');
    given(created, ...many, { type: 'pool.invite-revoked', data: { poolId: 'office', inviteId: 'i0' } })
      .when(one)
      .decides(invited(limited));
  });
  it('is revoked by the owner or an organiser, once', () => {
    const revoke = { type: 'revoke-invite', inviteId: 'a1' } as const;
    given(created, invited(limited))
      .when({ ...revoke, ...asAda })
      .decides(revoked);
    given(created, invited(limited), revoked)
      .when({ ...revoke, ...asAda })
      .changesNothing();
    given(created, invited(limited))
      .when({ ...revoke, by: 'bob', isOrganiser: false })
      .isRefused('not-permitted');
  });
});

describe('who shows a secret', () => {
  it('is admitted, and counted where the invite is for a number of players', () => {
    given(created, invited(limited)).when(redeem('bob')).decides(used('bob'));
    given(created, invited(endless))
      .when(redeem('bob', { secretHash: 'hash-b2' }))
      .changesNothing();
  });
  it('is counted once: cut off before joining, or back after leaving', () => {
    given(created, invited(limited), used('bob'), used('cleo'))
      .when(redeem('bob', { now: LATER }))
      .changesNothing();
    given(created, invited(limited), used('bob'), used('cleo')).when(redeem('dan')).isRefused('invite-used-up');
  });
  it('takes no place as a member', () => {
    given(created, invited(limited))
      .when(redeem('bob', { isMember: true }))
      .changesNothing();
  });
  it('comes too late from the instant on at which the invite ends', () => {
    given(created, invited(limited))
      .when(redeem('bob', { now: LATER }))
      .isRefused('invite-expired');
  });
  it('learns nothing from a wrong one: not whether the pool is there, nor whether it was revoked', () => {
    const answers = [[], [created], [created, invited(limited), revoked]].map(history => {
      const state = fold(poolDecider.evolve, poolDecider.initial, history);
      return poolDecider.decide(redeem('bob'), state);
    });
    expect(answers[0]).toMatchObject({ refusal: { code: 'unknown-invite' } });
    expect(answers[1]).toEqual(answers[0]);
    expect(answers[2]).toEqual(answers[0]);
  });
});

it('an invite admits as many different players as it is for, whoever tries in which order', () => {
  const tries = fc.array(fc.constantFrom('bob', 'cleo', 'dan', 'eve', 'finn'), { maxLength: 20 });
  fc.assert(
    fc.property(tries, fc.integer({ min: 1, max: 4 }), (players, maxUses) => {
      let state = fold(poolDecider.evolve, poolDecider.initial, [created, invited({ ...limited, maxUses })]);
      const admitted = new Set<string>();
      for (const playerId of players) {
        const decision = poolDecider.decide(redeem(playerId), state);
        if (decision.outcome === 'accepted') admitted.add(playerId);
        else expect(admitted.has(playerId)).toBe(false);
        state = fold(poolDecider.evolve, state, decision.outcome === 'accepted' ? decision.events : []);
      }
      expect([...admitted]).toEqual([...new Set(players)].slice(0, maxUses));
    }),
  );
});
