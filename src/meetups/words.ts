/** A series in words: its rhythm and its place, and whether anybody knows when the next one is. */
import { longDay, weekdayAndDay } from '../days.ts';
import { isUnconfirmed } from '../fields.ts';
import { plainDay } from './plan.ts';
import { dayOf, meetings, stateAt, type Change, type Plan } from './recurrence.ts';
import { meetingInWords } from './say.ts';
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
export const changesInWords = ({
  rule,
  changes,
  pauses,
  ends,
}: Pick<SeriesData, 'rule' | 'changes' | 'pauses' | 'ends'>): string[] => {
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

const inWords = (day: number): string => weekdayAndDay(plainDay(day));

const changeTold = (change: Change, rhythmic: boolean): Change => {
  const { kind, on, to = on, why } = change;
  if (why === undefined) return change;
  if (kind === 0) return { ...change, why: `${inWords(on)}: ${why}` };
  if (kind === 2) return { ...change, why: rhythmic ? `An extra meeting: ${why}` : why };
  return { ...change, why: to === on ? `Changed: ${why}` : `Moved from ${inWords(on)}: ${why}` };
};

/** The plan as it stands in a page: with a sentence for each change and pause, so that the script need not word them. */
export const told = ({ rhythms, changes, pauses }: Plan): Plan => ({
  rhythms,
  changes: changes.map((change) => changeTold(change, rhythms.length > 0)),
  pauses: pauses.map((pause) => ({
    ...pause,
    why: `Paused${pause.until === undefined ? '' : ` until ${inWords(pause.until)}`}: ${pause.why}`,
  })),
});

/** What a reader without JavaScript sees: the next three meetings, and the day on which that was known. */
export const nextAsBuilt = (plan: Plan, now: number): string => {
  const { pause, off } = stateAt(told(plan), now);
  const today = dayOf(now);
  const next = meetings(plan, today - 1, today + 1500).filter(({ end, kind }) => end > now && kind !== 0);
  const dates = next.length > 0 ? next.slice(0, 3).map(meetingInWords).join('; ') : 'none is planned';
  const before = [pause?.why, off && `Cancelled: ${String(off.why)}`]
    .filter((words) => words)
    .map((words) => `${String(words)}. `);
  return `${before.join('')}Next dates, as of ${longDay(plainDay(today))}, when this page was built: ${dates}.`;
};
