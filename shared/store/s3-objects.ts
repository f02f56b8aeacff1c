import {
  GetObjectCommand,
  ListObjectsV2Command,
  NoSuchKey,
  PutObjectCommand,
  S3Client,
  S3ServiceException,
} from '@aws-sdk/client-s3';

/** Objects of a bucket with Object Lock: they are created, and never written again. */
interface S3Objects {
  /** The bytes of an object; undefined: it is not there. */
  get(key: string): Promise<Uint8Array | undefined>;
  /** Creates an object. @returns whether it was not there */
  create(key: string, body: string | Uint8Array, contentType?: string): Promise<boolean>;
  /** The first key with this prefix. */
  firstOf(prefix: string): Promise<string | undefined>;
}

export interface S3ObjectsOptions {
  readonly bucket: string;
  /** Absent: region, credentials and endpoint come from the environment. */
  readonly client?: S3Client;
}

const PRECONDITION_FAILED = 412;

/**
 * The objects of an S3 bucket. `If-None-Match` is what makes one of two who create the same object fail.
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/conditional-writes.html
 */
export const s3Objects = ({ bucket: Bucket, client = new S3Client({}) }: S3ObjectsOptions): S3Objects => ({
  get: async Key => {
    try {
      const { Body } = await client.send(new GetObjectCommand({ Bucket, Key }));
      return await Body?.transformToByteArray();
    } catch (error) {
      if (error instanceof NoSuchKey) return undefined;
      throw error;
    }
  },
  create: async (Key, Body, ContentType) => {
    try {
      await client.send(new PutObjectCommand({ Bucket, Key, Body, IfNoneMatch: '*', ContentType }));
      return true;
    } catch (error) {
      if (error instanceof S3ServiceException && error.$metadata.httpStatusCode === PRECONDITION_FAILED) return false;
      throw error;
    }
  },
  firstOf: async Prefix => {
    const { Contents } = await client.send(new ListObjectsV2Command({ Bucket, Prefix, MaxKeys: 1 }));
    return Contents?.[0]?.Key;
  },
});
