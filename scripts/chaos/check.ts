import { type DynamoDBDocumentClient, ScanCommand } from '@aws-sdk/lib-dynamodb';
import { readSortKey } from '../../shared/application/chain-items.ts';
import type { EventPage } from '../../shared/application/event-index.ts';
import { verifyStream } from '../../shared/application/verify-chain.ts';
import type { Envelope } from '../../shared/events/envelope.ts';
import { type CommitItem, decodeCommit, hashOf } from '../../shared/store/commit-codec.ts';
import { dynamoDBEventIndex } from '../../shared/store/dynamodb-event-index.ts';
import { STORIES, TABLES, TENANTS } from './tables.ts';

const readLedger = async (client: DynamoDBDocumentClient): Promise<readonly CommitItem[]> => {
  const items: CommitItem[] = [];
  let ExclusiveStartKey: Record<string, unknown> | undefined;
  do {
    const page = await client.send(new ScanCommand({ TableName: TABLES.eventsTable, ExclusiveStartKey }));
    items.push(...((page.Items ?? []) as CommitItem[]));
    ExclusiveStartKey = page.LastEvaluatedKey;
  } while (ExclusiveStartKey);
  return items;
};

/**
 * Holds that every stream has the versions 1 to n, and that its hash chain verifies.
 *
 * @param items - all of the ledger, those of a partition in the order of their keys
 * @returns how many streams there are
 * @throws Error naming the first thing that is wrong
 */
const checkStreams = (items: readonly CommitItem[]): number => {
  const streams = Map.groupBy(items, ({ p, s }) => `${p} ${readSortKey(s)?.stream ?? s}`);
  for (const [stream, own] of streams) {
    const report = verifyStream(own, { hashOf, now: Date.now() });
    if (report.status === 'broken') {
      const { kind, version, expected, found } = report.fault;
      throw new Error(`${stream}: ${kind} at version ${version}, expected ${expected}, found ${found}`);
    }
    const versions = own.flatMap(item => decodeCommit(item).events.map(({ version }) => version));
    const wrong = versions.findIndex((version, index) => version !== index + 1);
    if (wrong >= 0) throw new Error(`${stream}: version ${versions[wrong]} where ${wrong + 1} should be`);
  }
  return streams.size;
};

/** What was checked. */
interface Checked {
  readonly streams: number;
  readonly events: number;
}

/** @throws Error unless both have the same events, each once */
const same = (what: string, found: readonly Envelope[], stored: readonly Envelope[]): void => {
  const unique = new Set(found.map(({ id }) => id));
  const missing = stored.filter(({ id }) => !unique.has(id)).length;
  const twice = found.length - unique.size;
  const strange = unique.size + missing - stored.length;
  if (missing + twice + strange > 0)
    throw new Error(`${what}: ${missing} of ${stored.length} events missing, ${twice} twice, ${strange} not stored`);
};

/**
 * Checks the ledger, asks everything of the index, and compares it with the ledger.
 *
 * @param followed - what each tenant's follower has seen
 * @returns how many streams and events the ledger has
 * @throws Error naming the stream that is not whole, or the query that is not complete or has an event twice
 */
export const check = async (
  client: DynamoDBDocumentClient,
  followed: ReadonlyMap<string, readonly Envelope[]>,
): Promise<Checked> => {
  const index = dynamoDBEventIndex({ client, ...TABLES });
  const readAll = async (tenant: string, first: EventPage): Promise<readonly Envelope[]> => {
    const events = [...first.events];
    for (let page = first; page.more; events.push(...page.events))
      page = await index.next(tenant, page.cursor ?? '', 100);
    return events;
  };
  const items = await readLedger(client);
  const streams = checkStreams(items);
  const ledger = items.flatMap(item => decodeCommit(item).events);
  for (const tenant of TENANTS) {
    const stored = ledger.filter(({ tenantId }) => tenantId === tenant);
    same(`${tenant}, followed`, followed.get(tenant) ?? [], stored);
    same(`${tenant}, since`, await readAll(tenant, await index.since(tenant, {}, 100)), stored);
    const type = 'pool.player-joined';
    same(`${tenant}, by type`, await readAll(tenant, await index.byType(tenant, { type }, 100)), stored);
    for (let story = 0; story < STORIES; story += 1) {
      const correlationId = `story-${story}`;
      const found = await readAll(tenant, await index.byCorrelation(tenant, { correlationId }, 100));
      same(
        `${tenant}, ${correlationId}`,
        found,
        stored.filter(event => event.correlationId === correlationId),
      );
    }
    for (const event of stored.slice(0, 500)) if (!(await index.find(tenant, event.id))) throw new Error(event.id);
  }
  return { streams, events: ledger.length };
};
