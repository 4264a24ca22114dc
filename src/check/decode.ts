/** Turns the bytes of a file into text, and says where they are none. */
import { isUtf8 } from 'node:buffer';
import { placesIn } from './lines.ts';
import type { Fault } from './problems.ts';

const UTF16 = 'This file is stored as UTF-16 ("Unicode" in old Windows programs). Save it again with the encoding UTF-8.';
const LATIN =
  'This file is not stored as UTF-8: the byte here is no character of it. Save the file again with the encoding UTF-8, and check the accents and quotes.';

// eslint-disable-next-line no-control-regex -- these are what is looked for
const CONTROL = /[\0-\x08\x0B\x0C\x0E-\x1F\x7F\uFEFF\uFFFE\uFFFF]/;

/** How many bytes from the beginning are whole characters of UTF-8. */
const soundLength = (bytes: Buffer): number => {
  let low = 0;
  let high = bytes.length;
  // A prefix is sound up to the fault, but for a character cut in two by the middle, which at most three bytes complete.
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    const sound = [0, 1, 2, 3].some((more) => middle + more <= bytes.length && isUtf8(bytes.subarray(0, middle + more)));
    if (sound) low = middle;
    else high = middle - 1;
  }
  return low;
};

/** The text of a file without the invisible mark that some editors put before it, and what is wrong with its bytes. */
export const decode = (bytes: Buffer): { text: string; fault?: Fault; bom: boolean } => {
  const [first, second] = bytes;
  if (
    (first === 0xff && second === 0xfe) ||
    (first === 0xfe && second === 0xff) ||
    (bytes.length > 3 && bytes[1] === 0 && bytes[3] === 0)
  )
    return { text: '', bom: false, fault: { line: 1, column: 1, rule: 'encoding', message: UTF16 } };
  const whole = bytes.toString('utf8');
  const bom = whole.startsWith('\uFEFF');
  const text = bom ? whole.slice(1) : whole;
  if (!isUtf8(bytes)) {
    const sound = bytes.subarray(0, soundLength(bytes)).toString('utf8').length - (bom ? 1 : 0);
    return { text, bom, fault: { ...placesIn(text)(sound), rule: 'encoding', message: LATIN } };
  }
  const odd = CONTROL.exec(text);
  if (!odd) return { text, bom };
  const code = `U+${(odd[0].codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
  const message = `An invisible control character (${code}) stands here. Delete it; typing the word again is easiest.`;
  return { text, bom, fault: { ...placesIn(text)(odd.index), rule: 'encoding', message } };
};
