import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { announce } from '../../cli/ledger/running.ts';
import { ROOT, remove, scratch, type TestStack } from './harness.ts';

/** Runs a command of the terminal on a running stack, to its exit code and all that it prints. */
export const runCommand = async ({ stack }: TestStack, name: string, args: readonly string[]) => {
  const dataDir = scratch();
  const announced = await announce(dataDir, stack);
  const argv = [join(ROOT, `cli/${name}.ts`), '--data', dataDir, ...args];
  const ended = await promisify(execFile)(process.execPath, argv, { cwd: ROOT }).then(
    ({ stdout }) => ({ code: 0, output: stdout }),
    ({ code, stdout, stderr }) => ({ code: Number(code), output: `${stdout}${stderr}` }),
  );
  await announced[Symbol.asyncDispose]();
  await remove(dataDir);
  return ended;
};
