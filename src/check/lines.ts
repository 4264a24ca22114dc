/** Finds lines and columns in a text. Nothing is counted until somebody asks. */

export interface Place {
  /** Both counted from 1; the column in UTF-16 units, as editors count. */
  line: number;
  column: number;
}

/** A function that turns an offset into `text` into its place. */
export const placesIn = (text: string): ((offset: number) => Place) => {
  let starts: number[] | undefined;
  const count = (): number[] => {
    const found = [0];
    for (let index = text.indexOf('\n'); index !== -1; index = text.indexOf('\n', index + 1)) found.push(index + 1);
    return found;
  };
  return (offset) => {
    starts ??= count();
    const wanted = Math.min(Math.max(offset, 0), text.length);
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((starts[middle] ?? 0) <= wanted) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: wanted - (starts[low] ?? 0) + 1 };
  };
};

/** The line that holds an offset, without its end, and where it begins. */
export const lineAt = (text: string, offset: number): { text: string; start: number } => {
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  const end = text.indexOf('\n', start);
  return { text: text.slice(start, end === -1 ? undefined : end).replace(/\r$/, ''), start };
};
