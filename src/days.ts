/** Arithmetic and wording for plain days (`YYYY-MM-DD`). No clock and no time zone is read here. */

const MS_PER_DAY = 86_400_000;

/** Midnight UTC of a plain day, in milliseconds: a number to count with, never to show. */
export const dayNumber = (day: string): number => Date.parse(`${day}T00:00:00Z`) / MS_PER_DAY;

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export const daysBetween = (from: string, to: string): number => dayNumber(to) - dayNumber(from);

const format = (options: Intl.DateTimeFormatOptions) => {
  const formatter = new Intl.DateTimeFormat('en-GB', { ...options, timeZone: 'UTC' });
  // The pages of the site name the same few days over and over.
  const said = new Map<string, string>();
  return (day: string): string => {
    const words = said.get(day) ?? formatter.format(new Date(`${day}T00:00:00Z`));
    said.set(day, words);
    return words;
  };
};

/** `19 April 2026`. */
export const longDay = format({ day: 'numeric', month: 'long', year: 'numeric' });

/** `Wednesday 19 April 2026`, without the comma that some runtimes put in. */
export const weekdayAndDay = (day: string): string => format({ weekday: 'long' })(day) + ' ' + longDay(day);

const month = format({ month: 'long', year: 'numeric' });

/** A publisher's date in words: a day, a month, a year, or `undated`. */
export const datedInWords = (dated: string): string =>
  /^\d{4}-\d{2}-\d{2}$/.test(dated) ? longDay(dated) : /^\d{4}-\d{2}$/.test(dated) ? month(`${dated}-01`) : dated;
