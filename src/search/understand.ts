/** What a query asks for: its words without grammar, what else they may be called, and what was probably mistyped. */
import { LONGEST_PHRASE, type Lexicon } from './lexicon.ts';
import { isStopWord, keyOf, wordsOf } from './words.ts';

/** Signs of a query that are read; nobody asks for more. */
export const LONGEST_QUERY = 300;

/** One way to say a part of a query: all of these words, and how surely they say the same. */
export interface Wording {
  keys: readonly string[];
  weight: number;
}

/** One part of a query, and the ways to say it. */
export interface Part {
  /** The words as they were typed, or as they were corrected. */
  text: string;
  wordings: Wording[];
  /** Entries that this part names outright. */
  entries: ReadonlySet<number>;
  /** Entries that what it may mean names outright. */
  meant: ReadonlySet<number>;
  /** Whether the site uses the words at all. */
  known: boolean;
}

export interface Correction {
  typed: string;
  meant: string;
}

export interface Understood {
  parts: Part[];
  corrections: Correction[];
  /** The content words in the order in which they came, corrected: what a full-text index is asked for. */
  text: string;
  /** The kinds of entry that the question asks for: a person, a day, a definition. */
  kinds: ReadonlySet<string>;
}

export interface Options {
  /** Takes every word as it was typed. */
  asTyped?: boolean;
}

const NONE: ReadonlySet<number> = new Set();

const ASKED: readonly (readonly [RegExp, string])[] = [
  [/\b(?:who|whom|contact|contacts|e ?mail|phone|talk to|speak to|write to)\b/, 'Contact'],
  [/\b(?:meet|meeting|meetings|meet ?ups?|event|events|seminar|speaker|speakers|talks|presentation)\b/, 'Meet-up'],
  [/\b(?:what (?:is|are|does)|whats|mean|means|stand for|stands for|definition|define)\b/, 'Glossary'],
  [/^(?:how|can|may|should|must|which)\b/, 'Guide'],
  [/\bprojects?\b/, 'Project'],
  [/\b(?:website|site|web ?page|this page)\b/, 'About'],
];

/** Words of a name are stems; a name of stop words alone keeps them. */
export const contentKeys = (text: string): string[] => {
  const words = wordsOf(text);
  const content = words.filter((word) => !isStopWord(word));
  return (content.length > 0 ? content : words).map(keyOf);
};

/** A part whose words are known together: a term, an alias, a usual mistyping, a general synonym. */
const phrasePart = (words: readonly string[], lexicon: Lexicon): Part | undefined => {
  const phrase = lexicon.phrase(words);
  if (!phrase) return undefined;
  const text = words.join(' ');
  const typed = contentKeys(text);
  const wordings = [{ keys: typed, weight: 1 }, ...[...phrase.meant].map((other) => ({ keys: contentKeys(other), weight: 0.8 }))];
  const meant = new Set([...phrase.meant].flatMap((other) => [...(lexicon.phrase(wordsOf(other))?.entries ?? NONE)]));
  return { text, wordings, entries: phrase.entries, meant, known: true };
};

/** A part of one word, corrected when the site does not use it; the word that is still being typed stands for its endings too. */
const wordPart = (word: string, last: boolean, lexicon: Lexicon, asTyped: boolean): Part => {
  const wordings: Wording[] = [{ keys: [keyOf(word)], weight: 1 }];
  const endings = last && word.length > 1 ? lexicon.beginningWith(word) : [];
  for (const ending of endings) wordings.push({ keys: [keyOf(ending)], weight: 0.7 });
  const known = lexicon.knows(word);
  const part = { text: word, wordings, entries: NONE, meant: NONE, known: known || endings.length > 0 };
  if (part.known || asTyped) return part;
  const same = lexicon.sameAs(word);
  if (same) {
    const other = phrasePart(wordsOf(same.meant), lexicon)?.wordings ?? [];
    wordings.push({ keys: contentKeys(same.meant), weight: 0.8 }, ...other);
    return { ...part, text: same.isAcronym ? same.meant : word, known: true };
  }
  const meant = lexicon.correct(word);
  if (meant === undefined) {
    const related = lexicon.relatedTo(word);
    for (const other of related) wordings.push({ keys: [keyOf(other)], weight: 0.6 });
    return { ...part, known: related.length > 0 };
  }
  const named = phrasePart(wordsOf(meant), lexicon);
  const all = [
    { keys: contentKeys(meant), weight: 0.9 },
    ...(named?.wordings.map((one) => ({ ...one, weight: one.weight * 0.9 })) ?? []),
  ];
  return { text: meant, wordings: all, entries: named?.entries ?? NONE, meant: named?.meant ?? NONE, known: true };
};

