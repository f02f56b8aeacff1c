import { sampleEvents } from './sample.ts';
import type { Subject } from './subjects.ts';

/** One line of the table: a figure for each subject. */
export interface Line {
  readonly what: string;
  readonly unit: string;
  readonly figure: (subject: Subject) => Promise<number>;
}

const REPEATS = 20;

const mean = async (
  { meter }: Subject,
  kind: 'wru' | 'rru',
  times: number,
  run: (index: number) => Promise<unknown>,
): Promise<number> => {
  meter.reset();
  for (let index = 0; index < times; index += 1) await run(index);
  return meter.read()[kind] / times;
};

const load = (length: number): Line => ({
  what: `load ${length} events`,
  unit: 'RRU',
  figure: subject =>
    mean(subject, 'rru', 3, async () => {
      const { version } = await subject.store.load(`length-${length}`);
      if (version !== length) throw new Error(`${subject.label} loaded ${version} of ${length} events`);
    }),
});

/** Write and read units. The stream that is appended to grows to `length` events; those that are loaded are built once. */
export const capacityLines = (length: number, bytes: number): readonly Line[] => {
  const events = (count: number) => sampleEvents(count, bytes);
  const grow = async ({ store }: Subject, id: string, to: number): Promise<void> => {
    for (let version = 0; version < to; version += 1) await store.append(id, version, events(1));
  };
  const lengths = [10, 100, 1000].filter(size => size < length);
  return [
    {
      what: `append 1, a stream growing to ${length}`,
      unit: 'WRU',
      figure: async subject => {
        for (const size of lengths) await grow(subject, `length-${size}`, size);
        return mean(subject, 'wru', length, at => subject.store.append(`length-${length}`, at, events(1)));
      },
    },
    {
      what: 'append 5, new stream',
      unit: 'WRU',
      figure: subject => mean(subject, 'wru', REPEATS, at => subject.store.append(`five-${at}`, 0, events(5))),
    },
    {
      what: 'append 5, existing stream',
      unit: 'WRU',
      figure: subject => mean(subject, 'wru', REPEATS, at => subject.store.append(`five-${at}`, 5, events(5))),
    },
    ...[...lengths, length].map(load),
  ];
};
