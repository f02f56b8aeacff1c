import './environment.ts';
import { settleMatch } from '../../shared/application/settle-match.ts';
import { contextOf } from '../../shared/lambda/event-handler.ts';
import type { TestApi } from './http.ts';
import { match, ORGANISER, result } from './http-samples.ts';

/** The match ends 0-3; its predictions are settled, and the read models know it. */
export const finish = async (api: TestApi): Promise<void> => {
  await api.send('POST /v1/matches/{matchId}/finish', { as: ORGANISER, params: match, json: result });
  const finished = api.events.at(-1);
  if (!finished) throw new Error('nothing was appended');
  await settleMatch(api.dependencies, finished, contextOf(finished));
  await api.project();
};
