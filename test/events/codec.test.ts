import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { CorruptCommitError } from '../../shared/application/errors.ts';
import { type NewCommit, startOf } from '../../shared/application/event-store.ts';
import { poolStream } from '../../shared/events/streams.ts';
import { decodeCommit, decodeStreamed, encodeCommit, tokenAfter } from '../../shared/store/commit-codec.ts';
import { joined } from '../contracts/commits.ts';
import { otherCode } from '../support/other-code.ts';

const commit: NewCommit = {
  commitId: 'c-1',
  occurredAt: '2023-08-11T18:00:00.000Z',
  correlationId: 'r-1',
  causationId: 'r-1',
  actor: 'Zoë',
  priority: 'high',
  hops: 2,
  traceparent: '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01',
  events: [joined('ada')],
};
const start = startOf('acme', poolStream('office'));

/** An item as it was stored on the first day. Whatever changes in the code, this has to be read, and its hash to hold. */
const STORED = {
  p: 'acme#pool-office',
  s: 'pool-office:000000001',
  n: 1,
  b: '{"id":"c-1","at":"2023-08-11T18:00:00.000Z","correlation":"r-1","causation":"r-1","actor":"Zoë","priority":"high","hops":2,"trace":"00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01","events":[{"type":"pool.player-joined","schema":"1.0","data":{"poolId":"office","competition":"english-premier-league-2023-24","playerId":"ada"}}]}',
  g: '',
  h: 't1O4t7EJpUArWV0fkCDJnUHuB026wdEPK5cP7taosJc',
} as const;

describe('a stored commit', () => {
  it('has exactly these bytes and this hash', () => {
    expect(encodeCommit(start, commit)).toStrictEqual(STORED);
  });

  it('is read from the table’s stream with its hash checked', () => {
    const read = decodeStreamed(STORED);
    expect(read).toMatchObject({ ...commit, events: [{ id: 'pool-office:1', ...joined('ada') }] });
    expect(tokenAfter(read)).toMatchObject({ tenantId: 'acme', version: 1, hash: STORED.h });
  });

  it.each([
    ['p', 'other#pool-office'],
    ['s', 'pool-office:000000002'],
    ['b', STORED.b.replace('ada', 'bob')],
    ['g', 'x'],
    ['h', 'x'],
  ])('is not believed when %s was changed', (name, value) => {
    expect(() => decodeStreamed({ ...STORED, [name]: value })).toThrow(CorruptCommitError);
  });

  it.each([
    [{ ...STORED, b: '{"id":' }, /the stored bytes are not JSON/],
    [{ ...STORED, b: 'null' }, /holds no events/],
    [{ ...STORED, b: '{}' }, /holds no events/],
    [{ ...STORED, n: 2 }, /holds 1 events, its count says 2/],
    [{ ...STORED, s: 'pool-office:zero' }, CorruptCommitError],
    [{ ...STORED, s: 'pool-office:000000000' }, CorruptCommitError],
  ])('that the store did not write is said to be corrupt, with its place (%#)', (item, message) => {
    expect(() => decodeCommit(item)).toThrow(message);
    expect(() => decodeStreamed(item)).toThrow(CorruptCommitError);
    expect(() => decodeStreamed(item)).toThrow('acme/pool-office at version');
  });

  it('goes out as it was stored when newer code wrote it: who handles it will park it', () => {
    using _newer = otherCode({
      'pool.player-joined': { version: '99.0', data: z.unknown() },
      'pool.closed': { version: '1.0', data: z.unknown() },
    });
    const events = [
      { type: 'pool.player-joined', data: { players: ['ada'] } },
      { type: 'pool.closed', data: { because: 'of rain' } },
    ] as unknown as NewCommit['events'];
    const item = encodeCommit(start, { ...commit, events });
    _newer[Symbol.dispose]();
    expect(decodeStreamed({ ...item }).events).toMatchObject([
      { id: 'pool-office:1', ...events[0], schemaVersion: '99.0' },
      { id: 'pool-office:2', ...events[1], schemaVersion: '1.0' },
    ]);
  });

  it.each(['p', 's', 'n', 'b', 'g', 'h'])('without %s is none', name => {
    expect(() => decodeStreamed({ ...STORED, [name]: undefined })).toThrow(CorruptCommitError);
  });
});
