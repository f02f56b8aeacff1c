import { randomUUID } from 'node:crypto';
import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import commands from '../../functions/commands/routes.ts';
import deadLetters from '../../functions/dead-letters/routes.ts';
import describe from '../../functions/describe/routes.ts';
import explain from '../../functions/explain/routes.ts';
import health from '../../functions/health/routes.ts';
import inbox from '../../functions/inbox/routes.ts';
import projections from '../../functions/projections/routes.ts';
import queries from '../../functions/queries/routes.ts';
import webhooks from '../../functions/webhooks/routes.ts';
import { anchorHeads } from '../../shared/application/anchor-heads.ts';
import type { EventStore } from '../../shared/application/event-store.ts';
import { project } from '../../shared/application/project.ts';
import type { Envelope } from '../../shared/events/envelope.ts';
import type { Routes } from '../../shared/events/subscription.ts';
import { commandOperations } from '../../shared/lambda/http/command-operations.ts';
import { explanationOperations } from '../../shared/lambda/http/explanations.ts';
import { httpHandler, type Operation } from '../../shared/lambda/http/http-handler.ts';
import { queryOperations } from '../../shared/lambda/http/queries.ts';
import type { Limit } from '../../shared/lambda/http/rate-limit.ts';
import { fixturesProjection } from '../../shared/projections/fixtures.ts';
import { standingsProjection } from '../../shared/projections/standings.ts';
import { statisticsProjection } from '../../shared/projections/statistics.ts';
import { chainsOn } from '../../shared/store/chains-on.ts';
import type { CommitItem } from '../../shared/store/commit-codec.ts';
import type { CommitTable } from '../../shared/store/commit-table.ts';
import { sha256 } from '../../shared/store/hashing.ts';
import { memoryEventStore, memoryTable } from '../../shared/store/memory-event-store.ts';
import { memoryAnchors } from '../support/memory-anchors.ts';
import { memoryIndex } from '../support/memory-index.ts';
import { memoryAudit, memoryOutcomes } from '../support/memory-outcomes.ts';
import { memoryPlayerKeys } from '../support/memory-player-keys.ts';
import { memoryReadModel, memoryTally } from '../support/memory-tally.ts';
import { listening } from './listening.ts';
import { operating } from './operating.ts';
import { contextWith } from './support.ts';

/** Claims of a token, as texts. */
export type Claims = Readonly<Record<string, string>>;

/** Claims of an access token. */
export const claimsOf = (as: string): Claims => {
  const [tenant = '', sub = '', ...scopes] = as.split('/');
  const scope = ['player', ...scopes].map(name => `matchday/${name}`).join(' ');
  return { token_use: 'access', sub, tenant, scope };
};

const ANYTHING = 'demo/operator/organiser/operator/producer';

/** What a test says of a request; the rest is as API Gateway has it. */
export interface TestRequest {
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string>>;
  /** Sent as JSON. */
  readonly json?: unknown;
  /** Sent as it is. */
  readonly text?: string;
  readonly base64?: boolean;
  readonly headers?: Readonly<Record<string, string>>;
  /** `tenant/player`, then scopes besides `player`. Without it somebody who may do anything in the tenant `demo`. */
  readonly as?: string;
  /** Claims of the token as the gateway hands them over; `none`: nobody looked at a token. */
  readonly claims?: Claims | 'none';
}

/** Payload format 2.0: https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html */
export const requestEvent = (routeKey: string, request: TestRequest = {}): APIGatewayProxyEventV2 => {
  const { params, query, json, text = json === undefined ? undefined : JSON.stringify(json), base64 = false } = request;
  const [method = '', template = ''] = routeKey.split(' ');
  const rawPath = template.replace(/\{(\w+)\}/g, (_, name: string) => params?.[name] ?? '');
  const body = text === undefined || !base64 ? text : Buffer.from(text).toString('base64');
  const { as = ANYTHING, claims = claimsOf(as) } = request;
  return {
    version: '2.0',
    routeKey,
    rawPath,
    rawQueryString: new URLSearchParams(query).toString(),
    headers: { 'content-type': 'application/json', host: 'api.example', ...request.headers },
    requestContext: {
      accountId: '111122223333',
      apiId: 'api',
      ...(claims !== 'none' && { authorizer: { jwt: { claims, scopes: null } } }),
      domainName: 'api.example',
      domainPrefix: 'api',
      http: { method, path: rawPath, protocol: 'HTTP/1.1', sourceIp: '192.0.2.1', userAgent: 'test' },
      requestId: randomUUID(),
      routeKey,
      stage: '$default',
      time: '11/Aug/2023:19:00:00 +0000',
      timeEpoch: 1691780400000,
    },
    ...(query && { queryStringParameters: { ...query } }),
    ...(params && { pathParameters: { ...params } }),
    ...(body !== undefined && { body }),
    isBase64Encoded: base64,
  };
};

/** An answer, its body parsed. */
export interface TestAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly body: Readonly<Record<string, unknown>>;
}

