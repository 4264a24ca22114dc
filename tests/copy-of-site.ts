/** A copy of what a build reads, for tests that change the content and build it. */
import { cpSync, mkdirSync, mkdtempSync, readdirSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const repository = fileURLToPath(new URL('../', import.meta.url));

// What a build reads from the environment must come from the test alone; git's variables are set while a hook runs.
const READ = /^(SITE_URL|BASE_PATH|DEPLOY|OUT_DIR|DEFAULT_BRANCH|GITHUB_.*|GIT_.*)$/;

/** The environment without anything that a build reads. */
export const plainEnvironment = (): NodeJS.ProcessEnv =>
  Object.fromEntries(Object.entries(process.env).filter(([name]) => !READ.test(name)));

/** Copies the site into a folder of its own, and returns that. Whoever asks for it removes it. */
export const copySite = (): string => {
  const root = mkdtempSync(join(tmpdir(), 'build-'));
  for (const part of ['src', 'content', 'public', 'package.json', 'astro.config.mjs', 'tsconfig.json']) {
    cpSync(join(repository, part), join(root, part), { recursive: true });
  }
  // Package by package, so that the caches that Astro and Vite keep in this folder are the copy's own.
  mkdirSync(join(root, 'node_modules'));
  for (const name of readdirSync(join(repository, 'node_modules')).filter((found) => !found.startsWith('.'))) {
    symlinkSync(join(repository, 'node_modules', name), join(root, 'node_modules', name), 'junction');
  }
  return root;
};
