import { resolve } from 'node:path';
import { loadWithAddresses } from './addresses.ts';
import { PENDING_QUEUE } from './bus/delivery.ts';
import { machineClock } from './clock.ts';
import type { EventSource } from './event-sources/mapping.ts';
import type { StreamSource } from './event-sources/stream-source.ts';
import { type Gateway, startGateway } from './gateway/server.ts';
import type { HttpApi } from './http-api/server.ts';
import { accessControl } from './iam/access-control.ts';
import { createRest, type Rest } from './rest.ts';
import type { Schedules } from './schedules/schedules.ts';
import { createQueues, type Queues } from './sqs/queues.ts';
import type { LocalStackOptions } from './stack-types.ts';
import { unsupported } from './template/unsupported.ts';
import type { AccessControl, Assembly, Functions, MachineClock } from './types.ts';

/** What everything else is built on, and what comes up while Java starts. */
export interface Base {
  readonly options: LocalStackOptions;
  readonly parts: AsyncDisposableStack;
  readonly gateway: Gateway;
  readonly assembly: Assembly;
  readonly ports: ReadonlyMap<string, number>;
  readonly userPoolPort: number;
  readonly sitePorts: ReadonlyMap<string, number>;
  readonly eventApiPorts: ReadonlyMap<string, number>;
  readonly access: AccessControl;
  readonly clock: MachineClock;
  readonly queues: Queues;
  readonly live: Live;
  readonly rest: Rest;
}

/** The parts that have something going on, as far as they have been started. */
export interface Live {
  gateway?: Gateway;
  queues?: Queues;
  functions?: Functions;
  schedules?: Schedules;
  queueSources: readonly EventSource[];
  streamSources: readonly StreamSource[];
  apis: readonly HttpApi[];
}

const busyParts = (live: Live): readonly string[] => {
  const pending = live.queues?.byName(PENDING_QUEUE)?.depth;
  const counts: readonly (readonly [string, number])[] = [
    ['API requests', live.apis.reduce((sum, api) => sum + api.inFlight, 0)],
    ['endpoint requests', live.gateway?.inFlight ?? 0],
    ['invocations', live.functions?.inFlight ?? 0],
    ['invocations waiting', pending === undefined ? 0 : pending.visible + pending.inFlight + pending.delayed],
    ['streams with unread records', live.streamSources.filter(source => !source.idle).length],
    ['queues with messages', live.queueSources.filter(source => !source.idle).length],
  ];
  return counts.flatMap(([what, count]) => (count === 0 ? [] : [`${count} ${what}`]));
};

/** The clock, which also wakes the schedules. */
const stackClock = (live: Live): MachineClock => {
  const clock = machineClock();
  return {
    ...clock,
    set: instant => {
      clock.set(instant);
      live.schedules?.clockMoved();
    },
    release: () => {
      clock.release();
      live.schedules?.clockMoved();
    },
  };
};

/**
 * Opens the endpoint, reads the template, and opens what needs nothing else.
 * @throws LocalRuntimeError for a taken port, a template that cannot be resolved, a data folder in use
 */
export const startBase = async (options: LocalStackOptions, parts: AsyncDisposableStack): Promise<Base> => {
  const { dataDir, report } = options;
  const gateway = await startGateway(options.endpointPort ?? 0);
  parts.defer(() => gateway.close());
  const addressed = await loadWithAddresses(options.assembly, gateway.endpoint, options.port);
  const { assembly } = addressed;
  for (const { stack, logicalId, type } of unsupported(assembly)) {
    report({
      level: 'warn',
      part: 'template',
      message: `${stack}/${logicalId} (${type}) does not run on this machine.`,
    });
  }
  const live: Live = { gateway, queueSources: [], streamSources: [], apis: [] };
  const hurry = (): void => {
    for (const source of [...live.streamSources, ...live.queueSources]) source.flush();
  };
  const rest = createRest(() => busyParts(live), hurry);
  const clock = stackClock(live);
  const directory = dataDir === undefined ? {} : { directory: resolve(dataDir, 'sqs') };
  const queues = createQueues({ assembly, clock, changed: rest.changed, ...directory });
  parts.defer(() => queues.close());
  live.queues = queues;
  return { options, parts, gateway, ...addressed, access: accessControl(assembly), clock, queues, live, rest };
};
