/** The first answers: ranks the entries of the small index for a query that has been understood. */
import { Lexicon } from './lexicon.ts';
import { otherNames, type Entry, type SmallIndex } from './small-format.ts';
import { contentKeys, understand, type Options, type Part, type Understood } from './understand.ts';
import { isStopWord, keyOf, squash, wordsOf } from './words.ts';

/** What a word is worth where it stands. */
const WORTH = { title: 10, also: 9, keywords: 6, headings: 5, about: 4, words: 1.5 } as const;

/** An exact name is the answer, whatever else holds its words. */
const EXACT = { name: 400, mistyped: 300, stems: 150, part: 10, meant: 4 } as const;

/**
 * An entry that has less than this share of a query says nothing about it. A smaller one will do where the question asks for the
 * kind of the entry, or where the words as typed are worth as much as `sum`. Each answer scores `score`, and up to `unknown` more
 * the more of the query is of words that nobody here uses.
 */
const LEAST = { share: 0.5, little: 0.34, sum: 4, score: 0.5, unknown: 2 } as const;

/** What a word weighs that nobody here uses: as much as the rarest one that somebody does. */
const UNKNOWN = 1.3;

/** What a number weighs that nobody here uses: that of a year or of a list tells little. */
const NUMBER = 0.4;

/** How much of a use a mention of a word is that is worth nothing. */
const PASSING = 0.3;

/** Pages about the site itself hold many words of its subjects, and are seldom meant. */
const ABOUT_US = 0.75;

/** Answers that are looked through for the best section; nobody reads on. */
const LOOKED_THROUGH = 40;

/** How much of its worth a second way to say the same adds. */
const SECOND = 0.4;

/** What an entry is worth for one part of a query. */
interface Worth {
  /** By its best wording, and by the next. */
  best: number;
  next: number;
  /** By the words as they were typed. */
  typed: number;
}

const NOTHING: Worth = { best: 0, next: 0, typed: 0 };

export interface Answer {
  entry: Entry;
  score: number;
  /** The section of the page that the query is about, when one is. */
  heading?: readonly [id: string, text: string];
}

export interface Answers {
  answers: Answer[];
  understood: Understood;
}

const fieldsOf = (entry: Entry): readonly (readonly [worth: number, text: string])[] => [
  [WORTH.title, entry.title],
  [WORTH.also, otherNames(entry).join(' ')],
  [WORTH.keywords, entry.keywords ?? ''],
  [WORTH.headings, (entry.headings ?? []).map(([, text]) => text).join(' ')],
  [WORTH.about, entry.about ?? ''],
  [WORTH.words, entry.words ?? ''],
  // The name of its file is what its author calls it: `/pathway/` is the pathway, whatever its title asks.
  [WORTH.keywords, /([^/]+)\/$/.exec(entry.path)?.[1] ?? ''],
  // "A&G project" is one of the projects. Whoever types "email" beside a name wants the person, not a page about e-mail.
  [WORTH.about, entry.kind === 'Contact' ? 'contact email address person' : entry.kind],
];

/** The small index in memory. Files are added as they arrive; each is searched at once. */
export class FirstAnswers {
  readonly entries: Entry[] = [];
  readonly lexicon = new Lexicon();
  /** For each key, the entries that have it and what it is worth there. */
  readonly #postings = new Map<string, Map<number, number>>();
  readonly #rarities = new Map<string, number>();
  readonly #names = new Map<string, Map<number, number>>();
  readonly #titleKeys: string[] = [];

