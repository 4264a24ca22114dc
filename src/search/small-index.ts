/**
 * Fits the small index into the first answer's bytes. While the site is small each page brings the words of its text; as it grows
 * they become fewer. What has no room then goes into further files, which are read behind the first; at last the headings and
 * descriptions of guide pages go.
 *
 * Measured with generated guide pages beside the content of November 2026 (19 guide pages, 67 terms): with 10 more no page has room
 * for words, with 20 more there is a second file, and with about 1,000 more no guide page keeps its headings.
 */
import { brotliCompressSync, constants } from 'node:zlib';
import type { ReadPage } from './read-page.ts';
import type { Entry, PageWords, SmallIndex } from './small-format.ts';
import { synonyms } from './synonyms.ts';

/** Bytes of the entries of the first file, brotli. With the synonyms and the dialog's script it stays within the 40 kB of a first answer. */
export const FIRST_FILE = 23_500;

/** Bytes of each further file, and of a file of full text, before compression. */
const NEXT_FILE = 200_000;
const TEXT_FILE = 400_000;

/** How many words are kept of each page, and whether headings and description of a guide page are. */
interface Level {
  words: number;
  headings: boolean;
}

/** How much of each page is kept, the most first. */
const LEVELS = [400, 300, 200, 150, 100, 75, 50, 35, 25, 15, 10, 5, 0].map((words) => ({ words, headings: true }));

/** How much is kept of a site that must be split, and the bytes that all its files may then have together, brotli. */
const SPLIT_LEVELS: readonly (Level & { all: number })[] = [
  { words: 10, headings: true, all: 45_000 },
  { words: 0, headings: true, all: 90_000 },
  { words: 0, headings: false, all: Infinity },
];

/** What people come for by name is never thinned. */
const ALWAYS_WHOLE: ReadonlySet<string> = new Set(['Glossary', 'Contact', 'Meet-up', 'Pathway', 'Project', 'About']);

const sizeOf = (entries: readonly Entry[]): number =>
  // About a tenth more than the quality of 11 that a host uses, in a twentieth of the time; 9 would come no nearer.
  brotliCompressSync(JSON.stringify(entries), { params: { [constants.BROTLI_PARAM_QUALITY]: 6 } }).length;

interface Ranked {
  entry: Entry;
  /** The words of the page, those first that tell it from the others: by how often they stand there and how rare they are elsewhere. */
  words: string[];
}

const ranked = ({ entry, words }: ReadPage, uses: ReadonlyMap<string, number>, pages: number): Ranked => ({
  entry,
  words: [...words]
    .map(([key, { word, count }]) => ({ word, worth: (1 + Math.log(count)) * Math.log(1 + pages / (uses.get(key) ?? 1)) }))
    .toSorted((a, b) => b.worth - a.worth)
    .slice(0, LEVELS[0]?.words)
    .map(({ word }) => word),
});

const thinned = (page: Ranked, level: Level): Entry => {
  const { path, title, kind, keywords = '' } = page.entry;
  const kept: Entry = level.headings || ALWAYS_WHOLE.has(kind) ? page.entry : { path, title, kind, keywords };
  // The list of terms would hold every word that the terms themselves bring.
  const words = path === '/glossary/' ? '' : page.words.slice(0, level.words).toSorted().join(' ');
  return words ? { ...kept, words } : kept;
};

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

export interface SmallFiles {
  small: SmallIndex[];
  texts: PageWords[][];
}

/** The first of `levels`, each of which keeps less than the one before, that fits; undefined where none does. */
const firstFitting = (levels: readonly Level[], fits: (level: Level) => boolean): Level | undefined => {
  const least = levels.at(-1);
  if (!least || !fits(least)) return undefined;
  let [from, to] = [0, levels.length - 1];
  while (from < to) {
    const middle = Math.floor((from + to) / 2);
    const level = levels[middle] as Level;
    if (fits(level)) to = middle;
    else from = middle + 1;
  }
  return levels[from];
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

const split = (entries: readonly Entry[]): Entry[][] => {
  const named = entries.filter(({ kind }) => kind !== 'Guide');
  const guide = entries.filter(({ kind }) => kind === 'Guide');
  const all = [...named, ...guide];
  const first = fitting(all);
  return [all.slice(0, first), ...inFiles(all.slice(first), NEXT_FILE)];
};

/** The files of the index for these pages and terms. */
export const makeSmallIndex = (read: readonly ReadPage[], terms: readonly Entry[]): SmallFiles => {
  const pages = read.toSorted((a, b) => a.entry.path.localeCompare(b.entry.path, 'en'));
  const uses = new Map<string, number>();
  for (const { words } of pages) for (const key of words.keys()) uses.set(key, (uses.get(key) ?? 0) + 1);
  const all = pages.map((page) => ranked(page, uses, pages.length));
  const entriesAt = (level: Level) => [...terms, ...all.map((page) => thinned(page, level))];
  // No page has fewer than a byte or so for each of its words: levels that cannot fit are not tried.
  const level = firstFitting(
    LEVELS.filter(({ words }) => words * pages.length < FIRST_FILE * 3),
    (one) => sizeOf(entriesAt(one)) <= FIRST_FILE,
  );
  const splitEntries = () =>
    entriesAt(
      SPLIT_LEVELS.find((one) => one.all === Infinity || sizeOf(entriesAt(one)) <= one.all) ?? { words: 0, headings: false },
    );
  const files = level ? [entriesAt(level)] : split(splitEntries());
  const texts = inFiles(
    pages.map(({ entry, words }): PageWords => [entry.path, [...words.values()].map(({ word }) => word).join(' ')]),
    TEXT_FILE,
  );
  return {
    small: files.map((entries, index) => ({
      entries,
      more: files.length - 1,
      texts: texts.length,
      ...(index === 0 ? { synonyms } : {}),
    })),
    texts,
  };
};
