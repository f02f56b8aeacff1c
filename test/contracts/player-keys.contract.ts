import { type DynamoDBDocumentClient, GetCommand, ScanCommand } from '@aws-sdk/lib-dynamodb';
import { expect, it } from 'vitest';
import {
  type KeyState,
  KeysUnavailableError,
  type PlayerKey,
  type PlayerKeys,
} from '../../shared/application/player-keys.ts';
import { dynamoDBPlayerKeys } from '../../shared/store/dynamodb-player-keys.ts';
import { brokenConnection, countCapacity, onWire, throttled } from '../support/sdk-faults.ts';
import { newTenant } from './commits.ts';

const usable = (state: KeyState): PlayerKey => {
  if (state.status !== 'usable') throw new Error(`the key is ${state.status}`);
  return state.key;
};

/** What every store of players' keys does. */
export const playerKeysContract = (open: () => PlayerKeys): void => {
  const ref = (tenantId = newTenant(), playerId = 'ada') => ({ tenantId, playerId });

  it('are made when they are asked for, and the same from then on', async () => {
    const [keys, ada] = [open(), ref()];
    expect(await keys.find(ada)).toEqual({ status: 'none' });
    const sealed = usable(await keys.obtain(ada)).seal('Ada');
    expect(usable(await keys.obtain(ada)).open(sealed)).toBe('Ada');
    expect(usable(await keys.find(ada)).open(sealed)).toBe('Ada');
  });

  it('are one for all who ask at once', async () => {
    const [keys, ada] = [open(), ref()];
    const states = await Promise.all(Array.from({ length: 8 }, () => keys.obtain(ada)));
    const sealed = states.map(state => usable(state).seal('Ada'));
    const key = usable(await keys.find(ada));
    expect(sealed.map(text => key.open(text))).toEqual(Array(8).fill('Ada'));
  });

  it('are another for each player and tenant', async () => {
    const keys = open();
    const [ada, bob] = [ref(), ref()];
    const others = [bob, { ...ada, playerId: 'bob' }, { ...bob, playerId: 'bob' }];
    const sealed = usable(await keys.obtain(ada)).seal('Ada');
    for (const other of others) expect(usable(await keys.obtain(other)).fits(sealed)).toBe(false);
  });

  it('are destroyed for good, as often as one likes, and only those', async () => {
    const keys = open();
    const ada = ref();
    const bob = { ...ada, playerId: 'bob' };
    await Promise.all([keys.obtain(ada), keys.obtain(bob)]);
    for (const _time of [1, 2]) {
      await keys.destroy(ada);
      expect([await keys.find(ada), await keys.obtain(ada)]).toEqual(Array(2).fill({ status: 'destroyed' }));
    }
    expect(await keys.find(bob)).toMatchObject({ status: 'usable' });
  });

  it('are found for many at once, without those that are not there and those that were destroyed', async () => {
    const keys = open();
    const tenantId = newTenant();
    const ids = Array.from({ length: 103 }, (_, index) => `p-${index}`);
    expect(await keys.findAll(tenantId, ids)).toEqual(new Map());
    expect(await keys.findAll(tenantId, [])).toEqual(new Map());
    const held = ['p-1', 'p-50', 'p-101', 'p-102'].map(playerId => ({ tenantId, playerId }));
    const sealed = new Map<string, string>();
    for (const one of held) sealed.set(one.playerId, usable(await keys.obtain(one)).seal(one.playerId));
    await keys.destroy({ tenantId, playerId: 'p-50' });
    await keys.obtain({ tenantId: newTenant(), playerId: 'p-2' });
    const found = await keys.findAll(tenantId, [...ids, 'p-1']);
    expect([...found.keys()].toSorted()).toEqual(['p-1', 'p-101', 'p-102']);
    for (const [playerId, key] of found) expect(key.open(sealed.get(playerId) ?? '')).toBe(playerId);
  });

  it('cannot be made after they were destroyed, though there was none', async () => {
    const [keys, ada] = [open(), ref()];
    await keys.destroy(ada);
    expect([await keys.find(ada), await keys.obtain(ada)]).toEqual(Array(2).fill({ status: 'destroyed' }));
  });

  it('are destroyed or made, whoever comes first: never made after it', async () => {
    const keys = open();
    for (let round = 0; round < 10; round += 1) {
      const ada = ref();
      await Promise.all([keys.obtain(ada), keys.destroy(ada), keys.obtain(ada)]);
      expect(await keys.obtain(ada)).toEqual({ status: 'destroyed' });
    }
  });
};

