import type { RawAnswer } from '../dynamodb/client.ts';
import { AwsError } from '../gateway/protocol.ts';
import type { Assembly, MachineClock } from '../types.ts';
import { bucketsOf } from './buckets.ts';
import { deleteObject, getObject, getRetention, type ObjectCall, putObject } from './objects.ts';
import { operationOf, type S3Demand, type S3Operation, type S3Request, s3Demands } from './request.ts';
import { openVersions, type Version } from './versions.ts';
import { type Element, xml } from './xml.ts';

/** S3 behind the gateway. Throws {@link AwsError} to refuse. */
export interface S3Service {
  /** @param authorize throws when the caller may not do what is demanded */
  answer(request: S3Request, authorize: (demands: readonly S3Demand[]) => void): RawAnswer;
  close(): void;
}

const MAX_KEYS = 1000;

const limitOf = (query: URLSearchParams): number => {
  const limit = Number(query.get('max-keys') ?? MAX_KEYS);
  if (Number.isInteger(limit) && limit >= 0) return Math.min(limit, MAX_KEYS);
  throw new AwsError('InvalidArgument', 'Argument maxKeys must be an integer between 0 and 2147483647');
};

const withoutDelimiter = (query: URLSearchParams): void => {
  if (query.has('delimiter'))
    throw new AwsError('NotImplemented', 'A delimiter does not run locally.', { status: 501 });
};

const document = (root: Element): RawAnswer => ({
  status: 200,
  headers: { 'content-type': 'application/xml' },
  body: xml(root),
});

const entry = (version: Version): Element[] => [
  ['Key', version.key],
  ['LastModified', new Date(version.modified).toISOString()],
  ...(version.deleteMarker
    ? []
    : ([
        ['ETag', `"${version.etag}"`],
        ['Size', version.size],
      ] as const)),
];

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_ListObjectsV2.html */
const listObjects = ({ request: { query }, bucket, versions }: ObjectCall): RawAnswer => {
  withoutDelimiter(query);
  const limit = limitOf(query);
  const prefix = query.get('prefix') ?? '';
  const token = query.get('continuation-token');
  const after = token === null ? (query.get('start-after') ?? '') : Buffer.from(token, 'base64url').toString();
  const found = versions.list(bucket.name, { prefix, after, limit: limit + 1 });
  const page = found.slice(0, limit);
  const last = page.at(-1);
  return document([
    'ListBucketResult',
    [
      ['Name', bucket.name],
      ['Prefix', prefix],
      ['KeyCount', page.length],
      ['MaxKeys', limit],
      ['IsTruncated', found.length > limit && limit > 0],
      ...(found.length > limit && last
        ? [['NextContinuationToken', Buffer.from(last.key).toString('base64url')] as const]
        : []),
      ...page.map((version): Element => ['Contents', entry(version)]),
    ],
  ]);
};

/**
 * The first 1000 versions; https://docs.aws.amazon.com/AmazonS3/latest/API/API_ListObjectVersions.html
 * @throws AwsError when there are more: markers do not run here
 */
const listVersions = ({ request: { query }, bucket, versions }: ObjectCall): RawAnswer => {
  withoutDelimiter(query);
  const found = versions.history(bucket.name, query.get('prefix') ?? '', MAX_KEYS + 1);
  if (found.length > MAX_KEYS || query.has('key-marker'))
    throw new AwsError('NotImplemented', 'More versions than a page holds do not run locally.', { status: 501 });
  const isLatest = (version: Version, index: number): boolean => found[index - 1]?.key !== version.key;
  return document([
    'ListVersionsResult',
    [
      ['Name', bucket.name],
      ['IsTruncated', false],
      ...found.map((version, index): Element => {
        const what: Element[] = [
          ['VersionId', version.versionId],
          ['IsLatest', isLatest(version, index)],
        ];
        return [version.deleteMarker ? 'DeleteMarker' : 'Version', [...entry(version), ...what]];
      }),
    ],
  ]);
};

const OPERATIONS: Readonly<Record<S3Operation, (call: ObjectCall) => RawAnswer>> = {
  PutObject: putObject,
  GetObject: getObject,
  HeadObject: getObject,
  DeleteObject: deleteObject,
  GetObjectRetention: getRetention,
  ListObjectsV2: listObjects,
  ListObjectVersions: listVersions,
};

/**
 * The buckets of the template with the objects that the data folder holds. Which of S3's operations run locally is exactly
 * what is listed here.
 * @throws LocalRuntimeError when another runtime uses the folder
 */
export const createS3Service = (options: {
  readonly assembly: Assembly;
  readonly clock: MachineClock;
  /** Absent: the objects die with the process. */
  readonly directory?: string;
}): S3Service => {
  const buckets = bucketsOf(options.assembly);
  const versions = openVersions(options.directory);
  return {
    answer: (request, authorize) => {
      const operation = operationOf(request);
      authorize(s3Demands(operation, request));
      const bucket = buckets.get(request.bucket);
      if (!bucket) throw new AwsError('NoSuchBucket', 'The specified bucket does not exist', { status: 404 });
      return OPERATIONS[operation]({ request, bucket, versions, now: options.clock.now().getTime() });
    },
    close: () => versions.close(),
  };
};

/** A refusal in the words of S3. */
export const s3Refusal = ({ code, message, status }: AwsError): RawAnswer => ({
  status,
  headers: { 'content-type': 'application/xml' },
  body: xml([
    'Error',
    [
      ['Code', code],
      ['Message', message],
    ],
  ]),
});
