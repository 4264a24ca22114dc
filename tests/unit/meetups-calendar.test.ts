/** The calendar files, as three other projects read them: ical.js, node-ical, and Debian's python3-icalendar where it is there. */
import fc from 'fast-check';
import ICAL from 'ical.js';
import { spawnSync } from 'node:child_process';
import nodeIcal, { type VEvent } from 'node-ical';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { dayNumber } from '../../src/days.ts';
import { calendarOf, sessionCalendar, type Listed } from '../../src/meetups/calendar.ts';
import { feedItems } from '../../src/meetups/feed.ts';
import { ahead, seriesEvent } from '../../src/meetups/event.ts';
import { plainDay } from '../../src/meetups/plan.ts';
import { meetings } from '../../src/meetups/recurrence.ts';
import { sessionSchema, type SeriesData } from '../../src/meetups/schema.ts';
import { anySeries, planned, seriesOf } from './meetups-series.ts';

const full = (path: string): string => `https://example.org/base${path}`;
const publication = { name: 'Meet-ups', publisher: 'A community', full };
const listed = (data: SeriesData, more: Partial<Listed> = {}): Listed => ({
  id: 'fortnightly-meetup',
  data,
  sessions: [],
  sequence: 3,
  changed: '2026-11-20',
  ...more,
});
const textOf = (data: SeriesData, more: Partial<Listed> = {}): string =>
  calendarOf([listed(data, more)], publication, '/meetups/fortnightly-meetup.ics');

const YEARS = 5 * 365;

interface Found {
  start: number;
  end: number;
  off: boolean;
}

const sorted = (found: Found[]): string[] =>
  found
    .toSorted((a, b) => a.start - b.start || a.end - b.end)
    .map(({ start, end, off }) => `${new Date(start).toISOString()} ${(end - start) / 60_000} ${off ? 'cancelled' : ''}`);

/** What our own module says of the five years from a day on. */
const ours = (series: SeriesData, from: number): string[] =>
  sorted(
    meetings(planned(series), from, from + YEARS).map(({ start, minutes, kind }) => ({
      start,
      end: start + minutes * 60_000,
      off: kind === 0,
    })),
  );

const within = (found: Found[], from: number): string[] =>
  sorted(
    found.filter(({ start }) => {
      const day = dayNumber(
        Temporal.Instant.fromEpochMilliseconds(start).toZonedDateTimeISO('Europe/London').toPlainDate().toString(),
      );
      return from <= day && day <= from + YEARS;
    }),
  );

/** Every occurrence that ical.js finds until a day. */
const readByIcalJs = (text: string, until: number): Found[] => {
  const root = new ICAL.Component(ICAL.parse(text) as unknown[]);
  for (const zone of root.getAllSubcomponents('vtimezone')) ICAL.TimezoneService.register(new ICAL.Timezone(zone));
  const events = root.getAllSubcomponents('vevent').map((component) => new ICAL.Event(component));
  const found: Found[] = [];
  for (const event of events.filter((one) => !one.isRecurrenceException())) {
    for (const other of events) if (other.isRecurrenceException() && other.uid === event.uid) event.relateException(other);
    const take = (time: ICAL.Time) => {
      const { item, startDate, endDate } = event.getOccurrenceDetails(time);
      const off = item.component.getFirstPropertyValue('status') === 'CANCELLED';
      found.push({ start: startDate.toUnixTime() * 1000, end: endDate.toUnixTime() * 1000, off });
    };
    if (event.isRecurring()) {
      const each = event.iterator();
      for (let next = each.next() as ICAL.Time | null; next; next = each.next() as ICAL.Time | null) {
        if (next.toUnixTime() > (until + 40) * 86_400) break;
        take(next);
      }
    } else take(event.startDate);
  }
  return found;
};

/** Every occurrence that node-ical finds between two days. */
const readByNodeIcal = (text: string, from: number, to: number): Found[] =>
  Object.values(nodeIcal.sync.parseICS(text)).flatMap((event) => {
    if (event?.type !== 'VEVENT') return [];
    const range = { from: new Date((from - 40) * 86_400_000), to: new Date((to + 40) * 86_400_000) };
    return nodeIcal.expandRecurringEvent(event, range).map((one) => ({
      start: one.start.getTime(),
      end: one.end.getTime(),
      off: (one.event as VEvent).status === 'CANCELLED',
    }));
  });

describe('two other parsers expand a calendar to exactly our occurrences of five years', () => {
  const property = (read: (text: string, from: number) => Found[]) =>
    fc.property(anySeries, (series) => {
      const from = dayNumber(String(series.firstDate));
      expect(within(read(textOf(series), from), from)).toEqual(ours(series, from));
    });

  test('ical.js', () => {
    fc.assert(
      property((text, from) => readByIcalJs(text, from + YEARS)),
      { numRuns: 25 },
    );
  });

  test('node-ical', () => {
    fc.assert(
      property((text, from) => readByNodeIcal(text, from, from + YEARS)),
      { numRuns: 25 },
    );
  });
});
