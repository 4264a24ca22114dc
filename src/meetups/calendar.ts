/**
 * Calendar files (RFC 5545), written by ical-generator. A rhythm is one repeating event, and its changes are further events with the
 * same UID and a RECURRENCE-ID, so that subscribers see them in place of what was planned. A new rhythm is an event of its own: there
 * is no rule in iCalendar that changes on the way.
 */
import ical, {
  ICalEventRepeatingFreq,
  ICalEventStatus,
  ICalWeekday,
  type ICalCalendar,
  type ICalEventData,
} from 'ical-generator';
import { Temporal } from 'temporal-polyfill';
import { tzlib_get_ical_block } from 'timezones-ical-library';
import { isUnconfirmed } from '../fields.ts';
import { plainDay, planOf, sessionOn, weekdayOf } from './plan.ts';
import { fallsOn, instantOf, meetings, type Meeting, type Plan, type Rhythm } from './recurrence.ts';
import type { SeriesData, SessionData } from './schema.ts';

export const ZONE = 'Europe/London';

export interface Entry<T> {
  id: string;
  data: T;
}

/** A series with everything that its calendar tells. */
export interface Listed extends Entry<SeriesData> {
  sessions: readonly Entry<SessionData>[];
  /** Rises with every change of the series or of a session: calendars take the event with the higher one. */
  sequence: number;
  /** The day of the newest change, `YYYY-MM-DD`. */
  changed: string;
}

/** Where the calendar is published. */
export interface Publication {
  name: string;
  /** The site's name, which the product identifier carries. */
  publisher: string;
  /** The whole web address of a site path. */
  full: (path: string) => string;
}

const at = (instant: number): Temporal.ZonedDateTime => Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(ZONE);

const codes = {
  Monday: 'MO',
  Tuesday: 'TU',
  Wednesday: 'WE',
  Thursday: 'TH',
  Friday: 'FR',
  Saturday: 'SA',
  Sunday: 'SU',
} as const;

const placeOf = ({ place }: SeriesData, other?: string): string | null =>
  other ??
  (isUnconfirmed(place)
    ? null
    : [isUnconfirmed(place.room) ? '' : place.room, place.name, place.address].filter(Boolean).join(', '));

/** What every event of a series says. */
const common = ({ id, data, sequence, changed }: Listed, { full }: Publication) => ({
  timezone: ZONE,
  sequence,
  stamp: Temporal.Instant.from(`${changed}T00:00:00Z`),
  lastModified: Temporal.Instant.from(`${changed}T00:00:00Z`),
  summary: data.title,
  description: data.summary,
  location: placeOf(data),
  url: full(`/meetups/${id}/`),
  status: ICalEventStatus.CONFIRMED,
});

/** When a meeting begins and ends. Without a known length it has no end, which calendars show as a point in time. */
const times = ({ start, minutes }: Pick<Meeting, 'start' | 'minutes'>) => ({
  start: at(start),
  ...(minutes ? { end: at(start + minutes * 60_000) } : {}),
});

/** The name and the words of one meeting: those of its session, and why it is not as usual. */
const told = (series: Listed, meeting: Meeting, { full }: Publication) => {
  const session = sessionOn(series.sessions, meeting.day);
  const title = session ? `${series.data.title}: ${session.data.title}` : series.data.title;
  const why = meeting.changed && meeting.why && meeting.why !== session?.data.title ? `${meeting.why}. ` : '';
  return {
    summary: meeting.kind === 0 ? `Cancelled: ${title}` : title,
    description: `${why}${session?.data.summary ?? series.data.summary}`,
    location: placeOf(series.data, meeting.place),
    status: meeting.kind === 0 ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    ...(session ? { url: full(`/meetups/${session.id}/`) } : {}),
  };
};

/** The last day on which a rhythm that ends really meets. */
const lastOf = ({ first, every, last }: Rhythm): number | undefined =>
  last === undefined ? undefined : first + Math.floor((last - first) / every) * every;

const skippedBy = ({ pauses }: Plan, { first, every, last = Infinity }: Rhythm): number[] =>
  pauses.flatMap(({ from, until = from }) => {
    const begin = first + Math.max(0, Math.ceil((from - first) / every)) * every;
    const end = Math.min(until, last);
    return begin > end
      ? []
      : Array.from({ length: Math.floor((end - begin) / every) + 1 }, (_unused, index) => begin + index * every);
  });

