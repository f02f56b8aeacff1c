import type { SweepProgress } from '../application/sweep.ts';
import { batchPut } from './batch.ts';
import type { ItemKey } from './index-layout.ts';
import { firstOf, type IndexTable } from './index-reads.ts';

interface ProgressItem extends ItemKey {
  /** Epoch milliseconds. */
  readonly to: number;
}

/** Up to when a segment was swept, beside the record of publications. Another number of segments is another progress. */
export const dynamoDBSweepProgress = (
  { client, indexTable }: IndexTable,
  { segment, segments }: { readonly segment: number; readonly segments: number },
): SweepProgress => {
  const key = { p: '#swept', s: `${segments}#${segment}` };
  return {
    read: async () => (await firstOf<ProgressItem>(client, indexTable, { p: key.p, from: key.s, to: key.s }))?.to,
    write: async to => {
      const item: ProgressItem = { ...key, to };
      await batchPut(client, indexTable, [item]);
    },
  };
};
