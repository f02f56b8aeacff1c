import type { IncomingMessage, ServerResponse } from 'node:http';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { RawAnswer } from '../dynamodb/client.ts';
import { AwsError } from '../gateway/protocol.ts';
import { type S3Service, s3Refusal } from '../s3/service.ts';
import type { AccessControl, Assembly, Resource } from '../types.ts';
import type { Behavior, Origin } from './behaviors.ts';
import { withHeaders } from './headers-policy.ts';

/** What serving from a bucket needs. */
export interface BucketOriginOptions {
  readonly assembly: Assembly;
  readonly access: AccessControl;
  readonly s3: S3Service;
}

/** https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/ServingCompressedFiles.html */
const COMPRESSED = /^(text\/|image\/svg\+xml|application\/(javascript|json|manifest\+json|wasm|xml))/;
const [LEAST_BYTES, MOST_BYTES] = [1000, 10_000_000];

const compress = promisify(gzip);

/** The same bytes by whatever encoding: an ETag that was weakened still tells that. */
const isSame = (etag: string | undefined, ifNoneMatch: string | undefined): boolean =>
  etag !== undefined &&
  (ifNoneMatch ?? '').split(',').some(known => known.trim().replace(/^W\//, '') === etag.replace(/^W\//, ''));

/** Asks as CloudFront, which the bucket's policy lets read for this distribution; without a signature, as nobody. */
const readObject = (
  { assembly, access, s3 }: BucketOriginOptions,
  distribution: Resource,
  { bucket, signed }: Extract<Origin, { kind: 'bucket' }>,
  key: string,
): RawAnswer => {
  const context = { 'aws:SourceArn': distribution.arn, 'aws:SourceAccount': assembly.account };
  try {
    return s3.answer(
      { method: 'GET', bucket, key, query: new URLSearchParams(), header: () => undefined, body: Buffer.alloc(0) },
      demands => {
        const principal = signed ? 'cloudfront.amazonaws.com' : 'anonymous';
        const allowed = demands.every(demand => access.decide({ principal, context, ...demand }).allowed);
        if (!allowed) throw new AwsError('AccessDenied', 'Access Denied', { status: 403 });
      },
    );
  } catch (error) {
    if (!(error instanceof AwsError)) throw error;
    // Who may not list is not told what is there.
    return s3Refusal(
      error.code === 'NoSuchKey' ? new AwsError('AccessDenied', 'Access Denied', { status: 403 }) : error,
    );
  }
};

/** What cannot be decoded is the name of nothing. */
const keyOf = (path: string): string => {
  try {
    return decodeURIComponent(path.slice(1));
  } catch {
    return path;
  }
};

/** Serves files of a bucket. */
export const createBucketOrigin = (distribution: Resource, options: BucketOriginOptions) => {
  /** What was compressed, by its ETag: a page has few files. */
  const packed = new Map<string, Promise<Buffer>>();
  const encode = async (answer: RawAnswer, accepted: string): Promise<RawAnswer> => {
    const { headers, body } = answer;
    const { etag = '', 'content-type': type = '' } = headers;
    const worth = COMPRESSED.test(type) && body.length >= LEAST_BYTES && body.length <= MOST_BYTES;
    if (!worth) return answer;
    const vary = { vary: 'accept-encoding' };
    if (!/\bgzip\b/.test(accepted)) return { ...answer, headers: { ...headers, ...vary } };
    const bytes = packed.get(etag) ?? compress(body);
    packed.set(etag, bytes);
    return {
      ...answer,
      headers: { ...headers, ...vary, etag: `W/${etag}`, 'content-encoding': 'gzip' },
      body: await bytes,
    };
  };
  return async (
    request: IncomingMessage,
    response: ServerResponse,
    path: string,
    behavior: Behavior,
    origin: Extract<Origin, { kind: 'bucket' }>,
  ): Promise<void> => {
    const found = readObject(options, distribution, origin, keyOf(path));
    const accepted = String(request.headers['accept-encoding'] ?? '');
    const answer = behavior.compress && found.status === 200 ? await encode(found, accepted) : found;
    const unchanged = answer.status === 200 && isSame(answer.headers.etag, request.headers['if-none-match']);
    response.writeHead(unchanged ? 304 : answer.status, {
      ...withHeaders(answer.headers, behavior.headers),
      ...(!unchanged && { 'content-length': answer.body.length }),
    });
    response.end(unchanged || request.method === 'HEAD' ? undefined : answer.body);
  };
};
