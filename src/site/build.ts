/** `npm run build`: builds into a folder beside `dist/` and swaps the two only when everything worked. */
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'astro';

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
  rmSync(at(NEXT), { recursive: true, force: true });
  try {
    await build({ root, outDir: `./${NEXT}`, logLevel: 'warn' });
    mkdirSync(dirname(at(into)), { recursive: true });
    if (existsSync(at(into))) renameSync(at(into), at(OLD));
    renameSync(at(NEXT), at(into));
  } finally {
    rmSync(at(NEXT), { recursive: true, force: true });
    rmSync(at(OLD), { recursive: true, force: true });
  }
};

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  try {
    await buildSite(process.cwd(), process.env.OUT_DIR || DIST);
    console.log(`The site is built in ${process.env.OUT_DIR || DIST}/.`);
  } catch (error) {
    console.error(
      `\n${error instanceof Error ? error.message : String(error)}\n\nNothing was replaced: the last good build is still in ${DIST}/.`,
    );
    process.exitCode = 1;
  }
}
