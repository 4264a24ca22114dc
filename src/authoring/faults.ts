/** What an author may not write, as the checker and the build both report it. */

export type FaultKind =
  'import' | 'expression' | 'html' | 'component' | 'attribute' | 'nesting' | 'address' | 'picture' | 'syntax';

export interface DialectFault {
  /** Where the fault begins, counted in UTF-16 units into the text as it was written. */
  offset: number;
  /** Where it ends, if the fault is a passage and not a place. */
  end?: number;
  kind: FaultKind;
  /** What is wrong and what to do, in the author's words. */
  message: string;
  /** The text to put in place of the passage from `offset` to `end`, where one exists. */
  fix?: string;
}

/** By place in the text; of two faults with one place and one message the first stays. */
export const faultsInOrder = (faults: readonly DialectFault[]): DialectFault[] => {
  const seen = new Set<string>();
  return faults
    .toSorted((a, b) => a.offset - b.offset)
    .filter(({ offset, message }) => {
      const key = `${offset} ${message}`;
      return !seen.has(key) && seen.add(key);
    });
};
