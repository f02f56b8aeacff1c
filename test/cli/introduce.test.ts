import { expect, test } from 'vitest';
import type { ApiClient } from '../../cli/api-client.ts';
import { ApiError } from '../../cli/api-error.ts';
import { introduce } from '../../cli/demo/introduce.ts';

const NAMES = new Map([
  ['form', 'Form of five'],
  ['dice', 'Two dice'],
]);

/** An API that notes who puts what, and refuses with a code. */
const apiThat = (refuses: Readonly<Record<string, string>> = {}) => {
  const put: unknown[] = [];
  const api: Pick<ApiClient, 'put'> = {
    put: async <T>({ player, tenant }: Parameters<ApiClient['put']>[0], path: string, body: unknown) => {
      const code = refuses[player];
      if (code !== undefined) throw new ApiError('refused', { status: 410, code });
      put.push([tenant, player, path, body]);
      return {} as T;
    },
  };
  return { api, put };
};

test('everybody says their own name', async () => {
  const { api, put } = apiThat();
  await introduce(api, 'demo', NAMES);
  expect(put).toEqual([
    ['demo', 'form', '/v1/players/form/profile', { displayName: 'Form of five' }],
    ['demo', 'dice', '/v1/players/dice/profile', { displayName: 'Two dice' }],
  ]);
});

test('who was forgotten is passed over, other trouble is not', async () => {
  const { api, put } = apiThat({ form: 'forgotten' });
  await introduce(api, 'demo', NAMES);
  expect(put).toHaveLength(1);
  await expect(introduce(apiThat({ form: 'not-permitted' }).api, 'demo', NAMES)).rejects.toThrow('refused');
});
