/** What every file must pass before others can see it, wherever it lies: on disk, staged, or in a commit. */
import { checkFiles, type GivenFile } from './files.ts';
import { shown } from './files/given.ts';
import { told } from './overlaps.ts';
import type { Problem } from './problems.ts';

/** Looks for what could identify a patient. Its messages never repeat what it found. */
export type Guard = (files: readonly GivenFile[]) => Problem[] | Promise<Problem[]>;

/** Stands for a name that itself tells too much to be printed. */
export const WITHHELD = '(a file whose name tells too much to be printed here)';

/**
 * Everything that is wrong with these files, by the file check and by the guard. A name in which the guard finds something is
 * withheld in every problem of that file.
 *
 * @param all every path beside them, if they are only the changed ones.
 */
export const checkGate = async (files: readonly GivenFile[], guard: Guard, all?: readonly string[]): Promise<Problem[]> => {
  const names = files.map(({ path }) => ({ path, bytes: new Uint8Array() }));
  const telling = new Set((await guard(names)).map(({ file }) => shown(file)));
  const found = [...(await checkFiles(files, all)), ...(await guard(files))].map((problem) => ({
    ...problem,
    file: shown(problem.file),
  }));
  return told(found).map((problem) => (telling.has(problem.file) ? { ...problem, file: WITHHELD } : problem));
};

/** What the problems of a message are reported under; Windows could not hold a file of this name, so there is none. */
export const MESSAGE = 'the commit message.';

/** Lines that name the people of a commit, as its header does too. They are no text that somebody wrote about a patient. */
const TRAILER = /^(co-authored-by|signed-off-by|reviewed-by|acked-by|tested-by|reported-by|helped-by|suggested-by): .*$/gim;

/** What the guard finds in the message of a commit, which is as public as its files. */
export const checkMessage = async (message: string, guard: Guard): Promise<Problem[]> => {
  const bytes = new TextEncoder().encode(message.replace(TRAILER, ''));
  return (await guard([{ path: 'commit-message.txt', bytes }])).map((problem) => ({ ...problem, file: MESSAGE }));
};
