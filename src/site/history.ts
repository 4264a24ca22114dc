/**
 * When each file was first added and last changed, from git. A shallow clone knows only its newest commits and would print
 * wrong dates, so it counts as no history at all.
 */
import { execFileSync } from 'node:child_process';

export interface FileDates {
  /** The day of the commit that added the file, `YYYY-MM-DD`. */
  added: string;
  /** The day of the newest commit that touched it. */
  changed: string;
  /** How many commits touched it. */
  commits: number;
}

export type History = ReadonlyMap<string, FileDates>;

/**
 * Turns the output of `git log --format=%x00%cs --name-only` (newest first) into dates per file.
 * A commit is a NUL, its day, and one file a line.
 */
export const parseLog = (log: string): History => {
  const dates = new Map<string, FileDates>();
  for (const commit of log.split('\0').slice(1)) {
    const [changed = '', ...files] = commit.split('\n').filter(Boolean);
    for (const file of files) {
      const known = dates.get(file);
      dates.set(file, { changed: known?.changed ?? changed, added: changed, commits: (known?.commits ?? 0) + 1 });
    }
  }
  return dates;
};

const git = (root: string, ...args: string[]): string =>
  execFileSync('git', ['-c', 'core.quotePath=false', ...args], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 512 * 1024 * 1024,
    stdio: ['ignore', 'pipe', 'ignore'],
  });

/**
 * Reads the dates of every file below `root`.
 *
 * @param deploy when true, a missing or shallow history is an error; otherwise it is a warning and no dates.
 * @throws when `deploy` is true and git cannot vouch for the dates.
 */
export const readHistory = (root: string, { deploy = false, warn = console.warn } = {}): History => {
  const refuse = (cause: string): History => {
    const message = `${cause} so the dates on which pages last changed are unknown.`;
    if (deploy) throw new Error(`${message} A deploy never prints a wrong date: check out the whole history (fetch-depth: 0).`);
    warn(`${message} Pages are built without them.`);
    return new Map();
  };
  const attempt = <T>(read: () => T): T | undefined => {
    try {
      return read();
    } catch {
      return undefined;
    }
  };
  const shallow = attempt(() => git(root, 'rev-parse', '--is-shallow-repository').trim());
  if (shallow === 'true') return refuse('This is a shallow clone,');
  const log = attempt(() => git(root, 'log', '--format=%x00%cs', '--name-only', '--no-renames', '--relative'));
  return log === undefined ? refuse('Git or its history is not available here,') : parseLog(log);
};

/** The newest change of a file, or of any file below a folder (a path that ends with a slash). */
export const lastChanged = (history: History, path: string): string | undefined => {
  if (!path.endsWith('/')) return history.get(path)?.changed;
  let newest: string | undefined;
  for (const [file, { changed }] of history) {
    if (file.startsWith(path) && (!newest || changed > newest)) newest = changed;
  }
  return newest;
};
