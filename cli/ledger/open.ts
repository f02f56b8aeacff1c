import { join } from 'node:path';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { S3Client } from '@aws-sdk/client-s3';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { Command } from 'commander';
import { LocalRuntimeError } from '../../local/types.ts';
import type { AnchorLog } from '../../shared/application/anchors.ts';
import { s3AnchorLog } from '../../shared/store/s3-anchor-log.ts';
import { type RunningLedger, runningLedger } from './running.ts';

/** A ledger and its anchors, open for reading. */
export interface OpenLedger extends Disposable {
  readonly client: DynamoDBDocumentClient;
  readonly table: string;
  readonly log: AnchorLog;
}

/** Which ledger a command is about. */
export interface LedgerOptions {
  readonly data: string;
  readonly table?: string;
  readonly bucket?: string;
  readonly region?: string;
}

/** The access key of the person at this machine, who may do everything at a local endpoint. */
export const OPERATOR = { accessKeyId: 'operator', secretAccessKey: 'local' };

/** Adds the option that names a stack of this machine. */
export const withDataOption = (command: Command): Command =>
  command.option(
    '--data <folder>',
    'data folder of the stack that runs on this machine',
    join(import.meta.dirname, '../../.matchday'),
  );

/** Adds the options that name a ledger. */
export const withLedgerOptions = (command: Command): Command =>
  withDataOption(command)
    .option('--table <name>', 'the table of events on AWS')
    .option('--bucket <name>', 'the bucket of anchors on AWS')
    .option('--region <name>', 'their region');

/** Opens a ledger at an endpoint of this machine. */
export const openRunning = ({ endpoint, region, table, bucket }: RunningLedger): OpenLedger =>
  opened({ endpoint, region, credentials: OPERATOR }, table, bucket);

const opened = (
  settings: { readonly endpoint?: string; readonly region?: string; readonly credentials?: typeof OPERATOR },
  table: string,
  bucket: string,
): OpenLedger => {
  const dynamodb = new DynamoDBClient(settings);
  const s3 = new S3Client(settings);
  return {
    client: DynamoDBDocumentClient.from(dynamodb),
    table,
    log: s3AnchorLog({ client: s3, bucket }),
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
export const openLedger = async ({ data, table, bucket, region }: LedgerOptions): Promise<OpenLedger> => {
  if (table === undefined && bucket === undefined) return openRunning(await runningLedger(data));
  if (table === undefined || bucket === undefined)
    throw new LocalRuntimeError('--table and --bucket go together.', { exitCode: 2 });
  return opened(region === undefined ? {} : { region }, table, bucket);
};