  /** Takes in one file of the index. */
  add({ entries, synonyms = [] }: Pick<SmallIndex, 'entries' | 'synonyms'>): void {
    this.lexicon.learnSynonyms(synonyms);
    this.#rarities.clear();
    for (const entry of entries) {
      const number = this.entries.push(entry) - 1;
      const all = new Set<string>();
      for (const [worth, text] of fieldsOf(entry)) {
        for (const word of wordsOf(text)) {
          if (isStopWord(word) && worth !== WORTH.title) continue;
          all.add(word);
          this.#post(keyOf(word), number, worth);
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
  }

  #post(key: string, number: number, worth: number): void {
    const posting = this.#postings.get(key) ?? new Map<number, number>();
    posting.set(number, Math.max(worth, posting.get(number) ?? 0));
    this.#postings.set(key, posting);
  }

  #name(name: string, number: number, worth: number): void {
    if (!name) return;
    const named = this.#names.get(name) ?? new Map<number, number>();
    named.set(number, Math.max(worth, named.get(number) ?? 0));
    this.#names.set(name, named);
  }

  /** How rare a word is: one that every page has says nothing. A mention in passing is less of a use than a title. */
  #rarity(key: string): number {
    const known = this.#rarities.get(key);
    if (known !== undefined) return known;
    let uses = 0;
    for (const worth of this.#postings.get(key)?.values() ?? []) uses += PASSING + (1 - PASSING) * (worth / WORTH.title);
    const rarity = Math.log(1 + this.entries.length / (uses + 1)) / Math.log(1 + this.entries.length);
    this.#rarities.set(key, rarity);
    return rarity;
  }

  /** How much of a query a part is. A word that nobody uses weighs as much as the rarest one; what names everything says nothing. */
  #weight({ text, wordings, known, entries }: Part): number {
    if (!known) return /^\d+$/.test(text) ? NUMBER : UNKNOWN;
    const typed = (wordings[0]?.keys ?? []).filter((key) => this.#postings.has(key));
    const rarity = typed.length > 0 ? Math.max(...typed.map((key) => this.#rarity(key)), 0.2) : 0.5;
    return (entries.size > 0 ? 0.5 : 0.3) + rarity;
  }

  /**
   * What each entry is worth for one part. Most words of a wording must be there; a page that says the same in two ways comes before
   * one that says it in one.
   */
  #scorePart({ wordings, entries, meant }: Part): Map<number, Worth> {
    const worths = new Map<number, Worth>();
    for (const [place, { keys, weight }] of wordings.entries()) {
      const sums = new Map<number, [sum: number, found: number]>();
      for (const key of keys) {
        const rarity = this.#rarity(key);
        for (const [number, worth] of this.#postings.get(key) ?? []) {
          const [sum, found] = sums.get(number) ?? [0, 0];
          sums.set(number, [sum + worth * rarity, found + 1]);
        }
      }
      for (const [number, [sum, found]] of sums) {
        const share = found / keys.length;
        const score = (sum / keys.length) * weight * share * share;
        if (share <= 0.5) continue;
        const { best, next, typed } = worths.get(number) ?? NOTHING;
        worths.set(number, {
          best: Math.max(best, score),
          next: Math.max(next, Math.min(best, score)),
          typed: place === 0 ? score : typed,
        });
      }
    }
    for (const number of entries) {
      const { best, next, typed } = worths.get(number) ?? NOTHING;
      worths.set(number, { best: best + EXACT.part, next, typed: typed + EXACT.part });
    }
    for (const number of meant) {
      const { best, next, typed } = worths.get(number) ?? NOTHING;
      worths.set(number, { best: best + EXACT.meant, next, typed });
    }
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
    const { parts, kinds } = understood;
    const weights = parts.map((part) => this.#weight(part));
    const total = weights.reduce((sum, weight) => sum + weight, 0);
    const unknown = parts.reduce((sum, { known }, index) => sum + (known ? 0 : (weights[index] ?? 0)), 0) / total;
    const leastScore = LEAST.score + unknown * LEAST.unknown;
    const scores = new Map<number, [score: number, share: number, typed: number]>();
    parts.forEach((part, index) => {
      const weight = weights[index] ?? 0;
      for (const [number, worth] of this.#scorePart(part)) {
        const [sum, share, typed] = scores.get(number) ?? [0, 0, 0];
        const score = worth.best + worth.next * SECOND;
        scores.set(number, [sum + score * weight, share + weight / total, typed + worth.typed * weight]);
      }
    });
    const names = this.#names.get(squash(query)) ?? this.#names.get(squash(understood.text));
    const stems = contentKeys(understood.text).join(' ');
    const answers: Answer[] = [];
    /** What has less of the query, by a synonym: better than nothing at all. */
    const loose: Answer[] = [];
    for (const [number, [sum, share, typed]] of scores) {
      const entry = this.entries[number];
      const name = names?.get(number) ?? 0;
      if (!entry) continue;
      const isAsked = kinds.has(entry.kind);
      const asked = isAsked ? 1.4 : entry.kind === 'About' ? ABOUT_US : 1;
      const least = isAsked ? LEAST.little : LEAST.share;
      const isLoose = entry.kind !== 'About' && sum >= LEAST.sum && share >= LEAST.little;
      const exact = name || (this.#titleKeys[number] === stems ? EXACT.stems : 0);
      const score = sum * share * share * asked + exact;
      if (score < leastScore) continue;
      if (share >= least || (isLoose && typed >= LEAST.sum)) answers.push({ entry, score });
      else if (isLoose) loose.push({ entry, score });
    }
    if (answers.length === 0) answers.push(...loose);
    answers.sort((a, b) => b.score - a.score || a.entry.title.localeCompare(b.entry.title, 'en'));
    return {
      answers: answers.map((answer, place) => (place < LOOKED_THROUGH ? this.#withHeading(answer, parts) : answer)),
      understood,
    };
  }

  /** Names the section that holds more of the query than the title does. */
  #withHeading(answer: Answer, parts: readonly Part[]): Answer {
    const wanted = new Set(parts.flatMap(({ wordings }) => wordings[0]?.keys ?? []));
    const title = new Set(contentKeys(answer.entry.title));
    const count = (text: string) => contentKeys(text).filter((key) => wanted.has(key) && !title.has(key)).length;
    let most = 0;
    let heading: Answer['heading'];
    for (const one of answer.entry.headings ?? []) {
      const found = count(one[1]);
      if (found > most) [most, heading] = [found, one];
    }
    return heading ? { ...answer, heading } : answer;
  }
}
