import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    globalSetup: 'test/support/shared-machine.ts',
    include: ['test/**/*.test.ts'],
    // Two cores are the least there are: most of the time goes by waiting for stacks to start and events to arrive.
    maxWorkers: 2,
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});
