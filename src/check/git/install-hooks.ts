/** `npm ci` runs this: tells git to use the hooks of the repository. It never fails, and never replaces what somebody chose. */
import { execFileSync } from 'node:child_process';
import { existsSync, realpathSync } from 'node:fs';
import { resolve } from 'node:path';

/** Relative, so that every work tree of the repository uses the hooks that it has itself. */
export const HOOKS = '.config/hooks';

const git = (root: string, ...args: string[]): string | undefined => {
  try {
    return execFileSync('git', args, { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
  } catch {
    return undefined;
  }
};

const real = (path: string): string => realpathSync.native(path);

/** Hooks that git would run now and would run no longer. */
const ownHooks = (root: string): string[] => {
  const folder = git(root, 'rev-parse', '--git-path', 'hooks');
  return folder === undefined
    ? []
    : ['pre-commit', 'commit-msg'].map((name) => resolve(root, folder, name)).filter((path) => existsSync(path));
};

const BY_HAND = `To use the checks of this project as well, run them from your hook: sh ${HOOKS}/pre-commit, and sh ${HOOKS}/commit-msg "$1".`;

/**
 * Sets `core.hooksPath` of the repository whose top folder is `root`. Does nothing in CI, outside a repository, or in a folder
 * inside another one, whose settings are not ours to change.
 *
 * @returns what somebody should know, or nothing.
 */
export const installHooks = (root: string, env: NodeJS.ProcessEnv = process.env): string | undefined => {
  if (env.CI && env.CI !== 'false') return undefined;
  const top = git(root, 'rev-parse', '--show-toplevel');
  if (!top || real(top) !== real(root)) return undefined;
  const chosen = git(root, 'config', '--get', 'core.hooksPath');
  if (chosen === HOOKS) return undefined;
  if (chosen) return `Git uses your own hooks (core.hooksPath is ${chosen}), and that was left so. ${BY_HAND}`;
  const [own] = ownHooks(root);
  if (own) return `You have a hook of your own (${own}), and it was left in place. ${BY_HAND}`;
  if (git(root, 'config', '--local', 'core.hooksPath', HOOKS) === undefined)
    return `Git could not be told to use the checks before a commit. Run: git config core.hooksPath ${HOOKS}`;
  return 'From now on git checks for patient data before every commit here. To go past it once: git commit --no-verify.';
};

if (import.meta.main) {
  try {
    const said = installHooks(process.cwd());
    if (said) console.log(said);
  } catch (error) {
    console.warn(`The checks before a commit were not set up: ${(error as Error).message}`);
  }
}
