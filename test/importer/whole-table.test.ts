import { expect, test } from 'vitest';
import { type Caller, organiserOf } from '../../cli/tokens.ts';
import { wholeTable } from '../../cli/whole-table.ts';

test('a table of many pages is read to its end', async () => {
  const asked: string[] = [];
  const rows = ['ada', 'bob', 'cem'];
  const get = async (_: Caller, path: string) => {
    asked.push(path);
    const start = Number(new URL(path, 'http://api.example').searchParams.get('cursor') ?? 0);
    return { standings: [{ playerId: rows[start] }], next: start < 2 ? String(start + 1) : null } as never;
  };
  const { standings } = await wholeTable({ get }, organiserOf('demo'), 'office', '2024-01-01T00:00:00.000Z');
  expect(standings.map(({ playerId }) => playerId)).toEqual(rows);
  expect(asked).toHaveLength(3);
  for (const path of asked) expect(path).toContain('at=2024-01-01T00%3A00%3A00.000Z');
});
