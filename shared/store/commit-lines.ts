import { promisify } from 'node:util';
import { gunzip as gunzipCallback, gzip as gzipCallback } from 'node:zlib';
import type { KeptCommit } from '../application/archive.ts';

const gzip = promisify(gzipCallback);
const gunzip = promisify(gunzipCallback);

/** A commit as a line: every attribute as it is stored, always in this order. */
export const commitLine = ({ p, s, n, b, g, h, v, f, c }: KeptCommit): string =>
  JSON.stringify({ p, s, n, b, g, h, v, f, c });

/** Lines of JSON, compressed: the same lines make the same bytes. */
export const packLines = async (lines: readonly string[]): Promise<Buffer> =>
  gzip(lines.map(line => `${line}\n`).join(''));

/** What {@link packLines} packed. @throws Error of zlib for bytes that were cut off or altered */
export const unpackLines = async (bytes: Uint8Array): Promise<readonly string[]> => {
  const text = (await gunzip(bytes)).toString();
  return text === '' ? [] : text.replace(/\n$/, '').split('\n');
};

/** Reads a line as a commit; undefined when it is none, or not as {@link commitLine} writes it. */
export const readCommitLine = (line: string): KeptCommit | undefined => {
  try {
    const commit = JSON.parse(line) as KeptCommit;
    return commitLine(commit) === line ? commit : undefined;
  } catch {
    return undefined;
  }
};
