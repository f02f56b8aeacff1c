import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import type { IndexWriter } from '../application/event-index.ts';
import { batchPut, TableBusyError } from './batch.ts';
import {
  commitKey,
  decodePage,
  encodePage,
  type IndexedCommit,
  indexed,
  LAST,
  type LogEnd,
  logPartition,
  logSort,
  minuteOf,
  newestOf,
  type Page,
  type PageItem,
  pageId,
  pointersOf,
  readPointer,
  type TypePointer,
  typePartition,
} from './index-layout.ts';
import { type IndexTable, itemsOf, keepingPages, logAfter, logEnd, positionOf, type ReadPages } from './index-reads.ts';

/** Commits of a page: 500 take some 25 KB when their streams have long random names, where an item may hold 400 KB. */
const MAX_COMMITS = 500;
/** Others who took the next place in a tenant's log first, one after another. */
const MAX_LOST_PLACES = 50;

/** Pages that a builder remembers: where many commits bear one instant, it would read them for every batch. */
const PAGES_KEPT = 100;

interface Builder extends IndexTable {
  readonly readPages: ReadPages;
}

const keyText = (tenantId: string, commit: IndexedCommit): string => {
  const { p, s } = commitKey(tenantId, commit);
  return `${p}\n${s}`;
};

const isTaken = (error: unknown): error is ConditionalCheckFailedException =>
  error instanceof ConditionalCheckFailedException;

/** The page that already holds this commit: only pages with its type and its minute can. */
const pageWith = async (builder: Builder, tenantId: string, commit: IndexedCommit): Promise<Page | undefined> => {
  const range = {
    p: typePartition(tenantId, commit.types[0] ?? ''),
    from: commit.at,
    to: `${minuteOf(commit.at)}:99${LAST}`,
  };
  const wanted = keyText(tenantId, commit);
  for await (const pointers of itemsOf<TypePointer>(builder.client, builder.indexTable, range)) {
    const ids = pointers.filter(({ from }) => from <= commit.at).map(pointer => readPointer(pointer).page);
    const pages = await builder.readPages(tenantId, ids);
    const found = pages.find(({ commits }) => commits.some(one => keyText(tenantId, one) === wanted));
    if (found) return found;
  }
  return undefined;
};

/** Makes a page of the first commits, or finds the one that began with the same commit. */
const createPage = async (
  { client, indexTable }: IndexTable,
  tenantId: string,
  commits: readonly IndexedCommit[],
  after: LogEnd,
): Promise<{ readonly page: Page; readonly isNew: boolean }> => {
  const [first] = commits;
  if (!first) throw new RangeError('a page has a commit');
  const page = { tenantId, id: pageId(tenantId, first), commits: commits.slice(0, MAX_COMMITS), after };
  const item = encodePage(page);
  try {
    const condition = { ConditionExpression: 'attribute_not_exists(p)' } as const;
    const answer = { ReturnValuesOnConditionCheckFailure: 'ALL_OLD' } as const;
    await client.send(new PutCommand({ TableName: indexTable, Item: item, ...condition, ...answer }));
    return { page, isNew: true };
  } catch (error) {
    if (!isTaken(error) || !error.Item) throw error;
    return { page: decodePage(unmarshall(error.Item) as PageItem), isNew: false };
  }
};

/** Where the log ends; `undefined` when the page has its place in it already. */
const endWithout = async (table: IndexTable, { tenantId, id }: Page, after: LogEnd): Promise<LogEnd | undefined> => {
  let end = after;
  for await (const items of logAfter(table, tenantId, after.position))
    for (const item of items) {
      if (item.page === id) return undefined;
      end = { position: positionOf(item), until: item.until };
    }
  return end;
};

/**
 * Gives the page its place in the tenant's log, once: a place is only taken at the end, by who has seen that none behind
 * `after` is the page's own.
 */
const takePlace = async (table: IndexTable, page: Page, after: LogEnd): Promise<void> => {
  const newest = newestOf(page);
  let end: LogEnd | undefined = after;
  for (let lost = 0; end && lost < MAX_LOST_PLACES; lost += 1) {
    const until: string = newest > end.until ? newest : end.until;
    const Item = { p: logPartition(page.tenantId), s: logSort(end.position + 1), page: page.id, until };
    try {
      const ConditionExpression = 'attribute_not_exists(p)';
      await table.client.send(new PutCommand({ TableName: table.indexTable, Item, ConditionExpression }));
      return;
    } catch (error) {
      if (!isTaken(error)) throw error;
    }
    end = await endWithout(table, page, end);
  }
  if (end) throw new TableBusyError(`${MAX_LOST_PLACES} others were faster in the log of ${page.tenantId}`);
};

/** Pointers first, then the place in the log: what is in the log is visible to every query. */
const publish = async (table: IndexTable, page: Page, after: LogEnd): Promise<void> => {
  await batchPut(table.client, table.indexTable, pointersOf(page));
  await takePlace(table, page, after);
};

/** Finishes a page that somebody else, or an earlier try, began. */
const finish = async (table: IndexTable, page: Page): Promise<void> => {
  const end = await endWithout(table, page, page.after);
  if (end) await publish(table, page, end);
};

/** Sees to it that the first commit is in a finished page. @returns that page */
const coverFirst = async (
  table: Builder,
  tenantId: string,
  commits: readonly [IndexedCommit, ...IndexedCommit[]],
): Promise<Page> => {
  const [there, end] = await Promise.all([pageWith(table, tenantId, commits[0]), logEnd(table, tenantId)]);
  const { page, isNew } = there ? { page: there, isNew: false } : await createPage(table, tenantId, commits, end);
  await (isNew ? publish(table, page, end) : finish(table, page));
  return page;
};

const isSome = <T>(items: readonly T[]): items is readonly [T, ...T[]] => items.length > 0;

const addAll = async (table: Builder, tenantId: string, commits: readonly IndexedCommit[]): Promise<void> => {
  let waiting: readonly IndexedCommit[] = [
    ...new Map(commits.map(commit => [keyText(tenantId, commit), commit])).values(),
  ];
  while (isSome(waiting)) {
    const page = await coverFirst(table, tenantId, waiting);
    const covered = new Set(page.commits.map(commit => keyText(tenantId, commit)));
    waiting = waiting.filter(commit => !covered.has(keyText(tenantId, commit)));
  }
};

/**
 * Builds the index in a DynamoDB table of its own.
 *
 * For each tenant of a batch: one page (named by its first commit, put if absent), the pointers to it (the same however
 * often they are put), and at last its place in the tenant's log. A retry finds what is there and goes on, also when Lambda
 * cuts the batch elsewhere: a commit that is in a page already is looked up by type and minute before a page begins with
 * it. See docs/adr/0013.
 */
export const dynamoDBIndexWriter = (table: IndexTable): IndexWriter => {
  const builder = { ...table, readPages: keepingPages(table, PAGES_KEPT) };
  return {
    add: async commits => {
      for (const [tenantId, own] of Map.groupBy(commits, commit => commit.tenantId))
        await addAll(builder, tenantId, own.map(indexed));
    },
  };
};
