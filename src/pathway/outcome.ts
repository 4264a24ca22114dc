/** What one row of the decision table says to a reader. */
import type { SourceId } from './sources.ts';

/** When in a study a row matters: the order in which the result lists what to do next. */
export const phases = [
  'Settle what it is',
  'Confidentiality and data',
  'Review and permission',
  'People and partners',
  'Model and environment',
  'Before outputs reach care',
] as const;

export interface Outcome {
  /** What is asked, in a few words. */
  title: string;
  phase: (typeof phases)[number];
  /** What to do. */
  text: string;
  /** A row that halts the work where it applies: what must not happen before. */
  stop?: string;
  /** How a "no" is worded where "not triggered" alone could mislead. */
  whenNo?: string;
  /** Who decides; not us. */
  authority: string;
  /** Whom to ask first: ids of `content/contacts/`. */
  ask: readonly string[];
  sources: readonly [SourceId, ...SourceId[]];
  /** Pages of the guide: ids of `content/guide/`. */
  guide?: readonly string[];
}
