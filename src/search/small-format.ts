/** The small plain index: what the build writes and the dialog reads. Every field but the first three may be missing. */

/** A heading by its text; with its id before it where the text does not say it (`idOf`). */
export type Heading = string | readonly [id: string, text: string];

/** An entry of the site: a page, or a term of the glossary. */
export interface Entry {
  /** The site path, such as `/guide/x/` or `/glossary/#dpia`. */
  path: string;
  title: string;
  /** The kind of page, as in the results. */
  kind: string;
  /** One sentence: the description of a page, the role of a person, the definition of a term. */
  about?: string;
  /** What the title stands for. */
  expansion?: string;
  /** Other names that mean exactly this. */
  also?: string[];
  /** Ways in which the names are mistyped. */
  mistyped?: string[];
  /** Words that people search this by. */
  keywords?: string;
  /** The headings of its sections. */
  headings?: Heading[];
  /** An address to write to. */
  email?: string;
  /** What results can be narrowed by besides their kind: `theme`, `stage`, `status`. */
  filters?: Record<string, string[]>;
}

/** General words that people type, and what each of them may mean here. */
export type Synonym = readonly [typed: readonly string[], meant: readonly string[]];

/** Words of the text of a page, one for each stem, parted by spaces. */
export type PageWords = readonly [path: string, words: string];

/** One file of the index. */
export interface SmallIndex {
  entries: Entry[];
  /** What the text of pages says beyond their entries, which stand in this file or in one before it. */
  words?: readonly PageWords[];
  /** In the first file those that are asked for most, in the last the rest. */
  synonyms?: readonly Synonym[];
  /** In the last file: words that tell little where no entry has them, parted by spaces. */
  light?: string;
  /** How many more files there are, to be read behind the first answers: `small-2.js` and on. */
  more: number;
  /** How many files of full text there are: `text-1.js` and on. */
  texts: number;
}

/** Where the files lie below the base path. */
export const SMALL_FOLDER = 'search/';

/** The name of a file of the small index, counted from 1. */
export const smallName = (number: number): string => (number === 1 ? 'small' : `small-${number}`);

/**
 * The id that a heading mostly has by its text. The build asks whether it has (`read-page.ts`); the rules of `github-slugger` are
 * longer than the ids that they would save here.
 */
export const idOf = (text: string): string =>
  text
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{M}\p{N}\p{Pc}\- ]/gu, '')
    .replaceAll(' ', '-');

/** The headings of an entry, each with its id. */
export const headingsOf = ({ headings = [] }: Entry): (readonly [id: string, text: string])[] =>
  headings.map((heading) => (typeof heading === 'string' ? [idOf(heading), heading] : heading));

/** Every name of an entry besides its title. */
export const otherNames = ({ expansion, also = [] }: Entry): string[] => [...(expansion ? [expansion] : []), ...also];

/** Words for the kind of an entry. "A&G project" is one of the projects; "email" beside a name asks for the person. */
export const kindWords = ({ kind }: Entry): string => (kind === 'Contact' ? 'contact email address person' : kind);
