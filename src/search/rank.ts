/** The first answers: ranks the entries of the small index for a query that has been understood. */
import { Lexicon } from './lexicon.ts';
import { Postings } from './postings.ts';
import { headingsOf, kindWords, otherNames, type Entry, type SmallIndex } from './small-format.ts';
import { placesOf, saidTogether } from './together.ts';
import { contentKeys, understand, type Options, type Part, type Understood } from './understand.ts';
import { isStopWord, keyOf, squash, wordsOf } from './words.ts';

/** What a word is worth where it stands. */
const WORTH = { title: 10, also: 9, keywords: 6, headings: 5, about: 4, words: 1.5 } as const;

/** An exact name is the answer, whatever else holds its words. */
const EXACT = { name: 400, mistyped: 300, stems: 150, part: 10, meant: 4 } as const;

/**
 * An entry that has less than this share of a query says nothing about it. Each answer scores `score`, and up to `unknown` more the
 * more of the query is of words that nobody here uses.
 */
const LEAST = { share: 0.34, score: 0.5, unknown: 2.5 } as const;

/** What is left of the score of an entry that says no two parts of a query in one place. */
const APART = 0.15;

/** What a word weighs that nobody here uses: as much as the rarest one that somebody does. */
const UNKNOWN = 1.3;

/** What a word weighs that nobody here uses and that tells little anywhere. */
const LIGHT = 0.2;

/** How rare a part counts of which nobody here uses a word, but whose meaning a synonym knows. */
const SAID_OTHERWISE = 0.7;

/** What a number weighs that nobody here uses: that of a year or of a list tells little. */
const NUMBER = 0.4;

/** How much more an entry is worth of the kind that the question asks for. */
const ASKED = 1.4;

/** Pages about the site itself hold many words of its subjects, and are seldom meant. */
const ABOUT_US = 0.75;

/** How many answers stand first, whatever their kind and worth, and the share of the best one's worth that every other must have. */
export const BEST = 3;
const FAR = 0.1;

/** Answers that are looked through for what stands together; nobody reads on. */
const LOOKED_THROUGH = 40;

/** How much of its worth a second way to say the same adds. */
const SECOND = 0.4;

/** What an entry is worth for one part of a query, by its best wording, and by the next. */
interface Worth {
  best: number;
  next: number;
}

const NOTHING: Worth = { best: 0, next: 0 };

export interface Answer {
  entry: Entry;
  score: number;
}

export interface Answers {
  answers: Answer[];
  understood: Understood;
}

const fieldsOf = (entry: Entry): readonly (readonly [worth: number, text: string])[] => [
  [WORTH.title, entry.title],
  [WORTH.also, otherNames(entry).join(' ')],
  [WORTH.keywords, entry.keywords ?? ''],
  [
    WORTH.headings,
    headingsOf(entry)
      .map(([, text]) => text)
      .join(' '),
  ],
  [WORTH.about, entry.about ?? ''],
  // The name of its file is what its author calls it: `/pathway/` is the pathway, whatever its title asks.
  [WORTH.keywords, /([^/]+)\/$/.exec(entry.path)?.[1] ?? ''],
  [WORTH.about, kindWords(entry)],
];

/** The small index in memory. Files are added as they arrive; each is searched at once. */
export class FirstAnswers {
  readonly entries: Entry[] = [];
  readonly lexicon = new Lexicon();
  readonly #postings = new Postings(WORTH.title);
  readonly #names = new Map<string, Map<number, number>>();
  readonly #titleKeys: string[] = [];
  readonly #numbers = new Map<string, number>();
  readonly #places: ReturnType<typeof placesOf>[] = [];

  /** Takes in one file of the index. */
  add({ entries, synonyms = [], words = [], light = '' }: Omit<SmallIndex, 'more' | 'texts'>): void {
    this.lexicon.learnSynonyms(synonyms);
    this.lexicon.learnLight(wordsOf(light));
    this.#postings.grow(this.entries.length + entries.length);
    for (const entry of entries) {
      const number = this.entries.push(entry) - 1;
      this.#numbers.set(entry.path, number);
      const all = new Set<string>();
      for (const [worth, text] of fieldsOf(entry)) {
        for (const word of wordsOf(text)) {
          if (isStopWord(word) && worth !== WORTH.title) continue;
          all.add(word);
          this.#postings.post(keyOf(word), number, worth);
        }
      }
      this.lexicon.learn(entry, number, all);
      const name = (text: string, worth: number) => this.#name(squash(text), number, worth);
      for (const text of entry.mistyped ?? []) name(text, EXACT.mistyped);
      for (const text of otherNames(entry)) name(text, EXACT.name * 0.95);
      // `/guide/` is the guide.
      name(/^\/([^/]+)\/$/.exec(entry.path)?.[1] ?? '', EXACT.name * 0.9);
      name(entry.title, EXACT.name);
      this.#titleKeys.push(contentKeys(entry.title).join(' '));
    }
    for (const [path, text] of words) {
      const number = this.#numbers.get(path);
      if (number === undefined) continue;
      const all = text.split(' ');
      this.lexicon.learnText(all);
      for (const word of all) this.#postings.post(keyOf(word), number, WORTH.words);
    }
  }

