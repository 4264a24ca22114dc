/** Compares the days in an entry with today: what is overdue, and what is probably mistyped. */
import { daysBetween, longDay } from '../days.ts';
import { day } from '../fields.ts';
import { placeOf } from './fields.ts';
import type { Fault } from './problems.ts';
import type { Entry } from './read.ts';

/** Days on which something has happened, so that they cannot lie ahead. */
const PAST = new Set(['updated', 'reviewed', 'readOn', 'consent', 'started', 'dated']);

const YEAR = 365;

/** How far behind and ahead a day may lie, in days. Publishers' dates and the beginning of work may be old. */
const BEHIND: Readonly<Record<string, number>> = { dated: 60 * YEAR, started: 20 * YEAR };
const MOST_BEHIND = 10 * YEAR;
const MOST_AHEAD = 3 * YEAR;

interface Dated {
  path: (string | number)[];
  field: string;
  day: string;
}

const FIELDS = new Set([...PAST, 'reviewBy', 'date', 'firstDate', 'on', 'to', 'from', 'until', 'ends']);

const asDay = (value: unknown): string | undefined => {
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  return typeof value === 'string' && /^\d{4}-/.test(value) && day.safeParse(value).success ? value : undefined;
};

/** Puts every day below `value` into `found`. */
const collect = (value: unknown, path: readonly (string | number)[], found: Dated[]): void => {
  if (Array.isArray(value)) for (const [index, item] of value.entries()) collect(item, [...path, index], found);
  if (typeof value !== 'object' || value === null || value instanceof Date || Array.isArray(value)) return;
  for (const [field, inner] of Object.entries(value as Record<string, unknown>)) {
    const written = FIELDS.has(field) ? asDay(inner) : undefined;
    if (written !== undefined) found.push({ path: [...path, field], field, day: written });
    else if (typeof inner === 'object' && inner !== null) collect(inner, [...path, field], found);
  }
};

const daysIn = (data: unknown): Dated[] => {
  const found: Dated[] = [];
  collect(data, [], found);
  return found;
};

const about = ({ field, day: written }: Dated, today: string): Pick<Fault, 'rule' | 'message'> | undefined => {
  const ahead = daysBetween(today, written);
  const say = (rule: Fault['rule'], words: string) => ({ rule, message: `${field}: ${words}` });
  if (field === 'reviewBy' && ahead < 0)
    return say('overdue', `This page was to be reviewed by ${longDay(written)}. Review it, and give the new days.`);
  // Somebody east of London may already be a day further.
  if (PAST.has(field) && ahead > 1)
    return say('far-date', `${longDay(written)} lies ahead, but this names a day that has passed. Check it.`);
  if (ahead > MOST_AHEAD) return say('far-date', `${longDay(written)} is more than three years ahead. Check the year.`);
  if (-ahead > (BEHIND[field] ?? MOST_BEHIND)) return say('far-date', `${longDay(written)} is long ago. Check the year.`);
  return undefined;
};

/** Every day of an entry that is worth a second look on the day `today` (YYYY-MM-DD). */
export const checkDays = (entry: Entry, today: string): Fault[] =>
  daysIn(entry.data).flatMap((dated) => {
    const { reviewed } = entry.data as { reviewed?: unknown };
    // Days in the wrong order are a fault of their own.
    if (dated.field === 'reviewBy' && dated.day <= (asDay(reviewed) ?? '')) return [];
    const found = about(dated, today);
    return found ? [{ ...placeOf(entry, dated.path), ...found }] : [];
  });
