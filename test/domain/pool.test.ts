import { describe, it } from 'vitest';
import { type MembershipEvent, membershipDecider } from '../../shared/domain/membership.ts';
import { type PoolEvent, type PoolRules, type PoolState, poolDecider } from '../../shared/domain/pool.ts';
import { scenariosOf } from './scenario.ts';

const rules: PoolRules = { rules: 'kicktipp-4-3-2', basis: 'FT90', tieBreaks: ['exact'], countAwarded: false };
const about = { poolId: 'office', competition: 'bundesliga-2023-24', name: 'The office', owner: 'ada' };

/** One rule changed at a time. */
const OTHER_RULES: readonly (readonly [string, PoolRules])[] = [
  ['rule set', { ...rules, rules: 'classic-3-2-1' }],
  ['score basis', { ...rules, basis: 'AET120' }],
  ['tie-breaks', { ...rules, tieBreaks: ['exact', 'goal_diff'] }],
  ['no tie-breaks', { ...rules, tieBreaks: [] }],
  ['awarded matches', { ...rules, countAwarded: true }],
];

describe('a pool', () => {
  const given = scenariosOf(poolDecider);
  const created: PoolEvent = { type: 'pool.created', data: { ...about, access: 'open', ...rules } };
  const changed = (to: PoolRules, previous = rules): PoolEvent => ({
    type: 'pool.rules-changed',
    data: { poolId: 'office', previous, ...to },
  });

  it('is created once; the same again changes nothing', () => {
    given()
      .when({ type: 'create', ...about, rules })
      .decides(created);
    given(created)
      .when({ type: 'create', ...about, rules: { ...rules, tieBreaks: ['exact'] } })
      .changesNothing();
  });
  it.each([
    ['owner', { ...about, owner: 'bob' }],
    ['competition', { ...about, competition: 'other' }],
    ['name', { ...about, name: 'other' }],
    ['access', { ...about, access: 'invite' as const }],
  ])('is not created again with another %s', (_, other) => {
    given(created)
      .when({ type: 'create', ...other, rules })
      .isRefused('already-exists');
  });
  it.each(OTHER_RULES)('is not created again with other rules: %s', (_, other) => {
    given(created)
      .when({ type: 'create', ...about, rules: other })
      .isRefused('already-exists');
  });
  it.each(OTHER_RULES)('changes its rules: %s', (_, other) => {
    given(created).when({ type: 'change-rules', rules: other, by: 'ada' }).decides(changed(other));
    given(created, changed(other)).when({ type: 'change-rules', rules: other, by: 'ada' }).changesNothing();
    given(created, changed(other)).when({ type: 'change-rules', rules, by: 'ada' }).decides(changed(rules, other));
  });
  it('changes its rules for its owner only, even to the same ones', () => {
    given(created).when({ type: 'change-rules', rules, by: 'bob' }).isRefused('not-permitted');
  });
  it('has no rules to change before it exists', () => {
    given().when({ type: 'change-rules', rules, by: 'ada' }).isRefused('unknown-pool');
    given(changed(rules)).when({ type: 'change-rules', rules, by: 'ada' }).isRefused('unknown-pool');
  });
});

describe('a player', () => {
  const given = scenariosOf(membershipDecider);
  const pool: PoolState = { status: 'open', ...about, access: 'open', rules, invites: [] };
  const key = { poolId: 'office', competition: 'bundesliga-2023-24', playerId: 'bob' };
  const joined: MembershipEvent = { type: 'pool.player-joined', data: key };
  const left: MembershipEvent = { type: 'pool.player-left', data: key };

  it('joins a pool that exists', () => {
    given().when({ type: 'join', pool, playerId: 'bob', invited: false }).decides(joined);
    given()
      .when({ type: 'join', pool: { status: 'unknown' }, playerId: 'bob', invited: false })
      .isRefused('unknown-pool');
  });
  it('joins a pool by invitation only with an invite, unless it is theirs', () => {
    const closed: PoolState = { ...pool, access: 'invite' };
    given().when({ type: 'join', pool: closed, playerId: 'bob', invited: false }).isRefused('invite-only');
    given().when({ type: 'join', pool: closed, playerId: 'bob', invited: true }).decides(joined);
    given()
      .when({ type: 'join', pool: closed, playerId: 'ada', invited: false })
      .decides({ type: 'pool.player-joined', data: { ...key, playerId: 'ada' } });
    given(joined).when({ type: 'join', pool: closed, playerId: 'bob', invited: false }).changesNothing();
  });
  it('joins once', () => {
    given(joined).when({ type: 'join', pool, playerId: 'bob', invited: false }).changesNothing();
  });
  it('leaves, and may come back', () => {
    given(joined).when({ type: 'leave' }).decides(left);
    given(joined, left).when({ type: 'join', pool, playerId: 'bob', invited: false }).decides(joined);
  });
  it('cannot leave where they are not', () => {
    given().when({ type: 'leave' }).isRefused('not-a-member');
    given(joined, left).when({ type: 'leave' }).isRefused('not-a-member');
  });
});
