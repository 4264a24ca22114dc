/** What every browser test needs: the pages of the built site, and a page that remembers what went wrong on it. */
import { expect, test as base } from '@playwright/test';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The built pages as paths relative to the site, such as `guide/approvals/`; the first page is empty. */
export const pagesIn = (folder: string): string[] =>
  globSync('**/index.html', { cwd: folder })
    .map((file) => file.replaceAll('\\', '/').replace(/index\.html$/, ''))
    .toSorted();

/** Both builds hold the same pages, so one of them says which there are. */
export const allPages = pagesIn(process.env.E2E_ROOT_FOLDER ?? 'dist');

export const htmlOf = (folder: string, path: string): string => readFileSync(join(folder, path, 'index.html'), 'utf8');

interface Fixtures {
  /** The folder of the build under test. */
  folder: string;
  /** Where the site is served: its whole address, and its base path, both ending with a slash. */
  siteUrl: string;
  basePath: string;
  /** Every breach of the policy, request to another host, console error and script error since the page was opened. */
  faults: string[];
}

export const test = base.extend<Fixtures>({
  // A page is there when the scripts that wait for its first paint have run.
  page: async ({ page, javaScriptEnabled }, use) => {
    const [goto, reload] = [page.goto.bind(page), page.reload.bind(page)];
    const settled = async <Answer>(response: Answer): Promise<Answer> => {
      if (javaScriptEnabled !== false) await expect(page.locator('template[data-after-paint]')).toHaveCount(0);
      return response;
    };
    page.goto = async (...target) => settled(await goto(...target));
    page.reload = async (...options) => settled(await reload(...options));
    await use(page);
  },
  // Playwright reads the dependencies of a fixture from its first parameter, which must be a pattern.
  // eslint-disable-next-line no-empty-pattern
  folder: async ({}, use, info) => {
    await use(String(info.project.metadata.folder));
  },
  siteUrl: async ({ baseURL }, use) => {
    await use(baseURL ?? '');
  },
  basePath: async ({ siteUrl }, use) => {
    await use(new URL(siteUrl).pathname);
  },
  faults: async ({ page, siteUrl }, use) => {
    const faults: string[] = [];
    const { origin } = new URL(siteUrl);
    page.on('request', (request) => {
      if (!request.url().startsWith(origin) && !request.url().startsWith('data:')) faults.push(`request to ${request.url()}`);
    });
    page.on('pageerror', (error) => faults.push(`script error: ${error.message}`));
    page.on('console', (message) => {
      if (message.type() === 'error') faults.push(`console: ${message.text()}`);
    });
    await use(faults);
  },
});

export { expect };
