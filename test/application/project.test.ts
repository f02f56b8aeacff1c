import { describe, expect, it } from 'vitest';
import { project, type TallyTable } from '../../shared/application/project.ts';
import type { DomainEvent } from '../../shared/events/catalog.ts';
import type { Envelope } from '../../shared/events/envelope.ts';
import { poolPartition, SORT, standingsProjection } from '../../shared/projections/standings.ts';
import { statisticsProjection } from '../../shared/projections/statistics.ts';
import { joined } from '../contracts/commits.ts';
import { after90, atKickOff, finished, key, scheduled } from '../domain/samples.ts';
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
      ...tally,
      write: (entries, contributions) => {
        sizes.push(entries.length + contributions.length);
        return tally.write(entries, contributions);
      },
    };
    const batch = Array.from({ length: 50 }, (_, n) => member(n));
    await project(still, counting, standingsProjection, batch);
    // Of each member an entry, and what it adds to.
    expect(sizes).toEqual([40, 40, 20]);
    expect(await tally.entries(poolPartition('acme', 'office'), SORT.member)).toHaveLength(50);
    sizes.length = 0;
    const outcomes = await project(still, counting, standingsProjection, batch.slice(0, 20));
    expect(sizes).toEqual([40]);
    expect(outcomes).toEqual(Array(20).fill({ status: 'skipped', reason: 'already applied' }));
  });

  it('writes an entry that it knows in one try, and adds up what neighbours add in one place', async () => {
    const tally = memoryTally();
    const sizes: [entries: number, counters: number][] = [];
    const counting: TallyTable = {
      ...tally,
      write: (entries, contributions) => {
        sizes.push([entries.length, contributions.length]);
        return tally.write(entries, contributions);
      },
    };
    const predictions = Array.from({ length: 40 }, (_, n) => ({
      ...key,
      matchId: `match-${n % 2}`,
      playerId: `p${n}`,
    }));
    const batch = (type: 'prediction.created' | 'prediction.cancelled', version: number) =>
      predictions.map(data => envelop(`s-${data.playerId}`, version, { type, data } as DomainEvent, atKickOff));
    const created = batch('prediction.created', 1).map(event => ({
      ...event,
      data: { ...event.data, predicted: { home: 1, away: 0 }, confidence: null },
    })) as Envelope[];
    await project(still, counting, statisticsProjection, created);
    await project(still, counting, statisticsProjection, batch('prediction.cancelled', 2));
    // Two chunks each, of one match and one day.
    expect(sizes).toEqual(Array(4).fill([20, 2]));
  });

  it('with nothing that means something asks nothing of the table', async () => {
    const table: TallyTable = {
      ...memoryTally(),
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
      ...memoryTally(),
      write: async () => {
        throw new Error('disk full');
      },
    };
    await expect(project(still, table, standingsProjection, [member(1)])).rejects.toThrow('disk full');
  });
});
