/** The first answers: ranks the entries of the small index for a query that has been understood. */
import { Lexicon } from './lexicon.ts';
import { otherNames, type Entry, type SmallIndex } from './small-format.ts';
import { contentKeys, understand, type Options, type Part, type Understood } from './understand.ts';
import { isStopWord, keyOf, squash, wordsOf } from './words.ts';

/** What a word is worth where it stands. */
const WORTH = { title: 10, also: 9, keywords: 6, headings: 5, about: 4, words: 1.5 } as const;

/** An exact name is the answer, whatever else holds its words. */
const EXACT = { name: 400, mistyped: 300, stems: 150, part: 10 } as const;

/** An entry that has less of a query, and has it only in passing, says nothing about it. */
const LEAST = { share: 0.5, sum: 4, score: 0.5 } as const;

/** Pages about the site itself hold many words of its subjects, and are seldom meant. */
const ABOUT_US = 0.75;

/** Answers that are looked through for the best section; nobody reads on. */
const LOOKED_THROUGH = 40;

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
  // Whoever types "email" beside a name wants the person, not a page about e-mail.
  [WORTH.about, entry.kind === 'Contact' ? 'contact email address person' : ''],
];

/** The small index in memory. Files are added as they arrive; each is searched at once. */
export class FirstAnswers {
  readonly entries: Entry[] = [];
  readonly lexicon = new Lexicon();
  /** For each key, the entries that have it and what it is worth there. */
  readonly #postings = new Map<string, Map<number, number>>();
  readonly #names = new Map<string, Map<number, number>>();
  readonly #titleKeys: string[] = [];

  /** Takes in one file of the index. */
  add({ entries, synonyms = [] }: Pick<SmallIndex, 'entries' | 'synonyms'>): void {
    this.lexicon.learnSynonyms(synonyms);
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
    const named = this.#names.get(name) ?? new Map<number, number>();
    named.set(number, Math.max(worth, named.get(number) ?? 0));
    this.#names.set(name, named);
  }

  /** How rare a word is: one that every page has says nothing. */
  #rarity(key: string): number {
    const uses = this.#postings.get(key)?.size ?? 0;
    return Math.log(1 + this.entries.length / (uses + 1)) / Math.log(1 + this.entries.length);
  }

  /** What each entry is worth for one part: its best wording, of which most words must be there. */
  #scorePart({ wordings, entries }: Part): Map<number, number> {
    const best = new Map<number, number>();
    for (const { keys, weight } of wordings) {
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
        if (share > 0.5 && score > (best.get(number) ?? 0)) best.set(number, score);
      }
    }
    for (const number of entries) best.set(number, (best.get(number) ?? 0) + EXACT.part);
    return best;
  }

  /** The answers to a query, best first. */
  search(query: string, options: Options = {}): Answers {
    const understood = understand(query, this.lexicon, options);
    const { parts, kinds } = understood;
    // A word that nobody uses weighs as much as the rarest one.
    const weights = parts.map(({ wordings, known, entries }) =>
      known && entries.size === 0 ? 0.3 + Math.max(...(wordings[0]?.keys ?? []).map((key) => this.#rarity(key)), 0.2) : 1.2,
    );
    const total = weights.reduce((sum, weight) => sum + weight, 0);
    const scores = new Map<number, [score: number, share: number]>();
    parts.forEach((part, index) => {
      const weight = weights[index] ?? 0;
      for (const [number, score] of this.#scorePart(part)) {
        const [sum, share] = scores.get(number) ?? [0, 0];
        scores.set(number, [sum + score * weight, share + weight / total]);
      }
    });
    const names = this.#names.get(squash(query)) ?? this.#names.get(squash(understood.text));
    const stems = contentKeys(understood.text).join(' ');
    const answers: Answer[] = [];
    for (const [number, [sum, share]] of scores) {
      const entry = this.entries[number];
      const name = names?.get(number) ?? 0;
      if (!entry) continue;
      const asked = kinds.has(entry.kind) ? 1.4 : entry.kind === 'About' ? ABOUT_US : 1;
      const exact = name || (this.#titleKeys[number] === stems ? EXACT.stems : 0);
      const score = sum * share * share * asked + exact;
      if (score >= LEAST.score && (share >= LEAST.share || sum >= LEAST.sum)) answers.push({ entry, score });
    }
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
