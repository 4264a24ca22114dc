/** The hostile pages that are not refused, built as the site is built and opened in a browser under its policy. */
import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { serve } from '../../src/site/server.ts';
import { hostile } from '../unit/authoring/cases.ts';
import { expect, test as base } from './site.ts';

const repository = fileURLToPath(new URL('../../', import.meta.url));
const PORT = 4740;

/** The pages of this site have an address of their own, and what goes wrong on them is seen from there. */
const test = base.extend({
  // eslint-disable-next-line no-empty-pattern
  siteUrl: async ({}, use) => {
    await use(`http://localhost:${PORT}/`);
  },
});

const pages = hostile
  .filter(({ harmless, front }) => harmless && !front)
  .map((one, index) => ({ ...one, id: `hostile-${index}` }));

/** A site of a few honest pages and all hostile ones. Its checker is left out: what is tested stands behind it. */
const buildHostileSite = (root: string): string => {
  for (const part of ['src', 'public', 'package.json', 'tsconfig.json'])
    cpSync(join(repository, part), join(root, part), { recursive: true });
  cpSync(join(repository, 'tests/fixtures/content/good/content'), join(root, 'content'), { recursive: true });
  // The pathway names whom to ask.
  cpSync(join(repository, 'content/contacts'), join(root, 'content/contacts'), { recursive: true });
  // Package by package, so that the caches that Astro and Vite keep in this folder are the copy's own.
  mkdirSync(join(root, 'node_modules'));
  for (const name of readdirSync(join(repository, 'node_modules')).filter((found) => !found.startsWith('.'))) {
    symlinkSync(join(repository, 'node_modules', name), join(root, 'node_modules', name), 'junction');
  }
  const config = readFileSync(join(repository, 'astro.config.mjs'), 'utf8');
  const unchecked = config.replace(/\bcontentCheck\(\),\s*/, '');
  expect(unchecked).not.toBe(config);
  writeFileSync(join(root, 'astro.config.mjs'), unchecked);
  for (const file of ['canary.txt', 'canary.svg']) {
    cpSync(join(repository, 'tests/fixtures/hostile', file), join(root, 'content/pages', file));
  }
  for (const { id, page } of pages) {
    const front = `title: ${id}\ndescription: A page that tries what it must not be able to do.\nstatus: draft\n`;
    writeFileSync(join(root, `content/pages/${id}.mdx`), `---\n${front}---\n${page}\n`);
  }
  const env = { ...process.env, CANARY_SECRET: 'canary-environment-value', BASE_PATH: '/', OUT_DIR: 'dist' };
  const { status, stderr, stdout } = spawnSync(process.execPath, ['src/site/build.ts'], { cwd: root, encoding: 'utf8', env });
  expect(status, `${stdout}\n${stderr}`).toBe(0);
  return join(root, 'dist');
};

test('hostile pages run nothing, load nothing and tell nothing in a browser', async ({ page, faults }, info) => {
  test.skip(info.project.name !== 'at the root', 'Once is enough: nothing in it depends on the base path.');
  test.setTimeout(600_000);
  const root = mkdtempSync(join(tmpdir(), 'hostile-'));
  const dist = buildHostileSite(root);
  for (const file of globSync('**/*.{html,js,md,xml,txt}', { cwd: dist })) {
    expect(readFileSync(join(dist, file), 'utf8'), file).not.toMatch(/canary-file-content|canary-environment-value/);
  }
  const { url, server } = await serve(dist, '/', PORT);
  try {
    expect(url).toBe(`http://localhost:${PORT}/`);
    expect(pages.length).toBeGreaterThan(60);
    for (const { id, name } of pages) {
      expect(existsSync(join(dist, id, 'index.html')), name).toBe(true);
      await page.goto(`${url}${id}/`);
      // Handlers of events would run now.
      await page.evaluate(() => {
        for (const element of document.querySelectorAll('main *')) {
          for (const event of ['mouseover', 'mouseenter', 'focus', 'toggle', 'error', 'load'])
            element.dispatchEvent(new Event(event));
        }
      });
      expect(await page.evaluate(() => 'canary' in globalThis), name).toBe(false);
      expect(faults, name).toEqual([]);
    }
  } finally {
    server.close();
    rmSync(root, { recursive: true, force: true });
  }
});

test('a page that did run or load something would be noticed', async ({ page, faults }, info) => {
  test.skip(info.project.name !== 'at the root');
  await page.setContent('<img src="https://canary.example/x.png"><script>globalThis.canary = 1</script>');
  expect(await page.evaluate(() => 'canary' in globalThis)).toBe(true);
  await expect.poll(() => faults.join()).toContain('request to https://canary.example/x.png');
});
