/** Writes the plain index of a built site: the small files that the dialog opens with, and the full text for when Pagefind cannot run. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { plainFile } from './plain-file.ts';
import type { ReadPage } from './read-page.ts';
import { readTerms } from './read-terms.ts';
import { SMALL_FOLDER, smallName } from './small-format.ts';
import { makeSmallIndex } from './small-index.ts';

/** Writes the files below `folder`, for the pages read and the glossary below `root`. */
export const writeSmallIndex = (pages: readonly ReadPage[], root: string, folder: string): void => {
  const { small, texts } = makeSmallIndex(pages, readTerms(root));
  const write = (name: string, data: unknown) => writeFileSync(join(folder, SMALL_FOLDER, `${name}.js`), plainFile(name, data));
  mkdirSync(join(folder, SMALL_FOLDER), { recursive: true });
  small.forEach((file, index) => write(smallName(index + 1), file));
  texts.forEach((file, index) => write(`text-${index + 1}`, file));
};
