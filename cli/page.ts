import { execFile } from 'node:child_process';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

const ROOT = join(import.meta.dirname, '..');

/** What the page is built from, as far as it changes: its own files, and those of ours that it imports. */
const SOURCES = ['web', 'client', 'shared/domain', 'shared/events', 'shared/projections', 'package-lock.json'];

/** Epoch milliseconds of the last change to a file or to what is in a folder, but for folders of these paths; 0 for nothing. */
export const lastChange = async (path: string, except: readonly string[] = []): Promise<number> => {
  if (except.includes(path)) return 0;
  const found = await stat(path).catch(() => undefined);
  if (!found?.isDirectory()) return found?.mtimeMs ?? 0;
  const inside = (await readdir(path)).map(name => lastChange(join(path, name), except));
  // Its own time tells when something in it was removed.
  return Math.max(found.mtimeMs, ...(await Promise.all(inside)));
};

/**
 * The folder of the built page, which is built when it is not there or older than what it is made of.
 *
 * @param root of the repository
 * @param say prints how long the build took
 */
export const builtPage = async (say: (line: string) => void, root = ROOT): Promise<string> => {
  const folder = join(root, 'web/dist');
  const built = await lastChange(join(folder, 'index.html'));
  const changes = await Promise.all(SOURCES.map(source => lastChange(join(root, source), [folder])));
  if (built >= Math.max(...changes)) return folder;
  const from = performance.now();
  const vite = join(root, 'node_modules/vite/bin/vite.js');
  await promisify(execFile)(process.execPath, [vite, 'build', 'web', '--logLevel', 'error'], { cwd: root });
  say(`The page was built in ${((performance.now() - from) / 1000).toFixed(1)} s.`);
  return folder;
};
