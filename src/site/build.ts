/** `npm run build`: builds into a folder beside `dist/` and swaps the two only when everything worked. */
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { refusal } from '../check/refusal.ts';
import { beside } from './beside.ts';

/** The last good build. */
export const DIST = 'dist';
const NEXT = '.dist-next';
const OLD = '.dist-old';

/**
 * Builds the site below `root`. A build that fails leaves the last good `dist/` as it was.
 *
 * @throws what stopped the build: the content checker's list, Astro's error, or Pagefind's.
 */
export const buildSite = async (root: string, into: string = DIST): Promise<void> => {
  const at = (folder: string) => join(root, folder);
  const clear = (folder: string) => rmSync(at(folder), { recursive: true, force: true });
  clear(NEXT);
  // The check begins at once; Astro takes most of a second to load.
  const thread = beside(resolve(root));
  try {
    const { build } = await import('astro');
    try {
      await build({ root, outDir: `./${NEXT}`, logLevel: 'warn' });
    } catch (error) {
      // The checker names every problem in plain words; Astro stops at the first, in its own.
      throw refusal(await thread.check) ?? error;
    }
    clear(OLD);
    mkdirSync(dirname(at(into)), { recursive: true });
    const former = existsSync(at(into));
    if (former) renameSync(at(into), at(OLD));
    try {
      renameSync(at(NEXT), at(into));
    } catch (error) {
      if (former) renameSync(at(OLD), at(into));
      throw error;
    }
    clear(OLD);
  } finally {
    await thread.end();
    clear(NEXT);
  }
};

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const into = process.env.OUT_DIR || DIST;
  try {
    await buildSite(process.cwd(), into);
    console.log(`The site is built in ${into}/.`);
  } catch (error) {
    console.error(
      `\n${error instanceof Error ? error.message : String(error)}\n\nNothing was replaced: the last good build, if there was one, is still in ${into}/.`,
    );
    process.exitCode = 1;
  }
}
