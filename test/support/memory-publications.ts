import { dayOf, type PublicationLog, type RecordedAs } from '../../shared/application/publications.ts';
import type { SweepProgress } from '../../shared/application/sweep.ts';

/** A record of publications in memory: by key, the first outcome that counts. */
export const memoryPublications = (): PublicationLog & { readonly entries: Map<string, RecordedAs> } => {
  const entries = new Map<string, RecordedAs>();
  return {
    entries,
    record: async ({ published, quarantined }) => {
      for (const { key, at } of quarantined)
        if (!entries.has(`${dayOf(at)} ${key}`)) entries.set(`${dayOf(at)} ${key}`, 'quarantined');
      for (const { key, at } of published) entries.set(`${dayOf(at)} ${key}`, 'published');
    },
    // As it is now: a record that was read does not change afterwards.
    ofDay: async day => {
      const then = new Map(entries);
      return { recordedAs: key => then.get(`${day} ${key}`) };
    },
  };
};

export const memoryProgress = (): SweepProgress & { to: number | undefined } => {
  const progress: SweepProgress & { to: number | undefined } = {
    to: undefined,
    read: async () => progress.to,
    write: async to => {
      progress.to = to;
    },
  };
  return progress;
};
