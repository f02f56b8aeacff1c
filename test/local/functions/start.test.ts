import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { bundle } from '../../../local/functions/bundle.ts';
import { credentialsOf, roleArnOfAccessKey } from '../../../local/functions/credentials.ts';
import { accessControl } from '../../../local/iam/access-control.ts';
import { LocalRuntimeError } from '../../../local/types.ts';
import { assemblyOf, FIXTURES, lambda, start, temporaryFolder } from './harness.ts';

test('a function without an entry is refused with what to add', async () => {
  const starting = start([lambda('lost', undefined)]);
  await expect(starting).rejects.toThrow(LocalRuntimeError);
  await expect(starting).rejects.toThrow(/Test\/lost: .*addMetadata\('local:entry'/);
});

test('an entry that is not there is refused with the name of the file', async () => {
  await expect(start([lambda('lost', 'nowhere.ts')])).rejects.toThrow(/do not build:[\s\S]*nowhere\.ts/);
});

test('a role that Lambda may not assume is refused', async () => {
  const access = accessControl(assemblyOf());
  await expect(start([lambda('probe', 'probe.ts')], { access })).rejects.toThrow(
    'Test/probe: the role defined for the function cannot be assumed by Lambda',
  );
});

test('functions of other runtimes are left alone', async () => {
  const { functions } = await start([lambda('python', undefined, { Runtime: 'python3.13' })]);
  expect(functions.statistics.size).toBe(0);
});

test('bundle writes one file for each entry and says how large it is', async () => {
  const outDir = temporaryFolder();
  const [probe, table] = await bundle(
    [
      { name: 'probe', path: join(FIXTURES, 'probe.ts') },
      { name: 'table', path: join(FIXTURES, 'needs-table.ts') },
    ],
    outDir,
  );
  expect(probe).toMatchObject({ name: 'probe', file: join(outDir, 'probe.mjs') });
  expect(probe?.inputs).toEqual(new Set([join(FIXTURES, 'probe.ts')]));
  expect(probe?.bytes).toBeGreaterThan(table?.bytes ?? Number.POSITIVE_INFINITY);
  expect(existsSync(join(outDir, 'table.mjs'))).toBe(true);
});

test('an access key leads back to the role it was given to, and to none other', () => {
  const [one, two] = [lambda('one', 'probe.ts'), lambda('two', 'probe.ts')];
  const assembly = assemblyOf(one, two);
  const keys = [one, two].map(resource => credentialsOf(resource).AWS_ACCESS_KEY_ID);
  expect(keys.map(key => roleArnOfAccessKey(assembly, key))).toEqual([one.properties.Role, two.properties.Role]);
  expect(roleArnOfAccessKey(assembly, 'AKIAIOSFODNN7EXAMPLE')).toBeUndefined();
});
