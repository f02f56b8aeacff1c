import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { LocalStack } from '../../local/stack.ts';
import { LocalRuntimeError } from '../../local/types.ts';

/** How to reach the ledger of a stack that runs on this machine. */
export interface RunningLedger {
  readonly endpoint: string;
  readonly region: string;
  readonly bucket: string;
}

const FILE = 'running.json';

/** Where the anchors of a running stack are, and how everything else of it is reached. */
const ledgerOf = ({ endpoint, assembly }: LocalStack): RunningLedger => ({
  endpoint,
  region: assembly.region,
  bucket: assembly.ofType('AWS::S3::Bucket').find(({ logicalId }) => logicalId.startsWith('Anchors'))?.name ?? '',
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
      `No stack runs on ${dataDir}: start one with "npm start", or name the --stage of one on AWS.`,
      { exitCode: 2, cause },
    );
  }
};
