/** Walks the commits that a pull request adds, one by one: somebody may add a file and remove it in the next commit. */
import { checkGate, checkMessage, type Guard } from '../gate.ts';
import type { Problem } from '../problems.ts';
import { changedIn, git, readFiles, treeOf, type Entry } from './objects.ts';

export interface Range {
  /** The commit on which the change is based; undefined where there is none, and then all history is new. */
  base?: string | undefined;
  head: string;
}

export interface Walked {
  commits: number;
  files: number;
  /** Each problem once, in the first commit that has it. */
  problems: (Problem & { commit: string })[];
}

/** Whether git has this commit here. */
const isKnown = (root: string, commit: string): boolean => {
  try {
    git(root, ['cat-file', '-e', `${commit}^{commit}`]);
    return true;
  } catch {
    return false;
  }
};

const messageOf = (root: string, commit: string): string =>
  git(root, ['show', '-s', '--format=%B', '--encoding=UTF-8', commit]).toString();

const keyOf = ({ path, id, mode }: Entry): string => `${mode} ${id} ${path}`;

/** @throws when git does not know `commit`. */
const required = (root: string, commit: string): string => {
  if (!isKnown(root, commit))
    throw new Error(`There is no commit ${commit} here. Fetch the whole history (git fetch --unshallow, or fetch-depth: 0).`);
  return commit;
};

/**
 * Checks each commit that is in `head` and not in `base`: its message, and the name and content of every file that it adds or
 * changes. Only objects are read; nothing is checked out and nothing in a commit is run.
 *
 * @throws when git does not know one of the two commits, or only part of the history is here.
 */
export const checkRange = async (root: string, { base, head }: Range, guard: Guard): Promise<Walked> => {
  if (git(root, ['rev-parse', '--is-shallow-repository']).toString().trim() === 'true')
    throw new Error(
      'This is a shallow clone, so commits are missing. Fetch the whole history (git fetch --unshallow, or fetch-depth: 0).',
    );
  const range = base === undefined ? [required(root, head)] : [required(root, head), `^${required(root, base)}`];
  const commits = git(root, ['rev-list', '--reverse', '--topo-order', ...range, '--'])
    .toString()
    .split('\n')
    .filter(Boolean);
  const seen = new Set(base === undefined ? [] : treeOf(root, base).map(keyOf));
  const walked: Walked = { commits: commits.length, files: 0, problems: [] };
  for (const commit of commits) {
    const fresh = changedIn(root, commit).filter((entry) => !seen.has(keyOf(entry)));
    const entries = [...new Map(fresh.map((entry) => [keyOf(entry), entry])).values()];
    for (const key of entries.map(keyOf)) seen.add(key);
    const { files, problems } = readFiles(root, entries);
    const all = files.length > 0 ? treeOf(root, commit).map(({ path }) => path) : [];
    const found = [...problems, ...(await checkGate(files, guard, all)), ...(await checkMessage(messageOf(root, commit), guard))];
    walked.files += entries.length;
    walked.problems.push(...found.map((problem) => ({ ...problem, commit })));
  }
  return walked;
};
