/** A series in words: its rhythm and its place, and whether anybody knows when the next one is. */
import { longDay } from '../days.ts';
import { isUnconfirmed } from '../fields.ts';
import { plainDay } from './plan.ts';
import { dayOf, stateAt, type Plan } from './recurrence.ts';
import { dayInWords, meetingInWords } from './say.ts';
import type { SeriesData } from './schema.ts';

const counts: Record<number, string> = { 1: 'Every', 2: 'Every other', 3: 'Every third', 4: 'Every fourth' };

type Rule = Exclude<SeriesData['rule'], string>;

const rhythmInWords = ({ everyWeeks, weekday, time }: Pick<Rule, 'everyWeeks' | 'weekday' | 'time'>): string => {
  const often = counts[everyWeeks];
  return often ? `${often} ${weekday}, ${time}` : `Every ${everyWeeks} weeks on ${weekday}, ${time}`;
};

/** `Every other Wednesday, 10:00`, or undefined while the rhythm is to be confirmed. */
export const ruleInWords = ({ rule }: Pick<SeriesData, 'rule'>): string | undefined =>
  isUnconfirmed(rule) ? undefined : rhythmInWords(rule);

/** Every new rhythm, pause and end in a sentence of its own, in the order of the file. */
export const changesInWords = ({ rule, changes, pauses, ends }: Pick<SeriesData, 'rule' | 'changes' | 'pauses' | 'ends'>): string[] => {
  if (isUnconfirmed(rule)) return [];
  let now: Rule = rule;
  const said = changes.map(({ from, reason, everyWeeks, weekday, time }) => {
    now = { ...now, everyWeeks: everyWeeks ?? now.everyWeeks, weekday: weekday ?? now.weekday, time: time ?? now.time };
    return `From ${longDay(from)}: ${rhythmInWords(now)}.${reason ? ` ${reason}` : ''}`;
  });
  return [
    ...said,
    ...pauses.map(({ from, until, reason }) =>
      isUnconfirmed(until)
        ? `Paused from ${longDay(from)}; until when is to be confirmed. ${reason}`
        : `Paused from ${longDay(from)} to ${longDay(until)}. ${reason}`,
    ),
    ...(ends === undefined ? [] : [`Ends on ${longDay(ends)}.`]),
  ];
};

/** What stands in the way of naming the next date, in words; undefined when nothing does. */
export const whyNoDate = (series: Pick<SeriesData, 'rule' | 'firstDate'>): string | undefined => {
  if (isUnconfirmed(series.rule)) return 'Whether it has set days is still to be confirmed.';
  if (isUnconfirmed(series.firstDate)) return `Which ${series.rule.weekday} is next is still to be confirmed.`;
  return undefined;
};

/** The dates that a reader without JavaScript sees: the next three meetings, and the day on which that was known. */
export const nextAsBuilt = (plan: Plan, now: number): string => {
  const { next, then, cancelled, pause } = stateAt(plan, now);
  const paused = pause ? `Paused${pause.until === undefined ? '' : ` until ${dayInWords(pause.until)}`}: ${pause.why}. ` : '';
  const off = cancelled.map(({ on, why }) => `Cancelled: ${dayInWords(on)} (${String(why)}). `).join('');
  const dates = next ? [next, ...then].map(meetingInWords).join('; ') : 'none is planned';
  return `${paused}${off}Next dates, as of ${longDay(plainDay(dayOf(now)))}, when this page was built: ${dates}.`;
};
