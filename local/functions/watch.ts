import { type FSWatcher, watch } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Closeable } from '../types.ts';

/** Watches files by their folders, since editors replace files instead of writing into them. */
export interface FileWatch extends Closeable {
  /** From now on, watch the folders of these files. */
  follow(files: Iterable<string>): void;
}

/** An editor's save is several changes within this time, in milliseconds. */
const SETTLE_MS = 30;

/** Calls back with the files of the followed folders that changed; whether they matter is the caller's to say. */
export function watchFiles(onChange: (changed: ReadonlySet<string>) => void): FileWatch {
  const watchers = new Map<string, FSWatcher>();
  let changed = new Set<string>();
  let timer: NodeJS.Timeout | undefined;
  const flush = (): void => {
    const files = changed;
    changed = new Set();
    timer = undefined;
    onChange(files);
  };
  const watchFolder = (folder: string): FSWatcher =>
    watch(folder, (_, name) => {
      if (name === null) return;
      changed.add(join(folder, name));
      timer ??= setTimeout(flush, SETTLE_MS);
    });
  return {
    follow: files => {
      const folders = new Set(Array.from(files, dirname));
      for (const [folder, watcher] of watchers) {
        if (folders.has(folder)) continue;
        watcher.close();
        watchers.delete(folder);
      }
      for (const folder of folders) if (!watchers.has(folder)) watchers.set(folder, watchFolder(folder));
    },
    close: async () => {
      clearTimeout(timer);
      for (const watcher of watchers.values()) watcher.close();
    },
  };
}
