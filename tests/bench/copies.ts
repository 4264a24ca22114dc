/** Two projects with the same generated pages, below the git-ignored `.cache/`: a copy of this site, and a bare one. */
import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { generatePage, idOf } from './generated.ts';

export const WORK = join('.cache', 'bench');

export interface Project {
  name: 'ours' | 'bare';
  root: string;
  /** The arguments to node that build it. */
  build: readonly string[];
}

const ASIDE = join('.cache', 'bench-aside');

// What was set aside goes once everything has been measured.
process.once('exit', () => rmSync(ASIDE, { recursive: true, force: true }));

/**
 * Takes a folder away without deleting it. For minutes after a deletion, ext4 looks at each deleted file again whenever it makes a new
 * one, and so slows down most whichever build writes the most files; no build from a fresh clone meets that.
 */
const setAside = (folder: string): void => {
  if (!existsSync(folder)) return;
  mkdirSync(ASIDE, { recursive: true });
  renameSync(folder, join(mkdtempSync(join(ASIDE, 'old-')), 'folder'));
};

/** What `npm run build` hands to node. */
const buildArguments = (): string[] => {
  const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: { build: string } };
  const [command, ...rest] = scripts.build.split(' ');
  if (command !== 'node') throw new Error(`The build is "${scripts.build}"; this measures builds that node runs.`);
  return rest;
};

const OURS: Project = { name: 'ours', root: join(WORK, 'ours'), build: buildArguments() };
const BARE: Project = { name: 'bare', root: join(WORK, 'bare'), build: ['build.mjs'] };

const BARE_FILES: Readonly<Record<string, string>> = {
  'package.json':
    '{ "name": "bare", "private": true, "type": "module", "dependencies": { "@astrojs/mdx": "*", "astro": "*" } }\n',
  'astro.config.mjs': `import mdx from '@astrojs/mdx';
import { defineConfig } from 'astro/config';

export default defineConfig({ integrations: [mdx()], devToolbar: { enabled: false }, markdown: { syntaxHighlight: 'prism' } });
`,
  'build.mjs': `import { build } from 'astro';
import * as pagefind from 'pagefind';

// Errors alone: the bundler would warn once for each page of a directive that Astro writes, and printing that takes time.
await build({ logLevel: 'error' });
const { index } = await pagefind.createIndex({ forceLanguage: 'en' });
await index.addDirectory({ path: 'dist' });
await index.writeFiles({ outputPath: 'dist/pagefind' });
await pagefind.close();
`,
  'src/content.config.ts': `import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
import { z } from 'astro/zod';

export const collections = {
  guide: defineCollection({ loader: glob({ pattern: '*.mdx', base: './content/guide' }), schema: z.object({ title: z.string() }) }),
};
`,
  'src/pages/guide/[id].astro': `---
import { getCollection, render } from 'astro:content';

export const getStaticPaths = async () =>
  (await getCollection('guide')).map((page) => ({ params: { id: page.id }, props: { page } }));

const { page } = Astro.props;
const { Content } = await render(page);
---

<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>{page.data.title}</title>
    <style>body { max-width: 40rem; margin: auto; }</style>
  </head>
  <body>
    <main data-pagefind-body>
      <h1>{page.data.title}</h1>
      <Content />
    </main>
  </body>
</html>
`,
};

const write = (root: string, file: string, text: string): void => {
  mkdirSync(join(root, file, '..'), { recursive: true });
  writeFileSync(join(root, file), text);
};

/** Makes both projects anew with `count` generated pages. Packages are found in `node_modules` of the folder above. */
export const makeProjects = (count: number): readonly [Project, Project] => {
  setAside(WORK);
  mkdirSync(OURS.root, { recursive: true });
  for (const part of ['src', 'content', 'public', 'package.json', 'astro.config.mjs', 'tsconfig.json'])
    cpSync(part, join(OURS.root, part), { recursive: true });
  for (const [file, text] of Object.entries(BARE_FILES)) write(BARE.root, file, text);
  const contacts = readdirSync(join('content', 'contacts')).map((file) => file.replace(/\.mdx$/, ''));
  for (let number = 0; number < count; number += 1) {
    const { id, ours, bare } = generatePage(number, count, contacts);
    write(OURS.root, `content/guide/${id}.mdx`, ours);
    write(BARE.root, `content/guide/${id}.mdx`, bare);
  }
  return [OURS, BARE];
};

/** Takes away what an earlier build left behind: its output and the caches of Astro and Vite. */
export const makeCold = ({ root }: Project): void => {
  for (const folder of ['dist', '.astro', 'node_modules', '.dist-next', '.dist-old']) setAside(join(root, folder));
};

/**
 * Checks that a build made what it was timed for.
 *
 * @throws when a generated page or the search index is missing.
 */
export const checkBuilt = ({ root, name }: Project, count: number): void => {
  const built = globSync('guide/generated-*/index.html', { cwd: join(root, 'dist') }).length;
  if (built !== count) throw new Error(`The build "${name}" made ${built} of ${count} generated pages.`);
  if (!existsSync(join(root, 'dist', 'pagefind', 'pagefind.js'))) throw new Error(`The build "${name}" made no search index.`);
};

/** Gives the copy of this site a git history of its own, with one commit for each generated page. False where git is missing. */
export const giveHistory = (count: number): boolean => {
  const commits = Array.from({ length: count }, (_, number) => {
    const when = `${1_700_000_000 + number * 3600} +0000`;
    const file = `content/guide/${idOf(number)}.mdx`;
    return `commit refs/heads/main\ncommitter Bench <bench@example.org> ${when}\ndata 4\nPage\nM 100644 inline ${file}\ndata 1\n.\n`;
  });
  const git = (args: string[], input = '') => spawnSync('git', args, { cwd: OURS.root, input }).status === 0;
  return git(['init', '-q', '-b', 'main']) && git(['fast-import', '--quiet'], commits.join(''));
};
