/** What the rules of the guard share. */
import type { IdentifierRuleId } from './rules.ts';

/** People and places that may be named: those who agreed to be listed. */
export interface Known {
  emails: readonly string[];
  phones: readonly string[];
  names: readonly string[];
}

/** A place in the text as written, from `start` up to, but not including, `end`. It never carries the text itself. */
export interface Finding {
  rule: IdentifierRuleId;
  start: number;
  end: number;
}

/** What a rule reads: the plain text, and who is known. Its findings are places in the plain text. */
export interface Reading {
  text: string;
  /** The same text with its tabs left in. */
  tabbed: string;
  known: Known;
}

export type Rule = (reading: Reading) => Finding[];
