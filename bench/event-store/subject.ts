import { randomUUID } from 'node:crypto';
import type { CreateTableCommandInput, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import {
  type Commit,
  type LoadedState,
  type NewCommit,
  type Reducer,
  startOf,
} from '../../shared/application/event-store.ts';
import { dynamoDBEventStore } from '../../shared/store/dynamodb-event-store.ts';
import type { EventCatalog } from '../../shared/store/event-catalog.ts';
import { keyedTable } from '../../test/support/tables.ts';

type Texts = Readonly<Record<string, unknown>>;

/** An event of the bench: of another domain than Matchday's. */
export interface BenchEvent {
  readonly type: string;
  readonly payload: Texts;
  readonly metadata: Texts;
}

/** The same as the store keeps it: `metadata` holds what is not the same for its whole commit. */
export interface StoredEvent {
  readonly type: string;
  readonly data: { readonly payload: Texts; readonly metadata?: Texts };
}

const TENANT = 'bench';
const TYPES = new Set(['PredictionPlaced', 'PredictionAmended']);

/** The catalog of the bench's domain. */
const benchCatalog: EventCatalog<StoredEvent> = {
  parse: (type, data) => {
    if (!TYPES.has(type)) throw new Error(`there is no ${type}`);
    return { type, data: data as StoredEvent['data'] };
  },
  versionOf: () => '1.0',
};

/** The last value of each member of the payloads, as the other subjects fold it. */
export const benchReducer: Reducer<Texts, StoredEvent> = {
  name: 'bench',
  version: 1,
  initial: {},
  evolve: (state, { data, version }) => ({ ...state, ...data.payload, version }),
};

export const benchStream = (id: string) => ({ partition: id, name: id });

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

const ownMetadata = (metadata: Texts, common: Texts): Texts | undefined => {
  const own = Object.entries(metadata).filter(([name, value]) => common[name] !== value);
  return own.length > 0 ? Object.fromEntries(own) : undefined;
};

/** A commit of these events: what the metadata of the first says holds for all that do not say otherwise. */
export const commitOf = (events: readonly BenchEvent[]): NewCommit<StoredEvent> => {
  const common = events[0]?.metadata ?? {};
  const [first, ...rest] = events.map(({ type, payload, metadata }) => {
    const own = ownMetadata(metadata, common);
    return { type, data: { payload, ...(own && { metadata: own }) } };
  });
  if (!first) throw new Error('a commit has an event');
  return {
    commitId: randomUUID(),
    occurredAt: new Date().toISOString(),
    correlationId: text(common.correlationId),
    causationId: text(common.causationId),
    actor: text(common.source),
    priority: 'normal',
    hops: 0,
    events: [first, ...rest],
  };
};

/** An append that another writer won. */
class Conflict extends Error {
  override readonly name = 'Conflict';
  /** The stream with the winner's commit folded. */
  readonly after: LoadedState<Texts> | undefined;
  constructor(after?: LoadedState<Texts>) {
    super('conflict');
    this.after = after;
  }
}

export const label = 'Matchday';

export const tables = (tableName: string): CreateTableCommandInput[] => [keyedTable(tableName)];

export const openStore = (client: DynamoDBClient, tableName: string) =>
  dynamoDBEventStore({ client, tableName, catalog: benchCatalog });

/**
 * The store as a subject of the harness. It names an expected version by its number; ours is a token: the subject keeps
 * those that it got.
 */
export const create = ({ client, tableName }: { readonly client: DynamoDBClient; readonly tableName: string }) => {
  const store = openStore(client, tableName);
  const known = new Map<string, LoadedState<Texts>>();
  const keep = (id: string, loaded: LoadedState<Texts>): number => {
    known.set(`${id}@${loaded.token.version}`, loaded);
    return loaded.token.version;
  };
  const at = (id: string, version: number): LoadedState<Texts> | undefined =>
    version === 0
      ? { state: benchReducer.initial, token: startOf(TENANT, benchStream(id)) }
      : known.get(`${id}@${version}`);
  const evolve = (state: Texts, { events }: Commit<StoredEvent>): Texts => events.reduce(benchReducer.evolve, state);
  return {
    append: async (id: string, expectedVersion: number, events: readonly BenchEvent[]): Promise<number> => {
      const before = at(id, expectedVersion);
      if (!before) throw new Conflict();
      const { state, token } = before;
      const result = await store.append(token, commitOf(events), { reducer: benchReducer, state });
      if (result.outcome === 'conflict')
        throw new Conflict({ state: evolve(state, result.winner), token: result.token });
      return keep(id, { state: evolve(state, result.commit), token: result.token });
    },
    load: async (id: string): Promise<{ readonly version: number; readonly events: number }> => {
      const loaded = await store.loadState(TENANT, benchStream(id), benchReducer);
      return { version: keep(id, loaded), events: loaded.token.version };
    },
    isConflict: (error: unknown): boolean => error instanceof Conflict,
    /** Folds the winner of a conflict instead of reading again. */
    advance: (id: string, version: number, error: unknown): number =>
      error instanceof Conflict && error.after ? keep(id, error.after) : version,
  };
};
