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
  /** The table of the index, where the record of publications is. */
  readonly index: string;
  readonly bus: string;
  /** URL of the queue for commits that cannot be published. */
  readonly quarantine: string;
}

const FILE = 'running.json';

const resourceOf = ({ assembly }: LocalStack, type: string, logicalId: string) =>
  assembly.ofType(type).find(resource => resource.logicalId.startsWith(logicalId));

const nameOf = (stack: LocalStack, type: string, logicalId: string): string =>
  resourceOf(stack, type, logicalId)?.name ?? '';

/** Where the events of a running stack are, and what goes with them. */
export const ledgerOf = (stack: LocalStack): RunningLedger => ({
  endpoint: stack.endpoint,
  region: stack.assembly.region,
  table: nameOf(stack, 'AWS::DynamoDB::GlobalTable', 'Events'),
  bucket: nameOf(stack, 'AWS::S3::Bucket', 'Anchors'),
  index: nameOf(stack, 'AWS::DynamoDB::GlobalTable', 'Index'),
  bus: nameOf(stack, 'AWS::Events::EventBus', 'Bus'),
  quarantine: resourceOf(stack, 'AWS::SQS::Queue', 'OutboxQuarantine')?.ref ?? '',
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
