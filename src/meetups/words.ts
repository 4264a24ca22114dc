/** A series in words: its rhythm and its place, and whether anybody knows when the next one is. */
import { isUnconfirmed } from '../fields.ts';
import type { SeriesData } from './schema.ts';

const counts: Record<number, string> = { 1: 'Every', 2: 'Every other', 3: 'Every third', 4: 'Every fourth' };

/** `Every other Wednesday, 10:00`, or undefined while the rhythm is to be confirmed. */
export const ruleInWords = ({ rule }: Pick<SeriesData, 'rule'>): string | undefined => {
  if (isUnconfirmed(rule)) return undefined;
  const often = counts[rule.everyWeeks];
  return often ? `${often} ${rule.weekday}, ${rule.time}` : `Every ${rule.everyWeeks} weeks on ${rule.weekday}, ${rule.time}`;
};

/** What stands in the way of naming the next date, in words; undefined when nothing does. */
export const whyNoDate = (series: Pick<SeriesData, 'rule' | 'firstDate'>): string | undefined => {
  if (isUnconfirmed(series.rule)) return 'Whether it has set days is still to be confirmed.';
  if (isUnconfirmed(series.firstDate)) return `Which ${series.rule.weekday} is next is still to be confirmed.`;
  return undefined;
};
