/** The terms of the glossary as running text needs them: every name that a term goes by, and one sentence on what it means. */
import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { load } from 'js-yaml';
import { readSettings } from '../site/settings.ts';
import { glossarySchema, type GlossaryData } from './schema.ts';

export interface Explained {
  /** Its id in the glossary. */
  id: string;
  term: string;
  /** What it stands for, where it is an abbreviation. */
  expansion?: string | undefined;
  /** The first sentence of its definition. */
  sentence: string;
  /** What a text may call it, as patterns. */
  patterns: string[];
}

/** The first sentence of a text. A full stop ends one only before a capital. */
export const firstSentence = (text: string): string => /^[\s\S]*?[.!?](?=\s+["'‘“]?\p{Lu}|\s*$)/u.exec(text)?.[0] ?? text;

const escaped = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');

/**
 * Whether a single word that begins with a capital is an everyday one, which texts write small. Another name of the same term shows
 * it: "TRE airlock" for Airlock, where Clarity is never written small.
 */
const isWrittenSmall = (word: string, names: readonly string[]): boolean => {
  const stem = word.toLowerCase().replace(/isation$/, 'is');
  return names.some((name) => name !== word && new RegExp(`(^|\\s)${escaped(stem)}`).test(name));
};

/** One word as a pattern; where it may be written either way, its first letter is free. */
const wordPattern = (word: string, eitherWay: boolean): string => {
  const [first = '', ...rest] = word;
  // Capitals within, as in CogStack, and single letters, as in A and G, mean what they are.
  const free = eitherWay && rest.length > 0 && !/\p{Lu}/u.test(rest.join(''));
  const begins = free ? `[${escaped(first.toLowerCase())}${escaped(first.toUpperCase())}]` : escaped(first);
  return begins + escaped(rest.join('')).replace(/['’]/g, "['’]");
};

/**
 * What a text may call a term by one of its names, as a pattern. Several words mean the same in small letters; a single word that
 * begins with a capital keeps it, unless it is an everyday one. A plural may follow.
 */
export const patternOf = (name: string, names: readonly string[]): string => {
  const several = /[\s-]/.test(name);
  const eitherWay = several || name.charAt(0) === name.charAt(0).toLowerCase() || isWrittenSmall(name, names);
  const parts = name.split(/(\s+|-)/).map((part) => (/^\s+$/.test(part) ? '\\s+' : wordPattern(part, eitherWay)));
  return `${parts.join('')}s?`;
};

/** The term as running text needs it. */
export const explain = (
  id: string,
  { term, expansion, aliases, definition }: Pick<GlossaryData, 'term' | 'expansion' | 'aliases' | 'definition'>,
): Explained => {
  const names = [term, ...(expansion ? [expansion] : []), ...aliases];
  return { id, term, expansion, sentence: firstSentence(definition), patterns: names.map((name) => patternOf(name, names)) };
};

/** The fields of an entry; undefined where they cannot be read. */
const fieldsOf = (file: string): unknown => {
  try {
    return load(/^---\r?\n([\s\S]*?)\r?\n---/.exec(file)?.[1] ?? '');
  } catch {
    return undefined;
  }
};

/**
 * Every term below `root` (an absolute path) but those in the name of the site, which whoever reads it knows. What does not fit the
 * schema is left out; the check and the build report it.
 */
export const readTerms = (root: string): Explained[] => {
  const { name } = readSettings(root);
  const schema = glossarySchema();
  return globSync('content/glossary/*.mdx', { cwd: root })
    .toSorted()
    .flatMap((file) => {
      const { data } = schema.safeParse(fieldsOf(readFileSync(join(root, file), 'utf8')));
      return data && !name.includes(data.term) ? [explain(basename(file, '.mdx'), data)] : [];
    });
};
