import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';

/** A folder with these files, JSON unless they are texts; gone when the test is over. */
export function folder(files: Readonly<Record<string, unknown>>): string {
  const directory = mkdtempSync(join(tmpdir(), 'local-'));
  onTestFinished(() => rmSync(directory, { recursive: true, force: true }));
  for (const [name, content] of Object.entries(files)) {
    const file = join(directory, name);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
  }
  return directory;
}

/** A cloud assembly folder of these stacks, each depending on those before it. */
export function cloudAssembly(
  stacks: Readonly<Record<string, object>>,
  environment = 'aws://unknown-account/unknown-region',
): string {
  const names = Object.keys(stacks);
  const artifacts = names.map((name, index) => [
    name,
    {
      type: 'aws:cloudformation:stack',
      environment,
      properties: { templateFile: `${name}.json` },
      dependencies: names.slice(0, index),
    },
  ]);
  return folder({
    'manifest.json': { artifacts: Object.fromEntries([['Tree', { type: 'cdk:tree' }], ...artifacts.reverse()]) },
    ...Object.fromEntries(names.map(name => [`${name}.json`, stacks[name]])),
  });
}
