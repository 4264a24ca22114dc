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

const inOddHour = ({ rule, changes: [change] }: SeriesData): boolean =>
  (typeof rule !== 'string' && rule.weekday === 'Sunday' && /^0[01]/.test(rule.time)) ||
  (change?.weekday === 'Sunday' && /^0[01]/.test(change.time ?? ''));

describe('two other parsers expand a calendar to exactly our occurrences of five years', () => {
  const property = (read: (text: string, from: number) => Found[]) =>
    fc.property(anySeries, (series) => {
      // What becomes of a meeting that begins or ends in the hour that the clocks skip or repeat, iCalendar leaves to programs.
      fc.pre(!inOddHour(series));
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

/** What Debian's python3-icalendar reads: every event with what it says. It has no expansion, so it judges the form alone. */
const READ_BY_PYTHON = `
import json, sys
from icalendar import Calendar
read = Calendar.from_ical(sys.stdin.buffer.read())
print(json.dumps([{
  'uid': str(event['UID']),
  'start': event.decoded('DTSTART').isoformat(),
  'end': event.decoded('DTEND').isoformat(),
  'status': str(event['STATUS']),
  'rule': event['RRULE'].to_ical().decode() if 'RRULE' in event else None,
  'instead': event.decoded('RECURRENCE-ID').isoformat() if 'RECURRENCE-ID' in event else None,
} for event in read.walk('VEVENT')]))
`;
// Debian's own Python has Debian's packages, and need not be the first on the path.
const python = ['/usr/bin/python3', 'python3'].find((name) => spawnSync(name, ['-c', 'import icalendar']).status === 0);

const changed = seriesOf({
  changes: [{ from: '2027-06-03', weekday: 'Thursday', time: '14:00', everyWeeks: 4 }],
  pauses: [{ from: '2027-02-01', until: '2027-03-02', reason: 'Refit' }],
  exceptions: [
    { kind: 'cancelled', on: '2026-12-30', reason: 'Christmas' },
    { kind: 'moved', on: '2027-04-07', to: '2027-04-08', time: '11:00', place: 'Room 2', reason: 'Room taken' },
    { kind: 'extra', on: '2027-01-20', reason: 'A guest; bring questions, please' },
  ],
});

describe('a calendar file', () => {
  const text = textOf(changed);

  test.skipIf(python === undefined)('is read by python3-icalendar (skipped where that package is not installed)', () => {
    const { stdout, stderr } = spawnSync(String(python), ['-c', READ_BY_PYTHON], { input: text, encoding: 'utf8' });
    expect(stderr).toBe('');
    const uid = (name: string) => `fortnightly-meetup.${name}@example.org`;
    expect(JSON.parse(stdout)).toEqual([
      {
        uid: uid('1'),
        start: '2026-12-02T10:00:00+00:00',
        end: '2026-12-02T11:00:00+00:00',
        status: 'CONFIRMED',
        rule: 'FREQ=WEEKLY;UNTIL=20270602T090000Z;INTERVAL=2;BYDAY=WE',
        instead: null,
      },
      {
        uid: uid('2'),
        start: '2027-06-03T14:00:00+01:00',
        end: '2027-06-03T15:00:00+01:00',
        status: 'CONFIRMED',
        rule: 'FREQ=WEEKLY;INTERVAL=4;BYDAY=TH',
        instead: null,
      },
      {
        uid: uid('1'),
        start: '2026-12-30T10:00:00+00:00',
        end: '2026-12-30T11:00:00+00:00',
        status: 'CANCELLED',
        rule: null,
        instead: '2026-12-30T10:00:00+00:00',
      },
      {
        uid: uid('1'),
        start: '2027-04-08T11:00:00+01:00',
        end: '2027-04-08T12:00:00+01:00',
        status: 'CONFIRMED',
        rule: null,
        instead: '2027-04-07T10:00:00+01:00',
      },
      {
        uid: uid('2027-01-20'),
        start: '2027-01-20T10:00:00+00:00',
        end: '2027-01-20T11:00:00+00:00',
        status: 'CONFIRMED',
        rule: null,
        instead: null,
      },
    ]);
  });

  test('ends every line with CRLF and folds it before 76 bytes', () => {
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    for (const line of text.split('\r\n')) expect(Buffer.byteLength(line), line).toBeLessThanOrEqual(75);
  });

  test('names the London zone by its yearly rules, and writes stamps in UTC', () => {
    expect(text).toContain('TZID:Europe/London\r\n');
    expect(text).toContain('RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU\r\n');
    expect(text).toContain('RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU\r\n');
    expect(text).toContain('DTSTAMP:20261120T000000Z\r\n');
  });

  test('gives whole addresses below the base path', () => {
    expect(text.replaceAll('\r\n ', '')).toContain('URL;VALUE=URI:https://example.org/base/meetups/fortnightly-meetup/\r\n');
  });

  test('leaves out the days of a pause, and says why a meeting is cancelled', () => {
    expect(text).toContain('EXDATE;TZID=Europe/London:20270210T100000,20270224T100000');
    expect(text).toContain('SUMMARY:Cancelled: Fortnightly meet-up');
    expect(text).toContain('DESCRIPTION:Christmas. ');
  });

  test('keeps its identities when the first date and the exceptions change, and carries the sequence that it is given', () => {
    const uids = (data: SeriesData) => [...textOf(data, { sequence: 9 }).matchAll(/^UID:(.*)\r$/gm)].map(([, uid]) => uid);
    expect(new Set(uids(seriesOf({ firstDate: '2026-12-09' })))).toEqual(new Set(uids(seriesOf())));
    expect(textOf(seriesOf(), { sequence: 9 })).toContain('SEQUENCE:9\r\n');
  });

  test('has no event while the first date is to be confirmed', () => {
    expect(textOf(seriesOf({ firstDate: 'to be confirmed' }))).not.toContain('VEVENT');
  });
});

describe('a session', () => {
  const session = (fields: object = {}) => ({
    id: 'judging',
    data: sessionSchema().parse({
      series: 'fortnightly-meetup',
      date: '2026-12-16',
      title: 'Judging summaries',
      summary: 'How three doctors rated what a model wrote.',
      ...fields,
    }),
  });

  test('names its meeting in the calendar of the series, and has a file of its own', () => {
    const sessions = [session()];
    const text = textOf(seriesOf(), { sessions });
    expect(text).toContain('RECURRENCE-ID;TZID=Europe/London:20261216T100000');
    expect(text).toContain('SUMMARY:Fortnightly meet-up: Judging summaries');
    const own = sessionCalendar(listed(seriesOf(), { sessions }), session(), publication);
    expect(own).toContain('UID:judging@example.org');
    expect(own).toContain('DTSTART;TZID=Europe/London:20261216T100000');
  });

  test('on a cancelled day is cancelled', () => {
    const exceptions = [{ kind: 'cancelled', on: '2026-12-16', reason: 'Strike' }];
    const own = sessionCalendar(listed(seriesOf({ exceptions }), { sessions: [session()] }), session(), publication);
    expect(own).toContain('STATUS:CANCELLED');
  });

  test('with a time needs no rhythm, and without either there is no file', () => {
    const open = seriesOf({ rule: 'to be confirmed', firstDate: 'to be confirmed' });
    const at = session({ time: '14:00' });
    expect(sessionCalendar(listed(open, { sessions: [at] }), at, publication)).toContain('20261216T140000');
    expect(sessionCalendar(listed(open, { sessions: [session()] }), session(), publication)).toBeUndefined();
  });
});

test('the feed, the structured data and the calendar agree on what is ahead', () => {
  fc.assert(
    fc.property(anySeries, fc.integer({ min: 0, max: 1500 }), (series, later) => {
      fc.pre(!inOddHour(series));
      const from = dayNumber(String(series.firstDate)) + later;
      const now = from * 86_400_000;
      const plan = planned(series);
      const next = ahead(plan, now);
      const items = feedItems(listed(series), full, now);
      expect(items.map(({ customData }) => /\d{4}-\d\d-\d\d/.exec(customData ?? '')?.[0])).toEqual(
        next.map(({ on }) => plainDay(on)),
      );
      const events = (seriesEvent(series, plan, full('/'), now)?.subEvent ?? []) as { startDate: string; eventStatus: string }[];
      expect(events.map(({ startDate }) => Date.parse(startDate))).toEqual(
        events.length > 0 ? next.slice(0, 6).map(({ start }) => start) : [],
      );
      expect(events.map(({ eventStatus }) => eventStatus.endsWith('Cancelled'))).toEqual(
        next.slice(0, events.length).map(({ kind }) => kind === 0),
      );
      const read = readByIcalJs(textOf(series), from + 180).filter(
        ({ start, end }) => end > now && start < now + 179 * 86_400_000,
      );
      expect(sorted(read)).toEqual(
        sorted(
          next
            .filter(({ start }) => start < now + 179 * 86_400_000)
            .map(({ start, end, kind }) => ({ start, end, off: kind === 0 })),
        ),
      );
    }),
    { numRuns: 25 },
  );
});
