/**
 * The words of British and of American English: the dictionaries of cspell, which are released every few weeks, in its own reader.
 * Its whole library would bring two hundred dictionaries of programming languages; these two are 0.7 MB and need no network.
 */
import { decodeTrie, type ITrie } from 'cspell-trie-lib';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { gunzipSync } from 'node:zlib';

const { resolve } = createRequire(import.meta.url);

/** The package opens one file of its own, its description; the words lie beside it. */
const load = (name: string, file: string): ITrie =>
  decodeTrie(gunzipSync(readFileSync(join(dirname(resolve(`${name}/cspell-ext.json`)), file))));

/** Read when first asked for: each takes about 150 ms, and text without a doubtful word never needs the American one. */
const lazily = <T>(make: () => T): (() => T) => {
  let made: T | undefined;
  return () => (made ??= make());
};

const british = lazily(() => load('@cspell/dict-en-gb', 'en_GB.trie.gz'));
const american = lazily(() => load('@cspell/dict-en_us', 'en_US.trie.gz'));

/** Whether a word, in lower case or with the capital of a name, is British. `-ize` counts as British here, as in Oxford. */
export const isBritish = (word: string): boolean => british().has(word) || british().has(word.toLowerCase());

/** Whether a word is American, in lower case. */
export const isAmerican = (word: string): boolean => american().has(word.toLowerCase());

/** At most three British words that look like this one, the nearest first. About 10 ms for each word. */
export const alike = (word: string): string[] =>
  british()
    .suggest(word, { numSuggestions: 6, timeout: 200 })
    .map((suggestion) => suggestion.toString())
    .filter(
      (suggestion, index, all) => /^[\p{L}’'-]+$/u.test(suggestion) && suggestion !== word && all.indexOf(suggestion) === index,
    )
    .slice(0, 3);
