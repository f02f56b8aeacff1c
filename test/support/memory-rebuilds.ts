import type { ProjectedName } from '../../shared/application/read-after.ts';
import type { Rebuildable } from '../../shared/application/rebuild-control.ts';
import type { RebuildJob, RebuildJobs, RebuildMessage, RebuildQueue } from '../../shared/application/rebuild-job.ts';
import { memoryGenerations } from './memory-generations.ts';

/** The last rebuild of a read model, in memory. It passes the same contract as the one on DynamoDB. */
export const memoryRebuildJobs = (): RebuildJobs => {
  let kept: RebuildJob | undefined;
  return {
    read: async () => kept,
    write: async job => {
      if (kept && kept.revision !== job.revision - 1) return false;
      kept = { ...job };
      return true;
    },
  };
};

/** A queue of steps in memory. */
export const memoryRebuildQueue = (): RebuildQueue & { readonly messages: RebuildMessage[] } => {
  const messages: RebuildMessage[] = [];
  return {
    messages,
    send: async message => {
      messages.push(message);
    },
  };
};

/** Registers and rebuilds of all read models. */
export const memoryRebuildables = () => {
  const known = new Map<ProjectedName, Rebuildable>();
  return (projection: ProjectedName): Rebuildable => {
    const one = known.get(projection) ?? { projection, register: memoryGenerations(), jobs: memoryRebuildJobs() };
    known.set(projection, one);
    return one;
  };
};
