/** Checks what is staged: what the next commit will hold, whatever lies in the work tree. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkAll } from '../all.ts';
import { checkGate, type Guard } from '../gate.ts';
import { told } from '../overlaps.ts';
import type { Problem } from '../problems.ts';
import { git, readFiles, staged, stagedPaths } from './objects.ts';

/** Every check of the content over the staged one, written into a folder of its own and removed again. */
const checkStagedContent = async (root: string): Promise<Problem[]> => {
  const folder = mkdtempSync(join(tmpdir(), 'staged-'));
  try {
    const paths = stagedPaths(root).filter((path) => /^(content|public)\//.test(path));
    // Symbolic links become plain files: they are refused already, and may lead anywhere.
    git(root, ['-c', 'core.symlinks=false', 'checkout-index', '-z', '--stdin', `--prefix=${folder}/`], paths.join('\0'));
    return (await checkAll(folder)).problems;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

/**
 * What is wrong with the files that are staged and differ from the last commit. The content is checked as a whole when any of it
 * has changed, since a page may break another one.
 */
export const checkStaged = async (root: string, guard: Guard): Promise<Problem[]> => {
  const entries = staged(root);
  const { files, problems } = readFiles(root, entries);
  const gate = await checkGate(files, guard, stagedPaths(root));
  const touchesContent = git(root, ['diff', '--cached', '--name-only', '--', 'content', 'public']).length > 0;
  return told([...problems, ...gate, ...(touchesContent ? await checkStagedContent(root) : [])]);
};
