import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { type Base, startBase } from './base.ts';
import { createBus } from './bus/bus.ts';
import { createDelivery } from './bus/delivery.ts';
import { startPendingInvocations } from './bus/pending-invocations.ts';
import { type DynamoDbClient, dynamoDbClient } from './dynamodb/client.ts';
import { type DynamoDbLocal, existingDynamoDb, startDynamoDbLocal } from './dynamodb/java.ts';
import { meterOf } from './dynamodb/meter.ts';
import { ensureTables } from './dynamodb/tables.ts';
import { memoryCheckpoints, openCheckpoints } from './event-sources/checkpoints.ts';
import { startQueueSources } from './event-sources/queue-source.ts';
import { startStreamSources } from './event-sources/stream-source.ts';
import { roleArnOfAccessKey } from './functions/credentials.ts';
import { type FaultyFunctions, startFunctions } from './functions/functions.ts';
import { memoryUse } from './memory.ts';
import { deployBuckets } from './s3/deployment.ts';
import { createS3Service } from './s3/service.ts';
import { startSchedules } from './schedules/schedules.ts';
import { createSecretsService } from './secrets/service.ts';
import { startServers } from './servers.ts';
import { createSesService } from './ses/service.ts';
import { createSqsService } from './sqs/service.ts';
import type { LocalStack, LocalStackOptions } from './stack-types.ts';
import type { Functions } from './types.ts';

/** How long invocations may go on after `stop`. What they leave undone comes again at the next start. */
const STOP_GRACE_MS = 3000;

const SETTLED_TIMEOUT_MS = 30_000;

/** DynamoDB with the template's tables, and a client for it. */
const startTables = async ({ options, parts, assembly }: Base): Promise<readonly [DynamoDbLocal, DynamoDbClient]> => {
  const { dataDir, dynamodbEndpoint, report } = options;
  const directory = dataDir === undefined ? {} : { directory: resolve(dataDir, 'dynamodb') };
  const dynamodb =
    dynamodbEndpoint === undefined
      ? await startDynamoDbLocal({ report, ...directory })
      : await existingDynamoDb(dynamodbEndpoint);
  parts.defer(() => dynamodb.close());
  const client = dynamoDbClient(dynamodb.endpoint);
  parts.defer(() => client.close());
  await ensureTables(client, assembly);
  return [dynamodb, client];
};

/** Functions are built into the data folder, or into one that is thrown away. */
const bundleFolder = async ({ options, parts }: Base): Promise<string> => {
  if (options.dataDir !== undefined) return resolve(options.dataDir, 'bundles');
  const folder = await mkdtemp(join(tmpdir(), 'local-stack-'));
  parts.defer(() => rm(folder, { recursive: true, force: true }));
  return folder;
};

const buildFunctions = async (base: Base): Promise<FaultyFunctions> => {
  const { options, parts, assembly, access, clock, gateway } = base;
  const functions = await startFunctions({
    assembly,
    access,
    clock,
    root: resolve(options.root),
    outDir: await bundleFolder(base),
    environment: () => ({ AWS_ENDPOINT_URL: gateway.endpoint }),
    watch: options.watch === true,
    report: options.report,
    log: options.log,
  });
  parts.defer(() => functions.close());
  base.live.functions = functions;
  return functions;
};

/**
 * Java and the bundler work at the same time. When one fails, the other has come up and is in `parts`, to be stopped. Whichever
 * was up first, functions stop before what they talk to.
 */
const startBoth = async (base: Base) => {
  const [under, above] = [base.parts.use(new AsyncDisposableStack()), base.parts.use(new AsyncDisposableStack())];
  const starting = [startTables({ ...base, parts: under }), buildFunctions({ ...base, parts: above })] as const;
  await Promise.allSettled(starting);
  return { tables: await starting[0], functions: await starting[1] };
};

/** What reads: it starts after, and stops before, what is read and what is invoked. */
const startSources = async (base: Base, client: DynamoDbClient, functions: Functions): Promise<void> => {
  const { options, parts, assembly, access, queues, live, rest } = base;
  const { report, retryDelaySeconds, dataDir } = options;
  const checkpoints = dataDir === undefined ? memoryCheckpoints() : openCheckpoints(resolve(dataDir, 'checkpoints'));
  parts.defer(() => checkpoints.close());
  const shared = { assembly, access, queues, functions, report, retryDelaySeconds, changed: rest.changed };
  const pending = startPendingInvocations(shared);
  live.queueSources = startQueueSources(shared);
  live.streamSources = await startStreamSources({ ...shared, client, checkpoints });
  parts.defer(async () => {
    const all = [pending, ...live.queueSources, ...live.streamSources];
    await Promise.race([
      Promise.allSettled(all.map(source => source.close())),
      delay(STOP_GRACE_MS, undefined, { ref: false }),
    ]);
  });
};

/** Starts all of a stack; whatever is started is registered in `parts`, to be stopped in reverse order. */
export const startParts = async (options: LocalStackOptions, parts: AsyncDisposableStack): Promise<LocalStack> => {
  const base = await startBase(options, parts);
  const { assembly, access, clock, queues, gateway, live, rest } = base;
  const { dataDir } = options;
  const s3 = createS3Service({ assembly, clock, ...(dataDir !== undefined && { directory: resolve(dataDir, 's3') }) });
  parts.defer(() => s3.close());
  deployBuckets({ assembly, directory: options.assembly, access, s3 });
  const mails = dataDir === undefined ? {} : { directory: resolve(dataDir, 'mails') };
  const deliver = createDelivery({ queues, assembly, access, report: options.report });
  const bus = createBus({ assembly, clock, queues, deliver });
  const { tables, functions } = await startBoth(base);
  const [dynamodb, client] = tables;
  const meter = options.metered === true ? meterOf(client) : undefined;
  gateway.serve({
    assembly,
    access,
    clock,
    dynamodb: meter?.client ?? client,
    sqs: createSqsService(queues, assembly, () => gateway.endpoint),
    events: bus.service,
    s3,
    secrets: createSecretsService(assembly, dataDir === undefined ? undefined : resolve(dataDir, 'secrets')),
    ses: createSesService({ assembly, clock, ...mails }),
    roleOf: key => roleArnOfAccessKey(assembly, key),
    written: names => {
      for (const source of live.streamSources) if (names.includes(source.tableName)) source.written();
    },
    report: options.report,
    changed: rest.changed,
  });
  await startSources(base, client, functions);
  const schedules = startSchedules({ assembly, clock, deliver });
  parts.defer(() => schedules.close());
  live.schedules = schedules;
  const urls = await startServers(base, functions, s3);
  return {
    ...urls,
    endpoint: gateway.endpoint,
    assembly,
    outputs: assembly.outputs,
    clock,
    functions,
    bus,
    queues,
    settled: ({ timeoutMs = SETTLED_TIMEOUT_MS } = {}) => rest.settled(timeoutMs),
    statistics: () => ({
      functions: Object.fromEntries(functions.statistics),
      queues: Object.fromEntries(queues.all().map(queue => [queue.settings.name, queue.depth])),
      bus: { ...bus.statistics },
      streamRecordsRead: live.streamSources.reduce((sum, source) => sum + source.recordsRead, 0),
      tables: Object.fromEntries(meter?.tables ?? []),
    }),
    memory: () => memoryUse(dynamodb.pid),
    stop: () => {
      rest.stop();
      return parts.disposeAsync();
    },
  };
};
