import { LocalRuntimeError } from '../local/types.ts';

/** A file that is not there, or may not be read: Node says which, in a sentence. */
const isFileTrouble = (error: Error): boolean => 'syscall' in error && 'path' in error;

/**
 * Runs a command to its exit code. What a person can mend (a broken file, a taken port) is said in a sentence; anything
 * else with its stack.
 */
export const runCli = async (command: () => Promise<number>): Promise<void> => {
  try {
    process.exitCode = await command();
  } catch (error) {
    const mendable =
      error instanceof Error && (isFileTrouble(error) || (error.name !== 'Error' && error.name !== 'TypeError'));
    process.stderr.write(`${mendable ? error.message : error instanceof Error ? error.stack : String(error)}\n`);
    process.exitCode = error instanceof LocalRuntimeError ? error.exitCode : 1;
  }
};
