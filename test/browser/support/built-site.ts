import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';
import { inject } from 'vitest';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    /** The folder of the built page; empty until somebody wants it. */
    readonly site: string;
  }
}

/** Gives all tests of a run one folder for the page. */
export default ({ provide }: TestProject): (() => void) => {
  const folder = mkdtempSync(join(tmpdir(), 'matchday-page-'));
  provide('site', folder);
  return () => rmSync(folder, { recursive: true });
};

/** The folder of the page as it is built; whoever asks first builds it. */
export const builtSite = async (): Promise<string> => {
  const outDir = inject('site');
  if (existsSync(join(outDir, 'index.html'))) return outDir;
  const configFile = join(import.meta.dirname, '../../../web/vite.config.ts');
  await build({ configFile, logLevel: 'error', build: { outDir, emptyOutDir: true } });
  return outDir;
};
