/** Meet-ups: what a series and a session must say, in which words the rhythm is told, and what search engines learn. */
import { describe, expect, test } from 'vitest';
import { sessionEvent } from '../../src/meetups/event.ts';
import { seriesSchema, sessionSchema } from '../../src/meetups/schema.ts';
import { weekdays } from '../../src/meetups/weekdays.ts';
import { ruleInWords, whyNoDate } from '../../src/meetups/words.ts';
import { faults, without } from './helpers.ts';

const TBC = 'to be confirmed';

const rule = { everyWeeks: 2, weekday: 'Wednesday', time: '10:00', zone: 'Europe/London' };

const series = {
  title: 'Fortnightly meet-up',
  summary: 'Clinical and technical people meet every other Wednesday.',
  rule,
  firstDate: '2026-11-25',
  minutes: 60,
  place: { name: 'Institute of Health Informatics', address: '222 Euston Road, London', room: TBC, access: TBC },
  online: TBC,
  hosts: ['simon-ellershaw'],
  visitors: TBC,
  ask: ['simon-ellershaw'],
  changes: [],
  pauses: [],
  exceptions: [],
};

const session = {
  series: 'fortnightly-meetup',
  date: '2026-11-25',
  title: 'Judging discharge summaries',
  summary: 'How three doctors rated what a model wrote.',
};

const DAY = 'Write the day as YYYY-MM-DD, for example 2026-04-19, and check that it exists in the calendar.';
const CLOCK = 'Write the time in quotes on the 24-hour clock, as "10:00".';

const seriesOf = (changes: object = {}) => seriesSchema().parse({ ...series, ...changes });
const sessionOf = (changes: object = {}) => sessionSchema().parse({ ...session, ...changes });
const seriesFaults = (changes: object) => faults(seriesSchema(), { ...series, ...changes });
const sessionFaults = (changes: object) => faults(sessionSchema(), { ...session, ...changes });

describe('a series', () => {
  test('says all this', () => {
    expect(seriesOf()).toEqual(series);
  });

  test('may leave everything but its name and whom to ask to be confirmed', () => {
    const open = { rule: TBC, firstDate: TBC, minutes: TBC, place: TBC, online: TBC, hosts: TBC, visitors: TBC };
    expect(seriesOf(open)).toEqual({ ...series, ...open });
  });

  test('is at London time without saying so, and has no exceptions unless it names some', () => {
    expect(seriesSchema().parse({ ...without(series, 'exceptions', 'changes', 'pauses'), rule: without(rule, 'zone') })).toEqual(
      series,
    );
  });

  test.each([...weekdays])('may meet on a %s', (weekday) => {
    expect(seriesFaults({ rule: { ...rule, weekday }, firstDate: TBC })).toEqual([]);
  });

  test.each(['00:00', '09:05', '19:59', '23:59'])('may meet at %s', (time) => {
    expect(seriesFaults({ rule: { ...rule, time } })).toEqual([]);
  });

  test.each(['24:00', '10:60', '9:00', '10.00', '10:00 am', '10am', '10:00:00', ''])('may not meet at "%s"', (time) => {
    expect(seriesFaults({ rule: { ...rule, time } })).toEqual([`rule.time: ${CLOCK}`]);
  });

  test('wants its time in quotes, because YAML may read 10:00 as the number 600', () => {
    expect(seriesFaults({ rule: { ...rule, time: 600 } })).toEqual(['rule.time: Write the time in quotes, as "10:00".']);
  });

  test.each([
    [{ rule: { ...rule, everyWeeks: 0 } }, 'rule.everyWeeks: Give the number of weeks between meetings, 1 to 12.'],
    [{ rule: { ...rule, everyWeeks: 13 } }, 'rule.everyWeeks: Give the number of weeks between meetings, 1 to 12.'],
    [{ rule: { ...rule, everyWeeks: 'two' } }, 'rule.everyWeeks: Give the number of weeks between meetings.'],
    [
      { rule: { ...rule, weekday: 'Wed' } },
      'rule.weekday: "Wed" is not a weekday. Use one of: Monday, Tuesday, Wednesday, Thursday, Friday, Saturday, Sunday.',
    ],
    [{ rule: { ...rule, zone: 'Europe/Paris' } }, 'rule.zone: "Europe/Paris" is not a time zone. Use one of: Europe/London.'],
    [{ firstDate: '25/11/2026' }, `firstDate: ${DAY}`],
    [{ minutes: 4 }, 'minutes: Give the length in minutes, at least 5.'],
    [{ minutes: 721 }, 'minutes: Give the length in minutes, at most 720.'],
    [{ minutes: 'an hour' }, 'minutes: Give the length in whole minutes.'],
    [{ hosts: [] }, 'hosts: Name at least one host.'],
    [{ ask: [] }, 'ask: Name whom to ask.'],
    [
      { firstDate: '2026-11-26' },
      'firstDate: Thursday 26 November 2026 is not a Wednesday. The nearest are 2026-11-25 and 2026-12-02.',
    ],
    [{ firstDate: '2026-02-31' }, `firstDate: ${DAY}`],
    [
      { changes: [{ from: '2027-03-04' }] },
      'changes.0.from: Thursday 4 March 2027 is not a Wednesday. The nearest are 2027-03-03 and 2027-03-10.',
    ],
    [
      { changes: [{ from: '2026-11-18' }] },
      'changes.0.from: The rhythm before it begins on 2026-11-25. Give a later day, and keep the changes in order.',
    ],
    [
      { rule: TBC, changes: [{ from: '2027-03-03' }] },
      'changes.0: A rhythm that is to be confirmed cannot change yet. Write it into rule.',
    ],
    [
      { pauses: [{ from: '2027-03-03', until: '2027-03-02', reason: 'Refit' }] },
      'pauses.0.until: The pause ends before it begins on 2027-03-03. Give a later day.',
    ],
    [{ ends: '2026-11-24' }, 'ends: The series would end before its rhythm of 2026-11-25 begins. Give a later day.'],

    [{ online: 'teams.microsoft.com' }, 'online: Give a full web address that starts with https://.'],
    [{ place: without(series.place, 'room') }, 'place.room: Give the room.'],
    [{ when: 'soon' }, ': Unrecognized key: "when"'],
  ])('is told what is wrong with %o', (changes, fault) => {
    expect(seriesFaults(changes)).toEqual([fault]);
  });
});

