import type { Closeable, Report } from '../types.ts';
import { type Bundle, bundle, type Entry } from './bundle.ts';
import { watchFiles } from './watch.ts';

/** What to rebuild, and whom to tell. */
export interface ReloadOptions {
  readonly entries: readonly Entry[];
  readonly bundles: readonly Bundle[];
  readonly outDir: string;
  readonly report: Report;
  /** A bundle was rewritten with other code. */
  readonly onReload: (name: string) => void;
}

/** Rebuilds the bundles that an edited file is part of. While something does not build, the old code stays. */
export function reloadOnEdit({ entries, bundles, outDir, report, onReload }: ReloadOptions): Closeable {
  const current = new Map(bundles.map(built => [built.name, built]));
  /** Entries whose last build failed: any edit may be the one that mends them, a new file too. */
  const broken = new Set<string>();
  let work = Promise.resolve();

  const affected = (changed: ReadonlySet<string>): readonly Entry[] =>
    entries.filter(({ name }) => broken.has(name) || !current.get(name)?.inputs.isDisjointFrom(changed));
  const rebuild = async (changed: ReadonlySet<string>): Promise<void> => {
    const stale = affected(changed);
    if (stale.length === 0) return;
    const started = performance.now();
    try {
      const built = await bundle(stale, outDir);
      const renewed = built.filter(({ name, hash }) => current.get(name)?.hash !== hash);
      for (const one of built) {
        current.set(one.name, one);
        broken.delete(one.name);
      }
      follow();
      for (const { name } of renewed) onReload(name);
      if (renewed.length === 0) return;
      const names = renewed.map(({ name }) => name).join(', ');
      const ms = Math.round(performance.now() - started);
      report({ level: 'info', part: 'functions', message: `reloaded ${names} in ${ms} ms` });
    } catch (error) {
      for (const { name } of stale) broken.add(name);
      report({ level: 'error', part: 'functions', message: error instanceof Error ? error.message : String(error) });
    }
  };
  const watcher = watchFiles(changed => {
    work = work.then(() => rebuild(changed));
  });
  const follow = (): void => watcher.follow([...current.values()].flatMap(({ inputs }) => [...inputs]));
  follow();
  return {
    close: async () => {
      await watcher.close();
      await work;
    },
  };
}
