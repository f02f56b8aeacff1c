import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync, type SQLOutputValue } from 'node:sqlite';
import { LocalRuntimeError } from '../types.ts';

/** How long a version is kept from being deleted, and whether somebody with the permission may do it before. */
export interface Retention {
  readonly mode: 'GOVERNANCE' | 'COMPLIANCE';
  /** Epoch milliseconds. */
  readonly until: number;
}

/** A version of an object, without its bytes; a delete marker has none. */
export interface Version {
  readonly versionId: string;
  readonly key: string;
  readonly deleteMarker: boolean;
  readonly size: number;
  readonly etag: string;
  readonly contentType: string;
  readonly cacheControl: string | undefined;
  /** Epoch milliseconds. */
  readonly modified: number;
  readonly retention: Retention | undefined;
}

/** Where versions outlive the process. Each write is durable against kill -9 when the call returns. */
export interface Versions {
  /** The version of this id, or the newest. */
  find(bucket: string, key: string, versionId?: string): Version | undefined;
  bytes(version: Version): Buffer;
  add(bucket: string, version: Version, bytes: Uint8Array): void;
  remove(version: Version): void;
  /** The newest version of each key, in the order of keys; those that are deleted left out. */
  list(bucket: string, range: { prefix: string; after: string; limit: number }): readonly Version[];
  /** All versions, by key and then newest first. */
  history(bucket: string, prefix: string, limit: number): readonly Version[];
  close(): void;
}

// Keys compare as UTF-8 bytes, which is SQLite's own order of text and S3's of a listing.
const SCHEMA = `CREATE TABLE IF NOT EXISTS versions (
  seq INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, bucket TEXT NOT NULL, key TEXT NOT NULL,
  marker INTEGER NOT NULL, etag TEXT NOT NULL, type TEXT NOT NULL, cache TEXT, modified INTEGER NOT NULL, mode TEXT, until INTEGER,
  size INTEGER NOT NULL, bytes BLOB NOT NULL);
  CREATE INDEX IF NOT EXISTS by_key ON versions (bucket, key, seq)`;

const COLUMNS = 'id, key, marker, etag, type, cache, modified, mode, until, size';

/** For a folder that an earlier version has written. */
const addColumn = (db: DatabaseSync): void => {
  const found = db.prepare("SELECT 1 FROM pragma_table_info('versions') WHERE name = 'cache'").get();
  if (found === undefined) db.exec('ALTER TABLE versions ADD COLUMN cache TEXT');
};

const open = (directory: string | undefined): DatabaseSync => {
  if (directory === undefined) {
    const db = new DatabaseSync(':memory:');
    db.exec(SCHEMA);
    return db;
  }
  mkdirSync(directory, { recursive: true });
  const file = join(directory, 'objects.db');
  try {
    const db = new DatabaseSync(file);
    db.exec('PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL');
    db.exec(`${SCHEMA}; BEGIN IMMEDIATE; COMMIT`);
    addColumn(db);
    return db;
  } catch (cause) {
    throw new LocalRuntimeError(
      `${file} cannot be opened: another local runtime uses this data folder, or the file is damaged. Stop the other one or choose another folder.`,
      { cause },
    );
  }
};

type Row = Record<string, SQLOutputValue>;

const versionOf = (row: Row): Version => ({
  versionId: String(row.id),
  key: String(row.key),
  deleteMarker: row.marker === 1,
  size: Number(row.size),
  etag: String(row.etag),
  contentType: String(row.type),
  cacheControl: typeof row.cache === 'string' ? row.cache : undefined,
  modified: Number(row.modified),
  retention:
    row.mode === 'GOVERNANCE' || row.mode === 'COMPLIANCE' ? { mode: row.mode, until: Number(row.until) } : undefined,
});

/**
 * Versions in `objects.db` of this folder; in memory without one.
 * @throws LocalRuntimeError when another process holds it
 */
export const openVersions = (directory?: string): Versions => {
  const db = open(directory);
  const newest = db.prepare(`SELECT ${COLUMNS} FROM versions WHERE bucket = ? AND key = ? ORDER BY seq DESC LIMIT 1`);
  const byId = db.prepare(`SELECT ${COLUMNS} FROM versions WHERE bucket = ? AND key = ? AND id = ?`);
  const insert = db.prepare(
    'INSERT INTO versions (id, bucket, key, marker, etag, type, cache, modified, mode, until, size, bytes) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
  );
  const remove = db.prepare('DELETE FROM versions WHERE id = ?');
  const content = db.prepare('SELECT bytes FROM versions WHERE id = ?');
  const listed = db.prepare(
    `SELECT ${COLUMNS} FROM versions v WHERE bucket = ? AND key > ? AND substr(key, 1, length(?)) = ? AND marker = 0
     AND seq = (SELECT max(seq) FROM versions w WHERE w.bucket = v.bucket AND w.key = v.key) ORDER BY key LIMIT ?`,
  );
  const all = db.prepare(
    `SELECT ${COLUMNS} FROM versions WHERE bucket = ? AND substr(key, 1, length(?)) = ? ORDER BY key, seq DESC LIMIT ?`,
  );
  return {
    find: (bucket, key, versionId) => {
      const row = versionId === undefined ? newest.get(bucket, key) : byId.get(bucket, key, versionId);
      return row && versionOf(row);
    },
    bytes: ({ versionId }) => {
      const found = content.get(versionId)?.bytes;
      return Buffer.from(found instanceof Uint8Array ? found : []);
    },
    add: (bucket, v, bytes) => {
      const { mode = null, until = null } = v.retention ?? {};
      const what = [v.versionId, bucket, v.key, v.deleteMarker ? 1 : 0, v.etag, v.contentType] as const;
      insert.run(...what, v.cacheControl ?? null, v.modified, mode, until, v.size, bytes);
    },
    remove: ({ versionId }) => {
      remove.run(versionId);
    },
    list: (bucket, { prefix, after, limit }) => listed.all(bucket, after, prefix, prefix, limit).map(versionOf),
    history: (bucket, prefix, limit) => all.all(bucket, prefix, prefix, limit).map(versionOf),
    close: () => db.close(),
  };
};
