/** The unit tests: plain Node, no browser and no Astro. `npm test` runs them before the built site is tested. */
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  root: fileURLToPath(new URL('../', import.meta.url)),
  test: {
    include: ['tests/unit/**/*.test.ts'],
    environment: 'node',
    globals: false,
    // By default one processor is left to the editor; a run of the tests needs them all.
    maxWorkers: Math.max(1, availableParallelism()),
    // Some tests start git, over and over: slow on a busy machine, but never endless.
    testTimeout: 30_000,
  },
});
