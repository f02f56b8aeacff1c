import './environment.ts';
import { settleMatch } from '../../shared/application/settle-match.ts';
import { contextOf } from '../../shared/lambda/event-handler.ts';
import type { TestApi } from './http.ts';
import { MATCH, ORGANISER, result } from './http-samples.ts';

/** The predictions of the match that the last event is about are settled, and the read models know it. */
export const settle = async (api: TestApi): Promise<void> => {
  const last = api.events.at(-1);
  if (!last) throw new Error('nothing was appended');
  await settleMatch(api.dependencies, last, contextOf(last));
  await api.project();
};

/** The match ends 0-3; its predictions are settled, and the read models know it. */
export const finish = async (api: TestApi): Promise<void> => {
  await api.send('POST /v1/matches/{matchId}/finish', { as: ORGANISER, params: { matchId: MATCH }, json: result });
  await settle(api);
};
