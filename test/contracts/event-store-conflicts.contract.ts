import { expect, it } from 'vitest';
import { CommitIdReusedError } from '../../shared/application/errors.ts';
import { startOf } from '../../shared/application/event-store.ts';
import { poolStream } from '../../shared/events/streams.ts';
import { append, appendEach, commitOf, joined, newTenant, type OpenStore } from './commits.ts';

const stream = poolStream('office');

/** Who wins, what the others are told, and what a repeated append answers. */
export const conflictContract = (open: OpenStore): void => {
  it('answer with the winner’s commit and the token after it; the loser is not stored', async () => {
    const tenant = newTenant();
    const start = startOf(tenant, stream);
    const won = await append(open(), start, commitOf('winner', joined('ada'), joined('bob')));
    const lost = await open().append(start, commitOf('loser', joined('cleo')));
    expect(lost).toEqual({ outcome: 'conflict', winner: won.commit, token: won.token });
    expect((await open().load(tenant, stream)).events).toEqual(won.commit.events);
  });

  it('lead a stale writer to the end commit by commit', async () => {
    const tenant = newTenant();
    const start = startOf(tenant, stream);
    const results = await appendEach(open(), start, ['a', 'b', 'c']);
    const late = commitOf('late', joined('late'));
    let token = start;
    for (const { commit, token: after } of results) {
      const answer = await open().append(token, late);
      expect(answer).toEqual({ outcome: 'conflict', winner: commit, token: after });
      token = answer.token;
    }
    expect((await append(open(), token, late)).commit.firstVersion).toBe(4);
  });

  it('have one winner when all append at once, and everybody is told of it', async () => {
    const tenant = newTenant();
    const names = Array.from({ length: 12 }, (_, index) => `writer-${index}`);
    const answers = await Promise.all(
      names.map(name => open().append(startOf(tenant, stream), commitOf(name, joined(name)))),
    );
    const winners = answers.flatMap(answer => (answer.outcome === 'appended' ? [answer.commit] : []));
    expect(winners).toHaveLength(1);
    for (const answer of answers) if (answer.outcome === 'conflict') expect(answer.winner).toEqual(winners[0]);
    expect((await open().load(tenant, stream)).events).toEqual(winners[0]?.events);
  });

  it('are none when a commit is appended again: the original result comes back, also after others', async () => {
    const tenant = newTenant();
    const start = startOf(tenant, stream);
    const commit = commitOf('mine', joined('ada'), joined('bob'));
    const first = await append(open(), start, commit);
    expect(await open().append(start, commit)).toEqual(first);
    await append(open(), first.token, commitOf('next', joined('cleo')));
    expect(await open().append(start, commit)).toEqual(first);
    expect(await open().append(start, { ...commit, occurredAt: '2024-01-01T00:00:00.000Z' })).toEqual(first);
    expect((await open().load(tenant, stream)).events).toHaveLength(3);
  });

  it('are none when the id was used for other facts: it is refused, and they are not stored', async () => {
    const tenant = newTenant();
    const start = startOf(tenant, stream);
    const first = await append(open(), start, commitOf('twice', joined('ada')));
    for (const other of [commitOf('twice', joined('bob')), commitOf('twice', joined('ada'), joined('bob'))])
      for (const token of [start, first.token]) {
        const refused = open().append(token, other);
        await expect(refused).rejects.toBeInstanceOf(CommitIdReusedError);
        await expect(refused).rejects.toThrow(
          `${tenant}/pool-office at version 1: commit id "twice" is that of another`,
        );
      }
    expect((await open().load(tenant, stream)).events).toEqual(first.commit.events);
  });
};
