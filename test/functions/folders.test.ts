import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { ROUTED_BY_PICK } from '../../shared/application/handling.ts';
import { HIGH_CONFIDENCE } from '../../shared/application/notifications/texts.ts';
import { PROJECTED, SETTLING } from '../../shared/application/read-after.ts';
import { EVENT_TYPES } from '../../shared/events/catalog.ts';
import type { HttpFunction, Subscription } from '../../shared/events/subscription.ts';
import { commandOperations } from '../../shared/lambda/http/command-operations.ts';
import { deadLetterOperations } from '../../shared/lambda/http/dead-letters.ts';
import { descriptionOperations } from '../../shared/lambda/http/description.ts';
import { explanationOperations } from '../../shared/lambda/http/explanations.ts';
import { inboxOperations } from '../../shared/lambda/http/inbox.ts';
import { projectionOperations } from '../../shared/lambda/http/projections.ts';
import { queryOperations } from '../../shared/lambda/http/queries.ts';
import { FIXTURE_EVENTS } from '../../shared/projections/fixtures.ts';
import { STANDINGS_EVENTS } from '../../shared/projections/standings.ts';
import { STATISTICS_EVENTS } from '../../shared/projections/statistics.ts';
import { memoryEventStore } from '../../shared/store/memory-event-store.ts';
import { emptyIndex } from '../support/empty-index.ts';
import { memoryAudit, memoryOutcomes } from '../support/memory-outcomes.ts';
import { memoryPlayerKeys } from '../support/memory-player-keys.ts';
import { memoryReadModel, memoryTally } from '../support/memory-tally.ts';

const FUNCTIONS = join(import.meta.dirname, '../../functions');
const folders = readdirSync(FUNCTIONS);
const having = (file: string): string[] => folders.filter(folder => existsSync(join(FUNCTIONS, folder, file)));

const load = async <T>(file: string): Promise<Map<string, T>> => {
  const modules = having(file).map(async folder => {
    const { default: own } = (await import(join(FUNCTIONS, folder, file))) as { default: T };
    return [folder, own] as const;
  });
  return new Map(await Promise.all(modules));
};

let subscriptions: ReadonlyMap<string, Subscription>;
let http: ReadonlyMap<string, HttpFunction>;
beforeAll(async () => {
  subscriptions = await load<Subscription>('subscription.ts');
  http = await load<HttpFunction>('routes.ts');
});

/** Every event type that a subscription's routes take, `prefix.*` written out; in the order of the catalog. */
const typesOf = (folder: string): string[] => {
  const routes = subscriptions.get(folder)?.routes;
  if (routes === undefined || routes === 'otherwise') return [];
  const patterns = routes.flatMap(({ types }) => types);
  return EVENT_TYPES.filter(type =>
    patterns.some(pattern => (pattern.endsWith('.*') ? type.startsWith(pattern.slice(0, -1)) : pattern === type)),
  );
};

const inOrder = (types: readonly string[]): string[] => EVENT_TYPES.filter(type => types.includes(type));

/** Functions with a construct of their own, on a table's stream or on a schedule. */
const WITHOUT_CONFIGURATION: readonly string[] = [
  'anchor-heads',
  'archive-streams',
  'deliver-webhooks',
  'index-events',
  'publish-events',
  'rebuild-projections',
  'reconcile',
  'shape-tokens',
  'remind',
];

describe.each(folders)('functions/%s', folder => {
  test('is wired in 30 lines or fewer', () => {
    const lines = readFileSync(join(FUNCTIONS, folder, 'handler.ts'), 'utf8')
      .trimEnd()
      .split('\n');
    expect(lines.length).toBeLessThanOrEqual(30);
  });

  test('has one source of events, and no files that nobody reads', () => {
    const files = readdirSync(join(FUNCTIONS, folder)).filter(file => file !== 'handler.ts');
    expect(
      WITHOUT_CONFIGURATION.includes(folder) ? files : files.filter(file => !/^(subscription|routes)\.ts$/.test(file)),
    ).toEqual([]);
    expect(files).toHaveLength(WITHOUT_CONFIGURATION.includes(folder) ? 0 : 1);
  });
});

describe.each(having('subscription.ts'))('the subscription of %s', folder => {
  const own = (): Subscription => {
    const subscription = subscriptions.get(folder);
    if (!subscription) throw new Error(`${folder} has no subscription`);
    return subscription;
  };

  test('keeps to the limits of SQS and Lambda', () => {
    const { timeout, memory, batchSize, batchWindow, maxReceives, maxConcurrency } = own();
    expect(timeout).toBeGreaterThan(1);
    expect(timeout).toBeLessThanOrEqual(900);
    expect(memory).toBeGreaterThanOrEqual(128);
    expect(batchSize).toBeGreaterThanOrEqual(1);
    expect(batchSize).toBeLessThanOrEqual(batchWindow > 0 ? 10_000 : 10);
    expect(batchWindow).toBeLessThanOrEqual(300);
    expect(maxReceives).toBeGreaterThanOrEqual(5);
    expect(maxConcurrency).toBeGreaterThanOrEqual(2);
  });

  test('records its outcomes, and names each access once', () => {
    const { access } = own();
    expect(access).toContain('audit:record');
    expect(new Set(access).size).toBe(access.length);
  });

  test('takes events that exist, each by one route', () => {
    const { routes } = own();
    if (routes === 'otherwise') return;
    const patterns = routes.flatMap(({ types }) => types);
    for (const pattern of patterns) {
      const prefix = pattern.slice(0, -1);
      expect(EVENT_TYPES.some(type => (pattern.endsWith('.*') ? type.startsWith(prefix) : type === pattern))).toBe(
        true,
      );
    }
    expect(new Set(patterns).size).toBe(patterns.length);
  });
});

