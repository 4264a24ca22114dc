import { defineConfig } from '@playwright/test';
import { browserArguments } from './browser.ts';

const served = (name: 'ROOT' | 'BASE'): string => {
  const url = process.env[`E2E_${name}`];
  if (!url) throw new Error('The browser tests need the built site at two addresses. Run them with: npm test -- e2e');
  return url;
};

const browser = process.env.BROWSER_PATH;

export default defineConfig({
  testDir: 'e2e',
  outputDir: '../test-results/browser',
  fullyParallel: true,
  workers: 2,
  timeout: 60_000,
  forbidOnly: Boolean(process.env.CI),
  // A second try is no secret: the last lines of the run name every test that needed one (run.ts).
  retries: 1,
  reporter: [['dot'], ['json']],
  use: {
    browserName: 'chromium',
    launchOptions: { args: [...browserArguments], ...(browser ? { executablePath: browser } : {}) },
    screenshot: 'only-on-failure',
  },
  projects: [
    { name: 'at the root', use: { baseURL: served('ROOT') }, metadata: { folder: process.env.E2E_ROOT_FOLDER } },
    { name: 'under a base path', use: { baseURL: served('BASE') }, metadata: { folder: process.env.E2E_BASE_FOLDER } },
  ],
});
