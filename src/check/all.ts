/** Every check of the content in one call: what `npm run check` and the build run. */
import { checkContent, type Options, type Result } from './check.ts';
import { told } from './overlaps.ts';
import { inOrder, type Problem } from './problems.ts';
import { checkPublished } from './published.ts';

type Check = (root: string) => readonly Problem[] | Promise<readonly Problem[]>;

/** Checks that read the files themselves. Each takes the root of the repository and returns its problems. */
const further: readonly Check[] = [checkPublished];

/** Every problem in the content below `root` (an absolute path), sorted. */
export const checkAll = async (root: string, options: Options = {}): Promise<Result> => {
  const { problems, files } = checkContent(root, options);
  const more = await Promise.all(further.map((check) => check(root)));
  return { problems: inOrder(told([...problems, ...more.flat()])), files };
};
