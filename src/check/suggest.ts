/** The value that was probably meant, by the form that its field takes. */
import { TO_BE_CONFIRMED } from '../fields.ts';
import { nearest } from '../nearest.ts';
import { daysMeant, monthMeant } from './written-days.ts';

/** What can be known of a field from its fault. */
export interface Wanted {
  /** The message of the fault, which says the form. */
  message: string;
  /** The type that was expected, in Zod's words. */
  type: string | undefined;
  /** The words of a closed list, or the names of the entries. */
  words: readonly string[];
  /** The value as it stands in the file. */
  raw: string;
  list: boolean;
  /** The names of entries by what people call them, in lower case. */
  titles: ReadonlyMap<string, string>;
  /** The fields of the group that was expected. */
  fields: readonly string[];
}

const NOT_KNOWN = new Set([
  'tbc',
  'tba',
  'tbd',
  'unknown',
  'n/a',
  'na',
  'none yet',
  'unconfirmed',
  'not known',
  '?',
  'to confirm',
]);

/** Whether YAML takes a value for the text that it is without quotes. */
const isPlain = (value: string): boolean =>
  /^[A-Za-z][\w .()/+'-]*$/.test(value) && !/^(true|false|null|yes|no|on|off)$/i.test(value);

/** A text as a YAML value: plain where that is safe, else in double quotes. */
export const asValue = (text: string): string => (isPlain(text) || /^\d{4}-\d\d-\d\d$/.test(text) ? text : JSON.stringify(text));

const timeMeant = (written: string): string | undefined => {
  const [, hour, minute = '00', half = ''] = /^(\d{1,2})(?:[:.h]?(\d\d))?\s*([ap]\.?m\.?)?$/i.exec(written.trim()) ?? [];
  if (hour === undefined) return undefined;
  const pm = /^p/i.test(half) && Number(hour) < 12 ? 12 : 0;
  const on = /^a/i.test(half) && hour === '12' ? 0 : Number(hour) + pm;
  return on < 24 && Number(minute) < 60 ? `"${String(on).padStart(2, '0')}:${minute}"` : undefined;
};

const addressMeant = (written: string): string | undefined => {
  const rest = written
    .trim()
    .replace(/^<|>$/g, '')
    .replace(/^(?:https?)?:?\/{0,3}(?=[\w-]+\.)/i, '');
  return /^[\w-]+(\.[\w-]+)+(\/\S*)?$/.test(rest) ? `https://${rest}` : undefined;
};

const emailMeant = (written: string): string | undefined => {
  const text = written
    .trim()
    .replace(/^mailto:/i, '')
    .replace(/^<|>$/g, '')
    .replace(/\s*[[(]?\s*\bat\b\s*[\])]?\s*/i, '@')
    .replace(/\s+/g, '');
  return /^[\w.+-]+@[\w-]+(\.[\w-]+)+$/.test(text) ? text : undefined;
};

const NUMBERS = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'];

const numberMeant = (written: string): string | undefined => {
  const index = NUMBERS.indexOf(written.trim().toLowerCase());
  return index === -1 ? undefined : String(index);
};

const slugOf = (text: string): string =>
  text
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/\.mdx?$/, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');

/** A file name made from a title: `Getting data` becomes `getting-data`. */
export const nameFrom = slugOf;

const listMeant = (written: string): string => {
  const items = written.split(/\s*[;,]\s*/).filter(Boolean);
  return `[${items.map((item) => (/[[\]{}:#]/.test(item) ? JSON.stringify(item) : asValue(item))).join(', ')}]`;
};

/** The corrected value as YAML, or undefined when nobody can tell. */
export const meant = (value: unknown, { message, type, words, raw, list, titles, fields }: Wanted): string | undefined => {
  const written =
    typeof value === 'string' ? value : typeof value === 'number' || typeof value === 'boolean' ? String(value) : undefined;
  if (written === undefined) return undefined;
  const unconfirmed = words.includes(TO_BE_CONFIRMED);
  if (unconfirmed && NOT_KNOWN.has(written.trim().toLowerCase())) return TO_BE_CONFIRMED;
  const alias = /^Write the theme ".*" as "(.*)"\.$/.exec(message)?.[1];
  if (alias) return alias;
  if (/as YYYY-MM-DD|publisher's own date/.test(message)) {
    const days = daysMeant(written);
    if (days.length === 0 && message.includes('2026-03 or')) return monthMeant(written);
    return days.length === 1 ? days[0] : undefined;
  }
  if (/24-hour clock|time in quotes/.test(message)) return timeMeant(typeof value === 'string' ? written : raw);
  if (message.includes('full web address')) return addressMeant(written);
  if (message.includes('e-mail address')) return emailMeant(written);
  if (message.startsWith('Give the DOI')) return /10\.\d{4,9}\/\S+$/.exec(written)?.[0];
  if (type === 'array' && list && typeof value === 'string') return listMeant(value);
  if (type === 'object' && fields.includes('name') && typeof value === 'string') return `{ name: ${asValue(value)} }`;
  if (type === 'boolean')
    return /^(yes|y|on|true)$/i.test(written) ? 'true' : /^(no|n|off|false)$/i.test(written) ? 'false' : undefined;
  if (type === 'int' || type === 'number')
    return /^(\d+)(?:\.0+)?(?:\s*[a-z]+)?$/i.exec(written.trim())?.[1] ?? numberMeant(written);
  if (type === 'string' && typeof value !== 'string') return `"${written}"`;
  if (message.includes('is no entry name') && words.length === 0) return slugOf(written) || undefined;
  const called = titles.get(written.trim().toLowerCase()) ?? titles.get(slugOf(written).replaceAll('-', ' '));
  if (called !== undefined) return called;
  const last = slugOf(written.replace(/\/+$/, '').split('/').at(-1) ?? '');
  if (words.includes(last)) return last;
  const near = words.includes(slugOf(written)) ? slugOf(written) : nearest(written, words);
  return near === undefined ? undefined : asValue(near);
};
