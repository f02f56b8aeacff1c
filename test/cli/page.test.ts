import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { builtPage } from '../../cli/page.ts';

/** Stands for Vite: writes down that it was called, and how. */
const BUILDER = `const { mkdirSync, writeFileSync } = require('node:fs');
if (require('node:fs').existsSync('broken')) throw new Error('a page that cannot be built');
mkdirSync('web/dist', { recursive: true });
writeFileSync('web/dist/index.html', process.argv.slice(2).join(' '));`;

const HOUR = 3600;

/** A repository whose files were all written at these hours. */
const repository = (files: Readonly<Record<string, number>>) => {
  const root = mkdtempSync(join(tmpdir(), 'page-'));
  onTestFinished(() => rmSync(root, { recursive: true }));
  const touch = (path: string, hour: number): void => utimesSync(join(root, path), hour * HOUR, hour * HOUR);
  const write = (file: string, hour: number, content = ''): void => {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), content);
    for (let path = file; path !== '.'; path = dirname(path)) touch(path, hour);
  };
  write('node_modules/vite/bin/vite.js', 1, BUILDER);
  for (const [file, hour] of Object.entries(files)) write(file, hour);
  const lines: string[] = [];
  return { root, write, touch, lines, build: () => builtPage(line => lines.push(line), root) };
};

const BUILT = /^The page was built in \d+\.\d s\.$/;

test('a page that is not there is built, with a line on how long it took', async () => {
  const { root, lines, build } = repository({ 'web/main.tsx': 2 });
  expect(await build()).toBe(join(root, 'web/dist'));
  expect(lines).toEqual([expect.stringMatching(BUILT)]);
  await build();
  expect(lines).toHaveLength(1);
});

test.each(['web/play/deep/play.tsx', 'client/api.d.ts', 'shared/domain/scoring.ts', 'package-lock.json'])(
  'a page that is older than %s is built again',
  async source => {
    const { lines, build, write, touch } = repository({ [source]: 2, 'web/dist/index.html': 3 });
    touch('web', 2);
    await build();
    expect(lines).toEqual([]);
    write(source, 4);
    touch('web', 2);
    await build();
    expect(lines).toEqual([expect.stringMatching(BUILT)]);
  },
);

test('a page is built again when one of its files was removed', async () => {
  const { lines, build, root, touch } = repository({ 'web/gone.tsx': 2, 'web/main.tsx': 2, 'web/dist/index.html': 3 });
  touch('web', 2);
  rmSync(join(root, 'web/gone.tsx'));
  await build();
  expect(lines).toHaveLength(1);
});

test('a page that cannot be built is an error', async () => {
  const { write, build } = repository({ 'web/main.tsx': 2 });
  write('broken', 2);
  await expect(build()).rejects.toThrow(/a page that cannot be built/);
});
