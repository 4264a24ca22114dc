/** What can be said of a page without its parser, so that the browser form says it too. */
import type { DialectFault } from './faults.ts';

/** The parser's time for one line grows with the square of its length; a long paragraph has a tenth of this. */
const LONGEST_LINE = 20_000;
const LONGEST_PAGE = 2_000_000;
/** How much of the text after a `<` tells what it is. */
export const GLANCE = 500;

const NAMES = String.raw`(?:[\w$]+|\{[^{}]*\}|\*\s+as\s+[\w$]+)`;
const END = String.raw`[ \t]*;?[ \t]*(?:\r?\n|$)`;
/** What an import or export looks like when it is meant as code. A sentence that begins with one of these words is none. */
export const MODULE = new RegExp(
  [
    String.raw`^import\s*(?:["'][^"'\n]*["']|${NAMES}(?:\s*,\s*${NAMES})?\s*from\s*["'][^"'\n]*["'])${END}`,
    String.raw`^export\s+default\s*(?:[({["'\x60]|(?:async\s+)?function\b|class\b|[A-Z][\w$.]*${END}|[\w$.]+\s*(?:;|=>|\())`,
    String.raw`^export\s+(?:const|let|var)\s+(?:[\w$]+\s*[=;:]|[{[])`,
    String.raw`^export\s+(?:(?:async\s+)?function\s*\*?\s*[\w$]*\s*\(|class\s+[\w$]+\s*(?:\{|extends\b)|\*|\{[^{}]*\}\s*(?:from\b|${END}))`,
  ].join('|'),
);

export const IMPORT = 'Pages cannot import or export. Remove the line; the components need no import.';

/** A page that is too large to be read in a moment. */
export const tooLarge = (body: string): DialectFault | undefined => {
  if (body.length > LONGEST_PAGE)
    return { offset: 0, kind: 'syntax', message: 'This page is longer than a book. Divide it into several pages.' };
  for (let start = 0; start < body.length;) {
    const next = body.indexOf('\n', start);
    const end = next === -1 ? body.length : next;
    // The build blanks the fields of a page, which therefore come here as lines of spaces.
    if (end - start > LONGEST_LINE && /\S/.test(body.slice(start, end))) {
      const message = `This line has more than ${LONGEST_LINE} signs. Divide it into paragraphs, or put its data into a file of its own.`;
      return { offset: start, end, kind: 'syntax', message };
    }
    start = end + 1;
  }
  return undefined;
};
