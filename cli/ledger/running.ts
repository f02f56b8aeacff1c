import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { LocalStack } from '../../local/stack.ts';
import { LocalRuntimeError } from '../../local/types.ts';

/** How to reach the ledger of a stack that runs on this machine. */
export interface RunningLedger {
  readonly endpoint: string;
  readonly region: string;
  readonly table: string;
  readonly bucket: string;
  /** The bucket of what retention took from the table. */
  readonly archive: string;
  /** The table of notifications. */
  readonly inbox: string;
}

const FILE = 'running.json';

const nameOf = ({ assembly }: LocalStack, type: string, logicalId: string): string =>
  assembly.ofType(type).find(resource => resource.logicalId.startsWith(logicalId))?.name ?? '';

/** Where the events and the anchors of a running stack are. */
export const ledgerOf = (stack: LocalStack): RunningLedger => ({
  endpoint: stack.endpoint,
  region: stack.assembly.region,
  table: nameOf(stack, 'AWS::DynamoDB::GlobalTable', 'Events'),
  bucket: nameOf(stack, 'AWS::S3::Bucket', 'Anchors'),
  archive: nameOf(stack, 'AWS::S3::Bucket', 'Archive'),
  inbox: nameOf(stack, 'AWS::DynamoDB::GlobalTable', 'Inbox'),
});

/** Says in the data folder where the stack can be reached, for as long as it runs: its port is another each time. */
export const announce = async (dataDir: string, stack: LocalStack): Promise<AsyncDisposable> => {
  const file = join(dataDir, FILE);
  await writeFile(file, `${JSON.stringify(ledgerOf(stack))}\n`);
  return { [Symbol.asyncDispose]: () => rm(file, { force: true }) };
};

/** The stack that runs on a data folder. @throws LocalRuntimeError when none does */
export const runningLedger = async (dataDir: string): Promise<RunningLedger> => {
  try {
    return JSON.parse(await readFile(join(dataDir, FILE), 'utf8')) as RunningLedger;
  } catch (cause) {
    throw new LocalRuntimeError(
      `No stack runs on ${dataDir}: start one with "npm start", or name --table, --bucket and --region of one on AWS.`,
      { exitCode: 2, cause },
    );
  }
};
