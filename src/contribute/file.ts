/**
 * Writes the file of an entry. Values are plain where that is safe, else in double quotes with JSON's escapes, which YAML shares. A
 * whole YAML library would not fit into the form's script beside the schemas and the guard; the tests read what is written here
 * with both of those that the build uses.
 */
import { day } from '../fields.ts';
import { asValue } from '../check/suggest.ts';
import { TEXT, type Values } from './values.ts';

/** What JSON leaves as it is and YAML calls not printable, or the end of a line. */
const SPECIAL = /[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]/g;

const escaped = (text: string): string =>
  text.replace(SPECIAL, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`);

const scalar = (value: unknown, plainDays: boolean): string => {
  if (typeof value !== 'string') return String(value);
  // YAML reads what looks like a day as one, and would move a day that does not exist.
  const dated = /^\d{4}-\d/.test(value);
  const plain = dated ? (plainDays && day.safeParse(value).success ? value : JSON.stringify(value)) : asValue(value);
  return escaped(plain);
};

/** A line of the file, and the field that it belongs to. */
export interface Line {
  text: string;
  path: readonly PropertyKey[];
}

const indented = (lines: readonly Line[], first: string): Line[] =>
  lines.map(({ text, path }, index) => ({ text: (index === 0 ? first : '  ') + text, path }));

const linesOf = (value: unknown, path: readonly PropertyKey[], plainDays: boolean): Line[] => {
  if (Array.isArray(value)) return value.flatMap((item, index) => indented(linesOf(item, [...path, index], plainDays), '- '));
  if (typeof value !== 'object' || value === null) return [{ text: scalar(value, plainDays), path }];
  return Object.entries(value).flatMap(([name, inner]): Line[] => {
    const here = [...path, name];
    if (Array.isArray(inner) && inner.length === 0) return [{ text: `${name}: []`, path: here }];
    if (typeof inner !== 'object' || inner === null) return [{ text: `${name}: ${scalar(inner, plainDays)}`, path: here }];
    return [{ text: `${name}:`, path: here }, ...indented(linesOf(inner, here, plainDays), '  ')];
  });
};

/** The text below the fields as the file holds it: with plain line ends, and without empty lines around it. */
export const textOf = (text: string): string =>
  text
    .replaceAll(/\r\n?/g, '\n')
    .replace(/^(?:[ \t]*\n)+/, '')
    .trimEnd();

/**
 * The file of an entry line by line. What belongs to no field has an empty path.
 *
 * @param plainDays whether days go without quotes, as YAML hands them on as points in time.
 */
export const fileLines = (values: Values, text = '', plainDays = true): Line[] => {
  const rule = { text: '---', path: [] };
  const body = textOf(text);
  const below = body === '' ? [] : ['', ...body.split('\n')].map((line) => ({ text: line, path: [TEXT] }));
  return [rule, ...linesOf(values, [], plainDays), rule, ...below];
};
