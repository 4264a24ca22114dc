/** When a page is to be looked at again, and how that stands to today. */
import { daysBetween } from '../days.ts';

/** What is known of the days of a page, each as YYYY-MM-DD. */
export interface Days {
  /** By when its owner wants to review it. */
  reviewBy?: string | undefined;
  /** When its owner last reviewed it. */
  reviewed?: string | undefined;
  /** When it was last brought up to date, as it says itself. */
  updated?: string | undefined;
  /** When its sources were read. */
  read?: readonly string[];
  /** When its file last changed. */
  changed?: string | undefined;
}

export interface Due {
  day: string;
  /** What the day was reckoned from, where the page names none itself. */
  from?: 'reviewed' | 'updated' | 'read' | 'changed';
}

/** The same day a year later; of a leap day, the first of March. */
export const aYearAfter = (day: string): string => {
  const later = new Date(`${day}T00:00:00Z`);
  later.setUTCFullYear(later.getUTCFullYear() + 1);
  return later.toISOString().slice(0, 10);
};

/**
 * The day by which a page is to be looked at again: the one that it names, else a year after the last time that somebody looked at
 * the whole of it. Of several sources the one read first counts. Undefined where no day is known.
 */
export const dueDay = ({ reviewBy, reviewed, updated, read = [], changed }: Days): Due | undefined => {
  if (reviewBy) return { day: reviewBy };
  const known = { reviewed, updated, read: read.toSorted()[0], changed };
  for (const from of ['reviewed', 'updated', 'read', 'changed'] as const) {
    const day = known[from];
    if (day) return { day: aYearAfter(day), from };
  }
  return undefined;
};

/** How a day stands to today, in words; both as YYYY-MM-DD. */
export const dueWords = (due: string, today: string): string => {
  const left = daysBetween(today, due);
  const count = `${Math.abs(left)} ${Math.abs(left) === 1 ? 'day' : 'days'}`;
  return left === 0 ? 'due today' : left > 0 ? `in ${count}` : `overdue by ${count}`;
};

export const isOverdue = (due: string, today: string): boolean => daysBetween(today, due) < 0;
