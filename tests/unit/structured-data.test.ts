/** What search engines are told, and that no text of ours can end the element it is told in. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Citation } from '../../src/citation.ts';
import { breadcrumbList, organization, toJsonLd, work } from '../../src/site/structured-data.ts';

const absolute = (path: string) => `https://example.org/base${path}`;

const paper: Citation = {
  type: 'article-journal',
  title: 'Drafting discharge summaries',
  authors: [{ family: 'Ellershaw', given: 'Simon' }, { family: 'The UCLH Group' }],
  andOthers: false,
  year: 2024,
  doi: '10.1038/s41586-024-07421-0',
  url: 'https://example.org/paper',
};

describe('toJsonLd', () => {
  test('is one graph in the terms of schema.org', () => {
    expect(JSON.parse(toJsonLd([{ '@type': 'Event' }, { '@type': 'Place' }]))).toEqual({
      '@context': 'https://schema.org',
      '@graph': [{ '@type': 'Event' }, { '@type': 'Place' }],
    });
  });

  test('no text ends the script element, and every text arrives as it was', () => {
    const hostile = fc.constantFrom('</script>', '</SCRIPT ', '<!--', '<script', ']]>', '\u2028', '"', '\\', '\\u003c', '</');
    const text = fc.array(fc.oneof(hostile, fc.string({ unit: 'grapheme' })), { maxLength: 5 }).map((parts) => parts.join(''));
    fc.assert(
      fc.property(fc.dictionary(text, fc.oneof(text, fc.array(text))), (thing) => {
        const written = toJsonLd([thing]);
        expect(written).not.toContain('<');
        expect(JSON.stringify((JSON.parse(written) as { '@graph': unknown[] })['@graph'])).toBe(JSON.stringify([thing]));
      }),
    );
  });
});

test('a breadcrumb is a list of numbered, absolute links', () => {
  const crumbs = [
    { label: 'Home', path: '/' },
    { label: 'Guide', path: '/guide/' },
  ];
  expect(breadcrumbList(crumbs, absolute)).toEqual({
    '@type': 'BreadcrumbList',
    'itemListElement': [
      { '@type': 'ListItem', 'position': 1, 'name': 'Home', 'item': 'https://example.org/base/' },
      { '@type': 'ListItem', 'position': 2, 'name': 'Guide', 'item': 'https://example.org/base/guide/' },
    ],
  });
});

test('the organisation is at the first page of the site', () => {
  expect(organization('LLMs at UCLH', 'A community.', absolute)).toEqual({
    '@type': 'Organization',
    'name': 'LLMs at UCLH',
    'description': 'A community.',
    'url': 'https://example.org/base/',
  });
});

describe('work', () => {
  test('a paper has people, groups, a year and its addresses', () => {
    expect(work(paper, 'https://github.com/a/b')).toEqual({
      '@type': 'ScholarlyArticle',
      'name': 'Drafting discharge summaries',
      'headline': 'Drafting discharge summaries',
      'author': [
        { '@type': 'Person', 'familyName': 'Ellershaw', 'givenName': 'Simon' },
        { '@type': 'Organization', 'name': 'The UCLH Group' },
      ],
      'datePublished': '2024',
      'url': 'https://example.org/paper',
      'sameAs': 'https://doi.org/10.1038/s41586-024-07421-0',
    });
  });

  test('a headline is at most 110 characters, the name is whole', () => {
    const title = 'x'.repeat(200);
    expect(work({ ...paper, title })).toMatchObject({ headline: 'x'.repeat(110), name: title });
  });

  test('software has its code, and nothing that was not given', () => {
    const tool: Citation = {
      type: 'software',
      title: 'A tool',
      authors: [{ family: 'Ellershaw', given: 'Simon' }],
      andOthers: false,
      year: 2026,
    };
    const least = {
      '@type': 'SoftwareSourceCode',
      'name': 'A tool',
      'author': [{ '@type': 'Person', 'familyName': 'Ellershaw', 'givenName': 'Simon' }],
      'datePublished': '2026',
    };
    expect(work(tool)).toEqual(least);
    expect(work(tool, 'https://github.com/a/b')).toEqual({ ...least, codeRepository: 'https://github.com/a/b' });
  });
});
