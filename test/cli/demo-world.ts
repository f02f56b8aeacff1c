import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';
import type { Director } from '../../cli/demo/director.ts';
import { demoListener } from '../../cli/demo/http/listener.ts';
import { demoRoutes } from '../../cli/demo/http/routes.ts';
import type { OpenStack } from '../../cli/local-stack.ts';
import { createBus } from '../../local/bus/bus.ts';
import { createDelivery } from '../../local/bus/delivery.ts';
import {
  accessExcept,
  arn,
  assemblyOf,
  clockAt,
  functionResource,
  memoryQueues,
  queueResource,
  resource,
} from '../local/support/machine.ts';

/** A stack of one handler: a rule leads to its queue, and what it cannot handle to its dead letters. */
const assembly = assemblyOf(
  functionResource('scoring', { MemorySize: 512, Environment: { Variables: { HANDLER_NAME: 'score-predictions' } } }),
  functionResource('outbox', { Environment: { Variables: { HANDLER_NAME: 'publish-events' } } }),
  queueResource('queue', { RedrivePolicy: { deadLetterTargetArn: arn('sqs', 'dead'), maxReceiveCount: 1 } }),
  queueResource('dead'),
  resource('AWS::Events::EventBus', 'bus', { Name: 'bus' }, arn('events', 'event-bus/bus')),
  resource(
    'AWS::Events::Rule',
    'rule',
    {
      EventBusName: 'bus',
      EventPattern: { 'detail-type': ['match.finished'] },
      Targets: [{ Arn: arn('sqs', 'queue'), Id: 'Target0' }],
    },
    arn('events', 'rule/bus/rule'),
  ),
  resource('AWS::Lambda::EventSourceMapping', 'reads', {
    EventSourceArn: arn('sqs', 'queue'),
    FunctionName: 'scoring',
  }),
  resource('AWS::Lambda::EventSourceMapping', 'streams', {
    EventSourceArn: arn('dynamodb', 'table/events/stream/1'),
    FunctionName: 'outbox',
  }),
  resource('AWS::DynamoDB::GlobalTable', 'Events', {}, arn('dynamodb', 'table/Events')),
);

/** The demo's routes over a stack that only counts, behind a real server; what was pressed is remembered. */
export const demoWorld = async () => {
  const pressed: string[] = [];
  const failing = new Set<string>();
  const press = (what: string) => (): void => {
    pressed.push(what);
  };
  const clock = clockAt('2024-01-01T12:00:00.000Z');
  const queues = memoryQueues(assembly, clock);
  const report = () => undefined;
  const bus = createBus({
    assembly,
    clock,
    queues,
    deliver: createDelivery({ queues, assembly, access: accessExcept(), report }),
  });
  const used = { invocations: 4, failures: 1, totalMs: 2000, environments: 1, importMs: 1 };
  const stack = {
    assembly,
    queues,
    clock,
    bus,
    functions: {
      failing,
      fail: (name: string) => {
        pressed.push(`fail ${name}`);
        failing.add(name);
      },
      mend: (name: string) => {
        pressed.push(`mend ${name}`);
        failing.delete(name);
      },
    },
    statistics: () => ({
      functions: { scoring: used },
      bus: { ...bus.statistics },
      tables: { Events: { reads: 0, writes: 7, readUnits: 100_000, writeUnits: 1_000_000 } },
    }),
  };
  const director: Director = {
    state: {
      phase: 'playing',
      speed: 1,
      moment: 1,
      moments: 10,
      matchday: null,
      trouble: null,
      show: {
        name: 'premier-league-2023-24',
        title: 'A league',
        competition: 'league',
        poolId: 'pool',
        played: 1,
        matches: 380,
        matchdays: 38,
        names: new Map([['ann', 'Ann']]),
      },
    } as unknown as Director['state'],
    play: press('play'),
    pause: press('pause'),
    setSpeed: speed => press(`speed ${speed}`)(),
    step: unit => press(`step ${unit}`)(),
    choose: async name => press(`season ${name}`)(),
    close: async () => undefined,
  };
  const matches = [
    {
      status: 'finished',
      fixture: { matchId: 'final', home: 'Ajax', away: 'Benfica' },
      result: { fullTime: { home: 2, away: 1 } },
    },
  ];
  const api = {
    get: async () => ({ items: matches, next: null }),
    post: async (_: unknown, path: string, body: unknown) => press(`${path} ${JSON.stringify(body)}`)(),
  };
  const open = { stack, api, userPoolUrl: 'http://127.0.0.1:1' } as unknown as OpenStack;
  const server = createServer(demoListener(demoRoutes(open, director)));
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  const { port } = server.address() as AddressInfo;
  const host = `127.0.0.1:${port}`;
  /** Not with `fetch`: that one lets nobody say where a request comes from. */
  const ask = (method: string, path: string, body?: unknown, headers: Record<string, string> = {}) =>
    new Promise<{ status: number; body: Record<string, unknown> }>((resolve, reject) => {
      const json = { 'content-type': 'application/json', connection: 'close' };
      const outgoing = request({ port, host: '127.0.0.1', method, path, headers: { host, ...json, ...headers } });
      outgoing.once('error', reject);
      outgoing.once('response', response => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.once('end', () =>
          resolve({ status: response.statusCode ?? 0, body: JSON.parse(Buffer.concat(chunks).toString()) }),
        );
      });
      outgoing.end(body === undefined ? undefined : typeof body === 'string' ? body : JSON.stringify(body));
    });
  return { ask, pressed, host, bus, queues };
};
