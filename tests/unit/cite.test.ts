/** How to cite a project. What we write is read back by citation-js, as a reference manager would. */
import { Cite } from '@citation-js/core';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { citeForms, toCsl } from '../../src/cite.ts';
import type { Citation } from '../../src/citation.ts';
import { projectSchema } from '../../src/projects/schema.ts';

const paper: Citation = {
  type: 'article-journal',
  title: 'Drafting discharge summaries',
  authors: [{ family: 'Ellershaw', given: 'Simon' }, { family: 'Layard Horsfall', given: 'Hugo' }, { family: 'The UCLH Group' }],
  andOthers: false,
  container: 'Journal of Notes',
  year: 2024,
  doi: '10.1038/s41586-024-07421-0',
  url: 'https://example.org/a_b',
};

interface Csl {
  'type'?: string;
  'container-title'?: string;
  'volume'?: string | number;
  'page'?: string;
  'title'?: string;
  'author'?: { family?: string; given?: string; literal?: string }[];
  'issued'?: { 'date-parts'?: number[][] };
  'DOI'?: string;
  'URL'?: string;
}

/** The one entry of a BibTeX or RIS file. The package ships no types. */
const readBack = (text: string): Csl => {
  const { data } = new Cite(text) as unknown as { data: Csl[] };
  expect(data).toHaveLength(1);
  return data[0] ?? {};
};

const authorsOf = ({ author = [] }: Csl): string[] =>
  author.map(({ family, given, literal }) => literal ?? [family, given].filter(Boolean).join(', '));

const AUTHORS = ['Ellershaw, Simon', 'Layard Horsfall, Hugo', 'The UCLH Group'];

/** The fields of a RIS file in their order; a tag, two spaces, a hyphen and a space, as every reader expects. */
const risFields = (ris: string): [string, string][] =>
  ris.split('\n').map((row) => {
    const match = /^([A-Z][A-Z0-9]) {2}-(?: (.*))?$/.exec(row);
    if (!match) throw new Error(`Not a line of RIS: ${row}`);
    return [match[1] ?? '', match[2] ?? ''];
  });

describe('BibTeX', () => {
  test('has the fields of a paper', () => {
    expect(citeForms(paper, 'discharge').bibtex).toBe(
      [
        '@article{Ellershaw2024Drafting,',
        '  author = {Ellershaw, Simon and Layard Horsfall, Hugo and {The UCLH Group}},',
        '  journal = {Journal of Notes},',
        '  doi = {10.1038/s41586-024-07421-0},',
        '  year = {2024},',
        '  title = {Drafting discharge summaries},',
        '  url = {https://example.org/a_b},',
        '  howpublished = {https://example.org/a\\textunderscore{}b},',
        '}',
      ].join('\n'),
    );
  });

  test('is read back as it was meant', () => {
    const read = readBack(citeForms(paper, 'discharge').bibtex);
    expect(read).toMatchObject({
      type: 'article-journal',
      title: paper.title,
      DOI: paper.doi,
      URL: paper.url,
      issued: { 'date-parts': [[2024]] },
    });
    expect(authorsOf(read)).toEqual(AUTHORS);
  });

  test('gives the volume and the pages where they are known', () => {
    const read = readBack(citeForms({ ...paper, volume: '12(3)', pages: '101-109' }, 'x').bibtex);
    expect(read).toMatchObject({ 'container-title': 'Journal of Notes', 'volume': '12(3)', 'page': '101-109' });
  });

  test('ends the authors with the two words that BibTeX knows', () => {
    expect(citeForms({ ...paper, andOthers: true }, 'x').bibtex).toContain('and {The UCLH Group} and others},\n');
    expect(citeForms(paper, 'x').bibtex).not.toContain('others');
  });

  test.each([
    ['paper-conference', '@inproceedings{'],
    ['article', '@article{'],
    ['software', '@misc{'],
    ['webpage', '@misc{'],
  ] as const)('a %s begins with %s', (type, start) => {
    expect(citeForms({ ...paper, type }, 'x').bibtex.startsWith(start)).toBe(true);
  });
});

