import { createHash, randomUUID } from 'node:crypto';
import { crc32 } from 'node:zlib';
import type { RawAnswer } from '../dynamodb/client.ts';
import { AwsError } from '../gateway/protocol.ts';
import type { Bucket } from './buckets.ts';
import type { S3Request } from './request.ts';
import type { Retention, Version, Versions } from './versions.ts';
import { xml } from './xml.ts';

/** What an operation on an object is given. */
export interface ObjectCall {
  readonly request: S3Request;
  readonly bucket: Bucket;
  readonly versions: Versions;
  /** Epoch milliseconds, by the machine's clock. */
  readonly now: number;
}

const answer = (status: number, headers: RawAnswer['headers'] = {}, body: Buffer = Buffer.alloc(0)): RawAnswer => ({
  status,
  headers,
  body,
});

const quoted = ({ etag }: Version): string => `"${etag}"`;

const retentionHeaders = ({ retention }: Version): RawAnswer['headers'] =>
  retention
    ? {
        'x-amz-object-lock-mode': retention.mode,
        'x-amz-object-lock-retain-until-date': new Date(retention.until).toISOString(),
      }
    : {};

/** The retention that a request asks for, or the bucket's. @throws AwsError when it is not understood */
const retentionFor = ({ request, bucket, now }: ObjectCall): Retention | undefined => {
  const mode = request.header('x-amz-object-lock-mode');
  if (mode === undefined) return bucket.defaultRetention?.(now);
  const until = Date.parse(request.header('x-amz-object-lock-retain-until-date') ?? '');
  if (!bucket.objectLock) throw new AwsError('InvalidRequest', 'Bucket is missing Object Lock Configuration');
  if ((mode !== 'GOVERNANCE' && mode !== 'COMPLIANCE') || !(until > now))
    throw new AwsError('InvalidArgument', 'The retain until date must be in the future!');
  return { mode, until };
};

const checkBody = ({ header, body }: S3Request): void => {
  if (header('content-encoding')?.includes('aws-chunked') === true)
    throw new AwsError('NotImplemented', 'Bodies in signed chunks do not run locally.', { status: 501 });
  const checksum = header('x-amz-checksum-crc32');
  const own = Buffer.alloc(4);
  own.writeUInt32BE(crc32(body));
  if (checksum !== undefined && checksum !== own.toString('base64'))
    throw new AwsError('BadDigest', 'The CRC32 you specified did not match the calculated checksum.');
};

/** Adds a version; in a bucket without versions it takes the place of the one before. */
const addVersion = ({ bucket, versions, request }: ObjectCall, version: Version, bytes: Buffer): void => {
  const before = bucket.versioned ? undefined : versions.find(bucket.name, request.key);
  versions.add(bucket.name, version, bytes);
  if (before) versions.remove(before);
};

const newVersion = ({ request, now }: ObjectCall): Version => ({
  versionId: randomUUID().replaceAll('-', ''),
  key: request.key,
  deleteMarker: false,
  size: 0,
  etag: '',
  contentType: '',
  cacheControl: undefined,
  modified: now,
  retention: undefined,
});

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutObject.html */
export const putObject = (call: ObjectCall): RawAnswer => {
  const { request, bucket, versions } = call;
  checkBody(request);
  const existing = versions.find(bucket.name, request.key);
  const condition = request.header('if-none-match');
  if (condition !== undefined && condition !== '*')
    throw new AwsError('NotImplemented', 'If-None-Match takes * only.', { status: 501 });
  if (condition === '*' && existing && !existing.deleteMarker)
    throw new AwsError('PreconditionFailed', 'At least one of the pre-conditions you specified did not hold', {
      status: 412,
    });
  const version: Version = {
    ...newVersion(call),
    size: request.body.length,
    etag: createHash('md5').update(request.body).digest('hex'),
    contentType: request.header('content-type') ?? 'binary/octet-stream',
    cacheControl: request.header('cache-control'),
    retention: retentionFor(call),
  };
  addVersion(call, version, request.body);
  return answer(200, { etag: quoted(version), ...(bucket.versioned && { 'x-amz-version-id': version.versionId }) });
};

const existingVersion = ({ request, bucket, versions }: ObjectCall): Version => {
  const versionId = request.query.get('versionId') ?? undefined;
  const version = versions.find(bucket.name, request.key, versionId);
  if (version && !version.deleteMarker) return version;
  if (version && versionId !== undefined)
    throw new AwsError('MethodNotAllowed', 'The specified method is not allowed against this resource.', {
      status: 405,
    });
  throw versionId === undefined
    ? new AwsError('NoSuchKey', 'The specified key does not exist.', { status: 404 })
    : new AwsError('NoSuchVersion', 'The specified version does not exist.', { status: 404 });
};

/** GetObject, and HeadObject: of its answer Node leaves out the bytes. */
export const getObject = (call: ObjectCall): RawAnswer => {
  const version = existingVersion(call);
  const headers = {
    etag: quoted(version),
    'content-type': version.contentType,
    ...(version.cacheControl !== undefined && { 'cache-control': version.cacheControl }),
    'last-modified': new Date(version.modified).toUTCString(),
    ...(call.bucket.versioned && { 'x-amz-version-id': version.versionId }),
    ...retentionHeaders(version),
  };
  return answer(200, headers, call.versions.bytes(version));
};

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetObjectRetention.html */
export const getRetention = (call: ObjectCall): RawAnswer => {
  const { retention } = existingVersion(call);
  if (!retention)
    throw new AwsError(
      'NoSuchObjectLockConfiguration',
      'The specified object does not have a ObjectLock configuration',
      {
        status: 404,
      },
    );
  const until = new Date(retention.until).toISOString();
  const body = xml([
    'Retention',
    [
      ['Mode', retention.mode],
      ['RetainUntilDate', until],
    ],
  ]);
  return answer(200, { 'content-type': 'application/xml' }, body);
};

/**
 * Without a version: hides the object behind a delete marker. A version that is named goes for good, unless it is retained:
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-lock.html
 */
export const deleteObject = (call: ObjectCall): RawAnswer => {
  const { request, bucket, versions, now } = call;
  const versionId = request.query.get('versionId') ?? undefined;
  const version = versions.find(bucket.name, request.key, versionId);
  if (versionId === undefined && bucket.versioned) {
    const marker = { ...newVersion(call), deleteMarker: true };
    versions.add(bucket.name, marker, Buffer.alloc(0));
    return answer(204, { 'x-amz-delete-marker': 'true', 'x-amz-version-id': marker.versionId });
  }
  const { retention } = version ?? {};
  const bypassed = retention?.mode === 'GOVERNANCE' && request.header('x-amz-bypass-governance-retention') === 'true';
  if (retention && retention.until > now && !bypassed)
    throw new AwsError('AccessDenied', 'Access Denied because object protected by object lock.', { status: 403 });
  if (version) versions.remove(version);
  return answer(204, versionId === undefined ? {} : { 'x-amz-version-id': versionId });
};
