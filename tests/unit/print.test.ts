/** The guide as one document: one number for each source, and links that lead to where paper can follow. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Source } from '../../src/fields.ts';
import { numberThrough, onPaper, type Chapter } from '../../src/guide/print.ts';

const source = (id: string, changes: Partial<Source> = {}): Source => ({
  id,
  title: `Title of ${id}`,
  url: `https://example.org/${id}`,
  publisher: 'HRA',
  dated: 'undated',
  readOn: '2026-11-23',
  howRead: 'in full',
  ...changes,
});

describe('sources', () => {
  const same = { url: 'https://example.org/same', title: 'Same' };
  const chapters: Chapter[] = [
    { id: 'one', sources: [source('a'), source('b', same)], cited: ['b', 'a'] },
    { id: 'two', sources: [source('x', same), source('c'), source('idle')], cited: ['c', 'x'] },
    { id: 'three', sources: [source('b', { ...same, howRead: 'abstract' })], cited: ['b'] },
  ];
  const numbers = numberThrough(chapters);

  test('are numbered in the order in which the document first cites them, and the same one only once', () => {
    expect(numbers.all.map(({ number, source: { url, howRead } }) => [number, url, howRead])).toEqual([
      [1, 'https://example.org/same', 'in full'],
      [2, 'https://example.org/a', 'in full'],
      [3, 'https://example.org/c', 'in full'],
      [4, 'https://example.org/idle', 'in full'],
      [5, 'https://example.org/same', 'abstract'],
    ]);
    expect([numbers.of('one', 'b'), numbers.of('two', 'x'), numbers.of('two', 'c'), numbers.of('three', 'b')]).toEqual([
      1, 1, 3, 5,
    ]);
    expect(numbers.of('one', 'c')).toBeUndefined();
  });

  test('know where they are cited first, if anywhere', () => {
    expect(numbers.all.map(({ first }) => first)).toEqual([
      { chapter: 'one', id: 'b' },
      { chapter: 'one', id: 'a' },
      { chapter: 'two', id: 'c' },
      undefined,
      { chapter: 'three', id: 'b' },
    ]);
  });

  test('of any chapters have the numbers from 1 on, without a gap, each of them in the list', () => {
    const ids = fc.uniqueArray(fc.constantFrom(...'abcdefgh'), { maxLength: 8 });
    const chapter = fc.record({ listed: ids, cited: ids });
    fc.assert(
      fc.property(fc.array(chapter, { maxLength: 6 }), (made) => {
        const given = made.map(({ listed, cited }, index) => ({
          ...{ id: `c${index}`, sources: listed.map((id) => source(id)) },
          cited: cited.filter((id) => listed.includes(id)),
        }));
        const { all, of } = numberThrough(given);
        expect(all.map(({ number }) => number)).toEqual(all.map((_, index) => index + 1));
        for (const { id, sources } of given)
          for (const one of sources) expect(all[(of(id, one.id) ?? 0) - 1]?.source.url).toBe(one.url);
      }),
    );
  });
});

describe('a chapter', () => {
  const numbers = numberThrough([
    { id: 'zero', sources: [source('q')], cited: ['q'] },
    { id: 'one', sources: [source('a'), source('q')], cited: ['a', 'q'] },
  ]);
  const paper = (html: string) =>
    onPaper(html, {
      ...{ chapter: 'one', chapters: new Set(['zero', 'one']), numbers, base: '/base/' },
      full: (path) => `https://example.org${path}`,
    });

  test('has the numbers of the document at its marks, and ids of its own', () => {
    expect(
      paper('<sup class="mark" data-pagefind-ignore><a href="#source-a" id="cited-a" aria-label="Source 1">1</a></sup>'),
    ).toBe('<sup class="mark" data-pagefind-ignore><a href="#source-2" id="one--cited-a" aria-label="Source 2">2</a></sup>');
    expect(paper('<a href="#source-q" aria-label="Source 2">2</a>')).toBe('<a href="#source-1" aria-label="Source 1">1</a>');
  });

  test('leaves out side notes and what opens beside a term, and keeps the term', () => {
    const note = '<small class="note" aria-hidden="true">1. HRA, <a href="https://example.org">T</a>.</small>';
    const term =
      'the <button type="button" popovertarget="term-tre">TRE</button><span popover="auto" id="term-tre">A place. <a href="/base/glossary/#tre">More</a></span>';
    expect(paper(`<p>Text${note} and ${term}.</p>`)).toBe('<p>Text and the TRE.</p>');
  });

  test.each([
    ['/base/guide/zero/', '#zero'],
    ['/base/guide/zero/#checklist', '#zero--checklist'],
    ['/base/guide/zero/#ask', '#zero'],
    ['#what-to-do', '#one--what-to-do'],
  ])('leads from %s to %s', (written, to) => {
    expect(paper(`<a href="${written}">x</a>`)).toBe(`<a href="${to}">x</a>`);
  });

  test('tells the whole address of other links within the site, and leaves outside ones alone', () => {
    expect(paper('<a href="/base/contacts/x/">x</a>')).toBe(
      '<a href="/base/contacts/x/" data-address="https://example.org/base/contacts/x/">x</a>',
    );
    expect(paper('<a href="/base/guide/gone/">x</a>')).toContain('data-address="https://example.org/base/guide/gone/"');
    expect(paper('<a href="https://example.org/">x</a>')).toBe('<a href="https://example.org/">x</a>');
  });

  test('has its headings a level down', () => {
    expect(paper('<section aria-labelledby="a"><h2 id="a">A</h2><h3>B</h3></section>')).toBe(
      '<section><h3 id="one--a">A</h3><h4>B</h4></section>',
    );
  });
});
