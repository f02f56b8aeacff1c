import { defineConfig } from 'vitest/config';
import { SlowFirst } from './test/support/slow-first.ts';

/** Tests that start processes, or stacks, or set the environment: each file has a process of its own. */
const ALONE = ['e2e', 'functions', 'local/dynamodb', 'local/functions', 'local/stack', 'local/template'];
const alone = ALONE.map(folder => `test/${folder}/**/*.test.ts`);

export default defineConfig({
  test: {
    globalSetup: 'test/support/shared-machine.ts',
    // Two cores are the least there are: most of the time goes by waiting for stacks to start and events to arrive.
    maxWorkers: 2,
    testTimeout: 30_000,
    hookTimeout: 60_000,
    sequence: { sequencer: SlowFirst },
    projects: [
      { extends: true, test: { name: 'alone', include: alone } },
      {
        extends: true,
        test: {
          name: 'sharing',
          include: ['test/**/*.test.ts'],
          exclude: [...alone, 'test/browser/**', 'test/programs/**'],
          // What a file has imported is there for the next, which halves their time.
          isolate: false,
        },
      },
    ],
  },
});
