import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import {
  DeleteObjectCommand,
  GetObjectCommand,
  GetObjectRetentionCommand,
  HeadObjectCommand,
  ListObjectsV2Command,
  ListObjectVersionsCommand,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createS3Service } from '../../../local/s3/service.ts';
import type { JsonObject } from '../../../local/types.ts';
import { operator, scratch } from '../stack/support.ts';
import { startTestGateway, type TestGateway } from '../support/gateway.ts';
import { accessExcept, assemblyOf, clockAt, resource } from '../support/machine.ts';

const bucket = (name: string, properties: JsonObject = {}) =>
  resource('AWS::S3::Bucket', name, properties, `arn:aws:s3:::${name}`);
const locked = (Mode: string): JsonObject => ({
  ObjectLockEnabled: true,
  ObjectLockConfiguration: { ObjectLockEnabled: 'Enabled', Rule: { DefaultRetention: { Mode, Days: 1 } } },
});

const assembly = assemblyOf(
  bucket('plain'),
  bucket('governed', locked('GOVERNANCE')),
  bucket('kept', locked('COMPLIANCE')),
);
const clock = clockAt('2024-02-29T12:00:00Z');
let gateway: TestGateway;
let s3: S3Client;
const as = (accessKeyId: string): S3Client =>
  new S3Client({ ...operator(gateway.endpoint), credentials: { accessKeyId, secretAccessKey: 'x' } });
beforeAll(async () => {
  gateway = await startTestGateway(assembly, {
    clock,
    access: accessExcept(
      's3:PutObject arn:aws:s3:::plain/closed',
      's3:ListBucket arn:aws:s3:::kept',
      's3:GetObjectVersion',
    ),
  });
  s3 = as('operator');
});
afterAll(() => gateway?.close());

const put = (Bucket: string, Key: string, Body: string, more: object = {}) =>
  s3.send(new PutObjectCommand({ Bucket, Key, Body, ...more }));
const get = async (Bucket: string, Key: string, VersionId?: string): Promise<string | undefined> => {
  const { Body } = await s3.send(new GetObjectCommand({ Bucket, Key, ...(VersionId && { VersionId }) }));
  return Body?.transformToString();
};
const keys = async (Bucket: string, more: object = {}) => {
  const { Contents = [], NextContinuationToken } = await s3.send(new ListObjectsV2Command({ Bucket, ...more }));
  return { keys: Contents.map(({ Key }) => Key), NextContinuationToken };
};

