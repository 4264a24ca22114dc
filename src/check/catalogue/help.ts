/** What is said about a kind of problem, on its help page and beside each report. */
export interface Help {
  severity: 'error' | 'warning';
  /** The kind of problem, as a heading. */
  title: string;
  /** Why it matters, in one sentence; it stands below every report. */
  why: string;
  /** How to mend it, in a sentence or two. */
  mend: string;
  /** The mistake as people make it, and the same put right. */
  wrong: string;
  right: string;
}
