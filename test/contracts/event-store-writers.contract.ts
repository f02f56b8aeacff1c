import { expect, it } from 'vitest';
import { ConcurrencyError } from '../../shared/application/errors.ts';
import { execute } from '../../shared/application/execute.ts';
import { type Dependencies, type Executed, executable, realTime } from '../../shared/application/execution.ts';
import { accept, type Decider } from '../../shared/domain/decider.ts';
import type { MembershipEvent } from '../../shared/domain/membership.ts';
import { poolStream } from '../../shared/events/streams.ts';
import { joined, newTenant, type OpenStore } from './commits.ts';

const stream = poolStream('office');

/** Everybody who joined, in one stream: the most contended aggregate one can think of. */
const crowd: Decider<readonly string[], string, MembershipEvent> = {
  initial: [],
  evolve: (state, event) => [...state, event.data.playerId],
  decide: (playerId, state) => {
    const event = joined(playerId);
    return state.includes(playerId) || event.type !== 'pool.player-joined' ? accept() : accept(event);
  },
};

const join = (dependencies: Dependencies, tenantId: string, playerId: string): Promise<Executed<readonly string[]>> =>
  execute(dependencies, {
    ...executable('crowd', 1, crowd),
    stream,
    command: playerId,
    context: {
      tenantId,
      actor: playerId,
      correlationId: playerId,
      causationId: playerId,
      commitId: `join-${playerId}`,
      now: '2023-08-11T18:00:00.000Z',
      hops: 0,
      priority: 'normal',
    },
  });

/**
 * Fault 11: one winner a version, no gap, nothing lost; who gives up is told so and has written nothing.
 *
 * @param patience how much longer than usual to back off: an emulator on a busy machine answers 200 requests a second, DynamoDB thousands.
 */
export const writersContract = (open: OpenStore, patience: number): void => {
  it('leave one winner a version, no gap, and nothing is lost', async () => {
    const tenant = newTenant();
    const players = Array.from({ length: 200 }, (_, index) => `player-${index}`);
    const sleep = (milliseconds: number): Promise<void> => realTime.sleep(patience * milliseconds);
    const dependencies = { store: open(), random: Math.random, sleep };
    const answers = await Promise.allSettled(players.map(player => join(dependencies, tenant, player)));
    const { events, token } = await open().load(tenant, stream);
    const stored = events.map(({ data }) => ('playerId' in data ? data.playerId : ''));
    const acknowledged = players.filter((_, index) => answers[index]?.status === 'fulfilled');

    expect([...stored].sort()).toEqual([...acknowledged].sort());
    expect(events.map(({ version }) => version)).toEqual(stored.map((_, index) => index + 1));
    expect(token.version).toBe(stored.length);
    for (const answer of answers) {
      if (answer.status === 'rejected') expect(answer.reason).toBeInstanceOf(ConcurrencyError);
      else expect(events[answer.value.version - 1]).toEqual(answer.value.events[0]);
    }
    // More than one for each attempt: a writer that went from winner to winner would never catch up with the others.
    expect(acknowledged.length).toBeGreaterThan(16);
  }, 60_000);
};
