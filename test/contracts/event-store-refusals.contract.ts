import { afterEach, beforeEach, expect, it } from 'vitest';
import { CommitTooLargeError, InvalidCommitError } from '../../shared/application/errors.ts';
import { type NewCommit, startOf } from '../../shared/application/event-store.ts';
import type { DomainEvent } from '../../shared/events/catalog.ts';
import { poolStream } from '../../shared/events/streams.ts';
import { encodeCommit, itemBytes } from '../../shared/store/commit-codec.ts';
import { after90, finished, scheduled } from '../domain/samples.ts';
import { append, commitOf, joined, newTenant, type OpenStore } from './commits.ts';

const stream = poolStream('office');
/** DynamoDB's limit for an item. https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Constraints.html */
const ITEM_LIMIT = 409_600;

/** A commit whose item takes just so many bytes: who did it is a text of any length. */
const commitOfBytes = (tenant: string, bytes: number, letter: string): NewCommit => {
  const slim = { ...commitOf('large', joined('ada')), actor: '' };
  const rest = bytes - itemBytes(encodeCommit(startOf(tenant, stream), slim));
  const width = Buffer.byteLength(letter);
  return { ...slim, actor: letter.repeat(Math.floor(rest / width)) + 'x'.repeat(rest % width) };
};

/** What a store does not take. After each refusal the stream is as it was. */
export const refusalContract = (open: OpenStore): void => {
  let tenant: string;
  let refused: Promise<unknown>;
  beforeEach(() => {
    tenant = newTenant();
  });
  afterEach(async () => {
    await expect(refused).rejects.toThrow();
    expect((await open().load(tenant, stream)).events).toEqual([]);
  });
  const appending = (...events: readonly unknown[]): Promise<unknown> => {
    refused = open().append(startOf(tenant, stream), commitOf('c', ...(events as DomainEvent[])));
    return refused;
  };

  it('an event that is not what the catalog says, by its path; nor those with it', async () => {
    const wrong = finished({ fullTime: { home: -1, away: 0 } });
    await expect(appending(scheduled(), wrong)).rejects.toThrow(
      'events[1].data.result.fullTime.home: must not be negative (match.finished)',
    );
    await expect(refused).rejects.toBeInstanceOf(InvalidCommitError);
    await expect(refused).rejects.toMatchObject({
      place: { tenantId: tenant, stream: 'pool-office', version: 1 },
      cause: { name: 'InvalidEventError' },
    });
  });

  it('an event that lacks something', async () => {
    const { data } = finished(after90('1-0'));
    await expect(appending({ type: 'match.finished', data: { ...data, matchId: undefined } })).rejects.toThrow(
      /events\[0\]\.data\.matchId/,
    );
  });

  it('a type that is not in the catalog', async () => {
    await expect(appending({ type: 'match.forgotten', data: {} })).rejects.toThrow(/type: "match.forgotten" is not in/);
    await expect(appending({ type: 'toString', data: {} })).rejects.toBeInstanceOf(InvalidCommitError);
  });

  it.each(['x', 'ü', '⚽'])(
    'a commit of one byte more than an item holds (%s); one that just fits is stored',
    async letter => {
      refused = open().append(startOf(tenant, stream), commitOfBytes(tenant, ITEM_LIMIT + 1, letter));
      await expect(refused).rejects.toBeInstanceOf(CommitTooLargeError);
      await expect(refused).rejects.toThrow(`${tenant}/pool-office at version 1: the commit takes 409601 bytes`);
      const other = newTenant();
      const fits = commitOfBytes(other, ITEM_LIMIT, letter);
      const { token } = await append(open(), startOf(other, stream), fits);
      const loaded = await open().load(other, stream);
      expect(loaded.token).toEqual(token);
      expect(loaded.events[0]?.actor === fits.actor).toBe(true);
    },
  );
};
