import { S3Client } from '@aws-sdk/client-s3';
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { Command } from 'commander';
import type { AnchorLog } from '../../shared/application/anchors.ts';
import type { Archive } from '../../shared/application/archive.ts';
import { s3AnchorLog } from '../../shared/store/s3-anchor-log.ts';
import { s3Archive } from '../../shared/store/s3-archive.ts';
import { type Deployment, type DeploymentOptions, openDeployment, withDeploymentOptions } from './deployment.ts';

/** A ledger and its anchors, open for reading. */
export interface OpenLedger extends Disposable {
  readonly client: DynamoDBDocumentClient;
  readonly table: string;
  readonly log: AnchorLog;
  /** The name of another table of the same deployment. */
  readonly tableOf: Deployment['tableOf'];
  /** Absent: the command was not told its bucket. */
  readonly archive?: Archive;
}

/** Which ledger a command is about. */
export interface LedgerOptions extends DeploymentOptions {
  readonly bucket?: string;
  readonly archive?: string;
}

/** Adds the options that name a ledger. */
export const withLedgerOptions = (command: Command): Command =>
  withArchiveOption(withDeploymentOptions(command)).option('--bucket <name>', 'with --stage: its bucket of anchors');

/** Adds the option that names an archive. */
export const withArchiveOption = (command: Command): Command =>
  command.option('--archive <name>', 'with --stage: its bucket of archives, what retention took from the ledger');

/** The archive of a deployment. On AWS it has to be named: absent, nothing is read from it. */
export const openArchive = async (
  deployment: Deployment,
  { stage, archive }: Pick<LedgerOptions, 'stage' | 'archive'>,
): Promise<Archive | undefined> => {
  const bucket = archive ?? (stage === undefined ? await deployment.find('AWS::S3::Bucket', 'Archive') : undefined);
  return bucket === undefined ? undefined : s3Archive({ client: new S3Client(deployment.config), bucket });
};

/**
 * Opens the ledger that the options name: one on AWS with the credentials of the environment, or that of the local stack.
 * @throws LocalRuntimeError none runs here; NoSuchResourceError
 */
export const openLedger = async (options: LedgerOptions): Promise<OpenLedger> => {
  const deployment = await openDeployment(options);
  const bucket = options.bucket ?? (await deployment.find('AWS::S3::Bucket', 'Anchors'));
  const s3 = new S3Client(deployment.config);
  const archive = await openArchive(deployment, options);
  return {
    client: deployment.client,
    table: await deployment.tableOf('Events'),
    log: s3AnchorLog({ client: s3, bucket }),
    tableOf: deployment.tableOf,
    ...(archive && { archive }),
    [Symbol.dispose]: () => {
      deployment[Symbol.dispose]();
      s3.destroy();
    },
  };
};
