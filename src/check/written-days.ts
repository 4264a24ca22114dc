/** Days as people write them, turned into YYYY-MM-DD where only one day can be meant. */
import { day } from '../fields.ts';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

const iso = (year: number, month: number, date: number): string | undefined => {
  const text = `${year}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`;
  return day.safeParse(text).success ? text : undefined;
};

const fullYear = (year: string): number => (year.length === 2 ? 2000 + Number(year) : Number(year));

const monthOf = (word: string): number => MONTHS.indexOf(word.slice(0, 3).toLowerCase()) + 1;

/**
 * The days that a text may mean: one where it is clear, two where day and month can be taken for each other, none where it is no day.
 * The day comes first, as in Britain, in the list of two.
 */
export const daysMeant = (text: string): string[] => {
  const plain = text
    .trim()
    .replaceAll(/[‐‑–—−]/g, '-')
    .replace(/[.,;]$/, '');
  const written = plain.replace(/^(?:mon|tues?|wed(?:nes)?|thurs?|fri|sat(?:ur)?|sun)(?:day)?,?\s+/i, '');
  const found = (...days: (string | undefined)[]) => [...new Set(days.filter((one) => one !== undefined))];
  const yearFirst =
    /^(\d{4})[-/.\s](\d{1,2})[-/.\s](\d{1,2})(?:[T\s].*)?$/.exec(written) ?? /^(\d{4})(\d\d)(\d\d)$/.exec(written);
  if (yearFirst) {
    const [year = 0, second = 0, third = 0] = yearFirst.slice(1).map(Number);
    return found(iso(year, second, third) ?? iso(year, third, second));
  }
  const yearLast = /^(\d{1,2})[-/.\s](\d{1,2})[-/.\s](\d{4}|\d\d)$/.exec(written);
  if (yearLast) {
    const [, first, second, year = ''] = yearLast;
    return found(iso(fullYear(year), Number(second), Number(first)), iso(fullYear(year), Number(first), Number(second)));
  }
  const dayFirst = /^(\d{1,2})(?:st|nd|rd|th)?[\s-]+(?:of\s+)?([A-Za-z]{3,9})\.?,?[\s-]+(\d{4}|\d\d)$/.exec(written);
  if (dayFirst) return found(iso(fullYear(dayFirst[3] ?? ''), monthOf(dayFirst[2] ?? ''), Number(dayFirst[1])));
  const monthFirst = /^([A-Za-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})$/.exec(written);
  if (monthFirst) return found(iso(Number(monthFirst[3]), monthOf(monthFirst[1] ?? ''), Number(monthFirst[2])));
  return [];
};

/** A month and a year in words or figures as YYYY-MM, or undefined. */
export const monthMeant = (text: string): string | undefined => {
  const [, word = '', year = ''] = /^([A-Za-z]{3,9})\.?,?\s+(\d{4})$/.exec(text.trim()) ?? [];
  const [, figure = '', after = ''] = /^(\d{1,2})[-/.](\d{4})$/.exec(text.trim()) ?? [];
  const month = word ? monthOf(word) : Number(figure);
  return month >= 1 && month <= 12 ? `${year || after}-${String(month).padStart(2, '0')}` : undefined;
};
