import type { ArchiveReader } from '../application/archive.ts';

/**
 * The archive in a bucket, for functions that hardly ever need it: the client of S3 is set up at the first read, so that it costs
 * a cold start nothing.
 */
export const archiveReader = (bucket: string): ArchiveReader => {
  let opened: Promise<ArchiveReader> | undefined;
  return {
    read: async p => {
      opened ??= import('./s3-archive.ts').then(({ s3Archive }) => s3Archive({ bucket }));
      return (await opened).read(p);
    },
  };
};
