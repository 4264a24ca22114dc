/** What the checker reports: a place, what is wrong, and the fix where one is known. */
import { guardRules } from './identifiers/rules.ts';

export interface Problem {
  /** The file, relative to the root of the repository. */
  file: string;
  /** Line and column, counted from 1. */
  line: number;
  column: number;
  /** Which rule was broken; a stable word that a help page can be named after. */
  rule: Rule;
  /** What is wrong and how to mend it, in the author's words. */
  message: string;
}

/** Every kind of problem, with what it guards. */
export const rules = {
  'yaml': 'The front matter between the two --- lines must be readable YAML.',
  'schema': 'Each field has a form that the pages rely on.',
  'unknown-field': 'A field that nothing reads would vanish without a word.',
  'reference': 'A page may only name entries that exist.',
  'duplicate': 'Two entries with one address would hide each other.',
  'file-place': 'An entry is one .mdx file, directly in its folder.',
  'source': 'A source marker must lead to a source, and a listed source must be used.',
  ...guardRules,
} as const;

export type Rule = keyof typeof rules;

/** By file, then by place in the file. */
export const inOrder = (problems: readonly Problem[]): Problem[] =>
  problems.toSorted((a, b) => a.file.localeCompare(b.file, 'en') || a.line - b.line || a.column - b.column);
