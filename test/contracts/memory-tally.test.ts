import { describe } from 'vitest';
import { memoryTally } from '../support/memory-tally.ts';
import { tallyContract } from './tally-table.contract.ts';

describe('the tally in memory that tests use', () => {
  const tally = memoryTally();
  tallyContract(() => tally);
});
