import type { EventIndex, EventPage, IndexWriter } from '../../shared/application/event-index.ts';
import { type Commit, type EventStore, type NewCommit, startOf } from '../../shared/application/event-store.ts';
import type { DomainEvent } from '../../shared/events/catalog.ts';
import type { Envelope } from '../../shared/events/envelope.ts';
import { matchStream, predictionStream, type StreamRef } from '../../shared/events/streams.ts';
import { dynamoDBEventIndex } from '../../shared/store/dynamodb-event-index.ts';
import { dynamoDBEventStore } from '../../shared/store/dynamodb-event-store.ts';
import { dynamoDBIndexWriter } from '../../shared/store/dynamodb-index-writer.ts';
import { scheduled, started } from '../domain/samples.ts';
import type { TestDynamoDB } from '../support/dynamodb.ts';
import { append, joined } from './commits.ts';

const EVENTS: readonly DomainEvent[] = [scheduled(), started, joined('ada')];
/** Two that live in a partition of their own, and two of one shared with others. */
const STREAMS: readonly StreamRef[] = [
  matchStream('a-b'),
  matchStream('c-d'),
  predictionStream('a-b', 'ada'),
  predictionStream('a-b', 'bob'),
];

/** A commit to be: what an arbitrary of the property test chooses. */
export interface Draft {
  readonly tenant: 0 | 1;
  /** Index of a stream. */
  readonly stream: number;
  /** Indexes of events. */
  readonly events: readonly number[];
  readonly correlation: number;
  readonly hops: number;
  /** Milliseconds. */
  readonly at: number;
}

/** Two minutes, the border of which lies at 0. */
const instantOf = (at: number): string => new Date(Date.UTC(2023, 7, 11, 19) + at).toISOString();

const commitOf = (draft: Draft, number: number): NewCommit => {
  const [first = 0, ...rest] = draft.events;
  const eventAt = (index: number): DomainEvent => EVENTS[index % EVENTS.length] ?? started;
  return {
    commitId: `commit-${number}`,
    occurredAt: instantOf(draft.at),
    correlationId: `story-${draft.correlation}`,
    causationId: `command-${number}`,
    actor: 'ada',
    priority: 'normal',
    hops: draft.hops,
    events: [eventAt(first), ...rest.map(eventAt)],
  };
};

/** A ledger and its index, and what is in the ledger. */
export interface IndexWorld {
  readonly store: EventStore;
  readonly index: EventIndex;
  readonly indexTable: string;
  /** A builder with a client of its own, as each process has one. */
  readonly writer: (client?: ReturnType<TestDynamoDB['client']>) => IndexWriter;
  /** Appends drafts to the ledger. @returns the commits, in the order of the table's stream */
  readonly fill: (tenants: readonly [string, string], drafts: readonly Draft[]) => Promise<readonly Commit[]>;
}

export const openIndexWorld = async (dynamodb: TestDynamoDB, name: string): Promise<IndexWorld> => {
  const [eventsTable, indexTable] = [
    await dynamodb.createTable(`${name}-events`),
    await dynamodb.createTable(`${name}-index`),
  ];
  const client = dynamodb.client();
  const store = dynamoDBEventStore({ client, tableName: eventsTable });
  return {
    store,
    index: dynamoDBEventIndex({ client, eventsTable, indexTable }),
    indexTable,
    writer: (own = dynamodb.client(1)) => dynamoDBIndexWriter({ client: own, indexTable }),
    fill: async (tenants, drafts) => {
      const commits: Commit[] = [];
      const tokens = new Map<string, ReturnType<typeof startOf>>();
      for (const [number, draft] of drafts.entries()) {
        const stream = STREAMS[draft.stream % STREAMS.length] ?? matchStream('a-b');
        const key = `${draft.tenant} ${stream.name}`;
        const token = tokens.get(key) ?? startOf(tenants[draft.tenant], stream);
        const appended = await append(store, token, commitOf(draft, number));
        tokens.set(key, appended.token);
        commits.push(appended.commit);
      }
      return commits;
    },
  };
};

/** All pages of an answer, one after another. */
export const readAll = async (
  index: EventIndex,
  tenantId: string,
  first: Promise<EventPage>,
  limit: number,
): Promise<readonly Envelope[]> => {
  const events: Envelope[] = [];
  let page = await first;
  events.push(...page.events);
  while (page.more) {
    page = await index.next(tenantId, page.cursor ?? '', limit);
    events.push(...page.events);
  }
  return events;
};

export const idsOf = (events: readonly Envelope[]): string[] => events.map(({ id }) => id);

/** By the first of these that differs. */
const by =
  (...keys: readonly ((event: Envelope) => string | number)[]) =>
  (a: Envelope, b: Envelope): number => {
    const key = keys.find(key => key(a) !== key(b));
    return key === undefined ? 0 : key(a) < key(b) ? -1 : 1;
  };

/** The order of a story, said once more in the plainest way. */
export const causally = by(
  ({ hops }) => hops,
  ({ occurredAt }) => occurredAt,
  ({ stream }) => stream,
  ({ version }) => version,
);

/** Newest first. */
export const newestFirst = (a: Envelope, b: Envelope): number =>
  by(
    ({ occurredAt }) => occurredAt,
    ({ stream }) => stream,
    ({ version }) => version,
  )(b, a);
