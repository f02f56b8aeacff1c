import { S3Client } from '@aws-sdk/client-s3';
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { Command } from 'commander';
import type { AnchorLog } from '../../shared/application/anchors.ts';
import { s3AnchorLog } from '../../shared/store/s3-anchor-log.ts';
import { type DeploymentOptions, openDeployment, withDeploymentOptions } from './deployment.ts';

/** A ledger and its anchors, open for reading. */
export interface OpenLedger extends Disposable {
  readonly client: DynamoDBDocumentClient;
  readonly table: string;
  readonly log: AnchorLog;
}

/** Which ledger a command is about. */
export interface LedgerOptions extends DeploymentOptions {
  readonly bucket?: string;
}

/** Adds the options that name a ledger. */
export const withLedgerOptions = (command: Command): Command =>
  withDeploymentOptions(command).option('--bucket <name>', 'with --stage: its bucket of anchors');

/**
 * Opens the ledger that the options name: one on AWS with the credentials of the environment, or that of the local stack.
 * @throws LocalRuntimeError none runs here; NoSuchResourceError
 */
export const openLedger = async (options: LedgerOptions): Promise<OpenLedger> => {
  const deployment = await openDeployment(options);
  const bucket = options.bucket ?? (await deployment.find('AWS::S3::Bucket', 'Anchors'));
  const s3 = new S3Client(deployment.config);
  return {
    client: deployment.client,
    table: await deployment.tableOf('Events'),
    log: s3AnchorLog({ client: s3, bucket }),
    [Symbol.dispose]: () => {
      deployment[Symbol.dispose]();
      s3.destroy();
    },
  };
};
