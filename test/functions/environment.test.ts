import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { NEEDED } from './needed.ts';

const FUNCTIONS = join(import.meta.dirname, '../../functions');

const load = (folder: string): Promise<{ handler: unknown }> => import(join(FUNCTIONS, folder, 'handler.ts'));

beforeEach(() => {
  vi.resetModules();
  vi.stubEnv('AWS_REGION', 'eu-central-1');
  for (const variable of new Set(Object.values(NEEDED).flat())) vi.stubEnv(variable, undefined);
});
afterEach(() => vi.unstubAllEnvs());

test('every function is in the list', () => {
  expect(Object.keys(NEEDED).sort()).toEqual(readdirSync(FUNCTIONS).sort());
});

describe.each(Object.entries(NEEDED))('functions/%s', (folder, variables) => {
  test('can be imported with its variables and no others', async () => {
    for (const variable of variables) vi.stubEnv(variable, 'x');
    expect((await load(folder)).handler).toBeTypeOf('function');
  });

  test.each(variables)('says at import that it has no %s', async missing => {
    for (const variable of variables) if (variable !== missing) vi.stubEnv(variable, 'x');
    await expect(load(folder)).rejects.toThrow(
      expect.objectContaining({
        name: 'MissingEnvironmentError',
        message: `the environment variable ${missing} is not set`,
      }),
    );
  });

  test.each(variables)('takes an empty %s for none', async empty => {
    for (const variable of variables) vi.stubEnv(variable, variable === empty ? '' : 'x');
    await expect(load(folder)).rejects.toThrow(empty);
  });
});
