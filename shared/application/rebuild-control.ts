import type { GenerationRegister, Generations } from './generations.ts';
import type { ProjectedName } from './read-after.ts';
import { beginGeneration, dropOthers, RebuildError, switchTo } from './rebuild.ts';
import { isUnderWay, type RebuildJob, type RebuildJobs, type RebuildQueue } from './rebuild-job.ts';

/** A read model that can be rebuilt. */
export interface Rebuildable {
  readonly projection: ProjectedName;
  readonly register: GenerationRegister;
  readonly jobs: RebuildJobs;
}

/** Who asks for a rebuild, under which id, when. */
export interface RebuildRequest {
  readonly id: string;
  readonly by: string;
  readonly now: string;
}

/** What a start takes besides. */
export interface StartDependencies {
  readonly queue: RebuildQueue;
  /** Commits in the ledger, about. */
  readonly count: () => Promise<number>;
}

/**
 * Seconds until the first step. Who does not know of the new generation has read the register before, and goes by that for two
 * seconds at most (REGISTER_CACHE_MS): what is handled then was stored before, and is in what is replayed afterwards.
 */
const GRACE_SECONDS = 5;
/** Times that a cancel tries while steps keep writing down how far they are. */
const MAX_TRIES = 20;

/**
 * Begins to rebuild a read model: handlers write a new generation from now on, and the first step waits in the queue until all
 * of them know. The same request again is the same rebuild.
 *
 * @throws RebuildError one is under way, or two generations are written
 */
export const startRebuild = async (
  { projection, register, jobs }: Rebuildable,
  { queue, count }: StartDependencies,
  { id, by, now }: RebuildRequest,
): Promise<RebuildJob> => {
  const before = await jobs.read();
  if (before?.id === id) {
    // It may have died before the message was sent. A second message does no harm.
    if (before.state === 'waiting') await queue.send({ projection, jobId: id }, GRACE_SECONDS);
    return before;
  }
  if (isUnderWay(before)) throw new RebuildError(`a rebuild of ${projection} is under way`);
  const { newest } = await beginGeneration(register);
  const job: RebuildJob = {
    ...{ id, state: 'waiting', generation: newest, cursor: 'start' },
    ...{ commits: 0, events: 0, total: await count() },
    ...{ by, startedAt: now, changedAt: now, revision: (before?.revision ?? 0) + 1 },
  };
  if (!(await jobs.write(job))) throw new RebuildError(`a rebuild of ${projection} was begun at the same time`);
  await queue.send({ projection, jobId: id }, GRACE_SECONDS);
  return job;
};

/**
 * Gives a rebuild up: its generation is written no more, and the one in use stays as it is.
 *
 * @throws RebuildError there is none, or it has read all of the ledger and switches over
 */
export const cancelRebuild = async ({ projection, register, jobs }: Rebuildable, now: string): Promise<RebuildJob> => {
  for (let tries = 0; tries < MAX_TRIES; tries += 1) {
    const job = await jobs.read();
    if (job?.state === 'cancelled') return job;
    if (!isUnderWay(job) && job?.state !== 'failed') throw new RebuildError(`no rebuild of ${projection} is under way`);
    if (job.cursor === 'end' && isUnderWay(job)) throw new RebuildError(`the rebuild of ${projection} is complete`);
    const cancelled: RebuildJob = { ...job, state: 'cancelled', changedAt: now, revision: job.revision + 1 };
    if (!(await jobs.write(cancelled))) continue;
    await dropOthers(register);
    return cancelled;
  }
  throw new RebuildError(`the rebuild of ${projection} keeps going on: try again`);
};

const requireRest = async ({ projection, jobs }: Rebuildable): Promise<void> => {
  if (isUnderWay(await jobs.read())) throw new RebuildError(`a rebuild of ${projection} is under way: cancel it first`);
};

/**
 * Has readers read another generation that is written: to go back, or forward again.
 *
 * @throws RebuildError it is not written, or it is being filled
 */
export const switchGeneration = async (rebuildable: Rebuildable, generation: number): Promise<Generations> => {
  await requireRest(rebuildable);
  return switchTo(rebuildable.register, generation);
};

/**
 * Stops writing all generations but the active one, so that there may be another rebuild. There is no way back then.
 *
 * @throws RebuildError one of them is being filled
 */
export const dropGenerations = async (rebuildable: Rebuildable): Promise<Generations> => {
  await requireRest(rebuildable);
  return dropOthers(rebuildable.register);
};
