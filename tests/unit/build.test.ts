/** What `npm run build` promises: it replaces `dist/` only when everything worked, and says what to mend when it did not. */
import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { copySite, plainEnvironment } from '../copy-of-site.ts';

const TIMEOUT = 180_000;
let root: string;

const environment = plainEnvironment();
const DEPLOY = {
  DEPLOY: 'true',
  SITE_URL: 'https://example.org',
  BASE_PATH: '/llms/',
  GITHUB_REPOSITORY: 'example/llms',
};

const git = (...args: string[]): string =>
  execFileSync('git', ['-c', 'user.name=Test', '-c', 'user.email=test@example.org', ...args], {
    cwd: root,
    encoding: 'utf8',
    env: environment,
  });

/** Runs the build in the copy. */
const build = (env: NodeJS.ProcessEnv = {}) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['src/site/build.ts'], {
    cwd: root,
    encoding: 'utf8',
    env: { ...environment, ...env },
    // A build that never ends is a fault, too.
    timeout: TIMEOUT / 2,
  });
  return { status, stdout, stderr };
};

/** Every file of the last good build with the hash of its bytes. */
const dist = (): Record<string, string> =>
  Object.fromEntries(
    readdirSync(join(root, 'dist'), { recursive: true, withFileTypes: true })
      .filter((found) => found.isFile())
      .map(({ parentPath, name }) => join(parentPath, name))
      .map((file) => [file, createHash('sha256').update(readFileSync(file)).digest('hex')]),
  );

/** Adds a file to the copy for the length of one test. */
const add = (file: string, lines: string[]): void => {
  mkdirSync(dirname(join(root, file)), { recursive: true });
  writeFileSync(join(root, file), lines.join('\n'));
  onTestFinished(() => rmSync(join(root, file)));
};

const page = ['---', 'title: More', 'description: A page that only a test needs.', 'status: draft', '---', '', 'Text.', ''];

/** A build that must fail, say all of these things, and leave the last good build as it was. */
const expectRefusal = (said: string[], env: NodeJS.ProcessEnv = {}): void => {
  const before = dist();
  const { status, stderr } = build(env);
  expect(status).toBe(1);
  for (const words of said) expect(stderr).toContain(words);
  expect(stderr).toContain('Nothing was replaced: the last good build, if there was one, is still in dist/.');
  expect(dist()).toEqual(before);
  expect(readdirSync(root).filter((name) => /^\.dist/.test(name))).toEqual([]);
};

let good: ReturnType<typeof build>;

beforeAll(() => {
  root = copySite();
  git('init', '--quiet');
  git('add', 'content');
  git('commit', '--quiet', '--no-gpg-sign', '--message', 'Add the content');
  good = build(DEPLOY);
}, TIMEOUT);

afterAll(() => rmSync(root, { recursive: true, force: true }));

describe('npm run build', { timeout: TIMEOUT }, () => {
  test('a deploy that knows its address and its history makes dist/', () => {
    expect(good).toMatchObject({ status: 0, stdout: expect.stringContaining('The site is built in dist/.') });
    expect(readFileSync(join(root, 'dist/index.html'), 'utf8')).toContain(
      '<link rel="canonical" href="https://example.org/llms/"',
    );
    for (const file of ['404.html', 'guide/index.html', 'sitemap-index.xml', 'pagefind/pagefind.js']) {
      expect(existsSync(join(root, 'dist', file)), file).toBe(true);
    }
    expect(readdirSync(root).filter((name) => /^\.dist/.test(name))).toEqual([]);
  });

  test('every page that names a Markdown copy has it', () => {
    const pages = readdirSync(join(root, 'dist'), { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.html'));
    const copies = pages.flatMap((file) => {
      const html = readFileSync(join(root, 'dist', file), 'utf8');
      return /<link rel="alternate" type="text\/markdown" href="\/llms\/([^"]*)"/.exec(html)?.[1] ?? [];
    });
    expect(copies.length).toBeGreaterThan(50);
    expect(copies.filter((copy) => !existsSync(join(root, 'dist', copy)))).toEqual([]);
  });

  test('wrong front matter is named with its file, its line and its fix', () => {
    add('content/pages/more.mdx', page.with(3, 'status: finished'));
    expectRefusal([
      'content/pages/more.mdx:4:9\n  status: "finished" is not a status. Use one of: draft, confirmed.',
      '1 problem in 1 file.',
    ]);
  });

  test('a reference that leads nowhere is named with its file', () => {
    add('content/meetups/sessions/more.mdx', [
      '---',
      'series: no-such-series',
      'date: 2026-04-16',
      'title: More',
      'summary: A session that only a test needs.',
      '---',
      '',
    ]);
    expectRefusal([
      'content/meetups/sessions/more.mdx:2:9\n  series: There is no series called "no-such-series" in content/meetups/series/.',
    ]);
  });

  test('an address that is taken is named with its file', () => {
    add('content/pages/projects.mdx', page);
    expectRefusal(['content/pages/projects.mdx:1:1\n  The site itself makes the page /projects/. Choose another file name.']);
  });

  test('a page that would run code stops the build before it begins', () => {
    add('content/pages/more.mdx', page.with(6, 'import secrets from "node:process";'));
    expectRefusal([
      'content/pages/more.mdx:7:1',
      'Pages cannot import or export. Remove the line; the components need no import.',
    ]);
  });

  test('a fault of the site itself, while pages are made, ends the build', () => {
    add('src/pages/fault.astro', ['---', "throw new Error('No such luck.');", '---', '']);
    expectRefusal(['No such luck.']);
  });

  test.each(['about/index.html', 'about.md'])('a page whose %s cannot be written ends the build', (file) => {
    // What lies in public/ comes first, and a folder is in the way of a file.
    onTestFinished(() => rmSync(join(root, 'public', file), { recursive: true }));
    add(`public/${file}/in-the-way.txt`, ['A folder.']);
    expectRefusal([`EISDIR: illegal operation on a directory, open '${join(root, '.dist-next', file)}'`]);
  });

  test.each(['SITE_URL', 'BASE_PATH', 'GITHUB_REPOSITORY'])('a deploy without %s is refused', (name) => {
    expectRefusal(
      [
        `A deploy must know its address, but ${name} is not set. ` +
          'Set it in the deploy workflow from the Pages action, or leave DEPLOY unset for a local build.',
      ],
      { ...DEPLOY, [name]: undefined },
    );
  });

  test('a base path that is no path is refused', () => {
    expectRefusal(['BASE_PATH is "/a b/", which is no path. Write it like / or /llms-at-uclh/.'], { BASE_PATH: '/a b/' });
  });

  const never = 'A deploy never prints a wrong date: check out the whole history (fetch-depth: 0).';

  test('a deploy from a shallow clone is refused', () => {
    // This file is all that makes a clone shallow: it lists the commits whose parents were left out.
    add('.git/shallow', [git('rev-parse', 'HEAD')]);
    expectRefusal([`This is a shallow clone, so the dates on which pages last changed are unknown. ${never}`], DEPLOY);
  });

  test('a deploy without git is refused', () => {
    renameSync(join(root, '.git'), join(root, '.no-git'));
    onTestFinished(() => renameSync(join(root, '.no-git'), join(root, '.git')));
    expectRefusal(
      [`Git or its history is not available here, so the dates on which pages last changed are unknown. ${never}`],
      DEPLOY,
    );
  });
});
