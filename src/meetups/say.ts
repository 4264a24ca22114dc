/** What a page says of the next meeting at an instant. Shipped: it imports nothing but the recurrence. */
import { dayOf, stateAt, type Meeting, type Plan } from './recurrence.ts';

const DAY = 86_400_000;

const words = (instant: number, options: Intl.DateTimeFormatOptions): string =>
  // Some browsers put a comma after the weekday.
  new Intl.DateTimeFormat('en-GB', options).format(instant).replace(',', '');

const long = { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' } as const;

/** `Wednesday 2 December 2026`, of a day counted from 1 January 1970. */
export const dayInWords = (day: number): string => words(day * DAY, { ...long, timeZone: 'UTC' });

const pad = (number: number): string => String(number).padStart(2, '0');

/** `10:00`, of minutes after midnight. */
export const clock = (minutes: number): string => `${pad(Math.floor(minutes / 60) % 24)}:${pad(minutes % 60)}`;

const small = 'no one two three four five six seven eight nine'.split(' ');

const far = (days: number): string => (days === 1 ? 'tomorrow' : `in ${small[days] ?? days} days`);

/** `Wednesday 2 December 2026, 10:00`, with the other place if it has one. */
export const meetingInWords = ({ day, time, place }: Meeting): string =>
  `${dayInWords(day)}, ${clock(time)}${place ? `, ${place}` : ''}`;

/** The clock of a visitor whose zone shows another time at that instant; empty where it shows the same. */
const elsewhere = ({ start, day, time }: Meeting, zone?: string): string => {
  const hour = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;
  const own = words(start, { ...long, ...hour, ...(zone && { timeZone: zone }) });
  const at = words(start, { ...hour, ...(zone && { timeZone: zone }) });
  return own.startsWith(dayInWords(day)) && at === clock(time) ? '' : ` Your time: ${own.replace(/ at (?=\d)/, ' ')}.`;
};

/** The sentences for a plan at an instant; `zone` is the visitor's, by default that of the machine. */
export const sayNext = (plan: Plan, now: number, zone?: string): string => {
  const { next, on, cancelled, then, pause } = stateAt(plan, now);
  const today = dayOf(now);
  const [off] = cancelled;
  const why = pause ? `Paused${pause.until ? ` until ${dayInWords(pause.until)}` : ''}: ${pause.why}. ` : '';
  const lost = off
    ? `Cancelled ${off.day === today ? 'today' : 'this time'} (${dayInWords(off.on)}: ${String(off.why)}); `
    : '';
  if (!next) return `${why}${lost}${lost ? 'no' : 'No'} further meeting is planned.`;
  const { day, on: planned, kind, time, minutes, changed, why: reason } = next;
  const until = minutes ? clock(time + minutes) : '';
  const said = on
    ? `Today, on now${until && ` until ${until}`}`
    : day === today
      ? `Today, ${clock(time)}${until && ` to ${until}`}`
      : `${meetingInWords(next)} (${far(day - today)})`;
  const place = day === today && next.place ? `, ${next.place}` : '';
  const moved =
    changed && reason ? (kind === 2 ? ` ${plan.rhythms.length > 0 ? 'An extra meeting: ' : ''}${reason}.` : ` ${day === planned ? 'Changed' : `Moved from ${dayInWords(planned)}`}: ${reason}.`) : '';
  const begin = lost ? (day === today ? 'the next is today' : 'the next is ') : day === today ? '' : 'Next: ';
  const sentence = lost && day === today ? said.replace('Today', '') : said;
  const after = then.length > 0 ? ` Then ${then.map(({ day: later, time: at }) => `${dayInWords(later)}, ${clock(at)}`).join('; ')}.` : '';
  return `${why}${lost}${begin}${sentence}${place}.${moved}${elsewhere(next, zone)}${after}`;
};
