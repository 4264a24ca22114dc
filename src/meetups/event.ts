/** Meetings as schema.org Events. Nothing is guessed: without a place or a time, none is given. */
import { dayNumber } from '../days.ts';
import { isUnconfirmed } from '../fields.ts';
import { clock, plainDay, planOf } from './plan.ts';
import { meetings, offsetAt, stateAt, type Meeting, type Plan } from './recurrence.ts';
import type { SeriesData, SessionData } from './schema.ts';

type Thing = Record<string, unknown>;

/** `2026-12-02T10:00:00+00:00`: London time with its offset. */
export const stamp = (instant: number): string => {
  const offset = offsetAt(instant);
  return `${new Date(instant + offset).toISOString().slice(0, 19)}+0${offset / 3_600_000}:00`;
};

const statusOf = ({ kind, on, day, changed }: Meeting, moved: boolean): string =>
  kind === 0 ? 'EventCancelled' : changed && kind === 1 && (on !== day || moved) ? 'EventRescheduled' : 'EventScheduled';

const placeOf = ({ place }: Pick<SeriesData, 'place'>, other?: string): Thing => {
  const usual = isUnconfirmed(place) ? undefined : { name: place.name, address: place.address };
  const named = other ? { name: other } : usual;
  return named ? { location: { '@type': 'Place', ...named } } : {};
};

/** One meeting of a series: when, where and whether. */
const meetingEvent = (meeting: Meeting, series: Pick<SeriesData, 'place' | 'exceptions'>): Thing => ({
  startDate: stamp(meeting.start),
  ...(meeting.minutes ? { endDate: stamp(meeting.end) } : {}),
  eventStatus: `https://schema.org/${statusOf(
    meeting,
    series.exceptions.some(({ kind, on, ...rest }) => kind === 'moved' && on === plainDay(meeting.on) && 'time' in rest),
  )}`,
  ...placeOf(series, meeting.place),
});

/** @param url the whole web address of the session's page. */
export const sessionEvent = (session: SessionData, series: SeriesData, url: string): Thing => {
  const plan = planOf(series, [session]);
  const day = dayNumber(session.date);
  const meeting = plan && meetings(plan, day, day)[0];
  return {
    '@type': 'Event',
    'name': session.title,
    'description': session.summary,
    ...(meeting
      ? meetingEvent(meeting, series)
      : { startDate: session.date, eventStatus: 'https://schema.org/EventScheduled', ...placeOf(series) }),
    url,
    ...(session.speakers.length > 0 ? { performer: session.speakers.map(({ name }) => ({ '@type': 'Person', name })) } : {}),
  };
};

/** The meetings that are announced ahead: in structured data and in the feed. */
const AHEAD_DAYS = 180;

/** The next meetings as of an instant, cancelled ones among them. */
export const ahead = (plan: Plan, now: number): Meeting[] =>
  meetings(plan, Math.floor(now / 86_400_000) - 1, Math.floor(now / 86_400_000) + AHEAD_DAYS).filter(({ end }) => end > now);

/** A series with its rhythm and its next meetings, at most six; undefined when none is ahead. */
export const seriesEvent = (series: SeriesData, plan: Plan, url: string, now: number): Thing | undefined => {
  const next = ahead(plan, now).slice(0, 6);
  if (next.length === 0 || stateAt(plan, now).next === undefined) return undefined;
  const rhythm = plan.rhythms.findLast(({ first }) => first <= (next[0]?.on ?? 0));
  const schedule = rhythm && {
    eventSchedule: {
      '@type': 'Schedule',
      'repeatFrequency': `P${rhythm.every / 7}W`,
      'startDate': plainDay(rhythm.first),
      'startTime': clock(rhythm.time),
      'scheduleTimezone': 'Europe/London',
      ...(rhythm.last === undefined ? {} : { endDate: plainDay(rhythm.last) }),
    },
  };
  return {
    '@type': 'EventSeries',
    'name': series.title,
    'description': series.summary,
    url,
    ...schedule,
    'subEvent': next.map((meeting) => ({ '@type': 'Event', 'name': series.title, url, ...meetingEvent(meeting, series) })),
  };
};
