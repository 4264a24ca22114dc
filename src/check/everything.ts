/** All that is checked before a build: the content, its spelling, and the files of the published folders. */
import { checkContent, type Options, type Result } from './check.ts';
import type { GivenFile } from './files.ts';
import { textOf } from './files/given.ts';
import { filesOnDisk } from './files/on-disk.ts';
import { checkGate } from './gate.ts';
import { guard } from './guard.ts';
import { told } from './overlaps.ts';
import { inOrder } from './problems.ts';
import { checkSpelling, definedTexts, projectWords, type Page } from './spelling.ts';

/** The pages among these files, as text. What cannot be read is reported elsewhere. */
export const pagesOf = (files: readonly GivenFile[]): Page[] =>
  files.flatMap(({ path, bytes, kind }) => {
    const text = kind || !/^content\/.*\.mdx$/.test(path) ? undefined : textOf(bytes);
    return text === undefined ? [] : [{ file: path, text }];
  });

/** Every problem below `root` (an absolute path). Without an error among them, the site can be built and shown. */
export const checkEverything = async (root: string, options: Options = {}): Promise<Result> => {
  const { problems, files } = checkContent(root, options);
  const given = filesOnDisk(root);
  const pages = pagesOf(given);
  const spelling = checkSpelling(pages, [...projectWords(), ...definedTexts(pages)]);
  return { problems: inOrder(told([...problems, ...spelling, ...(await checkGate(given, guard))])), files };
};
