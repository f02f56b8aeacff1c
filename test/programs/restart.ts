import type { ApiClient } from '../../cli/api-client.ts';
import { playSeason } from '../../cli/season/play.ts';
import { playerIdOf } from '../../cli/season/players.ts';
import { DEFAULT_POOL_RULES } from '../../shared/application/read-models.ts';
import { parseOpenFootball } from '../../shared/gateways/openfootball/parse.ts';
import type { TestStack } from '../e2e/harness.ts';
import { FEEDS, GUESSES } from './cup.ts';

/** Tenant and pool of the season that is interrupted. */
export const TENANT = 'restart';
export const POOL = 'everybody';

/** Plays the cup as its first file tells it, from wherever an earlier run was cut short; `api` may listen in. */
export const playCup = (open: TestStack, api: ApiClient): Promise<void> => {
  const feed = parseOpenFootball(FEEDS[0] ?? '', { fileName: 'cup_en.1.json' });
  return playSeason(
    { api, setClock: open.setClock, settled: open.settled },
    {
      tenantId: TENANT,
      feed,
      pool: { poolId: POOL, name: feed.name, rules: DEFAULT_POOL_RULES },
      players: [...new Set(GUESSES.map(({ player }) => playerIdOf(player)))],
      entries: ({ row }) =>
        GUESSES.filter(({ match }) => match === String(row)).map(({ player, score: [home, away], confidence }) => ({
          playerId: playerIdOf(player),
          pick: { predicted: { home, away }, confidence },
        })),
      onMoment: async () => undefined,
    },
  );
};
