import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type PlaybackOptions, type Show, startPlayback } from '../../cli/demo/playback.ts';
import { firstUnplayed, gapMs, instantBetween, SPEEDS } from '../../cli/demo/tempo.ts';
import type { Moment } from '../../cli/season/timeline.ts';
import type { Speed } from '../../client/demo.ts';

/** Moments an hour apart; every third completes a matchday. */
const momentsOf = (count: number): readonly Moment[] =>
  Array.from({ length: count }, (_, index) => ({
    at: new Date(Date.UTC(2024, 0, 1, index)).toISOString(),
    picks: [],
    kickOffs: [],
    results: [],
  }));

/** A stage where time passes only by waiting, and nothing happens between two waits but what a test says. */
const world = (over: Partial<Show> & { readonly moments?: readonly Moment[] } = {}) => {
  const moments = over.moments ?? momentsOf(6);
  const log = { played: [] as number[], clock: [] as string[], announced: 0, ended: 0, troubles: [] as string[] };
  let time = 0;
  const waiting: (() => void)[] = [];
  const show: Show = {
    moments,
    matchdays: 2,
    open: async () => 0,
    announce: async () => {
      log.announced += 1;
    },
    play: async moment => {
      const index = moments.indexOf(moment);
      log.played.push(index);
      return index % 3 === 2 ? `Matchday ${(index + 1) / 3}` : undefined;
    },
    setClock: instant => log.clock.push(instant),
    end: async () => {
      log.ended += 1;
    },
    ...over,
  };
  const options: PlaybackOptions = {
    speed: 'fastest',
    paused: false,
    onTrouble: trouble => log.troubles.push(trouble),
    now: () => time,
    sleep: ms =>
      new Promise<void>(resolve =>
        waiting.push(() => {
          time += ms;
          resolve();
        }),
      ),
  };
  /** Lets all that can happen without waiting happen. */
  const rest = () => new Promise<void>(resolve => setImmediate(resolve));
  /** Ends the wait, so many times. */
  const tick = async (times = 1): Promise<void> => {
    for (let left = times; left > 0; left -= 1) {
      waiting.shift()?.();
      await rest();
    }
  };
  return { show, options, log, rest, tick, time: () => time };
};

