/** Line ends and spaces at their end: nothing that a reader sees, but noise in every review. */
import type { Fault } from './problems.ts';
import type { Entry } from './read.ts';

/** Markdown breaks the line at two spaces or more before its end, so those in the text mean something. */
const STRAY_SPACE = /(?<=\S)[ \t](?=\r?$)|(?<=\t)[ \t]+(?=\r?$)|^[ \t]+(?=\r?$)/m;

const named = (list: readonly string[]): string =>
  list.length < 2 ? list.join('') : `${list.slice(0, -1).join(', ')} and ${list.at(-1) ?? ''}`;

/** What `--fix` would tidy in this file, in one warning at the first place. */
export const checkTidy = ({ text, at, bom }: Entry): Fault[] => {
  if (text === '') return [];
  const found = [
    { what: 'an invisible mark before its first line', offset: bom ? 0 : -1 },
    { what: 'Windows line ends', offset: text.indexOf('\r\n') },
    { what: 'a space at the end of a line', offset: text.search(STRAY_SPACE) },
    { what: 'no line end at its end', offset: text.endsWith('\n') ? -1 : text.length },
  ].filter(({ offset }) => offset !== -1);
  if (found.length === 0) return [];
  const first = Math.min(...found.map(({ offset }) => offset));
  const message = `This file has ${named(found.map(({ what }) => what))}. npm run check -- --fix tidies it.`;
  return [{ ...at(first), rule: 'tidy', message }];
};
