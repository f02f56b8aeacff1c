import { describe, expect, it } from 'vitest';
import { startDirector } from '../../cli/demo/director.ts';
import type { DemoSeasonName } from '../../cli/demo/season.ts';
import type { DemoShow } from '../../cli/demo/show.ts';

const rest = () => new Promise<void>(resolve => setTimeout(resolve, 5));

/** Seasons of three moments; what happens is remembered. */
const theatre = (paused: boolean) => {
  const log: string[] = [];
  const showOf = (name: DemoSeasonName): DemoShow => ({
    name,
    title: name,
    competition: name,
    poolId: name,
    names: new Map(),
    moments: ['2024-01-01', '2024-01-02', '2024-01-03'].map(day => ({
      at: `${day}T12:00:00.000Z`,
      picks: [],
      kickOffs: [],
      results: [],
    })),
    matchdays: 1,
    played: 0,
    matches: 1,
    standings: () => Promise.reject(new Error('nobody asks')),
    setClock: () => undefined,
    open: async () => 0,
    announce: async () => void log.push(`announce ${name}`),
    play: async ({ at }) => {
      log.push(`${name} ${at.slice(0, 10)}`);
      return undefined;
    },
    end: async () => void log.push(`end ${name}`),
  });
  const director = startDirector({
    season: 'premier-league-2023-24',
    speed: 'fastest',
    paused,
    showOf,
    onTrouble: trouble => log.push(trouble),
    onEnd: async ({ name }) => void log.push(`table of ${name}`),
  });
  return { director, log };
};

describe('the director', () => {
  it('tells when a season is over, after the season itself has ended', async () => {
    const { director, log } = theatre(false);
    await rest();
    expect(log.slice(-3)).toEqual([
      'premier-league-2023-24 2024-01-03',
      'end premier-league-2023-24',
      'table of premier-league-2023-24',
    ]);
    expect(director.state.phase).toBe('finished');
    await director.close();
  });

  it('leaves a season where it is for another, which stands still if that one did', async () => {
    const { director, log } = theatre(true);
    director.step('moment');
    await rest();
    await director.choose('premier-league-2018-19');
    await rest();
    expect(director.state).toMatchObject({ phase: 'paused', show: { name: 'premier-league-2018-19' } });
    expect(log).toEqual(['announce premier-league-2023-24', 'premier-league-2023-24 2024-01-01']);
    director.play();
    await rest();
    expect(log.at(-1)).toBe('table of premier-league-2018-19');
    await director.close();
  });

  it('goes on with the season that is chosen already', async () => {
    const { director, log } = theatre(true);
    const { show } = director.state;
    await director.choose('premier-league-2023-24');
    expect(director.state.show).toBe(show);
    expect(log).toEqual([]);
    await director.close();
  });
});