describe('an object', () => {
  it.each(['a.json', 'deep/er/ä ö+%2F&<>"\'', 'line\nbreak'])('%j comes back as it was put', async Key => {
    const { ETag } = await put('plain', Key, 'Zoë €😀', { ContentType: 'text/plain' });
    expect(await get('plain', Key)).toBe('Zoë €😀');
    expect(await s3.send(new HeadObjectCommand({ Bucket: 'plain', Key }))).toMatchObject({
      ETag,
      ContentLength: Buffer.byteLength('Zoë €😀'),
      ContentType: 'text/plain',
      LastModified: new Date('2024-02-29T12:00:00Z'),
    });
    expect((await keys('plain')).keys).toContain(Key);
    await s3.send(new DeleteObjectCommand({ Bucket: 'plain', Key }));
  });

  it('that nobody put is not there, nor is its bucket', async () => {
    await expect(get('plain', 'none')).rejects.toMatchObject({ name: 'NoSuchKey', $metadata: { httpStatusCode: 404 } });
    await expect(get('plain', 'none', 'x')).rejects.toMatchObject({ name: 'NoSuchVersion' });
    await expect(get('nowhere', 'none')).rejects.toMatchObject({ name: 'NoSuchBucket' });
    await expect(s3.send(new HeadObjectCommand({ Bucket: 'plain', Key: 'none' }))).rejects.toMatchObject({
      $metadata: { httpStatusCode: 404 },
    });
  });

  it('is created once, whoever else tries at the same time', async () => {
    const tries = await Promise.allSettled(
      ['a', 'b', 'c'].map(body => put('kept', 'once', body, { IfNoneMatch: '*' })),
    );
    expect(tries.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected', 'rejected']);
    expect(tries.filter(({ status }) => status === 'rejected')).toMatchObject(
      Array(2).fill({ reason: { name: 'PreconditionFailed', $metadata: { httpStatusCode: 412 } } }),
    );
  });

  it('is refused when its bytes are not those of its checksum', async () => {
    await expect(put('plain', 'broken', 'x', { ChecksumCRC32: 'AAAAAA==' })).rejects.toMatchObject({
      name: 'BadDigest',
    });
  });
});

describe('a listing', () => {
  it('goes in the order of keys, by prefix, from a key on, in pages', async () => {
    for (const key of ['p/3', 'p/1', 'q/1', 'p/2']) await put('governed', key, key);
    expect((await keys('governed', { Prefix: 'p/' })).keys).toEqual(['p/1', 'p/2', 'p/3']);
    expect((await keys('governed', { StartAfter: 'p/2' })).keys).toEqual(['p/3', 'q/1']);
    const first = await keys('governed', { Prefix: 'p/', MaxKeys: 2 });
    expect(first.keys).toEqual(['p/1', 'p/2']);
    const rest = await keys('governed', { Prefix: 'p/', ContinuationToken: first.NextContinuationToken });
    expect(rest).toEqual({ keys: ['p/3'], NextContinuationToken: undefined });
  });
});

describe('a version', () => {
  it('stays when another comes over it or a delete marker hides it', async () => {
    const { VersionId } = await put('kept', 'v', 'first');
    await put('kept', 'v', 'second');
    expect(await get('kept', 'v')).toBe('second');
    await s3.send(new DeleteObjectCommand({ Bucket: 'kept', Key: 'v' }));
    await expect(get('kept', 'v')).rejects.toMatchObject({ name: 'NoSuchKey' });
    expect(await get('kept', 'v', VersionId)).toBe('first');
    const { Versions, DeleteMarkers } = await s3.send(new ListObjectVersionsCommand({ Bucket: 'kept', Prefix: 'v' }));
    expect(Versions?.map(version => version.VersionId).at(-1)).toBe(VersionId);
    expect(DeleteMarkers).toMatchObject([{ Key: 'v', IsLatest: true }]);
  });

  const remove = (Bucket: string, VersionId: string | undefined, BypassGovernanceRetention = false) =>
    s3.send(new DeleteObjectCommand({ Bucket, Key: 'r', VersionId, BypassGovernanceRetention }));

  it('is kept for as long as its retention says, by the machine’s clock', async () => {
    const { VersionId } = await put('kept', 'r', 'x');
    const { Retention } = await s3.send(new GetObjectRetentionCommand({ Bucket: 'kept', Key: 'r' }));
    expect(Retention).toEqual({ Mode: 'COMPLIANCE', RetainUntilDate: new Date('2024-03-01T12:00:00Z') });
    await expect(remove('kept', VersionId)).rejects.toMatchObject({ name: 'AccessDenied' });
    await expect(remove('kept', VersionId, true)).rejects.toMatchObject({ name: 'AccessDenied' });
    clock.set(new Date('2024-03-01T12:00:00Z'));
    await remove('kept', VersionId);
    clock.set(new Date('2024-02-29T12:00:00Z'));
    await expect(get('kept', 'r', VersionId)).rejects.toMatchObject({ name: 'NoSuchVersion' });
  });

  it('is let go before under governance, by who says so', async () => {
    const { VersionId } = await put('governed', 'r', 'x');
    await expect(remove('governed', VersionId)).rejects.toMatchObject({ name: 'AccessDenied' });
    await remove('governed', VersionId, true);
    await expect(get('governed', 'r', VersionId)).rejects.toMatchObject({ name: 'NoSuchVersion' });
  });

  it('may be kept for longer than the bucket says, but not in a bucket without locks', async () => {
    const until = { ObjectLockMode: 'COMPLIANCE', ObjectLockRetainUntilDate: new Date('2025-01-01T00:00:00Z') };
    const { VersionId } = await put('governed', 'r', 'x', until);
    await expect(remove('governed', VersionId, true)).rejects.toMatchObject({ name: 'AccessDenied' });
    await expect(put('plain', 'r', 'x', until)).rejects.toMatchObject({ name: 'InvalidRequest' });
  });
});

describe('permissions', () => {
  it('are those of the caller’s role, object by object', async () => {
    const role = as('role-writer');
    await role.send(new PutObjectCommand({ Bucket: 'plain', Key: 'open', Body: 'x' }));
    const refused = { name: 'AccessDenied', $metadata: { httpStatusCode: 403 } };
    await expect(role.send(new PutObjectCommand({ Bucket: 'plain', Key: 'closed', Body: 'x' }))).rejects.toMatchObject(
      refused,
    );
    await expect(role.send(new ListObjectsV2Command({ Bucket: 'kept' }))).rejects.toMatchObject(refused);
    const old = new GetObjectCommand({ Bucket: 'plain', Key: 'open', VersionId: 'x' });
    await expect(role.send(old)).rejects.toMatchObject(refused);
    await expect(as('AKIAUNKNOWN').send(new ListObjectsV2Command({ Bucket: 'plain' }))).rejects.toMatchObject(refused);
  });

  it('say so for what does not run here', async () => {
    await expect(keys('plain', { Delimiter: '/' })).rejects.toMatchObject({ name: 'NotImplemented' });
  });
});

describe('what was put', () => {
  it('outlives the process that took it, and its folder has one user', () => {
    const options = { assembly, clock, directory: scratch() };
    const request = (method: string, body = '') => ({
      method,
      bucket: 'kept',
      key: 'k',
      query: new URLSearchParams(),
      header: () => undefined,
      body: Buffer.from(body),
    });
    const first = createS3Service(options);
    first.answer(request('PUT', 'kept'), () => {});
    expect(() => createS3Service(options)).toThrow(/another local runtime uses this data folder/);
    first.close();
    const second = createS3Service(options);
    expect(second.answer(request('GET'), () => {}).body.toString()).toBe('kept');
    second.close();
  });

  it('is read from a folder of before Cache-Control was kept', () => {
    const options = { assembly, clock, directory: scratch() };
    const old = new DatabaseSync(join(options.directory, 'objects.db'));
    old.exec(`CREATE TABLE versions (seq INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, bucket TEXT NOT NULL,
      key TEXT NOT NULL, marker INTEGER NOT NULL, etag TEXT NOT NULL, type TEXT NOT NULL, modified INTEGER NOT NULL, mode TEXT,
      until INTEGER, size INTEGER NOT NULL, bytes BLOB NOT NULL);
      INSERT INTO versions (id, bucket, key, marker, etag, type, modified, size, bytes)
      VALUES ('1', 'kept', 'k', 0, 'e', 'text/plain', 0, 3, CAST('old' AS BLOB))`);
    old.close();
    const s3 = createS3Service(options);
    const common = { bucket: 'kept', key: 'k', query: new URLSearchParams(), body: Buffer.from('new') };
    const get = () => s3.answer({ ...common, method: 'GET', header: () => undefined }, () => {});
    expect([get().body.toString(), get().headers['cache-control']]).toEqual(['old', undefined]);
    const header = (name: string) => (name === 'cache-control' ? 'no-cache' : undefined);
    s3.answer({ ...common, method: 'PUT', header }, () => {});
    expect([get().body.toString(), get().headers['cache-control']]).toEqual(['new', 'no-cache']);
    s3.close();
  });
});
