/** What the site calls things: the words it uses, and the phrases that mean one of its entries. Grows as files of the index arrive. */
import { distance } from '../nearest.ts';
import { headingsOf, otherNames, type Entry, type Synonym } from './small-format.ts';
import { isStopWord, keyOf, squash, wordsOf } from './words.ts';

/** A phrase that is known as a whole. */
export interface Phrase {
  /** Other ways to say it, in words of the site, the exact ones first. */
  meant: Set<string>;
  /** The entries that it names. */
  entries: Set<number>;
}

/** The longest phrase that is looked up, in words. */
export const LONGEST_PHRASE = 7;

/** Letters that may differ. Nobody can tell short words apart by less than the whole of them. */
const tolerance = (word: string): number => (word.length < 4 ? 0 : word.length < 6 ? 1 : word.length < 11 ? 2 : 3);

/** A shorter word lacks a letter or has two that changed places: with another letter it is mostly another word. */
const SHORT = 5;

/** In a shorter word more than one letter is wrong only where a subject of the site was meant. */
const LONG = 8;

/** Two words that differ in their last letter alone, such as "printer" and "printed", are mostly two words and no mistyping. */
const differAtEnd = (a: string, b: string): boolean => {
  const shared = Math.max(a.length, b.length) - 1;
  return a.slice(0, shared) === b.slice(0, shared);
};

/**
 * Letters of two words that were run together. A shorter word is mostly a compound with a meaning of its own, such as "homework",
 * unless the site has the two side by side.
 */
const RUN_TOGETHER = 11;

const sameLetters = (a: string, b: string): boolean => [...a].toSorted().join('') === [...b].toSorted().join('');

/** Letters that related words have in common at their beginning, and at least seven tenths of the word. */
const LEAST_SHARED = 7;

/** What is written by ear, and how it is mostly spelt. */
const SOUNDS: readonly (readonly [heard: string, written: string])[] = [
  ['f', 'ph'],
  ['k', 'c'],
  ['c', 'k'],
  ['z', 's'],
  ['shun', 'tion'],
  ['ei', 'ie'],
  ['ie', 'ei'],
  ['i', 'y'],
  ['y', 'i'],
];

/** Letters of an acronym. Two initials are those of too many words. */
const ACRONYM = { least: 3, most: 5 } as const;

/** Runs of words, by their initials; the first of several is kept. */
const initialsOf = (expressions: readonly string[]): Map<string, string> => {
  const runs = new Map<string, string>();
  for (const expression of expressions) {
    const words = wordsOf(expression).filter((word) => !isStopWord(word));
    for (let length = ACRONYM.least; length <= Math.min(ACRONYM.most, words.length); length += 1)
      for (let at = 0; at + length <= words.length; at += 1) {
        const run = words.slice(at, at + length);
        const initials = run.map((word) => word[0]).join('');
        if (!runs.has(initials)) runs.set(initials, run.join(' '));
      }
  }
  return runs;
};

/** For each word of the expressions, those that stand beside it. */
const neighboursOf = (expressions: readonly string[]): Map<string, Set<string>> => {
  const neighbours = new Map<string, Set<string>>();
  const note = (word: string, other: string | undefined) => {
    if (other === undefined || isStopWord(word)) return;
    const known = neighbours.get(word) ?? new Set<string>();
    neighbours.set(word, known.add(other));
  };
  for (const expression of expressions) {
    const words = wordsOf(expression);
    for (const [at, word] of words.entries()) {
      note(word, words[at - 1]);
      note(word, words[at + 1]);
    }
  }
  return neighbours;
};

const stemsOf = (words: readonly string[]): string => words.map(keyOf).join(' ');

export class Lexicon {
  /** Every word of the site as it is written, with the number of entries that use it. */
  readonly words = new Map<string, number>();
  /** What a mistyped word may have been meant for, by its first sign, in the order in which it came: the words, and what is said for them. */
  readonly #byStart = new Map<string, Set<string>>();
  readonly #keys = new Set<string>();
  /** Words of titles, names and keywords: what the site is about. */
  readonly #subjects = new Set<string>();
  readonly #subjectKeys = new Set<string>();
  readonly #light = new Set<string>();
  readonly #phrases = new Map<string, Phrase>();
  /** For the stems of a phrase, the phrase. */
  readonly #stems = new Map<string, string>();
  readonly #corrections = new Map<string, string | undefined>();
  /** Names, keywords and headings; by which initials runs of their words go, and what stands beside what, is found when first asked for. */
  readonly #expressions: string[] = [];
  #initials: Map<string, string> | undefined;
  #neighbours: Map<string, Set<string>> | undefined;