describe('RIS', () => {
  test('has the fields of a paper', () => {
    expect(risFields(citeForms(paper, 'discharge').ris)).toEqual([
      ['TY', 'JOUR'],
      ['AU', 'Ellershaw, Simon'],
      ['AU', 'Layard Horsfall, Hugo'],
      ['AU', 'The UCLH Group'],
      ['DA', '2024///'],
      ['PY', '2024'],
      ['DO', '10.1038/s41586-024-07421-0'],
      ['ID', 'discharge'],
      ['T2', 'Journal of Notes'],
      ['TI', 'Drafting discharge summaries'],
      ['UR', 'https://example.org/a_b'],
      ['ER', ''],
    ]);
  });

  test('has the volume and the pages of a paper that gives them', () => {
    expect(risFields(citeForms({ ...paper, volume: '12(3)', pages: '101-109' }, 'x').ris)).toEqual(
      expect.arrayContaining([
        ['VL', '12(3)'],
        ['SP', '101-109'],
      ]),
    );
  });

  test('is read back as it was meant', () => {
    const read = readBack(citeForms(paper, 'discharge').ris);
    expect(read).toMatchObject({ type: 'article-journal', title: paper.title, DOI: paper.doi, URL: paper.url });
    expect(read.issued?.['date-parts']?.[0]?.[0]).toBe(2024);
    expect(authorsOf(read)).toEqual(AUTHORS.map((name) => expect.stringContaining(name) as string));
  });

  test('has no author called "others"', () => {
    const fields = risFields(citeForms({ ...paper, andOthers: true }, 'x').ris);
    expect(fields.filter(([tag]) => tag === 'AU').map(([, name]) => name)).toEqual(AUTHORS);
  });

  test.each([
    ['paper-conference', 'CONF'],
    ['article', 'JOUR'],
    ['software', 'COMP'],
    ['webpage', 'ELEC'],
  ] as const)('a %s is of type %s', (type, expected) => {
    expect(risFields(citeForms({ ...paper, type }, 'x').ris)[0]).toEqual(['TY', expected]);
  });

  // citation-js breaks each value after 70 characters, in the middle of a word or an address, where readers lose the rest.
  test.each([
    ['title', 'Automated Generation of Hospital Discharge Summaries Using Clinical Guidelines and Large Language Models'],
    ['url', 'https://example.org/proceedings/of/a/symposium/on/clinical/foundation/models/2024/paper/17'],
  ])('keeps a long %s whole', (field, value) => {
    expect(citeForms({ ...paper, [field]: value }, 'x').ris.split('\n')).toContainEqual(
      expect.stringMatching(new RegExp(`  - ${RegExp.escape(value)}$`)),
    );
  });

  test('keeps any title on its one line', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[A-Z]([A-Za-z0-9 ,:()-]{0,297}[a-z])?$/), (title) => {
        expect(risFields(citeForms({ ...paper, title }, 'x').ris)).toContainEqual(['TI', title]);
      }),
      { numRuns: 50 },
    );
  });
});

