import { readSortKey } from '../application/chain-items.ts';
import type { Inbox } from '../application/notifications/inbox.ts';
import { notificationOf } from '../application/notifications/texts.ts';
import type { CommitItem } from './commit-codec.ts';
import { readCommit } from './current-commit.ts';
import { matchdayCatalog } from './event-catalog.ts';
import { type CheckExport, checkedExport } from './tenant-check.ts';
import { isOfMatch, TenantNotEmptyError } from './tenant-manifest.ts';

/** A ledger that a tenant is imported into. */
export interface ImportingLedger {
  /** What a tenant has there. */
  existing(tenantId: string): AsyncIterable<readonly Pick<CommitItem, 'p' | 's' | 'h'>[]>;
  /** Puts a commit unless one stands there; answers with that one. */
  put(item: CommitItem): Promise<CommitItem | undefined>;
}

export interface ImportTenant extends CheckExport {
  readonly ledger: ImportingLedger;
  /** Where notifications are kept. */
  readonly inbox: Inbox;
  readonly tenantId: string;
  readonly onProgress?: (commits: number) => void;
}

/** What an import did. */
export interface Imported {
  readonly commits: number;
  /** Of them, those that an earlier try of the same import had put already. */
  readonly there: number;
}

/** Streams that are written at the same time. */
const PARALLEL = 16;
/** Commits that are written before those that follow them in the export. */
const BATCH = 500;

const keyOf = ({ p, s }: Pick<CommitItem, 'p' | 's'>): string => `${p}\n${s}`;

const refusal = (p: string, s: string): TenantNotEmptyError =>
  new TenantNotEmptyError(
    `${p} has ${s}, which is not in the export: a tenant is only imported where it has nothing (or where this import was interrupted)`,
  );

/** Reads all of the export before anything is written. @throws TransferError, TenantNotEmptyError; FutureSchemaError */
const check = async (options: ImportTenant): Promise<void> => {
  const there = new Map<string, string>();
  for await (const items of options.ledger.existing(options.tenantId))
    for (const item of items) there.set(keyOf(item), item.h);
  for await (const items of checkedExport(options))
    for (const item of items) {
      // An event that only newer code can read is refused here, not met by every handler.
      readCommit(item, matchdayCatalog);
      if (there.get(keyOf(item)) === item.h) there.delete(keyOf(item));
    }
  const [stranger] = there.keys();
  if (stranger !== undefined) throw refusal(...(stranger.split('\n') as [string, string]));
};

/** Neighbours in the order of the export, up to a number; no partition of a match with one of another kind. */
async function* batches(partitions: AsyncIterable<readonly CommitItem[]>): AsyncGenerator<readonly CommitItem[]> {
  let open: CommitItem[] = [];
  for await (const items of partitions) {
    const other = open.length > 0 && isOfMatch(String(open[0]?.p)) !== isOfMatch(String(items[0]?.p));
    if (open.length >= BATCH || other) {
      yield open;
      open = [];
    }
    open.push(...items);
  }
  yield open;
}

const inParallel = async <T>(tasks: readonly T[], task: (one: T) => Promise<void>): Promise<void> => {
  const queue = tasks.values();
  const worker = async (): Promise<void> => {
    for (const one of queue) await task(one);
  };
  await Promise.all(Array.from({ length: PARALLEL }, worker));
};

/**
 * Imports a tenant. All of the export is verified before anything is written. Interrupted, it is finished by doing it again.
 *
 * Commits are put as appends put them, so the outbox publishes them and the read models follow. What they have to tell players was told
 * where they come from: notifications are put into the inboxes before the commits, and `notify` finds them told.
 *
 * @throws TransferError, FutureSchemaError: nothing was written. TenantNotEmptyError: nothing was, or, when somebody appends
 *   to this tenant meanwhile, a part. What ledger and inbox throw: a part was; do it again
 */
export const importTenant = async (options: ImportTenant): Promise<Imported> => {
  const { ledger, inbox, onProgress } = options;
  await check(options);
  const sum = { commits: 0, there: 0 };
  const put = async (item: CommitItem): Promise<void> => {
    const there = await ledger.put(item);
    if (there && there.h !== item.h) throw refusal(there.p, there.s);
    sum.commits += 1;
    sum.there += there ? 1 : 0;
  };
  for await (const items of batches(checkedExport(options))) {
    const events = items.flatMap(item => readCommit(item, matchdayCatalog).events);
    await inbox.put(events.map(event => notificationOf(event)).filter(notification => notification !== undefined));
    const streams = Map.groupBy(items, ({ p, s }) => `${p}\n${readSortKey(s)?.stream}`);
    await inParallel([...streams.values()], async own => {
      for (const item of own) await put(item);
    });
    onProgress?.(sum.commits);
  }
  return sum;
};
