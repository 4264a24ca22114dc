/** When a series meets, in five machine zones, against the time zone arithmetic of Temporal. */
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { dayNumber } from '../../src/days.ts';
import { plainDay } from '../../src/meetups/plan.ts';
import { dayOf, instantOf, meetings, stateAt, type Meeting } from '../../src/meetups/recurrence.ts';
import { sayNext } from '../../src/meetups/say.ts';
import { told } from '../../src/meetups/words.ts';
import { weekdays } from '../../src/meetups/weekdays.ts';
import { anyRhythm, anySeries, END, planned, seriesOf } from './meetups-series.ts';

const LONDON = 'Europe/London';
const runs = { numRuns: 20 };

/** Each machine zone with how far behind UTC it is in July 2026, in minutes: proof that it is in force. */
const zones = {
  'UTC': 0,
  'Europe/London': -60,
  'America/New_York': 240,
  'Pacific/Auckland': -720,
  'Pacific/Kiritimati': -840,
};

const inLondon = (instant: number) => Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(LONDON);
const keys = (found: readonly Meeting[]) => found.map(({ on, day, start, kind }) => `${on} ${day} ${start} ${kind}`);

describe.each(Object.entries(zones))('on a machine in %s', (zone, behind) => {
  const before = process.env.TZ;
  beforeAll(() => void (process.env.TZ = zone));
  afterAll(() => {
    if (before === undefined) delete process.env.TZ;
    else process.env.TZ = before;
  });

  test('the zone is in force', () => {
    expect(new Date(Date.UTC(2026, 6, 1)).getTimezoneOffset()).toBe(behind);
  });

  test('a London day and time is the instant that Temporal finds, in the hours of both clock changes too', () => {
    const nearChange = fc
      .integer({ min: 2024, max: 2036 })
      .chain((year) => fc.constantFrom(3, 10).map((month) => Temporal.PlainDate.from({ year, month, day: 31 })))
      .map((last) => dayNumber(last.subtract({ days: last.dayOfWeek % 7 }).toString()));
    const day = fc.oneof(nearChange, fc.integer({ min: dayNumber('2024-01-01'), max: END }));
    fc.assert(
      fc.property(day, fc.integer({ min: 0, max: 1439 }), (on, minutes) => {
        const local = Temporal.PlainDate.from(plainDay(on)).toPlainDateTime().add({ minutes });
        expect(instantOf(on, minutes)).toBe(local.toZonedDateTime(LONDON).epochMilliseconds);
        expect(dayOf(instantOf(on, minutes))).toBe(on);
      }),
      { numRuns: 400 },
    );
  });

  test('no meeting lands on another weekday or another local time, from 2024 to 2036', () => {
    fc.assert(
      fc.property(anyRhythm, (series) => {
        if (typeof series.rule === 'string') throw new Error('no rule');
        const { weekday, time, everyWeeks } = series.rule;
        const first = dayNumber(series.firstDate);
        const found = meetings(planned(series), first, END);
        expect(found).toHaveLength(Math.floor((END - first) / (7 * everyWeeks)) + 1);
        // An hour that a clock change skips is one later; every other local time is kept.
        const wrong = found.filter(({ day, start }) => {
          const wanted = Temporal.PlainDate.from(plainDay(day)).toZonedDateTime({ timeZone: LONDON, plainTime: time });
          const at = inLondon(start);
          const odd = at.toPlainTime().toString().slice(0, 5) !== time && !(weekday === 'Sunday' && time.startsWith('01'));
          const weekdayThere = weekdays[at.dayOfWeek - 1];
          return odd || start !== wanted.epochMilliseconds || weekdayThere !== weekday || (day - first) % (7 * everyWeeks) !== 0;
        });
        expect(wrong).toEqual([]);
      }),
      runs,
    );
  });

  test('what is cancelled, moved or paused never shifts the rhythm', () => {
    fc.assert(
      fc.property(anySeries, (series) => {
        const first = dayNumber(String(series.firstDate));
        const undisturbed = seriesOf({ ...series, exceptions: [], pauses: [] });
        const usual = new Set(keys(meetings(planned(undisturbed), first, END)));
        const [pause] = series.pauses;
        const found = meetings(planned(series), first, END);
        expect(keys(found.filter(({ changed }) => !changed)).filter((key) => !usual.has(key))).toEqual([]);
        const lost = meetings(planned(undisturbed), first, END).filter(({ day }) => !found.some(({ on }) => on === day));
        expect(lost.filter(({ day }) => !(pause && pause.from <= plainDay(day) && plainDay(day) <= pause.until))).toEqual([]);
      }),
      runs,
    );
  });

  test('a new rhythm always begins on its own day, and is counted from it', () => {
    fc.assert(
      fc.property(anySeries, (series) => {
        const [change] = series.changes;
        if (!change) throw new Error('no change');
        const from = dayNumber(change.from);
        const found = meetings(planned(seriesOf({ ...series, pauses: [], exceptions: [] })), 0, END);
        const after = found.filter(({ day }) => day >= from);
        expect(after[0]?.day).toBe(from);
        const wrong = after.filter(({ day, start }) => {
          const at = Temporal.PlainDate.from(plainDay(day)).toZonedDateTime({ timeZone: LONDON, plainTime: String(change.time) });
          return (day - from) % (7 * (change.everyWeeks ?? 0)) !== 0 || start !== at.epochMilliseconds;
        });
        expect(wrong).toEqual([]);
      }),
      runs,
    );
  });

  test('the next meeting is the first that has not ended, at any instant', () => {
    const instant = fc.integer({ min: Date.UTC(2024, 0, 1), max: Date.UTC(2030, 0, 1) });
    fc.assert(
      fc.property(anySeries, instant, (series, now) => {
        const plan = planned(series);
        const all = meetings(plan, 0, END).filter(({ kind }) => kind !== 0);
        const expected = all.find(({ end }) => end > now);
        expect(stateAt(plan, now).next?.start).toBe(expected?.start);
      }),
      runs,
    );
  });

  test.each([
    ['2026-11-23T12:00Z', 'Next: Wednesday 2 December 2026, 10:00 (in nine days).'],
    ['2026-12-01T23:59Z', 'Next: Wednesday 2 December 2026, 10:00 (tomorrow).'],
    ['2026-12-02T09:59Z', 'Today, 10:00 to 11:00.'],
    ['2026-12-02T10:00Z', 'Today, on now until 11:00.'],
    ['2026-12-02T10:59Z', 'Today, on now until 11:00.'],
    [
      '2026-12-02T11:00Z',
      'Next: Thursday 17 December 2026, 11:00 (in 15 days). Moved from Wednesday 16 December 2026: Room taken.',
    ],
    [
      '2026-12-29T12:00Z',
      'Cancelled this time (Wednesday 30 December 2026: Christmas); the next is Wednesday 13 January 2027, 10:00 (in 15 days).',
    ],
    ['2027-03-27T12:00Z', 'Next: Wednesday 7 April 2027, 10:00 (in 11 days).'],
    ['2027-04-07T08:59Z', 'Today, 10:00 to 11:00.'],
    ['2027-04-07T09:00Z', 'Today, on now until 11:00.'],
  ])('at %s it says: %s', (now, words) => {
    const series = seriesOf({
      exceptions: [
        { kind: 'moved', on: '2026-12-16', to: '2026-12-17', time: '11:00', reason: 'Room taken.' },
        { kind: 'cancelled', on: '2026-12-30', reason: 'Christmas' },
      ],
    });
    expect(sayNext(told(planned(series)), Date.parse(now), LONDON)).toBe(words);
  });
});

