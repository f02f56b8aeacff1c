import { defineConfig } from 'vitest/config';

/** `npm run test:browser`: what is seen in a real browser. Not part of `npm test`. */
export default defineConfig({
  test: { include: ['test/browser/**/*.test.ts'], root: '.', maxWorkers: 1, testTimeout: 90_000, hookTimeout: 180_000 },
});
