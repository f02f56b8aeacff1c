import { inParallel } from '../../shared/application/parallel.ts';
import type { ApiClient } from '../api-client.ts';
import { ApiError } from '../api-error.ts';
import type { Names } from '../season/report.ts';
import { playerOf } from '../tokens.ts';

/** Requests at a time. */
const WIDTH = 4;

/** Who was forgotten has no name any more, and plays on. */
const unlessForgotten = (error: unknown): void => {
  if (!(error instanceof ApiError && error.code === 'forgotten')) throw error;
};

/** Gives players the names by which people see them, each as the player. The same names again change nothing. */
export const introduce = (api: Pick<ApiClient, 'put'>, tenantId: string, names: Names): Promise<void> =>
  inParallel(WIDTH, names, ([playerId, displayName]) =>
    api.put(playerOf(tenantId, playerId), `/v1/players/${playerId}/profile`, { displayName }).catch(unlessForgotten),
  );