describe('an exception', () => {
  const on = '2026-12-23';
  const reason = 'Christmas';

  test.each([
    { kind: 'cancelled', on, reason },
    { kind: 'moved', on, to: '2026-12-30', reason },
    { kind: 'moved', on, time: '14:00', reason },
    { kind: 'moved', on, place: 'Room 2', reason },
    { kind: 'moved', on, to: '2026-12-30', time: '14:00', place: 'Room 2', reason },
    { kind: 'extra', on: '2026-12-22', reason },
    { kind: 'extra', on: '2026-12-22', time: '14:00', place: 'Room 2', reason },
  ])('may be %o', (exception) => {
    expect(seriesOf({ exceptions: [exception] }).exceptions).toEqual([exception]);
  });

  test.each([
    [{ kind: 'postponed', on, reason }, 'exceptions.0.kind: An exception needs kind: cancelled, moved or extra.'],
    [{ on, reason }, 'exceptions.0.kind: An exception needs kind: cancelled, moved or extra.'],
    [{ kind: 'cancelled', reason }, `exceptions.0.on: ${DAY}`],
    [{ kind: 'cancelled', on }, 'exceptions.0.reason: Give a reason.'],
    [{ kind: 'cancelled', on, reason, to: '2026-12-30' }, 'exceptions.0: Unrecognized key: "to"'],
    [{ kind: 'extra', on, reason, to: '2026-12-30' }, 'exceptions.0: Unrecognized key: "to"'],
    [{ kind: 'moved', on, reason, to: '30/12/2026' }, `exceptions.0.to: ${DAY}`],
    [{ kind: 'moved', on, reason, time: '2pm' }, `exceptions.0.time: ${CLOCK}`],
    [{ kind: 'moved', on, reason }, 'exceptions.0: Say what changes: to (another day), time or place.'],
    [{ kind: 'moved', on, to: '2026-12-30' }, 'exceptions.0.reason: Give a reason.'],
    [
      { kind: 'cancelled', on: '2026-12-30', reason },
      'exceptions.0.on: No meeting falls on Wednesday 30 December 2026. The nearest are Wednesday 23 December 2026 (2026-12-23) and Wednesday 6 January 2027 (2027-01-06).',
    ],
    [
      { kind: 'extra', on, reason },
      'exceptions.0.on: A meeting falls on Wednesday 23 December 2026 anyway. To change it, use kind: moved.',
    ],
  ])('may not be %o', (exception, fault) => {
    expect(seriesFaults({ exceptions: [exception] })).toEqual([fault]);
  });
});

describe('a session', () => {
  test('needs no more than this', () => {
    expect(sessionOf()).toEqual({ ...session, speakers: [] });
  });

  test('may say all this', () => {
    const whole = {
      ...session,
      time: '14:00',
      speakers: [{ name: 'Simon Ellershaw', contact: 'simon-ellershaw' }, { name: 'A guest' }],
      paper: 'https://example.org/paper',
      slides: 'https://example.org/slides',
      notes: 'https://example.org/notes',
    };
    expect(sessionSchema().parse(whole)).toEqual(whole);
  });

  test.each([
    [{ date: '2026-02-30' }, `date: ${DAY}`],
    [{ time: '2pm' }, `time: ${CLOCK}`],
    [
      { series: 'Fortnightly' },
      'series: "Fortnightly" is no entry name: use its file name without .mdx, in lower case with hyphens.',
    ],
    [{ speakers: [{ contact: 'simon-ellershaw' }] }, 'speakers.0.name: Give the name of the speaker.'],
    [{ slides: 'slides.pdf' }, 'slides: Give a full web address that starts with https://.'],
    [{ speaker: 'Simon' }, ': Unrecognized key: "speaker"'],
  ])('is told what is wrong with %o', (changes, fault) => {
    expect(sessionFaults(changes)).toEqual([fault]);
  });
});

