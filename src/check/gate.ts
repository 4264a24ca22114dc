/** What every file must pass before others can see it, wherever it lies: on disk, staged, or in a commit. */
import { checkFiles, type GivenFile } from './files.ts';
import type { Problem } from './problems.ts';

/** Looks for what could identify a patient. Its messages never repeat what it found. */
export type Guard = (files: readonly GivenFile[]) => Problem[];

/** Stands for a name that itself tells too much to be printed. */
export const WITHHELD = '(a file whose name tells too much to be printed here)';

/**
 * Everything that is wrong with these files, by the file check and by the guard. A name in which the guard finds something is
 * withheld in every problem of that file.
 *
 * @param all every path beside them, if they are only the changed ones.
 */
export const checkGate = async (files: readonly GivenFile[], guard: Guard, all?: readonly string[]): Promise<Problem[]> => {
  const telling = new Set(
    files.filter(({ path }) => guard([{ path, bytes: new Uint8Array() }]).length > 0).map(({ path }) => path),
  );
  const problems = await Promise.all(
    files.map(async (file) => {
      const found = [...(await checkFiles([file], all ?? files.map(({ path }) => path))), ...guard([file])];
      return telling.has(file.path) ? found.map((problem) => ({ ...problem, file: WITHHELD })) : found;
    }),
  );
  return problems.flat();
};
