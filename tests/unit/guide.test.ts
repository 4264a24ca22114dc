/** What a page of the guide must say of itself: whom it is for, who answers for it, and until when it holds. */
import { describe, expect, test } from 'vitest';
import { guideSchema, parts, statuses } from '../../src/guide/schema.ts';
import { faults, without } from './helpers.ts';

const valid = {
  title: 'Judging the output',
  short: 'Judging',
  description: 'How to score what a model wrote on local notes.',
  order: 14,
  part: 'Judging the result',
  readers: { clinician: 'Your judgement counts.', dataScientist: 'Report three figures.', manager: 'Ask for harm.' },
  status: 'draft',
  owner: 'to be confirmed',
  ask: ['simon-ellershaw'],
  sources: [
    {
      ...{ id: 'handbook', title: 'The handbook', url: 'https://example.org/handbook', publisher: 'Institute of Examples' },
      ...{ dated: '2026-03', readOn: '2026-04-19', howRead: 'in full' },
    },
  ],
};

const reviewed = { status: 'reviewed', owner: 'simon-ellershaw', reviewed: '2026-03-01', reviewBy: '2027-03-01' };

const schema = guideSchema();
const faultsOf = (changes: object) => faults(schema, { ...valid, ...changes });

test('a draft needs no more than this, and the rest is empty', () => {
  expect(schema.parse(valid)).toEqual({ ...valid, checklist: [], keywords: [] });
});

test.each([...parts])('a page may stand in the part: %s', (part) => {
  expect(faultsOf({ part })).toEqual([]);
});

test.each([...statuses])('a page with both dates may be: %s', (status) => {
  expect(faultsOf({ ...reviewed, status })).toEqual([]);
});

test('a page without a source is refused', () => {
  const none =
    'sources: This page lists no source, so nobody can tell what its statements rest on. List one at the top, and mark with it what it supports.';
  expect(faultsOf({ sources: [] })).toEqual([none]);
  expect(faults(schema, without(valid, 'sources'))).toEqual([none]);
});

describe('a reviewed page', () => {
  test('gives both dates', () => {
    expect(faultsOf(without(reviewed, 'reviewed'))).toEqual(['reviewed: A reviewed page gives the day of its review.']);
    expect(faultsOf(without(reviewed, 'reviewBy'))).toEqual(['reviewBy: A reviewed page says by when to review it again.']);
    expect(faultsOf({ status: 'reviewed' })).toEqual([
      'reviewed: A reviewed page gives the day of its review.',
      'reviewBy: A reviewed page says by when to review it again.',
    ]);
  });

  test.each(['draft', 'in review'])('is not the same as one in the status: %s', (status) => {
    expect(faultsOf({ status })).toEqual([]);
  });

  test.each([
    ['2026-02-28', false],
    ['2026-03-01', false],
    ['2026-03-02', true],
  ])('of 1 March 2026 may be due again on %s: %s', (reviewBy, fine) => {
    expect(faultsOf({ ...reviewed, reviewBy })).toEqual(
      fine ? [] : [`reviewBy: The next review (${reviewBy}) must come after the last one (2026-03-01).`],
    );
  });

  test('has its dates in order whatever its status', () => {
    expect(faultsOf({ ...reviewed, status: 'draft', reviewBy: '2025-01-01' })).toEqual([
      'reviewBy: The next review (2025-01-01) must come after the last one (2026-03-01).',
    ]);
  });
});

test.each([
  [{ short: 'x'.repeat(33) }, 'short: Shorten a short title: at most 32 characters, this has 33.'],
  [{ description: 'Short.' }, 'description: Give a description, at least 20 characters.'],
  [{ order: 1.5 }, 'order: Give the order as a whole number.'],
  [{ order: '14' }, 'order: Give the order as a whole number.'],
  [{ order: 0 }, 'order: Give the order as a whole number above 0.'],
  [
    { part: 'After use' },
    'part: "After use" is not a part of the guide. Use one of: Before you start, Data and machines, Doing the work, Judging the result, Into use.',
  ],
  [{ status: 'final' }, 'status: "final" is not a status. Use one of: draft, in review, reviewed.'],
  [{ readers: without(valid.readers, 'manager') }, 'readers.manager: Give a line for managers.'],
  [{ readers: { ...valid.readers, nurse: 'x' } }, 'readers: Unrecognized key: "nurse"'],
  [
    { owner: 'Simon Ellershaw' },
    'owner: "Simon Ellershaw" is no entry name: use its file name without .mdx, in lower case with hyphens.',
  ],
  [{ ask: [] }, 'ask: Name whom to ask.'],
  [{ checklist: ['x'.repeat(201)] }, 'checklist.0: Shorten a checklist item: at most 200 characters, this has 201.'],
  [{ keywords: [''] }, 'keywords.0: Give a keyword.'],
  [{ reviewdBy: '2027-01-01' }, ': Unrecognized key: "reviewdBy"'],
])('an author is told what is wrong with %o', (changes, fault) => {
  expect(faultsOf(changes)).toEqual([fault]);
});
