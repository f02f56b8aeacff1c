import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { arnOf, lambda, payloadOf, start, temporaryFolder } from './harness.ts';

/** A project of two functions, one of which has a module of its own. */
async function project() {
  const root = temporaryFolder();
  const edit = (name: string, text: string): void => writeFileSync(join(root, name), text);
  edit('answer.ts', 'export const answer: number = 1;');
  edit(
    'first.ts',
    `import { answer } from './answer.ts';
    export const handler = async (event: { ms?: number }) => {
      if (event.ms) await new Promise(resolve => setTimeout(resolve, event.ms));
      return answer;
    };`,
  );
  edit('second.ts', 'let count = 0; export const handler = async () => ++count;');
  const started = await start([lambda('first', 'first.ts'), lambda('second', 'second.ts')], { root, watch: true });
  const answer = async () => payloadOf(await started.functions.invoke(arnOf('first'), {}));
  const count = async () => payloadOf(await started.functions.invoke(arnOf('second'), {}));
  return { ...started, edit, answer, count };
}

const PATIENCE = { timeout: 15_000, interval: 50 };

test('an edit of a module is live in the functions that use it, and only in those', async () => {
  const { edit, answer, count, functions, reports } = await project();
  expect([await answer(), await count()]).toEqual([1, 1]);
  const running = functions.invoke(arnOf('first'), { ms: 1_500 });

  edit('answer.ts', 'export const answer: number = 2;');
  await expect.poll(() => reports, PATIENCE).toHaveLength(1);

  expect(reports[0]).toMatch(/^reloaded first in \d+ ms$/);
  expect(await answer()).toBe(2);
  expect(payloadOf(await running)).toBe(1);
  expect(await count()).toBe(2);
  await expect.poll(() => functions.statistics.get('first')?.environments, PATIENCE).toBe(1);
});

test('while an edit does not build, the old code stays and the error is reported', async () => {
  const { edit, answer, reports } = await project();
  expect(await answer()).toBe(1);

  edit('answer.ts', 'export const answer: number = ;');
  await expect.poll(() => reports, PATIENCE).toHaveLength(1);
  expect(reports[0]).toContain('answer.ts:1:');
  expect(await answer()).toBe(1);

  edit('answer.ts', "export { answer } from './elsewhere.ts';");
  await expect.poll(() => reports, PATIENCE).toHaveLength(2);
  expect(reports[1]).toContain('elsewhere.ts');

  edit('elsewhere.ts', 'export const answer: number = 3;');
  await expect.poll(answer, PATIENCE).toBe(3);
});