describe('routing', () => {
  test('has one default route', () => {
    expect([...subscriptions].filter(([, { routes }]) => routes === 'otherwise').map(([folder]) => folder)).toEqual([
      'catch-unrouted',
    ]);
  });

  test('brings the fixtures every event of a match', () => {
    expect(typesOf('project-fixtures')).toEqual(inOrder(FIXTURE_EVENTS));
  });

  test('a reader waits for the handlers that there are, and for the events that these take', () => {
    for (const { handler, events } of [...Object.values(PROJECTED), SETTLING])
      expect(typesOf(handler)).toEqual(inOrder(events));
  });

  test('brings the standings exactly the events that move them', () => {
    expect(typesOf('project-standings')).toEqual(inOrder(STANDINGS_EVENTS));
  });

  test('brings the statistics every event that they are made of', () => {
    expect(typesOf('record-analytics')).toEqual(inOrder(STATISTICS_EVENTS));
  });

  test('tells of predictions above HIGH_CONFIDENCE, by the same number', () => {
    const routes = subscriptions.get('notify')?.routes;
    const filtered = routes === 'otherwise' ? [] : (routes ?? []).filter(({ filter }) => filter);
    expect(filtered).toEqual([
      { types: ['prediction.created'], filter: { data: { confidence: [{ numeric: ['>', HIGH_CONFIDENCE] }] } } },
    ]);
  });

  test('routes by what was picked only where counts leave it out', () => {
    const byPick = [...subscriptions].flatMap(([folder, { routes }]) =>
      (routes === 'otherwise' ? [] : routes)
        .filter(({ filter, types }) => filter !== undefined && types.some(type => type.startsWith('prediction.')))
        .map(({ types }) => [folder, types]),
    );
    expect(Object.fromEntries(byPick)).toEqual(ROUTED_BY_PICK);
  });
});

describe('the HTTP functions', () => {
  const store = memoryEventStore();
  const keys = memoryPlayerKeys();
  const dependencies = { store, keys, sleep: async () => {}, random: () => 0 };

  const routesOf = (folder: string): string[] => Object.keys(http.get(folder)?.routes ?? {});

  test('are these', () => {
    expect([...http.keys()].sort()).toEqual([
      ...['commands', 'dead-letters', 'describe', 'explain', 'health', 'inbox', 'projections', 'queries', 'webhooks'],
    ]);
  });

  test('describe: the routes are the operations, open to anybody, and it has access to nothing', () => {
    const { routes, access } = http.get('describe') ?? {};
    expect(Object.keys(routes ?? {})).toEqual(Object.keys(descriptionOperations({} as never)));
    expect([Object.values(routes ?? {}), access]).toEqual([['anybody', 'anybody'], []]);
  });

  test('commands: the routes are the operations', () => {
    const operations = commandOperations(dependencies);
    expect(routesOf('commands').toSorted()).toEqual(Object.keys(operations).sort());
  });

  test('queries: the routes are the operations', () => {
    const operations = queryOperations({
      store,
      keys,
      index: emptyIndex,
      fixtures: memoryReadModel(memoryTally()),
      standings: memoryReadModel(memoryTally()),
      statistics: memoryReadModel(memoryTally()),
      outcomes: memoryOutcomes(),
      recorded: memoryAudit(),
      sleep: async () => {},
      elapsed: () => 0,
    });
    expect(routesOf('queries').toSorted()).toEqual(Object.keys(operations).sort());
  });

  test('explain: the routes are the operations, and it changes nothing', () => {
    expect(routesOf('explain').toSorted()).toEqual(Object.keys(explanationOperations({} as never)).sort());
    expect(http.get('explain')?.access.filter(access => !access.endsWith(':read'))).toEqual([]);
  });

  test('inbox: the routes are the operations', () => {
    const nobody = {} as Parameters<typeof inboxOperations>[0];
    expect(routesOf('inbox').toSorted()).toEqual(Object.keys(inboxOperations(nobody)).sort());
  });

  test.each([
    ['dead-letters', deadLetterOperations({} as never)],
    ['projections', projectionOperations({} as never)],
  ])('%s: the routes are the operations, for operators alone', (folder, operations) => {
    expect(routesOf(folder).toSorted()).toEqual(Object.keys(operations).sort());
    expect(new Set(Object.values(http.get(folder)?.routes ?? {}).flat())).toEqual(new Set(['operator']));
  });

  test('only ask by GET, and only command by POST, PUT and DELETE', () => {
    expect(routesOf('queries').every(route => /^GET \/v1\//.test(route))).toBe(true);
    expect(routesOf('commands').every(route => /^(POST|PUT|DELETE) \/v1\//.test(route))).toBe(true);
  });

  test('queries change nothing', () => {
    expect(http.get('queries')?.access.filter(access => !/:(read|get|query)$/.test(access))).toEqual([]);
  });
});
