import type { Speed } from '../../client/demo.ts';
import type { Moment } from '../season/timeline.ts';
import { gapMs, instantBetween } from './tempo.ts';

/** A season that can be played moment by moment. */
export interface Show {
  readonly moments: readonly Moment[];
  readonly matchdays: number;
  /** Sees where it is: the index of the first moment that was not played before. */
  readonly open: () => Promise<number>;
  /** Before the first moment of all. */
  readonly announce: () => Promise<void>;
  /** Plays a moment; the name of the matchday that is complete with it, if one is. */
  readonly play: (moment: Moment) => Promise<string | undefined>;
  readonly setClock: (instant: string) => void;
  /** After the last moment. */
  readonly end: () => Promise<void>;
}

/** Where the playing of a season is. */
export interface PlaybackState {
  /** `opening`: it is seen where it is, or the season is announced. */
  readonly phase: 'opening' | 'playing' | 'paused' | 'finished';
  readonly speed: Speed;
  /** Moments that are over, of how many. */
  readonly moment: number;
  readonly moments: number;
  /** The matchday that was complete last. */
  readonly matchday: string | null;
  /** Why it stands still, when nobody has paused it. */
  readonly trouble: string | null;
}

/** The buttons of a season. None waits: each takes effect when the moment that is being played is over. */
export interface Playback {
  readonly state: PlaybackState;
  play(): void;
  pause(): void;
  setSpeed(speed: Speed): void;
  /** Plays on to the end of the moment, or of the matchday, and pauses. */
  step(unit: StepUnit): void;
  /** Ends it; resolves when the moment that is being played is over. */
  close(): Promise<void>;
}

/** What a step goes over. */
export type StepUnit = 'moment' | 'matchday';

export interface PlaybackOptions {
  readonly speed: Speed;
  readonly paused: boolean;
  /** Waits; tests pass a clock of their own. */
  readonly sleep: (ms: number) => Promise<void>;
  /** Told why it stands still, when nobody has paused it. */
  readonly onTrouble: (trouble: string) => void;
  /** Milliseconds of any monotonic clock. */
  readonly now: () => number;
}

/** How often the virtual clock moves between two moments, at least. */
const TICK_MS = 250;

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** Puts a season behind buttons. A moment that fails is told as the trouble, and is played again by `play`. */
export const startPlayback = (show: Show, { speed, paused, sleep, now, onTrouble }: PlaybackOptions): Playback => {
  const { moments } = show;
  let wanted: 'play' | 'pause' | StepUnit = paused ? 'pause' : 'play';
  let tempo = speed;
  let next: number | undefined;
  let announced = false;
  let finished = false;
  let closed = false;
  let matchday: string | null = null;
  let trouble: string | null = null;
  /** How far it is from the last moment to the next one, 0 to 1. */
  let way = 1;
  let wake = (): void => undefined;

  const want = (what: typeof wanted): void => {
    wanted = what;
    trouble = null;
    wake();
  };
  const nobodyWants = (): boolean => !closed && next !== undefined && (wanted === 'pause' || finished);
  const gap = (): number => gapMs(tempo, moments.length, show.matchdays);
  /** Lets the time between two moments pass; false when somebody has paused meanwhile. */
  const waitFor = async (index: number): Promise<boolean> => {
    const [from, to] = [moments[index - 1]?.at, moments[index]?.at];
    if (from === undefined || to === undefined) return true;
    while (wanted === 'play' && !closed && way < 1 && gap() > 0) {
      show.setClock(instantBetween(from, to, way));
      const ms = Math.min(TICK_MS, gap() * (1 - way));
      await sleep(ms);
      way += ms / gap();
    }
    return wanted !== 'pause' && !closed;
  };
  const advance = async (): Promise<void> => {
    if (next === undefined) {
      next = await show.open();
      announced = next > 0;
      return;
    }
    const moment = moments[next];
    if (moment !== undefined) {
      if (!announced) await show.announce();
      announced = true;
      if (!(await waitFor(next))) return;
      const begun = now();
      const complete = await show.play(moment);
      next += 1;
      way = gap() > 0 ? (now() - begun) / gap() : 0;
      matchday = complete ?? matchday;
      if (wanted === 'moment' || (wanted === 'matchday' && complete !== undefined)) wanted = 'pause';
    }
    if (next < moments.length) return;
    await show.end();
    finished = true;
  };
  const run = async (): Promise<void> => {
    while (!closed) {
      while (nobodyWants()) await new Promise<void>(resolve => (wake = resolve));
      if (closed) return;
      try {
        await advance();
      } catch (error) {
        if (closed) return;
        trouble = messageOf(error);
        wanted = 'pause';
        onTrouble(trouble);
        if (next === undefined) await new Promise<void>(resolve => (wake = resolve));
      }
    }
  };
  const running = run();

  const phase = (): PlaybackState['phase'] => {
    if (finished) return 'finished';
    if (wanted === 'pause') return 'paused';
    return announced ? 'playing' : 'opening';
  };
  return {
    get state() {
      return { phase: phase(), speed: tempo, moment: next ?? 0, moments: moments.length, matchday, trouble };
    },
    play: () => want('play'),
    pause: () => want('pause'),
    step: unit => want(unit),
    setSpeed: to => {
      tempo = to;
    },
    close: () => {
      closed = true;
      wake();
      return running;
    },
  };
};
