/** The file check: what may lie in the repository, whatever stands in it. It reads bytes, so it works on old commits too. */
import { checkKind } from './files/kinds.ts';
import { sized, wholeFile, type GivenFile } from './files/given.ts';
import { checkNames } from './files/names.ts';
import { checkPicture } from './files/pictures.ts';
import { checkSvg } from './files/svg.ts';
import type { Problem } from './problems.ts';

export type { GivenFile } from './files/given.ts';

/** Beyond this, nobody reads a file in a review. Pictures have a limit of their own, below it. */
export const MOST_BYTES = 1_000_000;

const checkOne = async (file: GivenFile): Promise<Problem[]> => {
  const kind = await checkKind(file);
  if (kind.length > 0) return kind;
  const picture = await checkPicture(file);
  if (picture.length === 0 && file.bytes.length > MOST_BYTES)
    return [
      wholeFile(
        file.path,
        'file-size',
        `This file has ${sized(file.bytes.length)}, more than anybody reviews. At most ${sized(MOST_BYTES)}: split it, or link to it.`,
      ),
    ];
  return [...picture, ...checkSvg(file)];
};

/**
 * What is wrong with these files as files: their names, their kinds, their sizes, and what pictures and drawings carry.
 *
 * @param all every path beside them, if they are only the changed ones; a name may clash with one that has not changed.
 */
export const checkFiles = async (files: readonly GivenFile[], all?: readonly string[]): Promise<Problem[]> => {
  const problems = checkNames(
    files.map(({ path }) => path),
    all,
  );
  for (const file of files) problems.push(...(await checkOne(file)));
  return problems;
};
