/** The ledger: when a page is to be looked at again, and what rests on which source. */
import fc from 'fast-check';
import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readText } from '../../src/check/text.ts';
import type { Source } from '../../src/fields.ts';
import { aYearAfter, dueDay, dueWords, isOverdue } from '../../src/freshness/due.ts';
import { gatherSources, restsOnSecondHand, statements } from '../../src/freshness/sources.ts';

describe('the day by which a page is to be looked at again', () => {
  const days = { reviewed: '2026-02-01', updated: '2026-03-01', read: ['2026-05-01', '2026-04-01'], changed: '2026-06-01' };

  test.each([
    [{ ...days, reviewBy: '2026-09-09' }, { day: '2026-09-09' }],
    [days, { day: '2027-02-01', from: 'reviewed' }],
    [
      { ...days, reviewed: undefined },
      { day: '2027-03-01', from: 'updated' },
    ],
    [
      { read: days.read, changed: days.changed },
      { day: '2027-04-01', from: 'read' },
    ],
    [
      { read: [], changed: days.changed },
      { day: '2027-06-01', from: 'changed' },
    ],
    [{ read: [] }, undefined],
  ])('%o: %o', (known, due) => {
    expect(dueDay(known)).toEqual(due);
  });

  test('a year after a leap day is the first of March', () => {
    expect(aYearAfter('2028-02-29')).toBe('2029-03-01');
  });

  test.each([
    ['2026-11-25', '2026-11-25', 'due today'],
    ['2026-11-26', '2026-11-25', 'in 1 day'],
    ['2026-12-25', '2026-11-25', 'in 30 days'],
    ['2026-11-24', '2026-11-25', 'overdue by 1 day'],
    ['2026-11-23', '2027-11-24', 'overdue by 366 days'],
  ])('%s is, on %s, %s', (due, today, said) => {
    expect(dueWords(due, today)).toBe(said);
  });

  test('whatever was fresh is overdue some day, and never fresh again after that', () => {
    const day = fc
      .date({ min: new Date('2020-01-01'), max: new Date('2040-01-01'), noInvalidDate: true })
      .map((one) => one.toISOString().slice(0, 10));
    fc.assert(
      fc.property(day, day, day, (due, a, b) => {
        const [earlier, later] = [a, b].toSorted() as [string, string];
        if (isOverdue(due, earlier)) expect(isOverdue(due, later)).toBe(true);
        expect(isOverdue(due, earlier)).toBe(dueWords(due, earlier).startsWith('overdue'));
      }),
    );
  });
});

const source = (changes: Partial<Source>): Source => ({
  id: 'a',
  title: 'Title',
  url: 'https://example.org/a',
  publisher: 'HRA',
  dated: 'undated',
  readOn: '2026-11-23',
  howRead: 'in full',
  ...changes,
});

describe('statements', () => {
  test('are counted by the marks in the text, and code is no text', () => {
    const body =
      'One.<Source id="a" /> Two.<Source id="b"/>\nThree.<Source id="a" />\n\n`<Source id="c" />`\n\n```mdx\n<Source id="d" />\n```\n\nFour.<Source id="a" />';
    expect([...statements(body)]).toEqual([
      ['a', 3],
      ['b', 1],
    ]);
  });

  test.each(readdirSync('content/guide'))('of %s are those that the check finds', (file) => {
    const body = readFileSync(`content/guide/${file}`, 'utf8').replace(/^---\n[\s\S]*?\n---\n/, '');
    const marks = readText(body).components.filter(({ name }) => name === 'Source');
    const counted = Object.fromEntries(
      Map.groupBy(marks, ({ attributes }) => attributes['id'] ?? '')
        .entries()
        .map(([id, all]) => [id, all.length]),
    );
    expect(marks.length).toBeGreaterThan(4);
    expect(Object.fromEntries(statements(body))).toEqual(counted);
  });
});

test('sources are gathered by address, with each way of reading, what rests on it and in how many statements', () => {
  const pages = [
    {
      title: 'One',
      path: '/one/',
      sources: [source({}), source({ id: 'b', url: 'https://example.org/b', publisher: 'ICO' })],
      body: 'X.<Source id="a" /> Y.<Source id="a" />',
    },
    {
      title: 'Two',
      path: '/two/',
      sources: [source({ id: 'z', readOn: '2026-12-01', howRead: 'abstract' })],
      body: 'X.<Source id="z" />',
    },
    { title: 'Three', path: '/three/', sources: [source({ id: 'q' })] },
  ];
  expect(gatherSources(pages)).toEqual([
    {
      ...{ url: 'https://example.org/a', title: 'Title', publisher: 'HRA', dated: 'undated', statements: 3 },
      readings: [
        { readOn: '2026-12-01', howRead: 'abstract', pages: [{ title: 'Two', path: '/two/', statements: 1 }] },
        {
          readOn: '2026-11-23',
          howRead: 'in full',
          pages: [
            { title: 'One', path: '/one/', statements: 2 },
            { title: 'Three', path: '/three/', statements: 0 },
          ],
        },
      ],
    },
    {
      ...{ url: 'https://example.org/b', title: 'Title', publisher: 'ICO', dated: 'undated', statements: 0 },
      readings: [{ readOn: '2026-11-23', howRead: 'in full', pages: [{ title: 'One', path: '/one/', statements: 0 }] }],
    },
  ]);
});

test.each([
  [[], false],
  [['second-hand'], true],
  [['second-hand', 'not yet opened'], true],
  [['second-hand', 'excerpt only'], false],
  [['abstract'], false],
] as const)('a page whose sources were read %o rests on second-hand alone: %s', (ways, alone) => {
  expect(restsOnSecondHand({ sources: ways.map((howRead) => source({ howRead })) })).toBe(alone);
});
