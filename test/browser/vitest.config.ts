import { defineConfig } from 'vitest/config';

/** `npm run test:browser`: what is seen in a real browser. Not part of `npm test`. */
export default defineConfig({
  test: {
    expect: { poll: { timeout: 20_000, interval: 100 } },
    globalSetup: 'test/browser/support/built-site.ts',
    include: ['test/browser/**/*.test.ts'],
    root: '.',
    maxWorkers: 1,
    testTimeout: 90_000,
    hookTimeout: 180_000,
  },
});
