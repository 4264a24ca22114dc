/** Meetings that fall on a bank holiday in England, from date-holidays. Asked by the check and the maintainers' page only: it is large. */
import { createRequire } from 'node:module';
import type Holidays from 'date-holidays';
import { plainDay } from './plan.ts';
import { meetings, type Plan } from './recurrence.ts';

let england: Holidays | undefined;

const holidays = (): Holidays => {
  // Read when it is first asked for, so that a check without dates does not wait for it.
  england ??= new (createRequire(import.meta.url)('date-holidays') as typeof Holidays)('GB', 'ENG');
  return england;
};

export interface OnHoliday {
  /** The day of the meeting, `YYYY-MM-DD`. */
  day: string;
  holiday: string;
}

/** The name of the bank holiday on a day, if it is one. */
const holidayOn = (day: string): string | undefined =>
  holidays()
    .getHolidays(Number(day.slice(0, 4)))
    .find(({ date, type }) => type === 'public' && date.startsWith(day))?.name;

/** The meetings of the next year, from a day counted from 1970 on, that take place on a bank holiday. */
export const onHolidays = (plan: Plan, from: number): OnHoliday[] =>
  meetings(plan, from, from + 365)
    .filter(({ kind }) => kind !== 0)
    .flatMap((meeting) => {
      const day = plainDay(meeting.day);
      const holiday = holidayOn(day);
      return holiday === undefined ? [] : [{ day, holiday }];
    });
