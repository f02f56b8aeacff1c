import type { Archive } from '../../shared/application/archive.ts';
import { archiveOn } from '../../shared/store/archive-on.ts';

/** An archive in memory. Whoever has `objects` can tamper with it. */
export const memoryArchive = (
  beforeCreate: () => void = () => {},
): Archive & { readonly objects: Map<string, Uint8Array> } => {
  const objects = new Map<string, Uint8Array>();
  const keys = (prefix: string): string[] => [...objects.keys()].filter(key => key.startsWith(prefix)).sort();
  const archive = archiveOn({
    get: async key => objects.get(key),
    create: async (key, bytes) => {
      beforeCreate();
      if (objects.has(key)) return false;
      objects.set(key, bytes);
      return true;
    },
    firstOf: async prefix => keys(prefix)[0],
  });
  return {
    objects,
    ...archive,
  };
};