const repeating = (plan: Plan, rhythm: Rhythm): NonNullable<ICalEventData['repeating']> => {
  const last = lastOf(rhythm);
  const skipped = [...new Set(skippedBy(plan, rhythm))].map((day) => at(instantOf(day, rhythm.time)));
  return {
    freq: ICalEventRepeatingFreq.WEEKLY,
    interval: rhythm.every / 7,
    byDay: [ICalWeekday[codes[weekdayOf(rhythm.first)]]],
    ...(last === undefined ? {} : { until: Temporal.Instant.fromEpochMilliseconds(instantOf(last, rhythm.time)) }),
    ...(skipped.length > 0 ? { exclude: skipped } : {}),
  };
};

/** The events of one series. */
const eventsOf = (series: Listed, publication: Publication): ICalEventData[] => {
  const plan = planOf(
    series.data,
    series.sessions.map(({ data }) => data),
  );
  if (!plan) return [];
  const { host } = new URL(publication.full('/'));
  const base = common(series, publication);
  const live = plan.rhythms
    .map((rhythm, index) => ({ rhythm, id: `${series.id}.${index + 1}@${host}` }))
    .filter(({ rhythm: { first, last = first } }) => first <= last);
  const rhythms = live.map(({ rhythm, id }): ICalEventData => ({
    ...base,
    ...times({ start: instantOf(rhythm.first, rhythm.time), minutes: rhythm.minutes }),
    id,
    repeating: repeating(plan, rhythm),
  }));
  const days = [
    ...plan.changes.map(({ on, to = on }) => to),
    ...series.sessions.map(({ data }) => Date.parse(data.date) / 86_400_000),
  ];
  const single = [...new Set(days)].flatMap((day) => meetings(plan, day, day));
  const others = single
    .filter(({ changed, day }) => changed || sessionOn(series.sessions, day))
    .map((meeting): ICalEventData => {
      const planned =
        meeting.kind < 2 && fallsOn(plan, meeting.on) ? live.findLast(({ rhythm }) => rhythm.first <= meeting.on) : undefined;
      return {
        ...base,
        ...told(series, meeting, publication),
        ...times(meeting),
        id: planned?.id ?? `${series.id}.${plainDay(meeting.on)}@${host}`,
        ...(planned ? { recurrenceId: at(instantOf(meeting.on, planned.rhythm.time)) } : {}),
      };
    });
  return [...rhythms, ...others];
};

const calendar = ({ name, publisher, full }: Publication, path: string, events: ICalEventData[]): ICalCalendar =>
  ical({
    name,
    prodId: { company: publisher, product: 'Meet-ups', language: 'EN' },
    // Without a name: with one, the library writes even DTSTAMP and UNTIL as local times, which RFC 5545 wants in UTC.
    timezone: { name: null, generator: (zone) => tzlib_get_ical_block(zone)[0] ?? null },
    x: { 'X-WR-TIMEZONE': ZONE },
    url: full(path),
    source: full(path),
    // Calendars that heed it look again after so many seconds.
    ttl: 6 * 60 * 60,
    events,
  });

/** The calendar of one or more series, as the text of an `.ics` file. `path` is where it is served. */
export const calendarOf = (series: readonly Listed[], publication: Publication, path: string): string =>
  calendar(
    publication,
    path,
    series.flatMap((one) => eventsOf(one, publication)),
  ).toString();

/** The one meeting at which a session takes place, as the text of an `.ics` file; undefined while its time is not known. */
export const sessionCalendar = (series: Listed, session: Entry<SessionData>, publication: Publication): string | undefined => {
  const plan = planOf(
    series.data,
    series.sessions.map(({ data }) => data),
  );
  const day = Date.parse(session.data.date) / 86_400_000;
  const found = plan && meetings(plan, day, day)[0];
  if (!found) return undefined;
  const { host } = new URL(publication.full('/'));
  const event = {
    ...common(series, publication),
    ...told(series, found, publication),
    ...times(found),
    id: `${session.id}@${host}`,
  };
  return calendar(publication, `/meetups/${session.id}.ics`, [event]).toString();
};
