import type { IncomingMessage } from 'node:http';
import { AwsError } from '../gateway/protocol.ts';

/** A request for S3, in path style: `/bucket/key?parameters`. */
export interface S3Request {
  readonly method: string;
  readonly bucket: string;
  readonly key: string;
  readonly query: URLSearchParams;
  header(name: string): string | undefined;
  readonly body: Buffer;
}

/** What the caller must be allowed to do, with the condition keys of the request. */
export interface S3Demand {
  readonly action: string;
  readonly resource: string;
  readonly context?: Readonly<Record<string, string>>;
}

/** S3 has no X-Amz-Target: what a request is signed for tells that it is one. */
export const isS3 = (request: IncomingMessage): boolean =>
  /Credential=[^/]+\/\d+\/[^/]+\/s3\/aws4_request/.test(request.headers.authorization ?? '');

/** @throws AwsError for a path that is not one */
export const readS3Request = (request: IncomingMessage, body: Buffer): S3Request => {
  const url = new URL(request.url ?? '/', 'http://localhost');
  const [, bucket = '', rest = ''] = /^\/([^/]*)\/?(.*)$/s.exec(url.pathname) ?? [];
  const header = (name: string): string | undefined => {
    const value = request.headers[name];
    return Array.isArray(value) ? value.join(',') : value;
  };
  try {
    return {
      method: request.method ?? '',
      bucket,
      key: decodeURIComponent(rest),
      query: url.searchParams,
      header,
      body,
    };
  } catch {
    throw new AwsError('InvalidURI', 'The path cannot be decoded.');
  }
};

/** The operations that run here, by how a request looks. */
export type S3Operation =
  | 'PutObject'
  | 'GetObject'
  | 'HeadObject'
  | 'DeleteObject'
  | 'ListObjectsV2'
  | 'ListObjectVersions'
  | 'GetObjectRetention';

/** @throws AwsError `NotImplemented` */
export const operationOf = ({ method, key, query }: S3Request): S3Operation => {
  const plain = [...query.keys()].every(name => ['x-id', 'versionId'].includes(name));
  if (key === '') {
    if (method === 'GET' && query.has('versions')) return 'ListObjectVersions';
    if (method === 'GET' && query.get('list-type') === '2') return 'ListObjectsV2';
  } else if (plain) {
    const found = ({ PUT: 'PutObject', GET: 'GetObject', HEAD: 'HeadObject', DELETE: 'DeleteObject' } as const)[method];
    if (found) return found;
  } else if (method === 'GET' && query.has('retention')) return 'GetObjectRetention';
  const what = `${method} of ${key === '' ? 'a bucket' : 'an object'} with ${[...query.keys()].join(', ') || 'no parameters'}`;
  throw new AwsError('NotImplemented', `The local S3 does not know ${what}.`, { status: 501 });
};

/**
 * What IAM is asked: https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazons3.html
 * A version of its own, a retention and its bypass are permissions of their own.
 */
export const s3Demands = (operation: S3Operation, request: S3Request): readonly S3Demand[] => {
  const { bucket, key, query, header } = request;
  const ofVersion = query.has('versionId') ? 'Version' : '';
  const resource = `arn:aws:s3:::${bucket}/${key}`;
  const ifNoneMatch = header('if-none-match');
  const context = ifNoneMatch === undefined ? {} : { context: { 's3:if-none-match': ifNoneMatch } };
  switch (operation) {
    case 'ListObjectsV2':
      return [{ action: 's3:ListBucket', resource: `arn:aws:s3:::${bucket}` }];
    case 'ListObjectVersions':
      return [{ action: 's3:ListBucketVersions', resource: `arn:aws:s3:::${bucket}` }];
    case 'GetObject':
    case 'HeadObject':
      return [{ action: `s3:GetObject${ofVersion}`, resource }];
    case 'GetObjectRetention':
      return [{ action: 's3:GetObjectRetention', resource }];
    case 'DeleteObject': {
      const bypass = header('x-amz-bypass-governance-retention') === 'true';
      return [
        { action: `s3:DeleteObject${ofVersion}`, resource },
        ...(bypass ? [{ action: 's3:BypassGovernanceRetention', resource }] : []),
      ];
    }
    case 'PutObject': {
      const retained = header('x-amz-object-lock-mode') !== undefined;
      return [
        { action: 's3:PutObject', resource, ...context },
        ...(retained ? [{ action: 's3:PutObjectRetention', resource }] : []),
      ];
    }
  }
};
