import type { Archive } from '../application/archive.ts';
import { archiveOn } from './archive-on.ts';
import { type S3ObjectsOptions, s3Objects } from './s3-objects.ts';

/** Archives in an S3 bucket with Object Lock. */
export const s3Archive = (options: S3ObjectsOptions): Archive => archiveOn(s3Objects(options));
