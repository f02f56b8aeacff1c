import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { LocalStack } from '../../local/stack.ts';
import { LocalRuntimeError } from '../../local/types.ts';

/** What a person may have to do with, besides its endpoint. */
const TYPES = ['AWS::DynamoDB::GlobalTable', 'AWS::S3::Bucket', 'AWS::SQS::Queue', 'AWS::Events::EventBus'] as const;

/** A kind of resource that commands can find. */
export type ResourceType = (typeof TYPES)[number];

/** How to reach a stack that runs on this machine, and what is in it. */
export interface RunningStack {
  readonly endpoint: string;
  readonly region: string;
  /** Where tokens come from. */
  readonly userPoolUrl: string;
  /** `ref` is what CloudFormation's `Ref` gives: the name of a table, a bucket or a bus, the URL of a queue. */
  readonly resources: readonly { readonly type: ResourceType; readonly logicalId: string; readonly ref: string }[];
}

const FILE = 'running.json';

const runningOf = ({ endpoint, assembly, userPoolUrls }: LocalStack): RunningStack => ({
  endpoint,
  userPoolUrl: Object.values(userPoolUrls)[0] ?? '',
  region: assembly.region,
  resources: TYPES.flatMap(type => assembly.ofType(type).map(({ logicalId, ref }) => ({ type, logicalId, ref }))),
});

/** Says in the data folder where the stack can be reached, for as long as it runs: its port is another each time. */
export const announce = async (dataDir: string, stack: LocalStack): Promise<AsyncDisposable> => {
  const file = join(dataDir, FILE);
  await writeFile(file, `${JSON.stringify(runningOf(stack))}\n`);
  return { [Symbol.asyncDispose]: () => rm(file, { force: true }) };
};

/** The stack that runs on a data folder. @throws LocalRuntimeError when none does */
export const runningStack = async (dataDir: string): Promise<RunningStack> => {
  try {
    return JSON.parse(await readFile(join(dataDir, FILE), 'utf8')) as RunningStack;
  } catch (cause) {
    throw new LocalRuntimeError(
      `No stack runs on ${dataDir}: start one with "npm start", or name the --stage of one on AWS.`,
      { exitCode: 2, cause },
    );
  }
};
