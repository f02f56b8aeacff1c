import type { Envelope } from '../events/envelope.ts';
import type { Clock, Dependencies } from './execution.ts';
import { type Replay, replay, switchTo } from './rebuild.ts';
import type { Rebuildable } from './rebuild-control.ts';
import {
  isUnderWay,
  type RebuildJob,
  type RebuildMessage,
  type RebuildQueue,
  type ReplaySource,
} from './rebuild-job.ts';

/** What a step takes. */
export interface StepDependencies extends Pick<Dependencies, 'sleep' | 'random'> {
  readonly source: ReplaySource;
  readonly queue: RebuildQueue;
  readonly now: Clock;
  /** Milliseconds, of a clock that never goes back. */
  readonly elapsed: () => number;
}

/** A read model with what fills it. */
export type Filled<Effect> = Rebuildable & Pick<Replay<Effect>, 'tally' | 'projection'>;

/** What came of a step: there is more to do; the read model was switched over; it was not its turn. */
export type StepOutcome = 'continued' | 'done' | 'over';

/** A step goes on until then, and after it to the end of a page. Milliseconds. */
const STEP_MS = 45_000;
/** Parts of a page that are applied at the same time. */
const PARTS = 4;

async function* partsOf(events: readonly Envelope[]): AsyncGenerator<readonly Envelope[]> {
  const size = Math.max(1, Math.ceil(events.length / PARTS));
  for (let start = 0; start < events.length; start += size) yield events.slice(start, start + size);
}

/** A step that did the same at the same time, or a cancel, was faster. */
class OvertakenError extends Error {
  override readonly name = 'OvertakenError';
}

const advance = async <Effect>(
  { jobs }: Filled<Effect>,
  before: RebuildJob,
  change: Partial<RebuildJob>,
): Promise<RebuildJob> => {
  const job = { ...before, ...change, revision: before.revision + 1 };
  if (!(await jobs.write(job))) throw new OvertakenError(`${before.id} is beyond revision ${before.revision}`);
  return job;
};

const goOn = async <Effect>(
  dependencies: StepDependencies,
  filled: Filled<Effect>,
  begun: RebuildJob,
): Promise<RebuildJob> => {
  const { source, now, elapsed } = dependencies;
  const [until, { cursor }] = [elapsed() + STEP_MS, begun];
  let job = begun;
  if (cursor === 'end') return job;
  for await (const { events, commits, next } of source.from(cursor)) {
    const pages = partsOf(events);
    await replay(dependencies, { ...filled, pages, onProgress: () => {} }, job.generation);
    job = await advance(filled, job, {
      ...{ state: 'replaying', cursor: next, changedAt: now() },
      ...{ commits: job.commits + commits, events: job.events + events.length },
    });
    if (elapsed() >= until) break;
  }
  return job;
};

/**
 * Does some of a rebuild, and sends the message again until all is done; then readers are switched over. A message that comes
 * twice does no harm: what is applied twice is applied once, and of two at the same time one gives way.
 *
 * @throws what the ledger, the read model and the queue throw: then the same message does it again from the last page on
 */
export const rebuildStep = async <Effect>(
  dependencies: StepDependencies,
  filled: Filled<Effect>,
  message: RebuildMessage,
): Promise<StepOutcome> => {
  const begun = await filled.jobs.read();
  if (!isUnderWay(begun) || begun.id !== message.jobId) return 'over';
  try {
    const job = await goOn(dependencies, filled, begun);
    if (job.cursor !== 'end') {
      await dependencies.queue.send(message, 0);
      return 'continued';
    }
    await switchTo(filled.register, job.generation);
    await advance(filled, job, { state: 'done', changedAt: dependencies.now() });
    return 'done';
  } catch (error) {
    if (error instanceof OvertakenError) return 'over';
    throw error;
  }
};

/** Writes down that a rebuild has failed for good, unless it is over anyway. */
export const failRebuild = async (
  { jobs }: Pick<Rebuildable, 'jobs'>,
  { jobId }: RebuildMessage,
  { reason, now }: { readonly reason: string; readonly now: string },
): Promise<void> => {
  const job = await jobs.read();
  if (isUnderWay(job) && job.id === jobId)
    await jobs.write({ ...job, state: 'failed', reason, changedAt: now, revision: job.revision + 1 });
};
