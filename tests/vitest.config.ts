/** The unit tests: plain Node, no browser and no Astro. `npm test` runs them before the built site is tested. */
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  root: fileURLToPath(new URL('../', import.meta.url)),
  test: {
    include: ['tests/unit/**/*.test.ts'],
    environment: 'node',
    globals: false,
    // Some tests start git, over and over: slow on a busy machine, but never endless.
    testTimeout: 30_000,
  },
});
