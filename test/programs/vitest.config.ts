import { defineConfig } from 'vitest/config';

/**
 * `npm run test:programs`: whole programs in processes of their own, whole seasons, kill -9. Not part of `npm test`, which people
 * wait for.
 */
export default defineConfig({
  test: {
    globalSetup: 'test/support/shared-machine.ts',
    include: ['test/programs/**/*.test.ts'],
    root: '.',
    maxWorkers: 2,
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});
