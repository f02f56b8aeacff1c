import type { Speed } from '../../client/demo.ts';
import { type Playback, type PlaybackState, type StepUnit, startPlayback } from './playback.ts';
import type { DemoSeasonName } from './season.ts';
import type { DemoShow } from './show.ts';

/** Where the demo is. */
export interface DirectorState extends PlaybackState {
  readonly show: DemoShow;
}

/** Plays one season after another, whichever somebody chooses. */
export interface Director {
  readonly state: DirectorState;
  play(): void;
  pause(): void;
  setSpeed(speed: Speed): void;
  step(unit: StepUnit): void;
  /** Leaves the season that is played where it is, and goes on with another. */
  choose(name: DemoSeasonName): Promise<void>;
  close(): Promise<void>;
}

export interface DirectorOptions {
  readonly season: DemoSeasonName;
  readonly speed: Speed;
  readonly paused: boolean;
  readonly showOf: (name: DemoSeasonName) => DemoShow;
  readonly onTrouble: (trouble: string) => void;
  /** Told when a season has been played to its end. */
  readonly onEnd: (show: DemoShow) => Promise<void>;
}

const sleep = (ms: number): Promise<void> => new Promise(resolve => setTimeout(resolve, ms));

/** Opens the first season. */
export const startDirector = ({ season, speed, paused, showOf, onTrouble, onEnd }: DirectorOptions): Director => {
  const begin = (name: DemoSeasonName, tempo: Speed, still: boolean): { show: DemoShow; playback: Playback } => {
    const show = showOf(name);
    const end = async (): Promise<void> => {
      await show.end();
      await onEnd(show);
    };
    const playback = startPlayback(
      { ...show, end },
      { speed: tempo, paused: still, sleep, onTrouble, now: () => performance.now() },
    );
    return { show, playback };
  };
  let current = begin(season, speed, paused);
  let changing: Promise<void> = Promise.resolve();
  const change = async (name: DemoSeasonName): Promise<void> => {
    if (name === current.show.name) return;
    const { speed: tempo, phase } = current.playback.state;
    await current.playback.close();
    current = begin(name, tempo, phase === 'paused');
  };
  return {
    get state() {
      return { ...current.playback.state, show: current.show };
    },
    play: () => current.playback.play(),
    pause: () => current.playback.pause(),
    setSpeed: to => current.playback.setSpeed(to),
    step: unit => current.playback.step(unit),
    choose: name => {
      changing = changing.then(() => change(name));
      return changing;
    },
    close: async () => {
      await changing;
      await current.playback.close();
    },
  };
};
