/** Real little repositories, made by git for one test. */
import { execFileSync, spawnSync } from 'node:child_process';
import { writeFiles } from './helpers.ts';

/** Git as on a machine where nobody has configured it, so that the developer's own settings change nothing. */
export const cleanEnv = (env: Readonly<Record<string, string>> = {}): NodeJS.ProcessEnv => ({
  ...Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('GIT_') && name !== 'CI')),
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_CONFIG_NOSYSTEM: '1',
  ...env,
});

export const git = (folder: string, args: readonly string[], env: Readonly<Record<string, string>> = {}): string =>
  execFileSync('git', args, { cwd: folder, stdio: 'pipe', encoding: 'utf8', env: cleanEnv(env) }).trim();

export const WHO = ['-c', 'user.name=Test', '-c', 'user.email=test@example.org', '-c', 'commit.gpgSign=false'] as const;

/** Commits all that lies in `folder` after writing `files`, at noon of `day`; gives the id of the commit. */
export const commit = (
  folder: string,
  files: Readonly<Record<string, string>> = {},
  { message = 'Change', day = '2026-01-10' } = {},
): string => {
  writeFiles(folder, files);
  git(folder, ['add', '--all']);
  const when = `${day}T12:00:00Z`;
  git(folder, [...WHO, 'commit', '--quiet', '--allow-empty', '--message', message], {
    GIT_AUTHOR_DATE: when,
    GIT_COMMITTER_DATE: when,
  });
  return git(folder, ['rev-parse', 'HEAD']);
};

/** Runs a command and gives what it said and how it ended. */
export const run = (
  folder: string,
  command: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): { status: number | null; output: string } => {
  const { status, stdout, stderr } = spawnSync(command, args, { cwd: folder, encoding: 'utf8', env: cleanEnv(env) });
  return { status, output: `${stdout}${stderr}` };
};
