/** Plain days: counting from one to another, and saying them in words. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { datedInWords, dayNumber, daysBetween, longDay, weekdayAndDay } from '../../src/days.ts';

const written = (number: number): string => new Date(number * 86_400_000).toISOString().slice(0, 10);

/** Days of the years 1600 to 2399. */
const anyDay = fc.integer({ min: dayNumber('1600-01-01'), max: dayNumber('2399-12-31') }).map(written);

describe('counting', () => {
  test.each([
    ['2026-04-19', '2026-04-19', 0],
    ['2026-04-19', '2026-04-20', 1],
    ['2026-04-20', '2026-04-19', -1],
    ['2024-02-28', '2024-03-01', 2],
    ['2026-02-28', '2026-03-01', 1],
    ['2026-01-01', '2027-01-01', 365],
    // The clocks change in London on both of these days; a plain day is a day all the same.
    ['2026-03-29', '2026-03-30', 1],
    ['2026-10-25', '2026-10-26', 1],
  ])('from %s to %s: %i', (from, to, days) => {
    expect(daysBetween(from, to)).toBe(days);
  });

  test('there is as far as back', () => {
    fc.assert(
      fc.property(anyDay, anyDay, (one, other) => {
        expect(daysBetween(one, other) + daysBetween(other, one)).toBe(0);
      }),
    );
  });

  test('by way of a third day it is as far', () => {
    fc.assert(
      fc.property(anyDay, anyDay, anyDay, (from, by, to) => {
        expect(daysBetween(from, by) + daysBetween(by, to)).toBe(daysBetween(from, to));
      }),
    );
  });

  test('the number of a day leads back to it, and grows by one a day', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        expect(written(dayNumber(day))).toBe(day);
        expect(dayNumber(written(dayNumber(day) + 1))).toBe(dayNumber(day) + 1);
        expect(Number.isInteger(dayNumber(day))).toBe(true);
      }),
    );
  });

  test('days are in the order of their numbers', () => {
    fc.assert(
      fc.property(anyDay, anyDay, (one, other) => {
        expect(Math.sign(daysBetween(one, other))).toBe(one < other ? 1 : one > other ? -1 : 0);
      }),
    );
  });
});

describe('words', () => {
  test.each([
    ['2026-04-19', '19 April 2026'],
    ['2026-01-01', '1 January 2026'],
    ['2026-12-31', '31 December 2026'],
    ['2024-02-29', '29 February 2024'],
  ])('%s is %s', (day, words) => {
    expect(longDay(day)).toBe(words);
  });

  test.each([
    ['2026-11-25', 'Wednesday 25 November 2026'],
    ['2026-04-19', 'Sunday 19 April 2026'],
  ])('%s is %s', (day, words) => {
    expect(weekdayAndDay(day)).toBe(words);
  });

  test('name the same day, and the same weekday seven days on', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        const next = written(dayNumber(day) + 7);
        expect(written(Date.parse(`${longDay(day)} UTC`) / 86_400_000)).toBe(day);
        expect(weekdayAndDay(day).endsWith(` ${longDay(day)}`)).toBe(true);
        expect(weekdayAndDay(day).split(' ')[0]).toBe(weekdayAndDay(next).split(' ')[0]);
      }),
    );
  });

  test.each([
    ['2026-03-11', '11 March 2026'],
    ['2026-03', 'March 2026'],
    ['2026', '2026'],
    ['undated', 'undated'],
  ])('a publisher who says %s means %s', (dated, words) => {
    expect(datedInWords(dated)).toBe(words);
  });
});
