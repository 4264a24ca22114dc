/** Whether the days of a series agree with one another. What does not is told in words that name the days which would. */
import { dayNumber, weekdayAndDay } from '../days.ts';
import { isUnconfirmed } from '../fields.ts';
import { planOf, plainDay, weekdayOf, type Dated } from './plan.ts';
import { fallsOn, type Plan } from './recurrence.ts';

export interface Disagreement {
  path: (string | number)[];
  message: string;
}

/** Longer than the longest rhythm. */
const REACH = 12 * 7;

/** The nearest days before and after `day` on which the rhythm falls, in words. */
export const nearestMeetings = (plan: Plan, day: number): string => {
  const steps = Array.from({ length: REACH }, (_unused, index) => index + 1);
  const before = steps.find((step) => fallsOn(plan, day - step));
  const after = steps.find((step) => fallsOn(plan, day + step));
  const near = [...(before ? [day - before] : []), ...(after ? [day + after] : [])];
  return near.length > 0
    ? `The nearest ${near.length > 1 ? 'are' : 'is'} ${near.map((found) => `${weekdayAndDay(plainDay(found))} (${plainDay(found)})`).join(' and ')}.`
    : 'None is near it.';
};

/** The nearest days that are such a weekday, when `day` is another. */
const wrongWeekday = (day: string, weekday: string): string | undefined => {
  const number = dayNumber(day);
  if (weekdayOf(number) === weekday) return undefined;
  const before = [1, 2, 3, 4, 5, 6].find((step) => weekdayOf(number - step) === weekday) ?? 0;
  return `${weekdayAndDay(day)} is not a ${weekday}. The nearest are ${plainDay(number - before)} and ${plainDay(number - before + 7)}.`;
};

const aboutRhythms = ({ rule, firstDate, changes, ends }: Dated): Disagreement[] => {
  if (isUnconfirmed(rule))
    return changes.map((_change, index) => ({
      path: ['changes', index],
      message: 'A rhythm that is to be confirmed cannot change yet. Write it into rule.',
    }));
  const found: Disagreement[] = [];
  const add = (path: (string | number)[], message: string | undefined) => {
    if (message !== undefined) found.push({ path, message });
  };
  if (!isUnconfirmed(firstDate)) add(['firstDate'], wrongWeekday(firstDate, rule.weekday));
  let weekday = rule.weekday;
  let before = isUnconfirmed(firstDate) ? undefined : firstDate;
  for (const [index, change] of changes.entries()) {
    weekday = change.weekday ?? weekday;
    add(['changes', index, 'from'], wrongWeekday(change.from, weekday));
    if (before !== undefined && change.from <= before)
      add(
        ['changes', index, 'from'],
        `The rhythm before it begins on ${before}. Give a later day, and keep the changes in order.`,
      );
    before = change.from;
  }
  if (ends !== undefined && before !== undefined && ends < before)
    add(['ends'], `The series would end before its rhythm of ${before} begins. Give a later day.`);
  return found;
};

const aboutExceptions = (exceptions: Dated['exceptions'], plan: Plan): Disagreement[] =>
  exceptions.flatMap(({ kind, on }, index) => {
    const path = ['exceptions', index, 'on'];
    const day = dayNumber(on);
    const falls = fallsOn(plan, day);
    if (exceptions.findIndex((other) => other.on === on) < index)
      return [{ path, message: `Two exceptions name ${weekdayAndDay(on)}. Keep one.` }];
    if (kind === 'extra' && falls)
      return [{ path, message: `A meeting falls on ${weekdayAndDay(on)} anyway. To change it, use kind: moved.` }];
    if (kind !== 'extra' && !falls)
      return [{ path, message: `No meeting falls on ${weekdayAndDay(on)}. ${nearestMeetings(plan, day)}` }];
    return [];
  });

/** Every disagreement in a series, with the path of the field that is to be mended. */
export const disagreements = (series: Dated): Disagreement[] => {
  const rhythms = aboutRhythms(series);
  const pauses = series.pauses.flatMap(({ from, until }, index) =>
    !isUnconfirmed(until) && until < from
      ? [{ path: ['pauses', index, 'until'], message: `The pause ends before it begins on ${from}. Give a later day.` }]
      : [],
  );
  const plan = rhythms.length + pauses.length > 0 ? undefined : planOf(series);
  return [...rhythms, ...pauses, ...(plan ? aboutExceptions(series.exceptions, plan) : [])];
};
