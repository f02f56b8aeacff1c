import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Files that take long, the longest first: begun last, they would keep one core busy while the other has nothing to do. */
const SLOW = [
  'e2e/flow.test.ts',
  'e2e/trouble.test.ts',
  'contracts/dynamodb-event-store.test.ts',
  'e2e/verify.test.ts',
  'contracts/index-completeness.test.ts',
];

const placeOf = ({ moduleId }: TestSpecification): number => {
  const place = SLOW.findIndex(file => moduleId.endsWith(file));
  return place === -1 ? SLOW.length : place;
};

/** Runs slow test files before others, also on a machine that has not seen them yet. */
export class SlowFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    return sorted.toSorted((a, b) => placeOf(a) - placeOf(b));
  }
}
