import {
  GetObjectCommand,
  ListObjectsV2Command,
  NoSuchKey,
  PutObjectCommand,
  S3Client,
  S3ServiceException,
} from '@aws-sdk/client-s3';
import { AnchorError, type AnchorLog, anchorKey, parseHeader } from '../application/anchors.ts';

export interface S3AnchorLogOptions {
  readonly bucket: string;
  /** Absent: region, credentials and endpoint come from the environment. */
  readonly client?: S3Client;
}

const PRECONDITION_FAILED = 412;

/** Puts an object that must not be there yet. @returns whether it was not */
const create = async (client: S3Client, Bucket: string, Key: string, Body: string): Promise<boolean> => {
  try {
    await client.send(new PutObjectCommand({ Bucket, Key, Body, IfNoneMatch: '*', ContentType: 'application/json' }));
    return true;
  } catch (error) {
    if (error instanceof S3ServiceException && error.$metadata.httpStatusCode === PRECONDITION_FAILED) return false;
    throw error;
  }
};

/**
 * Anchors in an S3 bucket with Object Lock. Every object is created, never written again: `If-None-Match` is also what keeps
 * two runs at once from forking the chain of anchors.
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/conditional-writes.html
 */
export const s3AnchorLog = ({ bucket, client = new S3Client({}) }: S3AnchorLogOptions): AnchorLog => {
  const read = async (key: string): Promise<string> => {
    try {
      const { Body } = await client.send(new GetObjectCommand({ Bucket: bucket, Key: key }));
      return (await Body?.transformToString()) ?? '';
    } catch (error) {
      if (error instanceof NoSuchKey) throw new AnchorError(`${key} is not in the bucket ${bucket}`, { cause: error });
      throw error;
    }
  };
  return {
    read,
    newest: async () => {
      const { Contents } = await client.send(
        new ListObjectsV2Command({ Bucket: bucket, Prefix: 'anchors/', MaxKeys: 1 }),
      );
      const key = Contents?.[0]?.Key;
      return key === undefined ? undefined : parseHeader(key, await read(key));
    },
    at: async number => parseHeader(anchorKey(number), await read(anchorKey(number))),
    write: async ({ key, text, chunks, list }) => {
      // What the header names comes before it. Their keys are made of their hashes: one that is there is the same.
      for (const object of [...chunks, list]) await create(client, bucket, object.key, object.text);
      return (await create(client, bucket, key, text)) ? 'written' : 'taken';
    },
  };
};
