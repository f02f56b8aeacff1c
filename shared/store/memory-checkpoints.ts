import { randomUUID } from 'node:crypto';
import {
  type Checkpoint,
  type CheckpointStore,
  type Claim,
  checkCheckpointName,
  StaleCheckpointError,
} from '../application/checkpoints.ts';

/** Checkpoints that last as long as the process. They pass the same contract as those on DynamoDB. */
export const memoryCheckpoints = (): CheckpointStore => {
  const kept = new Map<string, { owner: string; checkpoint?: Checkpoint }>();
  const keyOf = ({ tenantId, name }: Pick<Claim, 'tenantId' | 'name'>): string => `${tenantId}#${name}`;
  return {
    claim: async (tenantId, name) => {
      checkCheckpointName(tenantId, name);
      const owner = randomUUID();
      const { checkpoint } = kept.get(keyOf({ tenantId, name })) ?? {};
      kept.set(keyOf({ tenantId, name }), { owner, ...(checkpoint && { checkpoint }) });
      return { tenantId, name, owner, checkpoint };
    },
    save: async (claim, checkpoint) => {
      if (kept.get(keyOf(claim))?.owner !== claim.owner) throw new StaleCheckpointError(claim);
      kept.set(keyOf(claim), { owner: claim.owner, checkpoint: structuredClone(checkpoint) });
    },
  };
};
