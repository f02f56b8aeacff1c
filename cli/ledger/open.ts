import { join } from 'node:path';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { S3Client } from '@aws-sdk/client-s3';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { Command } from 'commander';
import { LocalRuntimeError } from '../../local/types.ts';
import type { AnchorLog } from '../../shared/application/anchors.ts';
import type { Archive } from '../../shared/application/archive.ts';
import { s3AnchorLog } from '../../shared/store/s3-anchor-log.ts';
import { s3Archive } from '../../shared/store/s3-archive.ts';
import { type RunningLedger, runningLedger } from './running.ts';

/** A ledger and its anchors, open for reading. */
export interface OpenLedger extends Disposable {
  readonly client: DynamoDBDocumentClient;
  readonly table: string;
  readonly log: AnchorLog;
  /** Absent: the command was not told its bucket. */
  readonly archive?: Archive;
  /** The table of notifications, when it is known. */
  readonly inbox?: string;
}

/** Which ledger a command is about. */
export interface LedgerOptions {
  readonly data: string;
  readonly table?: string;
  readonly bucket?: string;
  readonly archive?: string;
  readonly inbox?: string;
  readonly region?: string;
}

/** The access key of the person at this machine, who may do everything at a local endpoint. */
const OPERATOR = { accessKeyId: 'operator', secretAccessKey: 'local' };

/** Adds the options that name a ledger. */
export const withLedgerOptions = (command: Command): Command =>
  command
    .option(
      '--data <folder>',
      'data folder of the stack that runs on this machine',
      join(import.meta.dirname, '../../.matchday'),
    )
    .option('--table <name>', 'the table of events on AWS')
    .option('--bucket <name>', 'the bucket of anchors on AWS')
    .option('--archive <name>', 'the bucket of archives on AWS: what retention took from the table')
    .option('--region <name>', 'their region');

/** Opens a ledger at an endpoint of this machine. */
export const openRunning = ({ endpoint, region, ...names }: RunningLedger): OpenLedger =>
  opened({ endpoint, region, credentials: OPERATOR }, names);

/** What of a ledger has which name. */
type Names = Pick<RunningLedger, 'table' | 'bucket'> & Partial<Pick<RunningLedger, 'archive' | 'inbox'>>;

const opened = (
  settings: { readonly endpoint?: string; readonly region?: string; readonly credentials?: typeof OPERATOR },
  { table, bucket, archive, inbox }: Names,
): OpenLedger => {
  const dynamodb = new DynamoDBClient(settings);
  const s3 = new S3Client(settings);
  return {
    client: DynamoDBDocumentClient.from(dynamodb),
    table,
    log: s3AnchorLog({ client: s3, bucket }),
    ...(archive !== undefined && { archive: s3Archive({ client: s3, bucket: archive }) }),
    ...(inbox !== undefined && { inbox }),
    [Symbol.dispose]: () => {
      dynamodb.destroy();
      s3.destroy();
    },
  };
};

/**
 * Opens the ledger that the options name: one on AWS with the credentials of the environment, or that of the local stack.
 * @throws LocalRuntimeError
 */
export const openLedger = async ({ data, table, bucket, region, ...more }: LedgerOptions): Promise<OpenLedger> => {
  if (table === undefined && bucket === undefined) return openRunning(await runningLedger(data));
  if (table === undefined || bucket === undefined)
    throw new LocalRuntimeError('--table and --bucket go together.', { exitCode: 2 });
  return opened(region === undefined ? {} : { region }, { table, bucket, ...more });
};
