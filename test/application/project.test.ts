import { describe, expect, it } from 'vitest';
import { project, type TallyTable } from '../../shared/application/project.ts';
import { poolPartition, SORT, standingsProjection } from '../../shared/projections/standings.ts';
import { joined } from '../contracts/commits.ts';
import { after90, finished, scheduled } from '../domain/samples.ts';
import { envelop } from '../projections/harness.ts';
import { memoryTally } from '../support/memory-tally.ts';

const still = { sleep: async () => {}, random: () => 1 };
const member = (n: number) => envelop(`membership-office.player-${n}`, 1, joined(`player-${n}`));

describe('projecting a batch', () => {
  it('says of each event, in order, what became of it', async () => {
    const tally = memoryTally();
    const result = envelop('match-a', 2, finished(after90('1-0')));
    await project(still, tally, standingsProjection, [member(1)]);
    const batch = [envelop('match-a', 1, scheduled()), member(1), result, member(2), result];
    const outcomes = await project(still, tally, standingsProjection, batch);
    expect(outcomes).toEqual([
      { status: 'skipped', reason: 'means nothing to this projection' },
      { status: 'skipped', reason: 'already applied' },
      { status: 'succeeded' },
      { status: 'succeeded' },
      { status: 'succeeded' },
    ]);
    expect(await tally.countersOf([{ p: 'acme#english-premier-league-2023-24', s: SORT.summary }])).toEqual(
      new Map([[SORT.summary, { finished: 1 }]]),
    );
  });

  it('writes all of a chunk at once, in transactions that DynamoDB takes, and nothing twice', async () => {
    const tally = memoryTally();
    const sizes: number[] = [];
    const counting: TallyTable = {
      write: (entries, contributions) => {
        sizes.push(entries.length + contributions.length);
        return tally.write(entries, contributions);
      },
    };
    const batch = Array.from({ length: 50 }, (_, n) => member(n));
    await project(still, counting, standingsProjection, batch);
    expect(sizes).toEqual([20, 20, 10]);
    expect(await tally.entries(poolPartition('acme', 'office'), SORT.member)).toHaveLength(50);
    sizes.length = 0;
    const outcomes = await project(still, counting, standingsProjection, batch.slice(0, 20));
    expect(sizes).toEqual([20]);
    expect(outcomes).toEqual(Array(20).fill({ status: 'skipped', reason: 'already applied' }));
  });

  it('with nothing that means something asks nothing of the table', async () => {
    const table: TallyTable = {
      write: () => {
        throw new Error('nothing has to be written');
      },
    };
    const outcomes = await project(still, table, standingsProjection, [envelop('match-a', 1, scheduled())]);
    expect(outcomes).toMatchObject([{ status: 'skipped' }]);
    expect(await project(still, table, standingsProjection, [])).toEqual([]);
  });

  it('passes on what the table throws', async () => {
    const table: TallyTable = {
      write: async () => {
        throw new Error('disk full');
      },
    };
    await expect(project(still, table, standingsProjection, [member(1)])).rejects.toThrow('disk full');
  });
});
