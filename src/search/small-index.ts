/**
 * Fits the small index into the first answer's bytes. The first file has every entry while they are few; the further files, which are
 * read behind the first answers, have the entries for which it has no room, and the words of the texts, fewer of each as the site grows.
 *
 * Measured with generated guide pages beside the content of November 2026 (19 guide pages, 67 terms): with about 70 more the entries
 * need a second file, with about 130 more the texts begin to lose words, with about 400 more they have none, and with about 1,100 more
 * no guide page keeps its headings.
 */
import { brotliCompressSync, constants } from 'node:zlib';
import type { ReadPage } from './read-page.ts';
import type { Entry, PageWords, SmallIndex } from './small-format.ts';
import { lightWords } from './light-words.ts';
import { rarerSynonyms, synonyms } from './synonyms.ts';

/** Bytes of the entries of the first file, brotli. With the synonyms and the dialog's script it stays within the 40 kB of a first answer. */
export const FIRST_FILE = 24_800;

/** Bytes that all entries may have with the headings and descriptions of guide pages, brotli. */
const WITH_HEADINGS = 90_000;

/** Bytes that entries and words of texts may have together, brotli. */
const ALL_FILES = 50_000;

/** How many words are kept of each page, the most first. */
const LEVELS = [Infinity, 400, 300, 200, 150, 100, 75, 50, 35, 25, 15, 10, 5, 0] as const;

/** Bytes of each further file, and of a file of full text, before compression. */
const NEXT_FILE = 200_000;
const TEXT_FILE = 400_000;

const sizeOf = (data: unknown): number =>
  // About a tenth more than the quality of 11 that a host uses, in a twentieth of the time; 9 would come no nearer.
  brotliCompressSync(JSON.stringify(data), { params: { [constants.BROTLI_PARAM_QUALITY]: 6 } }).length;

const inFiles = <T>(items: readonly T[], bytes: number): T[][] => {
  const files: T[][] = [];
  let size = Infinity;
  for (const item of items) {
    const length = JSON.stringify(item).length;
    if (size + length > bytes) [size] = [files.push([]) * 0];
    files.at(-1)?.push(item);
    size += length;
  }
  return files;
};

/** What people come for by name is never thinned. */
const withoutHeadings = (entry: Entry): Entry => {
  const { path, title, kind, keywords = '' } = entry;
  return kind === 'Guide' ? { path, title, kind, keywords } : entry;
};

/** About the longest beginning of `entries` that fits into the first file. Entries take much the same bytes, so a guess is close. */
const fitting = (entries: readonly Entry[]): number => {
  let fits = { count: 0, bytes: 0 };
  let tooMany = { count: entries.length, bytes: sizeOf(entries) };
  if (tooMany.bytes <= FIRST_FILE) return entries.length;
  while (tooMany.count - fits.count > Math.max(1, entries.length / 100)) {
    const share = (FIRST_FILE - fits.bytes) / (tooMany.bytes - fits.bytes);
    const guess = Math.floor(fits.count + share * (tooMany.count - fits.count));
    const count = Math.min(Math.max(guess, fits.count + 1), tooMany.count - 1);
    const tried = { count, bytes: sizeOf(entries.slice(0, count)) };
    if (tried.bytes <= FIRST_FILE) fits = tried;
    else tooMany = tried;
  }
  return fits.count;
};

/** The entries file by file, names first. */
const split = (all: readonly Entry[]): Entry[][] => {
  const entries = sizeOf(all) <= WITH_HEADINGS ? all : all.map(withoutHeadings);
  const named = entries.filter(({ kind }) => kind !== 'Guide');
  const ordered = [...named, ...entries.filter(({ kind }) => kind === 'Guide')];
  const first = fitting(ordered);
  return [ordered.slice(0, first), ...inFiles(ordered.slice(first), NEXT_FILE)];
};

/** The words of each page, those first that tell it from the others: by how often they stand there and how rare they are elsewhere. */
const ranked = (pages: readonly ReadPage[]): (readonly [path: string, words: string[]])[] => {
  const uses = new Map<string, number>();
  for (const { words } of pages) for (const key of words.keys()) uses.set(key, (uses.get(key) ?? 0) + 1);
  return pages.map(({ entry, words }) => {
    const worths = [...words].map(([key, { word, count }]) => {
      const rarity = Math.log(1 + pages.length / (uses.get(key) ?? 1));
      return { word, worth: (1 + Math.log(count)) * rarity };
    });
    return [entry.path, worths.toSorted((a, b) => b.worth - a.worth).map(({ word }) => word)];
  });
};

/** As many words of each page as fit into `bytes` together. */
const wordsWithin = (bytes: number, pages: readonly ReadPage[]): PageWords[] => {
  // No word has fewer than a third of a byte: levels that cannot fit are not tried.
  const levels = LEVELS.filter((words) => Math.min(words, 100) * pages.length < bytes * 3);
  // The list of terms would hold every word that the terms themselves bring.
  const all = levels.length > 0 ? ranked(pages).filter(([path]) => path !== '/glossary/') : [];
  const wordsAt = (level: number) => all.map(([path, words]): PageWords => [path, words.slice(0, level).toSorted().join(' ')]);
  const level = levels.find((one) => sizeOf(wordsAt(one)) <= bytes) ?? 0;
  return level > 0 ? wordsAt(level) : [];
};

export interface SmallFiles {
  small: SmallIndex[];
  texts: PageWords[][];
}

/** The files of the index for these pages and terms. */
export const makeSmallIndex = (read: readonly ReadPage[], terms: readonly Entry[]): SmallFiles => {
  const pages = read.toSorted((a, b) => a.entry.path.localeCompare(b.entry.path, 'en'));
  const entries = split([...terms, ...pages.map(({ entry }) => entry)]);
  const words = wordsWithin(ALL_FILES - sizeOf(entries.flat()), pages);
  const texts = inFiles(
    pages.map((page): PageWords => [page.entry.path, [...page.words.values()].map(({ word }) => word).join(' ')]),
    TEXT_FILE,
  );
  const counts = { more: entries.length, texts: texts.length };
  const named = entries.map((some, index) => ({ entries: some, ...(index === 0 ? { synonyms } : {}), ...counts }));
  return {
    small: [...named, { entries: [], words, synonyms: rarerSynonyms, light: lightWords.join(' '), ...counts }],
    texts,
  };
};
