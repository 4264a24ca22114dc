/** What a page says of the next meeting at an instant. Shipped with pages, so what can be worded at the build is (`told`). */
import { dayOf, stateAt, type Meeting, type Plan } from './recurrence.ts';

const long = { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' } as const;
const hour = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;
const ZONE = 'Europe/London';

const words = (instant: number, timeZone: string | undefined, options: Intl.DateTimeFormatOptions): string =>
  // Some browsers put a comma after the weekday.
  new Intl.DateTimeFormat('en-GB', { ...options, timeZone }).format(instant).replace(',', '');

/** `Wednesday 2 December 2026, 10:00`, in London or in another zone; undefined is the zone of the machine. */
const dayAndTime = (instant: number, zone?: string): string => `${words(instant, zone, long)}, ${words(instant, zone, hour)}`;

/** `Wednesday 2 December 2026, 10:00`, with the other place if it has one. */
export const meetingInWords = ({ start, place }: Meeting): string => dayAndTime(start, ZONE) + (place ? `, ${place}` : '');

const small = 'no one two three four five six seven eight nine'.split(' ');

/**
 * The sentences for a plan at an instant.
 *
 * @param plan as `told` makes it, with whole sentences for what differs.
 * @param zone the visitor's, by default that of the machine.
 */
export const sayNext = (plan: Plan, now: number, zone?: string): string => {
  const { next, off, pause } = stateAt(plan, now);
  let said = off ? `cancelled this time (${off.why}); ` : '';
  if (next) {
    const { day, start, end, minutes, place, why } = next;
    const days = day - dayOf(now);
    const time = (instant: number) => words(instant, ZONE, hour);
    if (off) said += 'the next is ';
    // One that began yesterday and lasts past midnight is on now, too.
    if (start <= now) said += `today, on now${minutes ? ` until ${time(end)}` : ''}`;
    else if (!days) said += `today, ${time(start)}${minutes ? ` to ${time(end)}` : ''}`;
    else said += `${off ? '' : 'next: '}${dayAndTime(start, ZONE)} (${days < 2 ? 'tomorrow' : `in ${small[days] ?? days} days`})`;
    if (place) said += `, ${place}`;
    if (why) said += `. ${why}`;
    const own = dayAndTime(start, zone);
    if (own !== dayAndTime(start, ZONE)) said += `. Your time: ${own}`;
  } else said += 'no further meeting is planned';
  return `${pause ? `${pause.why}. ` : ''}${said.charAt(0).toUpperCase()}${said.slice(1)}.`;
};
