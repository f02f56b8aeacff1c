/**
 * How far a consumer has come in the log of a tenant's events, and what it asked for. It holds text only, survives JSON, and may be kept
 * anywhere: with the effects, where these are to happen exactly once.
 */
export interface Checkpoint {
  /** Event types that are asked for; absent: all. */
  readonly types?: readonly string[] | undefined;
  /** Where it began, ISO 8601; absent: at the first event. */
  readonly from?: string | undefined;
  /** Of the event index: everything before it is done. Absent: nothing is. */
  readonly cursor?: string | undefined;
  /** Id of the last event behind `cursor` that is done too. */
  readonly after?: string | undefined;
}

/** The right to move a checkpoint, until somebody else claims it. */
export interface Claim {
  readonly tenantId: string;
  readonly name: string;
  /** Another with each claim. */
  readonly owner: string;
  /** What the one before had done at the moment of the claim; undefined: the first. */
  readonly checkpoint?: Checkpoint | undefined;
}

/**
 * Keeps a checkpoint for each (tenant, name). The newest consumer of a name has it: one that was believed dead, and is not,
 * moves the checkpoint no more.
 */
export interface CheckpointStore {
  /** @throws InvalidCheckpointNameError */
  claim(tenantId: string, name: string): Promise<Claim>;
  /** @throws StaleCheckpointError somebody else has claimed it since */
  save(claim: Claim, checkpoint: Checkpoint): Promise<void>;
}

/** Another consumer has claimed the checkpoint since, or somebody removed it: this one has to stop. Nothing was saved. */
export class StaleCheckpointError extends Error {
  override readonly name = 'StaleCheckpointError';
  readonly claim: Claim;
  constructor(claim: Claim, options?: ErrorOptions) {
    super(`the checkpoint ${claim.tenantId}/${claim.name} was claimed by another consumer`, options);
    this.claim = claim;
  }
}

/** A tenant or a name that cannot be a key. Nothing was read or written. */
export class InvalidCheckpointNameError extends Error {
  override readonly name = 'InvalidCheckpointNameError';
}

/** The checkpoint is of events of other types: to go on from it would leave some out. Take another name. */
export class CheckpointMismatchError extends Error {
  override readonly name = 'CheckpointMismatchError';
}

const NAME = /^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/;

/** @throws InvalidCheckpointNameError */
export const checkCheckpointName = (tenantId: string, name: string): void => {
  if (tenantId === '' || tenantId.includes('#'))
    throw new InvalidCheckpointNameError(`"${tenantId}" is no tenant: a text that is not empty and has no "#"`);
  if (!NAME.test(name))
    throw new InvalidCheckpointNameError(
      `"${name}" cannot name a checkpoint: up to 100 letters, digits, ".", "_" and "-", and no sign at first`,
    );
};
