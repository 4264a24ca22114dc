/** What a project must say of itself, and what its lead is told when it does not. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dataKinds, linkKinds, projectSchema, stages } from '../../src/projects/schema.ts';
import { aliasOf, themes } from '../../src/projects/themes.ts';
import { faults, messages, without } from './helpers.ts';

const valid = {
  title: 'Discharge summaries',
  summary: 'A system that drafts discharge summaries for doctors to check.',
  kind: 'study',
  stage: 'retrospective study',
  themes: ['discharge summaries', 'summarisation'],
  contacts: ['simon-ellershaw'],
  organisations: ['uclh'],
  updated: '2026-11-23',
};

const citation = {
  type: 'article-journal',
  title: 'Drafting discharge summaries',
  authors: [{ family: 'Ellershaw', given: 'Simon' }],
  year: 2024,
};

const schema = projectSchema();
const faultsOf = (changes: object) => faults(schema, { ...valid, ...changes });

const STAGES = 'idea, proof of concept, retrospective study, silent trial, prospective study, in use, paused, finished';

describe('a project', () => {
  test('needs no more than this, and the rest is empty', () => {
    expect(schema.parse(valid)).toEqual({ ...valid, links: {}, guide: [], evidence: {}, sources: [] });
  });

  test('may say all of this', () => {
    const whole = {
      ...valid,
      organisations: 'to be confirmed',
      links: Object.fromEntries(linkKinds.map((kind) => [kind, `https://example.org/${kind}`])),
      guide: ['study-designs'],
      started: 'to be confirmed',
      evidence: {
        question: 'Can a model draft a discharge summary?',
        data: [{ kind: 'UCLH records', source: 'to be confirmed' }],
        approval: { route: 'to be confirmed', reference: '24/LO/0001' },
        models: [{ name: 'GPT-4', version: '1106', licence: 'to be confirmed' }],
        ranOn: 'The TRE',
        judged: { how: 'Blinded rating', by: 'Three doctors' },
        result: 'to be confirmed',
        limits: 'One hospital',
        reuse: 'The prompts',
      },
      citation: {
        ...citation,
        andOthers: true,
        container: 'A journal',
        volume: '12(3)',
        pages: '101-109',
        doi: '10.1038/s41586-024-07421-0',
        url: 'https://example.org/',
      },
      sources: [],
    };
    expect(schema.parse(whole)).toEqual(whole);
  });

  test.each([...stages])('may stand at: %s', (stage) => {
    expect(faultsOf({ stage })).toEqual([]);
  });

  test.each([...dataKinds])('may use this kind of data: %s', (kind) => {
    expect(faultsOf({ evidence: { data: [{ kind, source: 'x' }] } })).toEqual([]);
  });

  test.each(['public, by agreement', 'public, open'])('writes a kind of data without a comma: %s', (kind) => {
    expect(faultsOf({ evidence: { data: [{ kind, source: 'x' }] } })).toEqual([
      `evidence.data.0.kind: "${kind}" is not a kind of data. Use one of: UCLH records, public by agreement, public and open, synthetic, none.`,
    ]);
  });

  test('that is a study has a stage; a resource needs none', () => {
    expect(faults(schema, without(valid, 'stage'))).toEqual([`stage: Give the study a stage: one of ${STAGES}.`]);
    expect(faults(schema, { ...without(valid, 'stage'), kind: 'resource' })).toEqual([]);
  });

  test.each([
    [{ stage: 'pilot' }, `stage: "pilot" is not a stage. Use one of: ${STAGES}.`],
    [{ kind: 'tool' }, 'kind: "tool" is not a kind of project. Use one of: study, resource.'],
    [{ titel: 'x' }, ': Unrecognized key: "titel"'],
    [{ title: 'x'.repeat(81) }, 'title: Shorten the title of the project: at most 80 characters, this has 81.'],
    [{ summary: 'Too short.' }, 'summary: Give a summary, at least 20 characters.'],
    [{ contacts: [] }, 'contacts: Name at least one contact.'],
    [
      { contacts: ['Simon Ellershaw'] },
      'contacts.0: "Simon Ellershaw" is no entry name: use its file name without .mdx, in lower case with hyphens.',
    ],
    [{ themes: [] }, 'themes: Give at least one theme.'],
    [{ links: { code: 'github.com/a/b' } }, 'links.code: Give a full web address that starts with https://.'],
    [{ links: { video: 'https://example.org/' } }, 'links: Unrecognized key: "video"'],
    [
      { updated: '23/11/2026' },
      'updated: Write the day as YYYY-MM-DD, for example 2026-04-19, and check that it exists in the calendar.',
    ],
    [
      { started: '23/11/2026' },
      'started: Write the day as YYYY-MM-DD, for example 2026-04-19, and check that it exists in the calendar.',
    ],
    [
      { evidence: { data: [{ kind: 'MIMIC', source: 'x' }] } },
      'evidence.data.0.kind: "MIMIC" is not a kind of data. Use one of: UCLH records, public by agreement, public and open, synthetic, none.',
    ],
    [{ evidence: { outcome: 'x' } }, 'evidence: Unrecognized key: "outcome"'],
    [{ evidence: { result: 'x'.repeat(801) } }, 'evidence.result: Shorten the result: at most 800 characters, this has 801.'],
  ])('is told what is wrong with %o', (changes, fault) => {
    expect(faultsOf(changes)).toEqual([fault]);
  });

  test('has a citation with an author, a year and a bare DOI', () => {
    const cited = (changes: object) => faultsOf({ citation: { ...citation, ...changes } });
    expect(cited({})).toEqual([]);
    expect(cited({ authors: [] })).toEqual(['citation.authors: Name at least one author.']);
    expect(cited({ authors: [{ given: 'Simon' }] })).toEqual(['citation.authors.0.family: Give the family name.']);
    expect(cited({ volume: '12(3)', pages: 'e0123' })).toEqual([]);
    expect(cited({ volume: 12 })).toEqual(['citation.volume: Write the volume as text, in quotes if need be.']);
    expect(cited({ pages: 'x'.repeat(41) })).toEqual(['citation.pages: Shorten the pages: at most 40 characters, this has 41.']);
    for (const year of [24, 1989, 2101, 2024.5, '2024'])
      expect(cited({ year })).toEqual(['citation.year: Give the year as four digits.']);
    for (const doi of ['https://doi.org/10.1038/x', 'doi:10.1038/x', '10.1/x', '10.1038/ x', '10.1038/'])
      expect(cited({ doi })).toEqual(['citation.doi: Give the DOI alone, such as 10.1038/s41586-024-07421-0.']);
  });
});

describe('a theme', () => {
  test.each([
    ['discharge', 'Write the theme "discharge" as "discharge summaries".'],
    ['A&G', 'Write the theme "A&G" as "advice and guidance".'],
    ['Evaluation', 'Write the theme "Evaluation" as "evaluation".'],
    [' summarization ', 'Write the theme " summarization " as "summarisation".'],
    [
      'genomics',
      '"genomics" is not a theme. Use one of: discharge summaries, advice and guidance, summarisation, drafting replies, ' +
        'information extraction, question answering, prediction, evaluation, infrastructure, governance, synthetic data.',
    ],
  ])('written as "%s" is put right', (theme, message) => {
    expect(messages(schema, { ...valid, themes: [theme] })).toEqual([message]);
  });

  test.each(Object.entries(themes))('%s is understood by its own name and by each of its aliases', (theme, aliases) => {
    expect(faultsOf({ themes: [theme] })).toEqual([]);
    for (const word of [theme, ...aliases]) expect([word, aliasOf(word)]).toEqual([word, theme]);
  });

  test('no word stands for two themes', () => {
    const words = Object.entries(themes).flatMap(([theme, aliases]) => [theme, ...aliases]);
    expect(words.filter((word, index) => words.indexOf(word) !== index)).toEqual([]);
  });

  test('is understood whatever its capitals and outer spaces; other words stand for none', () => {
    const words = Object.entries(themes).flatMap(([theme, aliases]) => [theme, ...aliases].map((word) => ({ theme, word })));
    fc.assert(
      fc.property(
        fc.constantFrom(...words),
        fc.mixedCase(fc.constant('x')),
        fc.stringMatching(/^ {0,3}$/),
        ({ theme, word }, x, space) => {
          expect(aliasOf(space + (x === 'X' ? word.toUpperCase() : word) + space)).toBe(theme);
        },
      ),
    );
    fc.assert(
      fc.property(fc.string(), (word) => {
        fc.pre(!words.some((known) => known.word === word.trim().toLowerCase()));
        expect(aliasOf(word)).toBeUndefined();
      }),
    );
  });
});
