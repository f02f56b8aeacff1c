import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/** Where a reader is in a shard. */
export type Position =
  | { readonly at: 'start' }
  /** Everything up to this sequence number has been handled. */
  | { readonly at: 'after'; readonly sequenceNumber: string }
  /** The shard is closed and read to its end. */
  | { readonly at: 'end' };

/** How far each mapping has come in each shard; written only after success. */
export interface Checkpoints {
  /** Undefined: the mapping has never been at this shard. */
  get(mapping: string, stream: string, shard: string): Position | undefined;
  set(mapping: string, stream: string, shard: string, position: Position): void;
  close(): void;
}

const keyOf = (...parts: readonly string[]): string => parts.join('\n');

/** For runs that keep nothing. */
export const memoryCheckpoints = (): Checkpoints => {
  const positions = new Map<string, Position>();
  return {
    get: (...key) => positions.get(keyOf(...key)),
    set: (mapping, stream, shard, position) => positions.set(keyOf(mapping, stream, shard), position),
    close: () => {},
  };
};

/** Checkpoints in `checkpoints.db` of this folder; each is durable against kill -9 when `set` returns. */
export const openCheckpoints = (directory: string): Checkpoints => {
  mkdirSync(directory, { recursive: true });
  const db = new DatabaseSync(join(directory, 'checkpoints.db'));
  db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL');
  db.exec('CREATE TABLE IF NOT EXISTS checkpoints (key TEXT PRIMARY KEY, position TEXT NOT NULL)');
  const select = db.prepare('SELECT position FROM checkpoints WHERE key = ?');
  const upsert = db.prepare(
    'INSERT INTO checkpoints VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET position = excluded.position',
  );
  return {
    get: (...key) => {
      const position = select.get(keyOf(...key))?.position;
      return typeof position === 'string' ? (JSON.parse(position) as Position) : undefined;
    },
    set: (mapping, stream, shard, position) => {
      upsert.run(keyOf(mapping, stream, shard), JSON.stringify(position));
    },
    close: () => db.close(),
  };
};
