import { readFileSync } from 'node:fs';

/** Resident memory in bytes: this process with its workers, and DynamoDB Local where the system tells. */
export interface MemoryUse {
  readonly runtime: number;
  readonly dynamodb: number;
}

const read = (file: string): string => {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    // No /proc on this system, or the process has just ended: nothing to add to the sum.
    return '';
  }
};

/** Resident memory of a process and its children by Linux's /proc; 0 elsewhere. */
const treeOf = (pid: number): number => {
  const own = Number(/^VmRSS:\s+(\d+) kB/m.exec(read(`/proc/${pid}/status`))?.[1] ?? 0) * 1024;
  const children = read(`/proc/${pid}/task/${pid}/children`).split(' ').filter(Boolean).map(Number);
  return children.reduce((sum, child) => sum + treeOf(child), own);
};

/** Measures now. */
export const memoryUse = (dynamodbPid: number | undefined): MemoryUse => ({
  runtime: process.memoryUsage.rss(),
  dynamodb: dynamodbPid === undefined ? 0 : treeOf(dynamodbPid),
});
