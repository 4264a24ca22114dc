/** Series for the tests of meet-ups: one that is written out, and any that an organiser might write. */
import fc from 'fast-check';
import { dayNumber } from '../../src/days.ts';
import { planOf, plainDay, weekdayOf } from '../../src/meetups/plan.ts';
import { fallsOn, meetings, type Plan } from '../../src/meetups/recurrence.ts';
import { seriesSchema, type SeriesData } from '../../src/meetups/schema.ts';

const TBC = 'to be confirmed';

export const usual = {
  title: 'Fortnightly meet-up',
  summary: 'Clinical and technical people meet every other Wednesday.',
  rule: { everyWeeks: 2, weekday: 'Wednesday', time: '10:00', zone: 'Europe/London' },
  firstDate: '2026-12-02',
  minutes: 60,
  place: { name: 'Institute of Health Informatics', address: '222 Euston Road, London', room: TBC, access: TBC },
  online: TBC,
  hosts: TBC,
  visitors: TBC,
  ask: ['simon-ellershaw'],
} as const;

export const seriesOf = (changes: object = {}): SeriesData => seriesSchema().parse({ ...usual, ...changes });

/** The plan of a series that has one. */
export const planned = (series: SeriesData): Plan => {
  const plan = planOf(series);
  if (!plan) throw new Error('This series has no plan.');
  return plan;
};

const START = dayNumber('2024-01-01');
export const END = dayNumber('2036-12-31');

const clockTime = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
  .map(([hour, minute]) => `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`);

/** A series with its rhythm alone, anywhere from 2024 on. */
export const anyRhythm = fc
  .record({ first: fc.integer({ min: START, max: START + 800 }), everyWeeks: fc.integer({ min: 1, max: 12 }), time: clockTime })
  .map(({ first, everyWeeks, time }) =>
    seriesOf({ rule: { everyWeeks, weekday: weekdayOf(first), time }, firstDate: plainDay(first) }),
  );

/** A series with a new rhythm, a pause and exceptions of every kind, each on a day on which a meeting falls. */
export const anySeries = fc
  .record({
    bare: anyRhythm,
    shift: fc.integer({ min: 400, max: 1500 }),
    often: fc.integer({ min: 1, max: 12 }),
    later: clockTime,
    paused: fc.integer({ min: 100, max: 2000 }),
    length: fc.integer({ min: 0, max: 90 }),
    picks: fc.uniqueArray(fc.integer({ min: 0, max: 60 }), { maxLength: 6 }),
    move: fc.integer({ min: 1, max: 3 }),
  })
  .map(({ bare, shift, often, later, paused, length, picks, move }) => {
    const first = dayNumber(String(bare.firstDate));
    const from = first + shift;
    const changes = [{ from: plainDay(from), weekday: weekdayOf(from), everyWeeks: often, time: later }];
    const pauses = [{ from: plainDay(first + paused), until: plainDay(first + paused + length), reason: 'Refit' }];
    const series = seriesOf({ ...bare, changes, pauses });
    const days = meetings(planned(series), first, first + 5 * 365);
    const exceptions = picks.flatMap((pick, index) => {
      const meeting = days[pick];
      if (!meeting) return [];
      const on = plainDay(meeting.on);
      // The day on which a new rhythm begins may be four days after the old one met.
      const extra = plainDay(meeting.on + (fallsOn(planned(series), meeting.on + 4) ? 5 : 4));
      return [
        { kind: 'cancelled', on, reason: 'Strike' },
        { kind: 'moved', on, to: plainDay(meeting.on + move), time: '14:15', place: 'Room 2', reason: 'Room taken' },
        { kind: 'extra', on: extra, time: '16:00', reason: 'A guest' },
      ].slice(index % 3, (index % 3) + 1);
    });
    return seriesOf({ ...series, exceptions });
  });
