/** What is checked of the published folders beside their fields and links: spelling, files, and the patient-identifier guard. */
import type { GivenFile } from './files.ts';
import { textOf } from './files/given.ts';
import { filesOnDisk } from './files/on-disk.ts';
import { checkGate } from './gate.ts';
import { guard } from './guard.ts';
import type { Problem } from './problems.ts';
import { checkSpelling, definedTexts, projectWords, type Page } from './spelling.ts';

/** The pages among these files, as text. What cannot be read is reported elsewhere. */
export const pagesOf = (files: readonly GivenFile[]): Page[] =>
  files.flatMap(({ path, bytes, kind }) => {
    const text = kind || !/^content\/.*\.mdx$/.test(path) ? undefined : textOf(bytes);
    return text === undefined ? [] : [{ file: path, text }];
  });

/** Every such problem below `root` (an absolute path). */
export const checkPublished = async (root: string): Promise<Problem[]> => {
  const files = filesOnDisk(root);
  const pages = pagesOf(files);
  return [...checkSpelling(pages, [...projectWords(), ...definedTexts(pages)]), ...(await checkGate(files, guard))];
};