  #name(name: string, number: number, worth: number): void {
    if (!name) return;
    const named = this.#names.get(name) ?? new Map<number, number>();
    named.set(number, Math.max(worth, named.get(number) ?? 0));
    this.#names.set(name, named);
  }

  /** How much of a query a part is. A word that nobody uses weighs as much as the rarest one; what names everything says nothing. */
  #weight({ text, wordings, known, entries }: Part): number {
    if (/^\d+$/.test(text) && entries.size === 0) return NUMBER;
    if (!known) return this.lexicon.isLight(text) ? LIGHT : UNKNOWN;
    const typed = (wordings[0]?.keys ?? []).filter((key) => this.#postings.has(key));
    const rarity = typed.length > 0 ? Math.max(...typed.map((key) => this.#postings.rarityOf(key)), 0.2) : SAID_OTHERWISE;
    return (entries.size > 0 ? 0.5 : 0.3) + rarity;
  }

  /**
   * What each entry is worth for one part. Most words of a wording must be there; a page that says the same in two ways comes before
   * one that says it in one.
   */
  #scorePart({ wordings, entries, meant }: Part): Map<number, Worth> {
    const worths = new Map<number, Worth>();
    for (const { keys, weight } of wordings) {
      const sums = new Map<number, [sum: number, found: number]>();
      for (const key of keys) {
        const rarity = this.#postings.rarityOf(key);
        for (const [number, worth] of this.#postings.of(key)) {
          const [sum, found] = sums.get(number) ?? [0, 0];
          sums.set(number, [sum + worth * rarity, found + 1]);
        }
      }
      for (const [number, [sum, found]] of sums) {
        const share = found / keys.length;
        const score = (sum / keys.length) * weight * share * share;
        if (share <= 0.5) continue;
        const { best, next } = worths.get(number) ?? NOTHING;
        worths.set(number, { best: Math.max(best, score), next: Math.max(next, Math.min(best, score)) });
      }
    }
    const raise = (number: number, by: number) => {
      const { best, next } = worths.get(number) ?? NOTHING;
      worths.set(number, { best: best + by, next });
    };
    for (const number of entries) raise(number, EXACT.part);
    for (const number of meant) raise(number, EXACT.meant);
    return worths;
  }

  /** What a query asks for, in the words of this index. */
  understand(query: string, options: Options = {}): Understood {
    return understand(query, this.lexicon, options);
  }

  /** The answers to a query, best first. */
  search(query: string, options: Options = {}): Answers {
    return this.answer(query, this.understand(query, options));
  }

  /** The answers to a query that has been understood, best first. */
  answer(query: string, understood: Understood): Answers {
    const { parts, kinds, text } = understood;
    const weights = parts.map((part) => this.#weight(part));
    const unknown = parts.reduce((sum, { known }, index) => sum + (known ? 0 : (weights[index] ?? 0)), 0);
    const all = weights.reduce((sum, weight) => sum + weight, 0);
    const least = LEAST.score + (unknown / all) * LEAST.unknown;
    const names = this.#names.get(squash(query)) ?? this.#names.get(squash(text));
    const stems = contentKeys(text).join(' ');
    const found = [...this.#scores(parts, weights)]
      .filter(([, { weight }]) => weight / all >= LEAST.share)
      .map(([number, { sum, weight }]) => {
        const { kind } = this.entries[number] as Entry;
        const asked = kinds.has(kind) ? ASKED : kind === 'About' ? ABOUT_US : 1;
        const exact = names?.get(number) ?? (this.#titleKeys[number] === stems ? EXACT.stems : 0);
        return { number, weight, exact, score: sum * (weight / all) ** 2 * asked };
      })
      .toSorted((a, b) => b.score + b.exact - a.score - a.exact);
    let best = 0;
    const answers = found
      .map(({ number, weight, exact, score: apart }, place): Answer => {
        const together = parts.length === 1 ? weight : place < LOOKED_THROUGH ? this.#together(number, parts, weights) : 0;
        const score = apart * (APART + (1 - APART) * (together / weight) ** 2);
        best = Math.max(best, score);
        return { entry: this.entries[number] as Entry, score: score + exact };
      })
      .filter(({ score }) => score >= least)
      .toSorted((a, b) => b.score - a.score || a.entry.title.localeCompare(b.entry.title, 'en'))
      .filter(({ score }, place) => place < BEST || score >= best * FAR);
    return { answers, understood };
  }

  /** What the entries are worth for the parts of a query together, and what the parts weigh that each has. */
  #scores(parts: readonly Part[], weights: readonly number[]): Map<number, { sum: number; weight: number }> {
    const scores = new Map<number, { sum: number; weight: number }>();
    for (const [index, part] of parts.entries()) {
      const weighs = weights[index] ?? 0;
      for (const [number, { best, next }] of this.#scorePart(part)) {
        const { sum, weight } = scores.get(number) ?? { sum: 0, weight: 0 };
        scores.set(number, { sum: sum + (best + next * SECOND) * weighs, weight: weight + weighs });
      }
    }
    return scores;
  }

  /** The most that one place of an entry says of a query. */
  #together(number: number, parts: readonly Part[], weights: readonly number[]): number {
    const places = (this.#places[number] ??= placesOf(this.entries[number] as Entry));
    return saidTogether(places, parts, weights);
  }
}
