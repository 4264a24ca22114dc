/**
 * The plain form of a text: what a reader sees, without the signs that can stand between or inside its letters and digits,
 * and the way back from a place in it to the text as written.
 */

export interface Plain {
  text: string;
  /** The same with its tabs left in: a table that was copied from a spreadsheet has nothing else between its cells. */
  tabbed: string;
  /** The place in the text as written of a place in the plain text. */
  origin: (offset: number) => number;
}

/** What is not plain: each alternative is replaced by `plainOf`. Everything else is passed over in one step. */
const SPECIAL = new RegExp(
  [
    '[^\\n\\x20-\\x7e]',
    '&(?:#\\d{1,6}|#[xX][\\da-fA-F]{1,6}|[a-z]{2,8});',
    '%[2-7][\\da-fA-F]',
    '\\\\u[\\da-fA-F]{4}|\\\\[nrt](?![a-z])|\\\\[!-/:-@[-`{-~]',
    '[*`~]+',
    '(?<=[\\d*])_{1,3}(?=\\*{0,3}\\d)(?=[^\\n]{0,20}_)',
    '</?(?:b|i|u|s|em|strong|span|mark|font|code|wbr|small|kbd|br|p|div|tr|td|th|li|ul|ol|dd|dt|pre|h[1-6]) ?/?>',
    '(?<=\\n)[ \\t]*>[> \\t]*',
  ].join('|'),
  'gu',
);

/** Tags that stand inside a word and part nothing. */
const INSIDE_A_WORD = /^<\/?(?:b|i|u|s|em|strong|span|mark|font|code|wbr|small|kbd)\b/i;

const ENTITIES: Readonly<Record<string, string>> = {
  nbsp: ' ',
  thinsp: ' ',
  ensp: ' ',
  emsp: ' ',
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  hyphen: '-',
  ndash: '-',
  mdash: '-',
  period: '.',
  sol: '/',
  colon: ':',
  num: '#',
  commat: '@',
  shy: '',
  zwnj: '',
  zwj: '',
};

const isDigit = (code: number): boolean => /\p{Nd}/u.test(String.fromCodePoint(code));

/** A digit of any script as 0 to 9: Unicode keeps the ten of a script together, with the zero first. */
const westernDigit = (code: number): string => {
  let before = 0;
  while (before < 10 && isDigit(code - before - 1)) before += 1;
  return String(before % 10);
};

const plainSign = (sign: string): string => {
  if (sign === '\t') return sign;
  if (sign === '\r') return ' ';
  if (/[\p{Cf}\p{Mn}\p{Me}]/u.test(sign)) return '';
  if (/[\u2028\u2029\u0085\v\f]/u.test(sign)) return '\n';
  if (/\p{Zs}/u.test(sign)) return ' ';
  if (/[\p{Pd}\u2212\u2043]/u.test(sign)) return '-';
  if (/[\u2018\u2019\u201b\u02bc\u2032]/u.test(sign)) return "'";
  if (/[\u201c\u201d\u201e\u2033\u00ab\u00bb]/u.test(sign)) return '"';
  if (/[\u00b7\u2022\u2024\u2027\u30fb]/u.test(sign)) return '.';
  if (/[\u2044\u2215\u29f8]/u.test(sign)) return '/';
  const folded = sign.normalize('NFKC');
  if (/^[\x20-\x7e]+$/.test(folded)) return folded;
  const code = folded.codePointAt(0) ?? 0;
  return isDigit(code) ? westernDigit(code) : folded;
};

const plainOf = (special: string): string => {
  const first = special[0];
  if (special.length > 1) {
    if (first === '&') {
      const name = special.slice(1, -1);
      if (!name.startsWith('#')) return ENTITIES[name] ?? special;
      const code = Number.parseInt(name.replace(/^#x?/i, ''), /^#x/i.test(name) ? 16 : 10);
      return code > 0 && code <= 0x10ffff ? plainSign(String.fromCodePoint(code)) : '';
    }
    if (first === '%') return String.fromCharCode(Number.parseInt(special.slice(1), 16));
    if (first === '\\') {
      if (special[1] === 'u' && special.length === 6)
        return plainSign(String.fromCharCode(Number.parseInt(special.slice(2), 16)));
      return /^\\[nr]$/.test(special) ? '\n' : special === '\\t' ? '\t' : special.slice(1);
    }
    if (first === '<') return INSIDE_A_WORD.test(special) ? '' : /^<(?:br|\/?p|\/?div|\/?tr|\/?li)\b/i.test(special) ? '\n' : ' ';
  }
  if (/^[ \t]*>/.test(special)) return '';
  if (first === '*' || first === '`' || first === '~' || first === '_') return '';
  return plainSign(special);
};

/** The index of the last of some rising numbers that is not above `limit`; the first one's where all are. */
const lastUpTo = (numbers: readonly number[], limit: number): number => {
  let low = 0;
  let high = numbers.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((numbers[middle] ?? 0) <= limit) low = middle;
    else high = middle - 1;
  }
  return low;
};

/** The plain form of `text`. */
export const plainOfText = (text: string): Plain => {
  // Where plain and written text part: from `starts[i]` on, the written place is `origins[i]` further on.
  const starts: number[] = [0];
  const origins: number[] = [0];
  const pieces: string[] = [];
  let length = 0;
  let last = 0;
  for (const match of text.matchAll(SPECIAL)) {
    const before = text.slice(last, match.index);
    const plain = plainOf(match[0]);
    pieces.push(before, plain);
    length += before.length + plain.length;
    last = match.index + match[0].length;
    if (plain.length !== match[0].length) {
      if (plain.length > 0) {
        starts.push(length - plain.length);
        origins.push(match.index);
      }
      starts.push(length);
      origins.push(last);
    }
  }
  pieces.push(text.slice(last));
  const origin = (offset: number): number => {
    const index = lastUpTo(starts, offset);
    return Math.min((origins[index] ?? 0) + offset - (starts[index] ?? 0), text.length);
  };
  const tabbed = pieces.join('');
  return { text: tabbed.replaceAll('\t', ' '), tabbed, origin };
};

/** The line and column, counted from 1, of any place in `text`. */
export const placesIn = (text: string): ((offset: number) => { line: number; column: number }) => {
  const starts = [0];
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return (offset) => {
    const index = lastUpTo(starts, offset);
    return { line: index + 1, column: offset - (starts[index] ?? 0) + 1 };
  };
};
