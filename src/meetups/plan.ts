/** Turns what the organisers wrote into the plan that the recurrence reckons with. */
import { dayNumber } from '../days.ts';
import { isUnconfirmed } from '../fields.ts';
import { fallsOn, type Change, type Pause, type Plan, type Rhythm } from './recurrence.ts';
import type { SeriesData, SessionData } from './schema.ts';
import { weekdays } from './weekdays.ts';

/** What of a series decides its dates. */
export type Dated = Pick<SeriesData, 'rule' | 'firstDate' | 'minutes' | 'changes' | 'pauses' | 'ends' | 'exceptions'>;

/** Minutes after midnight, of a time such as `10:00`. */
export const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));

const pad = (number: number): string => String(number).padStart(2, '0');

/** `10:00`, of minutes after midnight. */
export const clock = (minutes: number): string => `${pad(Math.floor(minutes / 60))}:${pad(minutes % 60)}`;

/** `2026-12-02`, of a day counted from 1 January 1970. */
export const plainDay = (day: number): string => new Date(day * 86_400_000).toISOString().slice(0, 10);

/** The weekday of a day: the word that a rule uses. */
export const weekdayOf = (day: number): (typeof weekdays)[number] => weekdays[(((day + 3) % 7) + 7) % 7] ?? 'Monday';

const rhythmsOf = ({ rule, firstDate, minutes, changes, pauses, ends }: Dated): Rhythm[] => {
  if (isUnconfirmed(rule) || isUnconfirmed(firstDate)) return [];
  const length = isUnconfirmed(minutes) ? 0 : minutes;
  const starts = [{ from: firstDate, everyWeeks: rule.everyWeeks, time: rule.time, minutes: length }];
  for (const change of changes) {
    const before = starts.at(-1);
    if (before)
      starts.push({
        ...before,
        ...(change.everyWeeks && { everyWeeks: change.everyWeeks }),
        ...(change.time && { time: change.time }),
        ...(change.minutes && { minutes: change.minutes }),
        from: change.from,
      });
  }
  const open = pauses.filter(({ until }) => isUnconfirmed(until)).map(({ from }) => dayNumber(from) - 1);
  return starts.map(({ from, everyWeeks, time, minutes: long }, index) => {
    const following = starts[index + 1];
    const lasts = [...open, ...(following ? [dayNumber(following.from) - 1] : []), ...(ends ? [dayNumber(ends)] : [])];
    const last = lasts.length > 0 ? { last: Math.min(...lasts) } : {};
    return { first: dayNumber(from), every: 7 * everyWeeks, ...last, time: minutesOf(time), minutes: long };
  });
};

const bare = (text: string): string => text.replace(/[.\s]+$/, '');

const kinds = { cancelled: 0, moved: 1, extra: 2 } as const;

const changeOf = (exception: SeriesData['exceptions'][number]): Change => {
  const other = exception.kind === 'cancelled' ? undefined : exception;
  return {
    on: dayNumber(exception.on),
    kind: kinds[exception.kind],
    ...(exception.kind === 'moved' && exception.to && { to: dayNumber(exception.to) }),
    ...(other?.time && { time: minutesOf(other.time) }),
    ...(other?.place && { place: other.place }),
    why: bare(exception.reason),
  };
};

type Entered = Pick<SessionData, 'date' | 'time' | 'title'>;

/** The changes with what the sessions say: another time, or a meeting outside the rhythm. */
const withSessions = (plan: Plan, sessions: readonly Entered[]): Change[] => {
  const changes = [...plan.changes];
  for (const { date, time, title } of sessions) {
    const on = dayNumber(date);
    const index = changes.findIndex(({ on: planned, to = planned, kind }) => to === on && kind > 0);
    const at = time ? { time: minutesOf(time) } : {};
    const known = changes[index];
    if (known) changes[index] = { ...known, ...at };
    else if (!fallsOn(plan, on)) changes.push({ on, kind: 2, ...at, why: bare(title) });
    else if (time && !changes.some((change) => change.on === on)) changes.push({ on, kind: 1, ...at });
  }
  return changes;
};

/**
 * The plan of a series and its sessions; undefined while it has no day at all. While the rhythm or its first date is to be confirmed
 * only sessions count, for their days are known: nothing is guessed.
 */
export const planOf = (series: Dated, sessions: readonly Entered[] = []): Plan | undefined => {
  const { rule, minutes, pauses } = series;
  const rhythms = rhythmsOf(series);
  const known = rhythms.length > 0;
  const written: Plan = {
    rhythms,
    pauses: (known ? pauses : []).map(({ from, until, reason }): Pause => ({
      from: dayNumber(from),
      ...(isUnconfirmed(until) ? {} : { until: dayNumber(until) }),
      why: bare(reason),
    })),
    changes: (known ? series.exceptions : []).map(changeOf),
  };
  const usual = (day: number) =>
    rhythms.findLast(({ first }) => first <= day) ?? {
      time: isUnconfirmed(rule) ? undefined : minutesOf(rule.time),
      minutes: isUnconfirmed(minutes) ? 0 : minutes,
    };
  const changes = withSessions(written, sessions).flatMap((change): Change[] => {
    if (change.kind < 2) return [change];
    const { time, minutes: long } = usual(change.on);
    const extra = { time, minutes: long, ...change };
    // Whose time nobody knows is not a meeting yet.
    return extra.time === undefined ? [] : [extra];
  });
  return known || changes.length > 0 ? { ...written, changes } : undefined;
};

/** The session of a day on which a meeting takes place. */
export const sessionOn = <T extends { data: Pick<SessionData, 'date'> }>(sessions: readonly T[], day: number): T | undefined =>
  sessions.find(({ data }) => data.date === plainDay(day));
