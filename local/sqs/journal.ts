import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { LocalRuntimeError } from '../types.ts';
import type { Message, MessageAttributes } from './message.ts';

/** Where the messages outlive the process. Each write is durable against kill -9 when the call returns. */
export interface Journal {
  load(queue: string): readonly Message[];
  insert(queue: string, message: Message): void;
  received(message: Message): void;
  remove(id: string): void;
  clear(queue: string): void;
  /** Everything written inside is written whole or not at all. */
  transaction<T>(work: () => T): T;
  close(): void;
}

/** Keeps nothing: for runs that need no memory. */
export const noJournal: Journal = {
  load: () => [],
  insert: () => {},
  received: () => {},
  remove: () => {},
  clear: () => {},
  transaction: work => work(),
  close: () => {},
};

const SCHEMA = `CREATE TABLE IF NOT EXISTS messages (
  id TEXT PRIMARY KEY, queue TEXT NOT NULL, body TEXT NOT NULL, attributes TEXT NOT NULL, sent_at INTEGER NOT NULL,
  enqueued_at INTEGER NOT NULL, dead_lettered_from TEXT, receive_count INTEGER NOT NULL, first_received_at INTEGER,
  hidden_until INTEGER NOT NULL);
  CREATE INDEX IF NOT EXISTS by_queue ON messages (queue)`;

const open = (directory: string): DatabaseSync => {
  mkdirSync(directory, { recursive: true });
  const file = join(directory, 'messages.db');
  try {
    const db = new DatabaseSync(file);
    // synchronous=NORMAL: a commit survives the death of the process, not that of the machine; an fsync a message would cost half a millisecond each.
    // locking_mode=EXCLUSIVE: the second runtime on the same folder is told so, and the lock goes with the process however it dies.
    db.exec('PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL');
    db.exec(`${SCHEMA}; BEGIN IMMEDIATE; COMMIT`);
    return db;
  } catch (cause) {
    throw new LocalRuntimeError(
      `${file} cannot be opened: another local runtime uses this data folder, or the file is damaged. Stop the other one or choose another folder.`,
      { cause },
    );
  }
};

const text = (value: unknown): string => (typeof value === 'string' ? value : '');
const integer = (value: unknown): number => (typeof value === 'number' ? value : 0);

const messageOf = (row: Record<string, unknown>): Message => ({
  id: text(row.id),
  body: text(row.body),
  attributes: JSON.parse(text(row.attributes)) as MessageAttributes,
  sentAt: integer(row.sent_at),
  enqueuedAt: integer(row.enqueued_at),
  deadLetteredFrom: row.dead_lettered_from === null ? undefined : text(row.dead_lettered_from),
  receiveCount: integer(row.receive_count),
  firstReceivedAt: row.first_received_at === null ? undefined : integer(row.first_received_at),
  hiddenUntil: integer(row.hidden_until),
  receiptHandle: undefined,
});

/**
 * A journal in `messages.db` of this folder.
 * @throws LocalRuntimeError when another process holds it.
 */
export const openJournal = (directory: string): Journal => {
  const db = open(directory);
  const select = db.prepare('SELECT * FROM messages WHERE queue = ? ORDER BY rowid');
  const insert = db.prepare('INSERT OR REPLACE INTO messages VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)');
  const received = db.prepare('UPDATE messages SET receive_count = ?, first_received_at = ? WHERE id = ?');
  const remove = db.prepare('DELETE FROM messages WHERE id = ?');
  const clear = db.prepare('DELETE FROM messages WHERE queue = ?');
  let depth = 0;
  return {
    load: queue => select.all(queue).map(messageOf),
    insert: (queue, m) => {
      insert.run(
        m.id,
        queue,
        m.body,
        JSON.stringify(m.attributes),
        m.sentAt,
        m.enqueuedAt,
        m.deadLetteredFrom ?? null,
        m.receiveCount,
        m.firstReceivedAt ?? null,
        // Only a delay is kept. Whoever had received the message died with the process, so it is visible again at once.
        m.receiptHandle === undefined ? m.hiddenUntil : 0,
      );
    },
    received: m => {
      received.run(m.receiveCount, m.firstReceivedAt ?? null, m.id);
    },
    remove: id => {
      remove.run(id);
    },
    clear: queue => {
      clear.run(queue);
    },
    transaction: work => {
      if (depth > 0) return work();
      depth += 1;
      db.exec('BEGIN');
      try {
        const result = work();
        db.exec('COMMIT');
        return result;
      } catch (error) {
        db.exec('ROLLBACK');
        throw error;
      } finally {
        depth -= 1;
      }
    },
    close: () => db.close(),
  };
};