/** Who may use an operation: what the folders say; a test's own operations are for players. */
const accessOf = (operations: Readonly<Record<string, Operation>>): Routes => ({
  ...Object.fromEntries(Object.keys(operations).map(route => [route, ['player'] as const])),
  ...commands.routes,
  ...queries.routes,
  ...explain.routes,
  ...health.routes,
  ...inbox.routes,
  ...webhooks.routes,
  ...describe.routes,
  ...deadLetters.routes,
  ...projections.routes,
});

/** Sends a request to a set of operations. */
export const send = async (
  operations: Readonly<Record<string, Operation>>,
  event: APIGatewayProxyEventV2,
  limit?: Limit,
): Promise<TestAnswer> => {
  const handler = httpHandler(accessOf(operations), operations, limit);
  const { statusCode = 0, headers = {}, body = 'null' } = await handler(event, contextWith());
  const isJson = /json/.test(String(headers['content-type'] ?? 'json'));
  return { status: statusCode, headers, body: (isJson ? JSON.parse(body) : body) as TestAnswer['body'] };
};

const noWait = { sleep: async () => {}, random: () => 0 };

/** An event store that remembers what was appended, in order. */
const recording = (store: EventStore) => {
  const events: Envelope[] = [];
  const append: EventStore['append'] = async (expected, commit) => {
    const result = await store.append(expected, commit);
    if (result.outcome !== 'appended') return result;
    const [first] = result.commit.events;
    const known = events.some(({ tenantId, id }) => tenantId === first?.tenantId && id === first.id);
    if (!known) events.push(...result.commit.events);
    return result;
  };
  return { events, store: { ...store, append } };
};

/** Pages, one after another. */
async function* pages<T>(all: readonly T[]): AsyncGenerator<T> {
  yield* all;
}

/** A table of commits that knows all that was put into it. */
const listed = (table: CommitTable) => {
  const items: CommitItem[] = [];
  const put: CommitTable['put'] = async item => {
    const there = await table.put(item);
    if (!there) items.push(item);
    return there;
  };
  return { items, table: { ...table, put } };
};

/** The whole API over one store in memory. What is made from events knows what {@link TestApi.project} was told last. */
export const testApi = () => {
  const { items, table } = listed(memoryTable());
  const { events, store } = recording(memoryEventStore(undefined, table));
  const anchors = memoryAnchors();
  const [fixtures, standings, statistics] = [memoryTally(), memoryTally(), memoryTally()];
  const outcomes = memoryOutcomes();
  const recorded = memoryAudit();
  const keys = memoryPlayerKeys();
  const dependencies = { store, keys, ...noWait };
  const listeners = listening(dependencies, standings, recorded);
  const index = memoryIndex(events);
  const operators = operating({ store, index, outcomes });
  const operations = {
    ...explanationOperations({ store, chains: chainsOn(table), anchors, sha256 }),
    ...listeners.operations,
    ...operators.operations,
    ...commandOperations(dependencies),
    ...queryOperations({
      ...dependencies,
      index,
      outcomes,
      recorded,
      fixtures: memoryReadModel(fixtures),
      standings: memoryReadModel(standings),
      statistics: memoryReadModel(statistics),
      elapsed: () => performance.now(),
    }),
  };
  type Route = keyof typeof operations;
  let projected = 0;
  const projectNews = async (): Promise<void> => {
    const news = events.slice(projected);
    projected = events.length;
    await project(noWait, fixtures, fixturesProjection, news);
    await project(noWait, standings, standingsProjection, news);
    await project(noWait, statistics, statisticsProjection, news);
    await listeners.tell(news);
    for (const event of news) operators.fail(event);
  };
  // One at a time, whoever asks.
  let projecting = Promise.resolve();
  return {
    operations,
    store,
    keys,
    /** Every event, in the order in which they were appended. */
    events,
    dependencies,
    /** What handlers are done with; nothing, until a test says so. */
    outcomes,
    /** Webhooks: what there is besides what the API shows. */
    webhooks: listeners.webhooks,
    subscribe: listeners.subscribe,
    /** Dead letters and rebuilds: `notify` fails on each event for good, when {@link project} is called. */
    operators,
    /** Anchors all that was appended. */
    anchor: () => anchorHeads({ log: anchors, sha256, ledger: pages([items]), now: () => new Date() }),
    /** Brings read models, inboxes and deliveries up to date. */
    project: (): Promise<void> => {
      projecting = projecting.then(projectNews);
      return projecting;
    },
    send: (route: Route, request?: TestRequest) => send(operations, requestEvent(route, request)),
    /** The body of an answer as it is sent. */
    text: async (route: Route, request?: TestRequest): Promise<string> => {
      const handler = httpHandler(accessOf(operations), operations);
      return (await handler(requestEvent(route, request), contextWith())).body ?? '';
    },
    /** A request that has something which {@link TestRequest} does not say. */
    raw: (route: Route, request: TestRequest, own: Partial<APIGatewayProxyEventV2>) =>
      send(operations, { ...requestEvent(route, request), ...own }),
  };
};

export type TestApi = ReturnType<typeof testApi>;
