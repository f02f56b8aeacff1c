import { ScanCommand as RawScanCommand } from '@aws-sdk/client-dynamodb';
import { expect, it, vi } from 'vitest';
import { operatorClient } from '../../cli/ledger/deployment.ts';
import { openLedger } from '../../cli/ledger/open.ts';
import { announce } from '../../cli/ledger/running.ts';
import { verifyLedger } from '../../cli/ledger/verify.ts';
import { playerOf } from '../../cli/tokens.ts';
import { remove, scratch, type TestStack } from './harness.ts';

const TENANT = 'forgotten';
const PLAYER = 'p-4711';
/** The same words in each profile, and as somebody might encode them. */
const WORDS = ['Lovelace', 'ada@somewhere.example'];
const PERSONAL = WORDS.flatMap(word => [
  word,
  Buffer.from(word).toString('base64').slice(0, -4),
  encodeURIComponent(word),
]);

/** Asks for the player by HTTP: `method path status`. */
export const asPlayer = async (
  { apiUrl, as }: TestStack,
  tenant: string,
  request: { readonly method: string; readonly path: string; readonly body?: unknown },
) => {
  const { method, path, body } = request;
  const answer = await fetch(`${apiUrl}/v1/players/${PLAYER}${path}`, {
    method,
    headers: {
      ...(await as(playerOf(tenant, PLAYER))),
      'content-type': 'application/json',
      'idempotency-key': `${method}-${JSON.stringify(body ?? '').length}`,
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  return { status: answer.status, body: (await answer.json()) as Readonly<Record<string, unknown>> };
};

/** Everything that is kept or was said, by where: raw items of each table, what went over the bus, what was printed. */
const everything = async (open: TestStack): Promise<ReadonlyMap<string, string>> => {
  const client = operatorClient(open.stack.endpoint);
  const places = new Map([
    ['bus', JSON.stringify(open.published)],
    ['logs', open.logs.join('\n')],
    ['reports', open.reports.join('\n')],
  ]);
  for (const { logicalId, name } of open.stack.assembly.ofType('AWS::DynamoDB::GlobalTable')) {
    const texts: string[] = [];
    let ExclusiveStartKey: RawStart;
    do {
      const page = await client.send(new RawScanCommand({ TableName: name, ExclusiveStartKey }));
      texts.push(
        JSON.stringify(page.Items, (_, value: unknown) => (value instanceof Uint8Array ? latin1(value) : value)),
      );
      ExclusiveStartKey = page.LastEvaluatedKey;
    } while (ExclusiveStartKey);
    places.set(logicalId, texts.join('\n'));
  }
  client.destroy();
  return places;
};
type RawStart = RawScanCommand['input']['ExclusiveStartKey'];
const latin1 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1');

/** Where any of these texts is. */
const placesOf = async (open: TestStack, ...texts: readonly string[]): Promise<readonly string[]> =>
  [...(await everything(open))].filter(([, all]) => texts.some(text => all.includes(text))).map(([place]) => place);

/** A player registers, changes the profile and is forgotten: the words of the profile are nowhere at any time. */
export const forgottenStory = (open: () => TestStack): void => {
  const player = (method: string, path = '', body?: unknown) => asPlayer(open(), TENANT, { method, path, body });
  const [name = '', email = ''] = WORDS;
  const first = { displayName: `Ada ${name}`, email };
  const second = { ...first, locale: 'en-GB' };

  it('is kept and published without a readable word of the profile', async () => {
    for (const [profile, status] of [
      [first, 201],
      [first, 201],
      [second, 200],
    ] as const)
      expect((await player('PUT', '/profile', profile)).status).toBe(status);
    expect(await player('GET')).toEqual({ status: 200, body: { playerId: PLAYER, ...second, version: 2 } });
    expect((await player('PUT', '/profile', { ...first, email: `${email} ${name}` })).status).toBe(400);
    await open().settled();
    expect(await placesOf(open(), ...PERSONAL)).toEqual([]);
    // One finds there what is there.
    const known = await placesOf(open(), PLAYER);
    expect(known).toEqual(expect.arrayContaining(['bus', 'logs']));
    for (const table of ['Audit', 'Events', 'Keys']) expect(known.some(place => place.startsWith(table))).toBe(true);
  });

  it('cannot be read by anybody once forgotten, and the chain is as it was', async () => {
    expect((await player('DELETE')).status).toBe(200);
    for (const [method, path, body] of [['GET'], ['PUT', '/profile', first], ['PUT', '/profile', second]] as const)
      expect(await player(method, path, body)).toMatchObject({ status: 410, body: { title: 'forgotten' } });
    await open().settled();
    expect(await placesOf(open(), ...PERSONAL)).toEqual([]);
    expect((await open().scan<{ p: string }>('Keys')).filter(({ p }) => p === `${TENANT}#${PLAYER}`)).toEqual([
      { p: `${TENANT}#${PLAYER}`, s: 'key', destroyed: true },
    ]);
    // The stack's clock is years ahead: a verification refuses commits of the future.
    vi.setSystemTime('2032-01-01T00:00:00.000Z');
    const data = scratch();
    await using _announced = await announce(data, open().stack);
    using ledger = await openLedger({ data });
    const verified = await verifyLedger({ ...ledger, tenantId: TENANT });
    vi.useRealTimers();
    await remove(data);
    expect(verified).toMatchObject({ faults: [], streams: 1, commits: 3 });
    expect(
      open()
        .published.filter(({ tenantId }) => tenantId === TENANT)
        .map(({ type }) => type),
    ).toEqual(['player.registered', 'player.profile-changed', 'player.forgotten']);
    expect(await open().outcomes(TENANT)).toEqual([1, 2, 3].map(n => `player-${PLAYER}:${n} catch-unrouted: skipped`));
  });
};