  /** Learns what people say for what the site says. */
  learnSynonyms(synonyms: readonly Synonym[]): void {
    for (const [typed, meant] of synonyms)
      for (const phrase of typed) {
        this.#name(phrase, meant);
        // Whoever mistypes it meant it.
        if (!phrase.includes(' ')) this.#spelled(phrase);
      }
    this.#corrections.clear();
  }

  #phrase(name: string): Phrase {
    const phrase = this.#phrases.get(name) ?? { meant: new Set(), entries: new Set() };
    this.#phrases.set(name, phrase);
    return phrase;
  }

  #name(name: string, meant: readonly string[], entry?: number): void {
    const words = wordsOf(name);
    const content = words.filter((word) => !isStopWord(word));
    // "LLM judge" is "LLM as a judge", but "trust" is not "the Trust".
    const names = content.length > 1 ? [words.join(''), content.join('')] : [words.join('')];
    const single = names.filter((one) => one.length > 4 && one.endsWith('s')).map((one) => one.slice(0, -1));
    for (const one of new Set([...names, ...single])) {
      if (!one) continue;
      const phrase = this.#phrase(one);
      const stems = stemsOf(words);
      if (!this.#stems.has(stems)) this.#stems.set(stems, one);
      for (const other of meant) if (squash(other) !== one) phrase.meant.add(other);
      if (entry !== undefined) phrase.entries.add(entry);
    }
  }

  #spelled(word: string): void {
    const start = word[0] ?? '';
    this.#byStart.set(start, (this.#byStart.get(start) ?? new Set()).add(word));
  }

  /** Learns the words and names of an entry. */
  learn(entry: Entry, number: number, words: Iterable<string>): void {
    for (const word of words) {
      const uses = this.words.get(word) ?? 0;
      this.words.set(word, uses + 1);
      if (uses > 0) continue;
      this.#keys.add(keyOf(word));
      this.#spelled(word);
    }
    for (const text of [entry.title, entry.keywords ?? '', ...otherNames(entry)])
      for (const word of wordsOf(text)) {
        this.#subjects.add(word);
        this.#subjectKeys.add(keyOf(word));
      }
    this.#corrections.clear();
    this.#initials = undefined;
    this.#neighbours = undefined;
    const headings = headingsOf(entry).map(([, text]) => text);
    this.#expressions.push(entry.title, ...otherNames(entry), ...(entry.keywords?.split(', ') ?? []), ...headings);
    const names = [entry.title, ...otherNames(entry)];
    // The title of a page is a sentence of its own; only terms and contacts have names that stand for one another.
    for (const name of names) this.#name(name, entry.kind === 'Glossary' ? names : [], number);
    for (const name of entry.mistyped ?? []) this.#name(name, names, number);
  }

  /** Learns words that stand somewhere in a text: they are known, but no other word is corrected to them or completed with them. */
  learnText(words: Iterable<string>): void {
    for (const word of words) this.#keys.add(keyOf(word));
  }

  /** Learns words that tell little where nobody uses them. */
  learnLight(words: readonly string[]): void {
    for (const word of words) this.#light.add(keyOf(word));
  }

  isLight(word: string): boolean {
    return this.#light.has(keyOf(word));
  }

  /** The phrase that is written with these words, however they are joined; where there is none, one of the same stems. */
  phrase(words: readonly string[]): Phrase | undefined {
    return this.#phrases.get(words.join('')) ?? this.#phrases.get(this.#stems.get(stemsOf(words)) ?? '');
  }

  knows(word: string): boolean {
    return this.#keys.has(keyOf(word)) && !this.#isSlip(word);
  }

  /** Whether a word that is not written here is one letter from a subject: "summery" is "summary", though its stem is that of "summer". */
  #isSlip(word: string): boolean {
    if (this.words.has(word) || this.#subjectKeys.has(keyOf(word))) return false;
    const meant = this.correct(word) ?? word;
    return this.#subjects.has(meant) && keyOf(meant) !== keyOf(word) && distance(word, meant) === 1 && !differAtEnd(word, meant);
  }

  /** The words of the site that begin so, the most used first. */
  beginningWith(start: string, most = 12): string[] {
    return [...(this.#byStart.get(start[0] ?? '') ?? [])]
      .filter((word) => word.length > start.length && word.startsWith(start) && this.words.has(word))
      .toSorted((a, b) => (this.words.get(b) ?? 0) - (this.words.get(a) ?? 0))
      .slice(0, most);
  }

  /** What a word that is not written here says all the same: an acronym by its words, a doer by the deed. It is no mistyping. */
  sameAs(word: string): { meant: string; isAcronym: boolean } | undefined {
    const words = this.#spelledOut(word);
    const meant = words ?? this.#deedOf(word);
    return meant === undefined ? undefined : { meant, isAcronym: words !== undefined };
  }

  /** The words that an acronym of the trade stands for, where some of this site have its initials: "CSO", "clinical safety officer". */
  #spelledOut(acronym: string): string | undefined {
    if (acronym.length < ACRONYM.least || acronym.length > ACRONYM.most) return undefined;
    this.#initials ??= initialsOf(this.#expressions);
    return this.#initials.get(acronym);
  }

  /** What is done by whom or what is called so: "mark" by a "marker", "judge" in a "judgement". */
  #deedOf(word: string): string | undefined {
    const deeds = [/ers?$/, /(?<=e)rs?$/, /ments?$/].map((ending) => word.replace(ending, ''));
    return deeds.find((deed) => deed !== word && deed.length > 3 && (this.words.has(deed) || this.phrase([deed])));
  }

  /** Words of the site that begin with most of a long word, such as "regulator" for "regulation". */
  relatedTo(word: string): string[] {
    const shared = Math.max(LEAST_SHARED, Math.ceil(word.length * 0.7));
    return word.length > shared ? this.beginningWith(word.slice(0, shared), 4) : [];
  }

  /** The words of the site that were probably meant by one that it does not use. A word that was run together becomes two. */
  correct(word: string): string | undefined {
    if (!this.#corrections.has(word))
      this.#corrections.set(word, this.#asHeard(word) ?? this.#nearest(word) ?? this.#parted(word));
    return this.#corrections.get(word);
  }

  /** The word that stands beside one of `others` here and differs in a letter: "size" of "sample sise". */
  correctBeside(word: string, others: readonly (string | undefined)[]): string | undefined {
    if (word.length < SHORT - 1 || /\d/.test(word)) return undefined;
    this.#neighbours ??= neighboursOf(this.#expressions);
    for (const other of others)
      for (const candidate of this.#neighbours.get(other ?? '') ?? [])
        if (candidate.length > SHORT - 2 && distance(word, candidate) === 1 && !differAtEnd(word, candidate)) return candidate;
    return undefined;
  }

  /** The word that sounds like one that was written by ear. */
  #asHeard(word: string): string | undefined {
    if (word.length < SHORT - 1) return undefined;
    return SOUNDS.map(([heard, written]) => word.replaceAll(heard, written)).find((one) => one !== word && this.words.has(one));
  }

  /** Two neighbours of three letters that changed places, as in an acronym typed in a hurry. */
  #swapped(word: string): string | undefined {
    const [a = '', b = '', c = ''] = word;
    return [b + a + c, a + c + b].find((swapped) => this.words.has(swapped));
  }

  #nearest(word: string): string | undefined {
    if (word.length === 3) return this.#swapped(word);
    const most = tolerance(word);
    if (most === 0 || word.length > 40 || /\d/.test(word)) return undefined;
    let best: string | undefined;
    let least = Infinity;
    // People know how a word begins, unless their fingers were too quick.
    const [first, second] = [word[0] ?? '', word[1] ?? ''];
    const swapped = [...(this.#byStart.get(second) ?? [])].filter((candidate) => candidate[1] === first);
    for (const candidate of [...(this.#byStart.get(first) ?? []), ...(first === second ? [] : swapped)]) {
      if (Math.abs(candidate.length - word.length) > most || candidate.length < 4) continue;
      const steps = distance(word, candidate);
      if (steps > most || steps > tolerance(candidate)) continue;
      const isSubject = this.#subjects.has(candidate);
      if (!isSubject && candidate.length < SHORT && candidate.length < word.length) continue;
      if (word.length < SHORT && candidate.length === word.length && !sameLetters(word, candidate)) continue;
      // Two letters of a shorter word are mostly dropped; two others make another word, such as "picking" of "parking".
      if (steps > 1 && word.length < LONG && candidate.length <= word.length && !sameLetters(word, candidate)) continue;
      if (!isSubject && (word.length < SHORT || differAtEnd(word, candidate) || (steps > 1 && word.length < LONG))) continue;
      const cost = steps - Math.min(0.9, Math.log1p(this.words.get(candidate) ?? 0) / 6) - (isSubject ? 0.3 : 0);
      if (cost < least) [best, least] = [candidate, cost];
    }
    return best;
  }

  #parted(word: string): string | undefined {
    for (let at = 4; at <= word.length - 4; at += 1) {
      const [left, right] = [word.slice(0, at), word.slice(at)];
      if (!this.words.has(left) || !this.words.has(right)) continue;
      const parted = `${left} ${right}`;
      if (word.length >= RUN_TOGETHER || this.#expressions.some((one) => wordsOf(one).join(' ').includes(parted))) return parted;
    }
    return undefined;
  }
}