describe('plain text', () => {
  test('is one Harvard reference', () => {
    expect(citeForms({ ...paper, type: 'paper-conference', container: 'Symposium on Notes' }, 'x').plain).toBe(
      'Ellershaw, S., Layard Horsfall, H., and The UCLH Group (2024) “Drafting discharge summaries,” Symposium on Notes. ' +
        'Available at: https://doi.org/10.1038/s41586-024-07421-0.',
    );
  });

  test.each([
    [{ volume: '12(3)', pages: '101-109' }, 'Journal of Notes, 12(3), pp. 101–109.'],
    [{ volume: '12' }, 'Journal of Notes, 12.'],
    [{ pages: '101-109' }, 'Journal of Notes, pp. 101–109.'],
    [{}, 'Journal of Notes.'],
  ])('of an article in a journal says where it stands, and never "preprint": %o', (changes, where) => {
    expect(citeForms({ ...paper, ...changes }, 'x').plain).toBe(
      'Ellershaw, S., Layard Horsfall, H., and The UCLH Group (2024) “Drafting discharge summaries,” ' +
        `${where} Available at: https://doi.org/10.1038/s41586-024-07421-0.`,
    );
  });

  test('calls a preprint by its name', () => {
    expect(citeForms({ ...paper, type: 'article', container: 'medRxiv' }, 'x').plain).toContain('medRxiv [Preprint]. ');
  });

  // Fault: the first "[Preprint]" of the whole reference is taken out, which is the one in the title.
  test('keeps the words of a title', () => {
    expect(citeForms({ ...paper, title: 'What [Preprint] means' }, 'x').plain).toContain('“What [Preprint] means,”');
  });

  test('says that there are others', () => {
    expect(citeForms({ ...paper, andOthers: true, authors: [{ family: 'Ellershaw', given: 'Simon' }] }, 'x').plain).toMatch(
      /^Ellershaw, S\. and others \(2024\) /,
    );
  });

  test('gives the web address where there is no DOI', () => {
    const { doi, ...rest } = paper;
    expect(citeForms(rest, 'x').plain).not.toContain(doi);
    expect(citeForms(rest, 'x').plain).toContain('https://example.org/a_b');
  });
});

test('what is not known is left out', () => {
  const least: Citation = { type: 'software', title: 'A tool', authors: [{ family: 'Ellershaw' }], andOthers: false, year: 2026 };
  expect(toCsl(least, 'tool')).toEqual({
    id: 'tool',
    type: 'software',
    title: 'A tool',
    author: [{ literal: 'Ellershaw' }],
    issued: { 'date-parts': [[2026]] },
  });
  const { plain, bibtex, ris } = citeForms(least, 'tool');
  expect(plain + bibtex + ris).not.toMatch(/undefined|null|NaN/);
});

test('whatever the title and the names, there are three forms, and each has its shape', () => {
  const word = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 });
  const awkward = fc.constantFrom(
    '$&',
    '$1',
    '{',
    '}',
    '\\',
    '%',
    '"',
    "O'Neill",
    'van der Berg',
    '<i>',
    '&amp;',
    'and',
    'others',
    '漢字',
    '  - ',
  );
  const text = fc
    .array(fc.oneof(word, awkward), { minLength: 1, maxLength: 3 })
    .map((words) => words.join(' '))
    // citeproc, which citation-js is built on, trips over a name such as "valueOf", a word on every object. Nobody has one.
    .filter((words) => !words.split(/\s+/).some((one) => one in {}));
  const citation = fc.record({
    type: fc.constantFrom('article-journal', 'paper-conference', 'article', 'software', 'webpage'),
    title: text,
    authors: fc.array(fc.record({ family: text, given: text }, { requiredKeys: ['family'] }), { minLength: 1, maxLength: 4 }),
    andOthers: fc.boolean(),
    volume: fc.option(text, { nil: undefined }),
    pages: fc.option(text, { nil: undefined }),
    year: fc.integer({ min: 1990, max: 2100 }),
  });
  const written = projectSchema().shape.citation;
  fc.assert(
    fc.property(citation, (one) => {
      const cited = written.safeParse(one).data;
      fc.pre(cited !== undefined);
      const { plain, bibtex, ris } = citeForms(cited, 'entry-name');
      expect(plain).toContain(String(cited.year));
      expect(bibtex).toMatch(/^@[a-z]+\{[^\n]*,\n[\s\S]*\n\}$/);
      expect(bibtex).toContain(`  year = {${cited.year}},\n`);
      expect(ris).toMatch(/^TY {2}- [A-Z]+\n[\s\S]*\nID {2}- entry-name\n[\s\S]*\nER {2}-$/);
    }),
    { numRuns: 60 },
  );
});
