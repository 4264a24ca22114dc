/** Warns the organisers of meetings that fall on a bank holiday. */
import { dayNumber, weekdayAndDay } from '../days.ts';
import { onHolidays } from '../meetups/holidays.ts';
import { planOf } from '../meetups/plan.ts';
import { seriesSchema } from '../meetups/schema.ts';
import { placeOf } from './fields.ts';
import type { Fault } from './problems.ts';
import type { Entry } from './read.ts';

const schema = seriesSchema();

/** One warning for each meeting of the year from `today` (YYYY-MM-DD) on that is on a bank holiday in England. */
export const checkMeetups = (entry: Entry, today: string): Fault[] => {
  if (entry.room.folder !== 'content/meetups/series') return [];
  const series = schema.safeParse(entry.data);
  const plan = series.success ? planOf(series.data) : undefined;
  const found = plan ? onHolidays(plan, dayNumber(today)) : [];
  if (found.length === 0) return [];
  const days = found.map(({ day, holiday }) => `${weekdayAndDay(day)} (${holiday})`).join(', ');
  const message = `On a bank holiday in England: ${days}. Cancel or move ${found.length > 1 ? 'these meetings' : 'this meeting'} under exceptions, or leave it.`;
  return [{ ...placeOf(entry, ['firstDate']), rule: 'bank-holiday', message }];
};
