/**
 * When a series meets. The only place in which that is reckoned: the build and the script of a page both run this very code, so a page
 * built long ago counts as one built today. Days are whole numbers counted from 1 January 1970, never instants: no machine's zone
 * plays a part, and the clock is changed only where a day and a time become an instant. It imports nothing, because it is shipped.
 */

/** From `first` on, every so many days, at a time in minutes after midnight; `minutes` is 0 while nobody knows the length. */
export interface Rhythm {
  first: number;
  every: number;
  /** The last day on which it may meet. */
  last?: number | undefined;
  time: number;
  minutes: number;
}

/** One meeting that differs from the rhythm, or stands outside it. */
export interface Change {
  /** The day of the rhythm that is meant; of an extra meeting, its own day. */
  on: number;
  /** 0 cancelled, 1 moved, 2 extra. */
  kind: 0 | 1 | 2;
  to?: number | undefined;
  time?: number | undefined;
  minutes?: number | undefined;
  place?: string | undefined;
  why?: string | undefined;
}

/** Days on which nothing takes place, both included; the rhythm is counted on meanwhile. */
export interface Pause {
  from: number;
  /** Absent while nobody knows how long. */
  until?: number | undefined;
  why: string;
}

/** Everything that decides when a series meets. It stands in the page as JSON, for the script that says what is next. */
export interface Plan {
  rhythms: Rhythm[];
  pauses: Pause[];
  changes: Change[];
}

export interface Meeting extends Change {
  /** The day on which it takes place, and when: minutes after midnight, London time. */
  day: number;
  time: number;
  minutes: number;
  /** Instants, in milliseconds. Without a known length a meeting counts as over at the end of its day. */
  start: number;
  end: number;
  /** Whether it differs from the rhythm. */
  changed: boolean;
}

const MINUTE = 60_000;
const DAY = 1440 * MINUTE;

const london = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/London', hour: 'numeric', hourCycle: 'h23' });

/** How far London is ahead of UTC at an instant, in milliseconds: nothing in winter, an hour in summer. */
export const offsetAt = (instant: number): number =>
  ((Number(london.format(instant)) - new Date(instant).getUTCHours() + 24) % 24) * 60 * MINUTE;

/** The instant of a London day and time. Of an hour that comes twice it is the first; one that is skipped is an hour later. */
export const instantOf = (day: number, minutes: number): number => {
  const utc = day * DAY + minutes * MINUTE;
  return utc - offsetAt(utc - 60 * MINUTE);
};

/** The London day of an instant. */
export const dayOf = (instant: number): number => Math.floor((instant + offsetAt(instant)) / DAY);

const rhythmOn = ({ rhythms, pauses }: Plan, day: number): Rhythm | undefined =>
  pauses.some(({ from, until = day }) => from <= day && day <= until)
    ? undefined
    : rhythms.find(({ first, every, last = day }) => first <= day && day <= last && (day - first) % every === 0);

const meeting = (change: Change, rhythm: Pick<Rhythm, 'time' | 'minutes'>, changed: boolean): Meeting => {
  const { to: day = change.on, time = rhythm.time, minutes = rhythm.minutes } = change;
  const start = instantOf(day, time);
  return { ...change, day, time, minutes, start, end: minutes ? start + minutes * MINUTE : instantOf(day + 1, 0), changed };
};

/** Whether the rhythm falls on a day, whatever becomes of that meeting. */
export const fallsOn = (plan: Plan, day: number): boolean => rhythmOn(plan, day) !== undefined;

/** Every meeting between two days, both included, in order; cancelled ones are there and say so. */
export const meetings = (plan: Plan, from: number, to: number): Meeting[] => {
  const found: Meeting[] = [];
  for (const { first, every, last = to } of plan.rhythms) {
    const begin = first + Math.max(0, Math.ceil((from - first) / every)) * every;
    for (let day = begin; day <= Math.min(last, to); day += every) {
      const rhythm = rhythmOn(plan, day);
      if (rhythm && !plan.changes.some(({ on, kind }) => on === day && kind < 2))
        found.push(meeting({ on: day, kind: 1 }, rhythm, false));
    }
  }
  for (const change of plan.changes) {
    const rhythm = change.kind < 2 ? rhythmOn(plan, change.on) : { time: 0, minutes: 0 };
    const day = change.to ?? change.on;
    if (rhythm && from <= day && day <= to) found.push(meeting(change, rhythm, true));
  }
  return found.sort((a, b) => a.start - b.start);
};

export interface State {
  /** The meeting that is on, else the next that takes place. */
  next: Meeting | undefined;
  /** What would have been before it, but is cancelled. */
  off: Meeting | undefined;
  /** The pause that the instant falls in. */
  pause: Pause | undefined;
}

/** How things stand at an instant. A meeting is current until it ends. */
export const stateAt = (plan: Plan, now: number): State => {
  const today = dayOf(now);
  // A meeting that began yesterday may last past midnight; no pause that anybody writes down is longer than four years.
  const ahead = meetings(plan, today - 1, today + 1500).filter(({ end }) => end > now);
  const next = ahead.find(({ kind }) => kind);
  const [first] = ahead;
  return {
    next,
    off: first === next ? undefined : first,
    pause: plan.pauses.find(({ from, until = today }) => from <= today && today <= until),
  };
};
