import { Presets, SingleBar } from 'cli-progress';

/** A progress bar on stderr, where stderr is a terminal. */
export interface Progress {
  readonly to: (done: number, note: string) => void;
  readonly end: () => void;
}

export const progressBar = (total: number, what: string): Progress => {
  const bar = new SingleBar(
    {
      format: `{bar} {percentage}%  {value}/{total} ${what}  {note}`,
      hideCursor: true,
      stream: process.stderr,
      clearOnComplete: true,
    },
    Presets.shades_classic,
  );
  bar.start(total, 0, { note: '' });
  return { to: (done, note) => bar.update(done, { note }), end: () => bar.stop() };
};