/** What the one on DynamoDB does besides, in the table `keys`. @param connect makes a client that tries this often */
export const dynamoDBPlayerKeysContract = (connect: (maxAttempts?: number) => DynamoDBDocumentClient): void => {
  it('a destroyed key leaves its item and nothing of the key', async () => {
    const [keys, ada] = [dynamoDBPlayerKeys(connect(), 'keys'), { tenantId: newTenant(), playerId: 'ada' }];
    const Key = { p: `${ada.tenantId}#ada`, s: 'key' };
    const item = async () => (await connect().send(new GetCommand({ TableName: 'keys', Key }))).Item;
    await keys.obtain(ada);
    expect(await item()).toEqual({ ...Key, keyId: expect.any(String), secret: expect.any(Uint8Array) });
    expect((await item())?.secret).toHaveLength(32);
    await keys.destroy(ada);
    expect(await item()).toEqual({ ...Key, destroyed: true });
  });

  it('many keys are one request, of a read unit each', async () => {
    const [own, tenantId, ids] = [connect(), newTenant(), ['p-1', 'p-2', 'p-3']];
    const units = countCapacity(own);
    const keys = dynamoDBPlayerKeys(own, 'keys');
    await Promise.all(ids.map(playerId => keys.obtain({ tenantId, playerId })));
    await keys.destroy({ tenantId, playerId: 'p-3' });
    units.length = 0;
    expect((await keys.findAll(tenantId, ids)).size).toBe(2);
    // DynamoDB Local does not count those that are not there; DynamoDB does.
    expect(units).toEqual([3]);
  });

  it('no two keys are alike', async () => {
    const { Items = [] } = await connect().send(new ScanCommand({ TableName: 'keys' }));
    const secrets = Items.flatMap(({ secret }) => (secret ? [Buffer.from(secret as Uint8Array).toString('hex')] : []));
    expect(secrets.length).toBeGreaterThan(4);
    expect(new Set(secrets).size).toBe(secrets.length);
  });

  it('says that the keys cannot be reached, and why', async () => {
    const own = connect(1);
    onWire(own, () => Promise.reject(throttled()));
    const keys = dynamoDBPlayerKeys(own, 'keys');
    const ada = { tenantId: newTenant(), playerId: 'ada' };
    for (const asked of [keys.obtain(ada), keys.find(ada), keys.findAll(ada.tenantId, ['ada']), keys.destroy(ada)])
      await expect(asked).rejects.toMatchObject({
        constructor: KeysUnavailableError,
        cause: { name: 'ProvisionedThroughputExceededException' },
      });
  });

  it('answers with the key that was made when the answer to the put was lost', async () => {
    const own = connect();
    const puts: string[] = [];
    onWire(own, async ({ command, send }) => {
      if (command !== 'PutItemCommand' || puts.push(command) > 1) return send();
      await send();
      throw brokenConnection();
    });
    const ada = { tenantId: newTenant(), playerId: 'ada' };
    const sealed = usable(await dynamoDBPlayerKeys(own, 'keys').obtain(ada)).seal('Ada');
    expect(puts).toHaveLength(2);
    expect(usable(await dynamoDBPlayerKeys(connect(), 'keys').find(ada)).open(sealed)).toBe('Ada');
  });
};