/** The longest run of words from `at` on that is known as a whole. A single stop word is none. */
const longestPhrase = (words: readonly string[], at: number, lexicon: Lexicon): { part: Part; length: number } | undefined => {
  for (let length = Math.min(LONGEST_PHRASE, words.length - at); length > 0; length -= 1) {
    const run = words.slice(at, at + length);
    if (length === 1 && isStopWord(run[0] ?? '')) continue;
    const part = phrasePart(run, lexicon);
    if (part) return { part, length };
  }
  return undefined;
};

/** Letters of "pre" and "sub", which are seldom words. */
const LONGEST_PREFIX = 3;

/** Joins two words that the site writes as one, such as "sub-group", unless it uses both by themselves. */
const joined = (words: readonly string[], lexicon: Lexicon): string[] => {
  const whole: string[] = [];
  for (const word of words) {
    const before = whole.at(-1) ?? '';
    const areTwo = before.length > LONGEST_PREFIX && lexicon.knows(before) && lexicon.knows(word);
    const isWhole = before && !isStopWord(before) && !isStopWord(word) && !areTwo && lexicon.knows(before + word);
    if (isWhole) whole.splice(-1, 1, before + word);
    else whole.push(word);
  }
  return whole;
};

/** Corrects the words one by one, so that a phrase with an error in it is still known as a whole. */
const correctAll = (words: readonly string[], lexicon: Lexicon): { words: string[]; corrections: Correction[] } => {
  const corrections: Correction[] = [];
  const corrected = words.flatMap((word, index) => {
    const around = [words.slice(Math.max(0, index - 1), index + 1), words.slice(index, index + 2), [word]];
    if (isStopWord(word) || lexicon.knows(word) || lexicon.sameAs(word) || around.some((run) => lexicon.phrase(run)))
      return [word];
    if (index === words.length - 1 && word.length > 1 && lexicon.beginningWith(word, 1).length > 0) return [word];
    // "4bit" is "4 bit"; nothing was mistyped.
    const parted = word.split(/(?<=\d)(?=\p{L})|(?<=\p{L})(?=\d)/u);
    if (parted.length > 1) return parted;
    const meant = lexicon.correctBeside(word, [words[index - 1], words[index + 1]]) ?? lexicon.correct(word);
    if (meant === undefined) return [word];
    corrections.push({ typed: word, meant });
    return meant.split(' ');
  });
  return { words: corrected, corrections };
};

/** "For my study" says where the answer is wanted, as does every question that is asked here. */
const CONTEXT = /(?<=.) (?:for|in|of|on|with) (?:my|our|a|the|this) (?:study|project|research|paper|work)$/;

/** Words without the context at their end, unless they are of nothing else. */
const withoutContext = (words: readonly string[]): string[] => {
  const rest = words.join(' ').replace(CONTEXT, '').split(' ');
  return rest.every(isStopWord) ? [...words] : rest;
};

/** "D.P.I.A." is one word. */
const withoutDots = (text: string): string =>
  text.replaceAll(/(?<![\p{L}\p{N}])(?:\p{L}\.){2,}(?:\p{L}(?![\p{L}\p{N}]))?/gu, (one) => one.replaceAll('.', ''));

/** Says what a query asks for. It reads the lexicon and nothing else, and keeps nothing. */
export const understand = (query: string, lexicon: Lexicon, { asTyped = false }: Options = {}): Understood => {
  const split = wordsOf(withoutDots(query.slice(0, LONGEST_QUERY)));
  const whole = lexicon.phrase(split);
  const typed = whole || asTyped ? split : joined(split, lexicon);
  const { words: all, corrections } = asTyped || whole ? { words: typed, corrections: [] } : correctAll(typed, lexicon);
  const words = asTyped || whole ? all : withoutContext(all);
  const folded = all.join(' ');
  const kinds = new Set(ASKED.filter(([pattern]) => pattern.test(folded)).map(([, kind]) => kind));
  const parts: Part[] = [];
  // A word that is said twice asks for no more.
  const take = (part: Part): void => {
    const said = ({ wordings }: Part) => wordings[0]?.keys.join(' ');
    if (parts.every((one) => said(one) !== said(part))) parts.push(part);
  };
  const open = !/\s$/.test(query) && words.length === all.length;
  for (let at = 0; at < words.length;) {
    const found = longestPhrase(words, at, lexicon);
    const word = words[at] ?? '';
    if (found) take(found.part);
    else if (!isStopWord(word) && (word.length > 1 || words.length === 1))
      take(wordPart(word, open && at === words.length - 1, lexicon, asTyped));
    at += found?.length ?? 1;
  }
  if (parts.length === 0) for (const word of words) parts.push(wordPart(word, open, lexicon, true));
  return { parts, corrections, text: parts.map(({ text }) => text).join(' '), kinds };
};
