/** The addresses that carry a finished file out of the browser: whole and letter by letter, or not at all. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  issueAddress,
  LONGEST_ADDRESS,
  LONGEST_MAIL,
  mailAddress,
  newFileAddress,
  reviewNote,
} from '../../../src/contribute/hand-over.ts';
import { HOSTILE } from './fillings.ts';

const repository = { repository: 'example/llms', branch: 'main' };
const path = 'content/contacts/ada-example.mdx';

/** What a form lets through: no lone surrogate is among it. */
const texts = fc
  .tuple(
    fc.oneof(fc.constantFrom(...HOSTILE), fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' })),
    fc.oneof(fc.constant(1), fc.integer({ min: 2, max: 600 })),
  )
  .map(([text, times]) => text.repeat(times).slice(0, 20_000).toWellFormed());

describe('the address of GitHub’s new file', () => {
  test('carries the file, its name, its message and the note as they are, or neither file nor note', () => {
    const seen = { whole: 0, not: 0 };
    fc.assert(
      fc.property(texts, fc.oneof(fc.constant(''), texts), (text, note) => {
        const { url, whole } = newFileAddress(repository, { path, text, note });
        const { host, pathname, searchParams, hash } = new URL(url);
        expect([host, pathname, hash]).toEqual(['github.com', '/example/llms/new/main/content/contacts', '']);
        expect(url.length).toBeLessThanOrEqual(LONGEST_ADDRESS);
        const fixed = { filename: 'ada-example.mdx', message: 'Add ada-example' };
        const carried = { ...fixed, value: text, ...(note ? { description: note } : {}) };
        expect(Object.fromEntries(searchParams)).toEqual(whole ? carried : fixed);
        seen[whole ? 'whole' : 'not'] += 1;
      }),
      { seed: 20261125 },
    );
    expect(Math.min(seen.whole, seen.not)).toBeGreaterThan(5);
  });

  test.each([
    ['plain letters', 'a', 1],
    ['Arabic, six signs a letter', 'م', 6],
    ['emoji, twelve signs each', '🩺', 12],
  ])('counts %s as they are encoded', (_what, sign, length) => {
    const bare = newFileAddress(repository, { path, text: '', note: '' }).url.length;
    const most = Math.floor((LONGEST_ADDRESS - bare) / length);
    expect(newFileAddress(repository, { path, text: sign.repeat(most), note: '' }).whole).toBe(true);
    expect(newFileAddress(repository, { path, text: sign.repeat(most + 1), note: '' }).whole).toBe(false);
  });
});

test('a letter carries the text with the line ends of mail, or says that it is attached', () => {
  fc.assert(
    fc.property(texts, texts, (subject, text) => {
      const { url, whole } = mailAddress(['a@example.org', 'b@example.org'], subject.slice(0, 60), text);
      const [, to, query = ''] = /^mailto:([^?]*)\?([^#]*)$/.exec(url) ?? [];
      expect(to).toBe('a@example.org,b@example.org');
      const body = decodeURIComponent(/(?:^|&)body=([^&]*)$/.exec(query)?.[1] ?? '');
      expect(body).toBe(whole ? text.replaceAll('\n', '\r\n') : 'The file is attached: I downloaded it from the form.');
      if (whole) expect(url.length).toBeLessThanOrEqual(LONGEST_MAIL);
    }),
    { seed: 20261125 },
  );
});

test('an issue carries the answers under the ids of its form, or opens empty', () => {
  fc.assert(
    fc.property(texts, texts, (page, wrong) => {
      const { url, whole } = issueAddress('example/llms', 'correction.yml', { page, wrong });
      expect(url.length).toBeLessThanOrEqual(LONGEST_ADDRESS);
      const asked = Object.fromEntries(new URL(url).searchParams);
      expect(asked).toEqual({ template: 'correction.yml', ...(whole ? { page, wrong } : {}) });
    }),
    { seed: 20261125 },
  );
});

test('half a sign, as a reason may hold one, does not stop the hand-over', () => {
  const { url, whole } = newFileAddress(repository, { path, text: 'Text', note: 'half \ud800 a sign' });
  expect([whole, new URL(url).searchParams.get('description')]).toEqual([true, 'half \ufffd a sign']);
});

test('a reviewer is told what the check asked, and what the author answers', () => {
  expect(reviewNote([])).toBe('');
  expect(
    reviewNote([{ message: 'This looks like an NHS number. Remove it.', reason: 'It is an example of the standard.' }]),
  ).toBe(
    'The check for patient data asked about this, and the author answers:\n- an NHS number: It is an example of the standard.',
  );
});