describe('in words', () => {
  test.each([
    [1, 'Every Wednesday, 10:00'],
    [2, 'Every other Wednesday, 10:00'],
    [3, 'Every third Wednesday, 10:00'],
    [4, 'Every fourth Wednesday, 10:00'],
    [5, 'Every 5 weeks on Wednesday, 10:00'],
    [12, 'Every 12 weeks on Wednesday, 10:00'],
  ])('every %i weeks is: %s', (everyWeeks, words) => {
    expect(ruleInWords(seriesOf({ rule: { ...rule, everyWeeks } }))).toBe(words);
  });

  test('an open rhythm has no words', () => {
    expect(ruleInWords(seriesOf({ rule: TBC }))).toBeUndefined();
  });

  test.each([
    [{ rule: TBC }, 'Whether it has set days is still to be confirmed.'],
    [{ rule: TBC, firstDate: TBC }, 'Whether it has set days is still to be confirmed.'],
    [{ firstDate: TBC }, 'Which Wednesday is next is still to be confirmed.'],
    [{}, undefined],
  ])('what stands in the way of a date, with %o: %s', (changes, words) => {
    expect(whyNoDate(seriesOf(changes))).toBe(words);
  });
});

describe('a session as an event', () => {
  const URL = 'https://example.org/meetups/x/';
  const eventOf = (sessionChanges: object = {}, seriesChanges: object = {}) =>
    sessionEvent(sessionOf(sessionChanges), seriesOf(seriesChanges), URL);

  test('says what, when, where and whether', () => {
    expect(eventOf({ speakers: [{ name: 'Simon Ellershaw', contact: 'simon-ellershaw' }] })).toEqual({
      '@type': 'Event',
      'name': 'Judging discharge summaries',
      'description': 'How three doctors rated what a model wrote.',
      'startDate': '2026-11-25T10:00:00+00:00',
      'endDate': '2026-11-25T11:00:00+00:00',
      'eventStatus': 'https://schema.org/EventScheduled',
      'url': URL,
      'location': { '@type': 'Place', 'name': 'Institute of Health Informatics', 'address': '222 Euston Road, London' },
      'performer': [{ '@type': 'Person', 'name': 'Simon Ellershaw' }],
    });
  });

  test('guesses neither a time nor a place nor a speaker', () => {
    const event = eventOf({}, { rule: TBC, place: TBC });
    expect(event.startDate).toBe('2026-11-25');
    expect(Object.keys(event)).not.toContain('location');
    expect(Object.keys(event)).not.toContain('performer');
  });

  test('starts at its own time if it has one', () => {
    expect(eventOf({ time: '14:30' }).startDate).toBe('2026-11-25T14:30:00+00:00');
    expect(eventOf({ time: '14:30' }, { rule: TBC }).startDate).toBe('2026-11-25T14:30:00+00:00');
  });

  test.each([
    ['cancelled', '2026-11-25', 'EventCancelled'],
    ['cancelled', '2026-12-09', 'EventScheduled'],
    ['extra', '2026-11-26', 'EventScheduled'],
  ])('with the series %s on %s it is %s', (kind, on, status) => {
    const exceptions = [{ kind, on, reason: 'Because' }];
    expect(eventOf({}, { exceptions }).eventStatus).toBe(`https://schema.org/${status}`);
  });

  test.each([
    { kind: 'moved', on: '2026-12-09', to: '2026-11-26', time: '14:00', place: 'Room 2', reason: 'Because' },
    { kind: 'extra', on: '2026-11-26', time: '14:00', place: 'Room 2', reason: 'Because' },
  ])('starts when and where the series says that it does: %o', (exception) => {
    const event = eventOf({ date: '2026-11-26' }, { exceptions: [exception] });
    expect(event.startDate).toBe('2026-11-26T14:00:00+00:00');
    expect(event.location).toEqual({ '@type': 'Place', 'name': 'Room 2' });
  });

  test('keeps the usual time and place where the series does not name others', () => {
    const moved = { kind: 'moved', on: '2026-11-25', to: '2026-11-26', reason: 'Because' };
    expect(eventOf({ date: '2026-11-26' }, { exceptions: [moved] })).toEqual({
      ...eventOf(),
      startDate: '2026-11-26T10:00:00+00:00',
      endDate: '2026-11-26T11:00:00+00:00',
      eventStatus: 'https://schema.org/EventRescheduled',
    });
  });

  test('starts at its own time, whatever the series says', () => {
    const extra = { kind: 'extra', on: '2026-11-26', time: '14:00', reason: 'Because' };
    expect(eventOf({ date: '2026-11-26', time: '09:30' }, { exceptions: [extra] }).startDate).toBe('2026-11-26T09:30:00+00:00');
  });
});