test('the visitor’s own time stands beside London’s where it differs', () => {
  const now = Date.parse('2026-12-01T12:00Z');
  const say = (zone: string) => sayNext(told(planned(seriesOf())), now, zone);
  expect(say('Pacific/Auckland')).toMatch(/Your time: Wednesday 2 December 2026, 23:00\.$/);
  expect(say('Europe/Lisbon')).not.toContain('Your time');
});

test('a pause, an end and an open pause are said', () => {
  const at = (changes: object, now: string) => sayNext(told(planned(seriesOf(changes))), Date.parse(now), LONDON);
  const pause = { from: '2027-02-01', until: '2027-03-02', reason: 'Refit' };
  expect(at({ pauses: [pause] }, '2027-02-10T09:00Z')).toBe(
    'Paused until Tuesday 2 March 2027: Refit. Next: Wednesday 10 March 2027, 10:00 (in 28 days).',
  );
  expect(at({ pauses: [{ ...pause, until: 'to be confirmed' }] }, '2027-02-10T09:00Z')).toBe(
    'Paused: Refit. No further meeting is planned.',
  );
  expect(at({ ends: '2026-12-20' }, '2026-12-17T09:00Z')).toBe('No further meeting is planned.');
});

test('a meeting whose length nobody knows is on until its day is over', () => {
  const plan = told(planned(seriesOf({ minutes: 'to be confirmed' })));
  expect(sayNext(plan, Date.parse('2026-12-02T09:00Z'), LONDON)).toBe('Today, 10:00.');
  expect(sayNext(plan, Date.parse('2026-12-02T20:00Z'), LONDON)).toBe('Today, on now.');
  expect(stateAt(plan, Date.parse('2026-12-03T00:00Z')).next?.start).toBe(Date.parse('2026-12-16T10:00Z'));
});
