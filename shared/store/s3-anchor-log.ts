import { AnchorError, type AnchorLog, anchorKey, parseHeader } from '../application/anchors.ts';
import { type S3ObjectsOptions, s3Objects } from './s3-objects.ts';

const JSON_TYPE = 'application/json';

/**
 * Anchors in an S3 bucket with Object Lock. That every object is created, and never written again, is also what keeps two runs
 * at once from forking the chain of anchors.
 */
export const s3AnchorLog = (options: S3ObjectsOptions): AnchorLog => {
  const objects = s3Objects(options);
  const read = async (key: string): Promise<string> => {
    const bytes = await objects.get(key);
    if (!bytes) throw new AnchorError(`${key} is not in the bucket ${options.bucket}`);
    return Buffer.from(bytes).toString();
  };
  return {
    read,
    newest: async () => {
      const key = await objects.firstOf('anchors/');
      return key === undefined ? undefined : parseHeader(key, await read(key));
    },
    at: async number => parseHeader(anchorKey(number), await read(anchorKey(number))),
    write: async ({ key, text, chunks, list }) => {
      // What the header names comes before it. Their keys are made of their hashes: one that is there is the same.
      for (const object of [...chunks, list]) await objects.create(object.key, object.text, JSON_TYPE);
      return (await objects.create(key, text, JSON_TYPE)) ? 'written' : 'taken';
    },
  };
};