describe('the playing of a season', () => {
  it('goes through every moment once, in order, and ends', async () => {
    const { show, options, log, rest } = world();
    const playback = startPlayback(show, options);
    await rest();
    expect(log).toMatchObject({ announced: 1, played: [0, 1, 2, 3, 4, 5], ended: 1, clock: [] });
    expect(playback.state).toMatchObject({ phase: 'finished', moment: 6, matchday: 'Matchday 2', trouble: null });
    playback.play();
    await rest();
    expect(log.ended).toBe(1);
  });

  it('goes on from where it was', async () => {
    const { show, options, log, rest } = world({ open: async () => 4 });
    startPlayback(show, options);
    await rest();
    expect(log).toMatchObject({ played: [4, 5], announced: 0 });
  });

  it('does nothing while it is paused, and steps over a moment or a matchday', async () => {
    const { show, options, log, rest } = world();
    const playback = startPlayback(show, { ...options, paused: true });
    await rest();
    expect([log.played, log.announced, playback.state.phase]).toEqual([[], 0, 'paused']);
    playback.step('moment');
    await rest();
    expect(log.played).toEqual([0]);
    playback.step('matchday');
    await rest();
    expect([log.played, playback.state.phase]).toEqual([[0, 1, 2], 'paused']);
    playback.play();
    await rest();
    expect(log.ended).toBe(1);
  });

  it('lets time pass between two moments, on the virtual clock too, and takes a new speed at once', async () => {
    const { show, options, log, rest, tick, time } = world();
    // Six moments of two matchdays, one a minute: 20 seconds from one to the next.
    const playback = startPlayback(show, { ...options, speed: 1 });
    await rest();
    expect(log.played).toEqual([0]);
    await tick(40);
    expect([log.played, time()]).toEqual([[0], 10_000]);
    expect(log.clock.at(-1)).toBe('2024-01-01T00:30:00.000Z');
    playback.setSpeed(10);
    await tick(4);
    expect([log.played, time()]).toEqual([[0, 1], 11_000]);
    playback.setSpeed('fastest');
    await tick(1);
    expect(log.ended).toBe(1);
  });

  it('stands still where it was paused, and a step does not wait', async () => {
    const { show, options, log, rest, tick, time } = world();
    const playback = startPlayback(show, { ...options, speed: 1 });
    await rest();
    await tick(4);
    playback.pause();
    await tick(4);
    const [at, stood] = [log.clock.at(-1), time()];
    await tick(100);
    expect([log.clock.at(-1), time(), log.played]).toEqual([at, stood, [0]]);
    playback.step('moment');
    await rest();
    expect(log.played).toEqual([0, 1]);
  });

  it('tells what went wrong, and plays the moment again', async () => {
    let broken = true;
    const { show, options, log, rest } = world();
    const play: Show['play'] = async moment => {
      if (broken && moment === show.moments[1]) throw new Error('the API answers 500');
      return show.play(moment);
    };
    const playback = startPlayback({ ...show, play }, options);
    await rest();
    expect(playback.state).toMatchObject({ phase: 'paused', trouble: 'the API answers 500', moment: 1 });
    expect(log.troubles).toEqual(['the API answers 500']);
    broken = false;
    playback.play();
    await rest();
    expect(log.played).toEqual([0, 1, 2, 3, 4, 5]);
    expect(playback.state.trouble).toBeNull();
  });

  it('sees where it is even while it is paused, and again when that failed', async () => {
    let fails = true;
    const open = async (): Promise<number> => {
      if (fails) throw new Error('no answer');
      return 3;
    };
    const { show, options, rest } = world({ open });
    const playback = startPlayback(show, { ...options, paused: true });
    await rest();
    expect(playback.state).toMatchObject({ trouble: 'no answer', moment: 0 });
    fails = false;
    playback.pause();
    await rest();
    expect(playback.state).toMatchObject({ phase: 'paused', trouble: null, moment: 3 });
  });

  it('is closed at once while it waits', async () => {
    const { show, options, log, rest } = world();
    const playback = startPlayback(show, { ...options, paused: true });
    await rest();
    await playback.close();
    expect(log.played).toEqual([]);
  });
});

describe('the tempo', () => {
  const speeds = fc.constantFrom(...SPEEDS);
  const sizes = fc.integer({ min: 1, max: 1000 });

  it('brings so many matchdays a minute, whatever the season', () => {
    fc.assert(
      fc.property(speeds, sizes, sizes, (speed, moments, matchdays) => {
        const minutes = (gapMs(speed, moments, matchdays) * moments) / 60_000;
        expect(minutes).toBeCloseTo(speed === 'fastest' ? 0 : matchdays / speed, 6);
      }),
    );
  });

  it('never goes back, and never past the next moment', () => {
    const way = fc.double({ min: -1, max: 2, noNaN: true });
    const [from, to] = ['2024-01-01T00:00:00.000Z', '2024-01-15T12:00:00.000Z'];
    fc.assert(
      fc.property(way, way, (a, b) => {
        const [one, other] = [instantBetween(from, to, Math.min(a, b)), instantBetween(from, to, Math.max(a, b))];
        expect(from <= one && one <= other && other <= to).toBe(true);
      }),
    );
  });

  it('has a slowest and a fastest', () => {
    const speed: Speed | undefined = SPEEDS.at(-1);
    expect([SPEEDS[0], speed]).toEqual([0.5, 'fastest']);
  });
});

describe('where a season goes on', () => {
  const withResults = (...ids: readonly string[]): Moment => ({
    ...(momentsOf(1)[0] as Moment),
    results: ids.map(matchId => ({ fixture: { matchId } })) as unknown as Moment['results'],
  });
  const moments = [withResults(), withResults('a', 'b'), withResults(), withResults('c'), withResults()];

  it.each([
    ['at the beginning', [], 0],
    ['at a moment that was cut short', ['a'], 0],
    ['behind the last results', ['a', 'b'], 2],
    ['nowhere, when all is played', ['a', 'b', 'c'], 5],
  ])('%s', (_, over, expected) => {
    expect(firstUnplayed(moments, id => over.includes(id))).toBe(expected);
  });
});
