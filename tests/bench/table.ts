/** Plain-text tables for a terminal. */

const isFigure = (cell: string): boolean => /^[-+]?[\d.,]+( |$)/.test(cell);

/** Sets rows below a heading, in columns as wide as their widest cell. Columns that begin with figures are set right. */
export const table = (head: readonly string[], rows: readonly (readonly string[])[]): string => {
  const widths = head.map((title, column) => Math.max(title.length, ...rows.map((row) => row[column]?.length ?? 0)));
  const right = head.map(
    (_, column) => rows.length > 0 && rows.every((row) => isFigure(row[column] ?? '') || row[column] === 'n/a'),
  );
  const set = (row: readonly string[]) =>
    row
      .map((cell, column) => (right[column] ? cell.padStart(widths[column] ?? 0) : cell.padEnd(widths[column] ?? 0)))
      .join('  ')
      .trimEnd();
  return [set(head), widths.map((width) => '─'.repeat(width)).join('  '), ...rows.map(set)].join('\n');
};

/** The middle of a list of numbers; the mean of the two middle ones where their count is even; NaN of none. */
export const median = (numbers: readonly number[]): number => {
  const sorted = numbers.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? (sorted[middle] ?? NaN) : ((sorted[middle - 1] ?? NaN) + (sorted[middle] ?? NaN)) / 2;
};
