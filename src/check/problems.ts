/** What the checker reports: a place, what is wrong, and the corrected text where one is known. */
import { rules, type Rule } from './catalogue/index.ts';

export { rules, type Rule };

/** A fault at a place, before it is known in which file. */
export interface Fault {
  /** Line and column, counted from 1. */
  line: number;
  column: number;
  /** Which rule was broken; a stable word that its help is named after. */
  rule: Rule;
  /** What is wrong and how to mend it, in the author's words. */
  message: string;
  /** The corrected text, where one exists: what to write in place of the wrong word, value or line. */
  fix?: string;
  /** Whether `fix` is the whole line and can only be what was meant, so that `--fix` may write it. */
  safe?: true;
}

export interface Problem extends Fault {
  /** The file, relative to the root of the repository. */
  file: string;
}

/** Whether a problem stops the build, or is only worth knowing. */
export const severityOf = ({ rule }: Pick<Fault, 'rule'>): 'error' | 'warning' => rules[rule].severity;

export const isError = (problem: Pick<Fault, 'rule'>): boolean => severityOf(problem) === 'error';

/** The site path of the help for a rule. */
export const helpPath = (rule: Rule): string => `/contribute/problems/#${rule}`;

/** By file, then by place in the file. */
export const inOrder = (problems: readonly Problem[]): Problem[] =>
  problems.toSorted((a, b) => a.file.localeCompare(b.file, 'en') || a.line - b.line || a.column - b.column);
