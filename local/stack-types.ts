import type { Bus, BusStatistics } from './bus/bus.ts';
import type { SiteRoute } from './cloudfront/server.ts';
import type { TableUse } from './dynamodb/meter.ts';
import type { FaultyFunctions } from './functions/functions.ts';
import type { MemoryUse } from './memory.ts';
import type { QueueDepth } from './sqs/queue.ts';
import type { Queues } from './sqs/queues.ts';
import type { Assembly, FunctionStatistics, MachineClock, Report } from './types.ts';

/** What to run, and how. */
export interface LocalStackOptions {
  /** The synthesized cloud assembly: `cdk.out`. */
  readonly assembly: string;
  /** The folder that the functions' entries are relative to. */
  readonly root: string;
  /** Where tables, messages and checkpoints outlive the process; absent: in memory. One runtime at a time. */
  readonly dataDir?: string;
  /** Port of the first HTTP API, by logical id; further ones take the following ports, then user pools, then Event APIs, then distributions. Absent: free ones. */
  readonly port?: number;
  /** Port of the AWS endpoint. Absent: a free one. */
  readonly endpointPort?: number;
  /** A DynamoDB that runs already; absent: DynamoDB Local is started. */
  readonly dynamodbEndpoint?: string;
  /** By the beginning of a path, such as `/demo/`: what the caller itself answers on the ports of CloudFront distributions. */
  readonly siteRoutes?: Readonly<Record<string, SiteRoute>>;
  /** Rebuild functions on edit. */
  readonly watch?: boolean;
  /** Seconds until something failed is tried again; absent: as long as on AWS. */
  readonly retryDelaySeconds?: number;
  /** Count what functions ask of tables: each request then says what it costs. */
  readonly metered?: boolean;
  readonly report: Report;
  /** A line that a function printed. */
  readonly log: (functionName: string, line: string) => void;
}

/** What has happened since the start. */
export interface StackStatistics {
  readonly functions: Readonly<Record<string, FunctionStatistics>>;
  readonly queues: Readonly<Record<string, QueueDepth>>;
  readonly bus: BusStatistics;
  /** Records that event sources read from tables' streams. */
  readonly streamRecordsRead: number;
  /** By name of the table; empty when it is not `metered`. */
  readonly tables: Readonly<Record<string, TableUse>>;
}

/** A synthesized stack, running on this machine. */
export interface LocalStack {
  /** URL of each HTTP API by logical id, without a slash at its end. */
  readonly apiUrls: Readonly<Record<string, string>>;
  /** URL of each CloudFront distribution by logical id, without a slash at its end. */
  readonly siteUrls: Readonly<Record<string, string>>;
  /** URL of each user pool by logical id: `POST <url>/token` gives tokens of whomever one says one is. */
  readonly userPoolUrls: Readonly<Record<string, string>>;
  /** URL of each Event API by logical id: `POST <url>/event` publishes, a WebSocket at `<url>/event/realtime` listens. */
  readonly liveUrls: Readonly<Record<string, string>>;
  /** The AWS endpoint, for AWS_ENDPOINT_URL; the access key `operator` may do everything there. */
  readonly endpoint: string;
  readonly assembly: Assembly;
  readonly outputs: Assembly['outputs'];
  /** Setting it also fires the schedules that have become due. */
  readonly clock: MachineClock;
  readonly functions: FaultyFunctions;
  readonly bus: Bus;
  readonly queues: Queues;
  /**
   * Resolves when streams are read to the end, queues with a consumer are empty and no function runs.
   * @throws LocalRuntimeError naming what still goes on after `timeoutMs` (default 30,000).
   */
  settled(options?: { readonly timeoutMs?: number }): Promise<void>;
  statistics(): StackStatistics;
  memory(): MemoryUse;
  stop(): Promise<void>;
}
