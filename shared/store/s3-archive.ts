import {
  GetObjectCommand,
  ListObjectsV2Command,
  NoSuchKey,
  PutObjectCommand,
  S3Client,
  S3ServiceException,
} from '@aws-sdk/client-s3';
import type { Archive } from '../application/archive.ts';
import { archiveOn, type Objects } from './archive-on.ts';

export interface S3ArchiveOptions {
  readonly bucket: string;
  /** Absent: region, credentials and endpoint come from the environment. */
  readonly client?: S3Client;
}

const PRECONDITION_FAILED = 412;

const objectsIn = (Bucket: string, client: S3Client): Objects => ({
  get: async Key => {
    try {
      const { Body } = await client.send(new GetObjectCommand({ Bucket, Key }));
      return await Body?.transformToByteArray();
    } catch (error) {
      if (error instanceof NoSuchKey) return undefined;
      throw error;
    }
  },
  create: async (Key, Body) => {
    try {
      await client.send(new PutObjectCommand({ Bucket, Key, Body, IfNoneMatch: '*' }));
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

/**
 * Archives in an S3 bucket with Object Lock: objects are created, never written again.
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/conditional-writes.html
 */
export const s3Archive = ({ bucket, client = new S3Client({}) }: S3ArchiveOptions): Archive =>
  archiveOn(objectsIn(bucket, client));
