/** `npm run build`: builds into a folder beside `dist/` and swaps the two only when everything worked. */
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'astro';
import { contentRefusal, forgetCheck } from '../check/beside.ts';
import { stopFinishing } from './finish.ts';

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
  try {
    try {
      await build({ root, outDir: `./${NEXT}`, logLevel: 'warn' });
    } catch (error) {
      // The checker names every problem in plain words; Astro stops at the first, in its own.
      throw (await contentRefusal(resolve(root))) ?? error;
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
    forgetCheck(resolve(root));
    await stopFinishing();
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
