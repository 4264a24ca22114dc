/** Guesses what an author meant by a line of front matter that YAML cannot read. One line in, one line out. */
import { SIGN } from './yaml-words.ts';

export interface Mended {
  line: string;
  /** What is wrong with the line, in the author's words; left out where the parser's own fault says it. */
  message?: string;
  /** Whether nothing else can have been meant. */
  safe?: true;
}

/** What is said of an item that begins with another sign. */
export const BULLET = 'An item of a list begins with a hyphen and a space, not with another sign.';

/** Indent and hyphens, name, the space after the colon, value. */
const FIELD = /^(\s*(?:- +)*)([A-Za-z][\w-]*)(\s*:[ \t]+)(\S.*?)\s*$/;
const ITEM = /^(\s*(?:- +)+)(\S.*?)\s*$/;

/** Puts a value in whichever quotes need the fewest changes. */
export const quoted = (value: string): string =>
  value.includes('"') || value.includes('\\') ? `'${value.replaceAll("'", "''")}'` : `"${value}"`;

const INVISIBLE = /[\u00A0\u2000-\u200B\u202F\u3000\uFEFF]/;

/** A value without the quotes it opens or closes with, straight or curly, matched or not. */
const unquoted = (value: string): string => value.replace(/^["'“”‘’]/, '').replace(/["'“”‘’]$/, '');

const mendValue = (value: string): Mended | undefined => {
  const [first = ''] = value;
  const curly = /^[“„«](.*)[”“»]$/.exec(value)?.[1] ?? /^[‘‚](.*)[’‘]$/.exec(value)?.[1];
  if (curly !== undefined && !/[“”]/.test(curly)) {
    const message = 'Curly quotes do not hold a value together. Use the straight quote of the keyboard on both sides.';
    return { line: quoted(curly), message, safe: true };
  }
  if (/^(["']).*[“”‘’]$/.test(value) || /^[“”‘’].*["']$/.test(value)) {
    const message = 'This value opens and closes with different quotes. Use the straight quote of the keyboard on both sides.';
    return { line: quoted(unquoted(value)), message, safe: true };
  }
  if (first === '"' || first === "'") {
    const inner = value.slice(1);
    const closing = inner.lastIndexOf(first);
    if (closing === -1)
      return { line: quoted(inner), message: 'This value opens with a quote that does not close. Close it at the end.' };
    if (first === "'" && /[^']''$/.test(inner) && !/'\S/.test(inner.slice(0, -2)))
      return { line: `'${inner.slice(0, -1)}`, message: 'This value closes with two quotes. Close it with one.' };
    if (closing === inner.length - 1) {
      const text = inner.slice(0, -1);
      if (first === '"' && /\\/.test(text) && !text.includes('"')) return { line: quoted(text) };
      const message = 'A quote inside this value ends it too early. Put the whole value in the other kind of quotes.';
      return { line: quoted(text), message };
    }
    const message = `Text follows after the closing quote. Put the whole value in quotes.`;
    return { line: quoted(value), message };
  }
  if (/^- \S.* - \S/.test(value)) {
    const items = value.slice(2).split(/\s+-\s+/);
    return {
      line: `[${items.join(', ')}]`,
      message: 'Several items stand on one line. Write one a line, or all in square brackets with commas.',
    };
  }
  if (first === '-' && /^-\s/.test(value)) return { line: quoted(value), message: SIGN };
  if (/^(?:\[[^\]]*\]|\{[^}]*\})\s*[^\s,#]/.test(value)) return { line: quoted(value), message: SIGN };
  if (/^[&*!%@`|>?,\]}]/.test(value)) return { line: quoted(value), message: SIGN };
  const closing = { '[': ']', '{': '}' }[first];
  if (closing && !value.includes(closing)) {
    const message = `This value opens with a ${first} that does not close. Close it at the end, or put the whole value in quotes.`;
    return { line: `${value.replace(/,$/, '')}${closing}`, message };
  }
  if (/:(\s|$)/.test(value))
    return { line: quoted(value), message: 'There is a colon inside this value. Put the whole value in quotes.' };
  return undefined;
};

/** The line as it was probably meant, or undefined when nobody can tell. `names` are the fields that exist anywhere. */
export const mendLine = (line: string, names: ReadonlySet<string>): Mended | undefined => {
  const indent = /^\s*/.exec(line)?.[0] ?? '';
  if (indent.includes('\t')) return { line: indent.replaceAll('\t', '  ') + line.slice(indent.length) };
  if (INVISIBLE.test(indent) || /^[^"']*:[\u00A0\u2000-\u200B\u202F\u3000]/.test(line)) {
    const message = 'This line holds a space of another kind, which YAML does not take for one. Type an ordinary space.';
    return { line: line.replaceAll(new RegExp(INVISIBLE, 'g'), ' '), message };
  }
  const bullet = /^(\s+)[*•·▪–—]\s+(\S.*)$/.exec(line);
  if (bullet) return { line: `${bullet[1]}- ${bullet[2]}`, message: BULLET };
  const remark = /^\s*(?:\/\/|<!--)\s*(.*?)\s*(?:-->)?\s*$/.exec(line);
  if (remark) return { line: `# ${remark[1]}`, message: 'A remark among the fields begins with #.' };
  const item = /^(\s*)-(?=[^\s-])(.+)$/.exec(line);
  if (item) return { line: `${item[1]}- ${item[2]}`, message: 'A space is missing after the hyphen of this item.' };
  const tight = /^(\s*(?:- +)*)([A-Za-z][\w-]*):(?=[^\s/])(.+)$/.exec(line);
  if (tight) {
    const message = 'A space is missing after the colon of this field.';
    return { line: `${tight[1]}${tight[2]}: ${tight[3]}`, message };
  }
  const other = /^(\s*(?:- +)*)([A-Za-z][\w-]*)\s*([=;：]|\s|->)\s*(\S.*)$/.exec(line);
  if (other?.[2] && names.has(other[2]) && other[4]) return { line: `${other[1]}${other[2]}: ${other[4]}` };
  const field = FIELD.exec(line);
  if (field) {
    const [, before = '', name = '', colon = '', value = ''] = field;
    const mended = mendValue(value);
    return mended && { ...mended, line: `${before}${name}${colon}${mended.line}` };
  }
  const [, before = '', value = ''] = ITEM.exec(line) ?? [];
  const mended = value ? mendValue(value) : undefined;
  return mended && { ...mended, line: before + mended.line };
};

/**
 * The line on which a quote or a bracket opens that does not close, for a parser that only notices at the end; counted from 0.
 * A value in quotes may go over several lines, but not over a line that begins like the next field.
 */
export const openLine = (lines: readonly string[], until: number): number | undefined => {
  for (let index = Math.min(until, lines.length - 1); index >= 0; index -= 1) {
    const value = FIELD.exec(lines[index] ?? '')?.[4] ?? ITEM.exec(lines[index] ?? '')?.[2] ?? '';
    const [first = ''] = value;
    if (first === '"' && !value.slice(1).includes(first)) return index;
    // Within single quotes two of them stand for one.
    if (first === "'" && value.split("'").length % 2 === 0) return index;
    if ((first === '[' && !value.includes(']')) || (first === '{' && !value.includes('}'))) return index;
  }
  return undefined;
};
