import type { Envelope } from '../events/envelope.ts';
import type { ProjectedName } from './read-after.ts';

/** Where a replay of the ledger goes on: after this item, the end of a part of it. */
export interface ReplayPlace {
  readonly p: string;
  readonly s: string;
  readonly stream: string;
  readonly next: number;
}
export type ReplayCursor = ReplayPlace | 'start' | 'end';

/**
 * A rebuild of a read model that is done in steps, none longer than a function may run: what is known of it between two of
 * them. `waiting`: until no handler is left that does not know of the new generation.
 */
export interface RebuildJob {
  /** That of the command that began it: asked for again, it is the same. */
  readonly id: string;
  readonly state: 'waiting' | 'replaying' | 'done' | 'failed' | 'cancelled';
  /** What it fills. */
  readonly generation: number;
  readonly cursor: ReplayCursor;
  readonly commits: number;
  readonly events: number;
  /** Commits that the ledger had when it began, about. */
  readonly total: number;
  readonly by: string;
  readonly startedAt: string;
  readonly changedAt: string;
  /** Why it failed. */
  readonly reason?: string | undefined;
  /** Counts the writes. */
  readonly revision: number;
}

/** Where the last rebuild of one read model is kept. */
export interface RebuildJobs {
  read(): Promise<RebuildJob | undefined>;
  /** Keeps it in place of the revision before; false: somebody else has changed it, and nothing was written. */
  write(job: RebuildJob): Promise<boolean>;
}

/** A part of the ledger, and where to go on after it. */
export interface ReplayPage {
  readonly events: readonly Envelope[];
  readonly commits: number;
  readonly next: ReplayPlace | 'end';
}

/** The ledger, to be read in steps. */
export interface ReplaySource {
  from(cursor: ReplayPlace | 'start'): AsyncGenerator<ReplayPage>;
}

/** Says that a step is to be done: at least once, perhaps twice at the same time. */
export interface RebuildMessage {
  readonly projection: ProjectedName;
  readonly jobId: string;
}

/** Where steps wait. */
export interface RebuildQueue {
  send(message: RebuildMessage, delaySeconds: number): Promise<void>;
}

/** Whether there is something left to do. */
export const isUnderWay = (
  job: RebuildJob | undefined,
): job is RebuildJob & { readonly state: 'waiting' | 'replaying' } =>
  job?.state === 'waiting' || job?.state === 'replaying';
