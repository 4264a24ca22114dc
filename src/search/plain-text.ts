/** Full text without WebAssembly: the words of each page in MiniSearch. Loaded only where Pagefind cannot run. */
import MiniSearch from 'minisearch';
import { loadPlainFile } from './plain-file.ts';
import type { PageWords } from './small-format.ts';
import { isStopWord, keyOf, wordsOf } from './words.ts';

interface Document {
  id: string;
  words: string;
}

/** An empty index that reads words as the first answers do. */
export const textIndex = (): MiniSearch<Document> =>
  new MiniSearch<Document>({
    fields: ['words'],
    tokenize: wordsOf,
    processTerm: (word) => (isStopWord(word) ? null : keyOf(word)),
    searchOptions: { combineWith: 'AND' },
  });

export const addPages = (index: MiniSearch<Document>, pages: readonly PageWords[]): Promise<void> =>
  index.addAllAsync(pages.map(([id, words]) => ({ id, words })));

/** A page that holds no more than this share of the words is about something else. */
const LEAST_SHARE = 0.75;

/** The paths of the pages that hold all of the words, or, where none does, most of them; best first. */
export const findPages = (index: MiniSearch<Document>, words: string): string[] => {
  const all = index.search(words);
  const asked = new Set(wordsOf(words).filter((word) => !isStopWord(word))).size;
  const most = () =>
    index.search(words, { combineWith: 'OR' }).filter(({ queryTerms }) => queryTerms.length > asked * LEAST_SHARE);
  return (all.length > 0 ? all : most()).map(({ id }) => String(id));
};

/** Loads `files` files of full text and answers with what searches them. */
export const loadText = async (folder: string, version: string, files: number): Promise<(words: string) => string[]> => {
  const index = textIndex();
  const names = Array.from({ length: files }, (_, number) => `text-${number + 1}`);
  await Promise.all(names.map(async (name) => addPages(index, await loadPlainFile<PageWords[]>(folder, name, version))));
  return (words) => findPages(index, words);
};
