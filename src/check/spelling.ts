/** British spelling: which words are doubtful, and what to write instead. `catalogue/spelling.ts` says what stops a build, and why. */
import { readFileSync } from 'node:fs';
import { readPageFile } from '../authoring/read.ts';
import { remembered } from '../remembered.ts';
import type { Problem } from './problems.ts';
import { britishFor } from './spelling/american.ts';
import { alike, isBritish } from './spelling/dictionary.ts';
import { proseOf } from './spelling/prose.ts';

/** The words that this site uses and no dictionary has: one a line, sorted. Maintainers add to it. */
export const WORDS_FILE = 'src/check/spelling/words.txt';

/** The words in that file of this repository, wherever the checked content lies. */
export const projectWords = (): string[] =>
  readFileSync(new URL('./spelling/words.txt', import.meta.url), 'utf8')
    .split(/\r?\n/)
    .filter(Boolean);

/** A page as it is read here: where it lies, relative to the root of the repository, and what stands in it. */
export interface Page {
  file: string;
  text: string;
}

const WORD = /[\p{L}\p{M}\p{N}_’']+/gu;

/** Words with a number, an inner capital or only capitals are names and abbreviations: `HbA1c`, `MedCAT`, `NHS`, `LLMs`. */
const NAME = /[\p{N}_]|\p{L}\p{Lu}/u;

/** The word without the quotes around it, without what marks a possessive, and with one kind of apostrophe. */
const plain = (word: string): string =>
  word
    .replaceAll('’', "'")
    .replace(/^'+|'+$/g, '')
    .replace(/'s$/i, '');

const DEFINING = /^content\/(?:glossary|contacts)\//;

/** What the content itself defines: terms with their expansions and aliases, and the names of contacts. */
export const definedTexts = (pages: readonly Page[]): string[] =>
  pages
    .filter(({ file }) => DEFINING.test(file))
    .flatMap(({ text }): unknown[] => {
      try {
        const { term, expansion, aliases, name } = readPageFile(text).data;
        return [term, expansion, name, ...(Array.isArray(aliases) ? (aliases as unknown[]) : [])];
      } catch {
        // The check of the fields says what is wrong with them.
        return [];
      }
    })
    .filter((text) => typeof text === 'string');

export interface Doubtful {
  /** As it was written, without a possessive. */
  word: string;
  /** Where it begins in the text. */
  at: number;
  /** The British spelling, if the word is American. */
  british?: string | undefined;
  /** Whether it has a capital that its place in the sentence does not call for. */
  named: boolean;
}

/** Whether a sentence, an item or a cell begins here, so that a capital says nothing. */
const beginsSentence = (before: string): boolean =>
  /(?:^|[.?!:|•]|\n\s*|\n[ \t]*(?:[-*+]|#+|\d+[.)])\s)[\s"'“‘([*_]*$/u.test(before);

/** The doubtful words in a text from which all but prose has been taken, given the words that count as known, in lower case. */
const doubtfulIn = (prose: string, isKnown: (word: string) => boolean, isFine: (word: string) => boolean): Doubtful[] => {
  // Most texts hold no doubtful word, and where the others stand need not be known.
  if (prose.match(WORD)?.every(isFine) ?? true) return [];
  return [...prose.matchAll(WORD)].flatMap(({ 0: written, index }): Doubtful[] => {
    if (isFine(written)) return [];
    const word = plain(written);
    const lower = word.toLowerCase();
    const at = index + Math.max(0, written.search(/[^'’]/));
    const named = /^\p{Lu}/u.test(word) && !beginsSentence(prose.slice(Math.max(0, at - 40), at));
    const british = britishFor(lower, isKnown);
    if (british) return [{ word, at, british, named }];
    return named ? [] : [{ word, at, named }];
  });
};

/** As the word was written: with a capital where it had one. */
const cased = (like: string, word: string): string =>
  /^\p{Lu}/u.test(like) ? (word[0] ?? '').toUpperCase() + word.slice(1) : word;

/** Line and column of an offset, counted from 1. */
const placeAt = (text: string, at: number): { line: number; column: number } => {
  const before = text.slice(0, at);
  return { line: before.split('\n').length, column: at - before.lastIndexOf('\n') };
};

/** After so many different words somebody pasted another language, and suggestions, which take time, help nobody. */
const MOST_SUGGESTIONS = 50;

/**
 * The doubtful words of each text, in order.
 *
 * @param texts what counts as known besides the dictionary: words, or names and terms of several words.
 */
export const doubtfulWords = (pages: readonly Page[], texts: Iterable<string>): (Doubtful & Page)[] => {
  const known = new Set([...texts].flatMap((text) => [...text.matchAll(WORD)].map(([word]) => plain(word).toLowerCase())));
  const isKnown = (word: string): boolean => known.has(word);
  const isFine = remembered((written: string): boolean => {
    const word = plain(written);
    const lower = word.toLowerCase();
    if (word.length < 3 || NAME.test(word) || isKnown(lower)) return true;
    return isBritish(word) && britishFor(lower, isKnown) === undefined;
  });
  return pages.flatMap((page) => doubtfulIn(proseOf(page.text), isKnown, isFine).map((doubtful) => ({ ...page, ...doubtful })));
};

/** Every American spelling and every unknown word, as problems. See `doubtfulWords`. */
export const checkSpelling = (pages: readonly Page[], texts: Iterable<string>): Problem[] => {
  let suggested = 0;
  const suggestion = remembered((word: string): string => {
    const near = (suggested += 1) > MOST_SUGGESTIONS ? [] : alike(word);
    return near.length > 0 ? `Did you mean ${near.map((one) => `"${one}"`).join(' or ')}? ` : '';
  });
  return doubtfulWords(pages, texts).map(({ file, text, word, at, british, named }): Problem => {
    const place = { file, ...placeAt(text, at) };
    if (british) {
      const message = `"${word}" is an American spelling.${named ? ' In a name it stays as it is.' : ''}`;
      return { ...place, rule: named ? 'american-name' : 'american', message, fix: cased(word, british) };
    }
    const message = `No list has the word "${word}". ${suggestion(word.toLowerCase())}If it is right, a maintainer adds it to ${WORDS_FILE}, or it becomes a term in the glossary.`;
    return { ...place, rule: 'unknown-word', message };
  });
};
