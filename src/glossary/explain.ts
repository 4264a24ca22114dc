/** The terms of the glossary as running text needs them: every name that a term goes by, and one sentence on what it means. */
import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parseDocument } from 'yaml';
import { readSettings } from '../site/settings.ts';
import { glossarySchema, type GlossaryData } from './schema.ts';

export interface Explained {
  /** Its id in the glossary. */
  id: string;
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

/** Whether capitals stand anywhere but at the beginning of a word, as in DAP-R and CogStack, or begin a later word, as in Data Safe Haven. */
const hasOwnCapitals = (name: string): boolean => /.\p{Lu}/su.test(name);

/**
 * Whether a single word that begins with a capital is an everyday one, which texts write small. Another name of the same term shows
 * it: "TRE airlock" for Airlock, where Clarity is never written small.
 */
const isWrittenSmall = (word: string, names: readonly string[]): boolean => {
  const stem = word.toLowerCase().replace(/isation$/, 'is');
  return names.some((name) => name !== word && new RegExp(`(^|\\s)${escaped(stem)}`).test(name));
};

/** What a text may call a term by one of its names, as a pattern: capitals count where they mean something, and a plural may follow. */
export const patternOf = (name: string, names: readonly string[]): string => {
  const [first = '', ...rest] = name;
  const small = first === first.toLowerCase() || /[\s-]/.test(name) || isWrittenSmall(name, names);
  const begins = small && !hasOwnCapitals(name) ? `[${first.toLowerCase()}${first.toUpperCase()}]` : escaped(first);
  return `${begins}${escaped(rest.join('')).replace(/['’]/g, "['’]").replace(/\s+/g, '\\s+')}s?`;
};

/** The term as running text needs it. */
export const explain = (
  id: string,
  { term, expansion, aliases, definition }: Pick<GlossaryData, 'term' | 'expansion' | 'aliases' | 'definition'>,
): Explained => {
  const names = [term, ...(expansion ? [expansion] : []), ...aliases];
  return { id, expansion, sentence: firstSentence(definition), patterns: names.map((name) => patternOf(name, names)) };
};

/**
 * Every term below `root` (an absolute path) but those in the name of the site, which whoever reads it knows. What does not fit the
 * schema is left out; the check and the build report it.
 */
export const readTerms = (root: string): Explained[] => {
  const { name } = readSettings(root);
  return globSync('content/glossary/*.mdx', { cwd: root })
    .toSorted()
    .flatMap((file) => {
      const front = /^---\r?\n([\s\S]*?)\r?\n---/.exec(readFileSync(join(root, file), 'utf8'))?.[1] ?? '';
      const { data } = glossarySchema().safeParse(parseDocument(front).toJS());
      return data && !name.includes(data.term) ? [explain(basename(file, '.mdx'), data)] : [];
    });
};
