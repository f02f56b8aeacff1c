import { defineConfig } from 'vitest/config';
import { SlowFirst } from './test/support/slow-first.ts';

/** Tests of what holds no state between files: they share a process, and what it has imported, which halves their time. */
const SHARING = ['api', 'application', 'domain', 'events', 'importer', 'infra', 'lambda', 'projections', 'web'];
const sharing = SHARING.map(folder => `test/${folder}/**/*.test.ts`);

export default defineConfig({
  test: {
    globalSetup: 'test/support/shared-machine.ts',
    // Two cores are the least there are: most of the time goes by waiting for stacks to start and events to arrive.
    maxWorkers: 2,
    testTimeout: 30_000,
    hookTimeout: 60_000,
    sequence: { sequencer: SlowFirst },
    projects: [
      { extends: true, test: { name: 'sharing', include: sharing, isolate: false } },
      {
        extends: true,
        test: {
          name: 'alone',
          include: ['test/**/*.test.ts'],
          exclude: [...sharing, 'test/browser/**', 'test/programs/**'],
        },
      },
    ],
  },
});
