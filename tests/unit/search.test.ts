/** Search without a browser: what a query is understood to mean, and how entries are ranked for it. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { looksLikeIdentifier } from '../../src/search/identifier-like.ts';
import { FirstAnswers } from '../../src/search/rank.ts';
import { reasonFor } from '../../src/search/reason.ts';
import type { Entry } from '../../src/search/small-format.ts';
import { keyOf, squash, wordsOf } from '../../src/search/words.ts';

const term = (title: string, changes: Partial<Entry> = {}): Entry => ({
  path: `/glossary/#${squash(title)}`,
  title,
  kind: 'Glossary',
  ...changes,
});

const ENTRIES: Entry[] = [
  term('A&G', { expansion: 'Advice and Guidance', mistyped: ['advise and guidance'], also: ['A and G'] }),
  term('REC', { expansion: 'Research Ethics Committee' }),
  term('Quantisation', { about: 'Storing numbers in fewer bits.' }),
  term('LLM-as-a-judge', { also: ['LLM judge'] }),
  {
    path: '/guide/approvals/',
    title: 'Approvals and data governance',
    kind: 'Guide',
    headings: [['when', 'When more may apply']],
  },
  { path: '/meetups/', title: 'Meet-ups', kind: 'Meet-up', about: 'When and where the community meets.' },
  { path: '/contacts/dr-sample/', title: 'Sam Example', kind: 'Contact', about: 'Evaluation', email: 'sam@example.org' },
];

const index = new FirstAnswers();
index.add({
  entries: ENTRIES,
  synonyms: [
    [
      ['ethics', 'permission'],
      ['research ethics committee', 'approvals'],
    ],
  ],
});
const found = (query: string) => index.search(query).answers.map(({ entry }) => entry.title);
const corrected = (query: string) => index.search(query).understood.corrections;

describe('a query is understood', () => {
  test.each(['A&G', 'a & g', 'A and G', 'AandG', 'Advice and Guidance', 'advice & guidance', 'advise and guidance'])(
    'by any name of a term: %s',
    (query) => expect(found(query)[0]).toBe('A&G'),
  );
  test.each(['meet-up', 'meet up', 'meetup', 'Meetups', 'meet/ups'])('however its words are joined: %s', (query) =>
    expect(found(query)[0]).toBe('Meet-ups'),
  );
  test.each(['quantization', 'quantised', 'QUANTISATION', 'quantisaton', 'qauntisation'])(
    'in British and American spelling, and mistyped: %s',
    (query) => expect(found(query)[0]).toBe('Quantisation'),
  );
  test('as a whole question', () => {
    expect(found('which approvals do I need, please?')[0]).toBe('Approvals and data governance');
    expect(found('what does REC stand for')[0]).toBe('REC');
  });
  test('without the study that every question is about, unless it is about that', () => {
    const asked = (query: string) => index.search(query).understood.text;
    expect(asked('which approvals for my study?')).toBe('approvals');
    expect(asked('who is in the study')).toBe('study');
    expect(asked('approvals for my study protocol')).toBe('approvals study protocol');
    expect(index.search('approvals for my study', { asTyped: true }).understood.text).toBe('approvals study');
  });
  test('by what people say for it', () => expect(found('ethics')).toEqual(['REC', 'Approvals and data governance']));
  test('by words of the same stems as a name or a synonym', () => {
    expect(found('ethical permissions ')[0]).toBe('REC');
    expect(found('llm judging ')[0]).toBe('LLM-as-a-judge');
  });
  test('by an acronym whose words it has, and with dots in it', () => {
    expect(found('adg ')).toEqual(['Approvals and data governance']);
    expect(index.search('adg ').understood).toMatchObject({ text: 'approvals data governance', corrections: [] });
    expect(found('R.E.C.')[0]).toBe('REC');
    expect(found('r.e.c')[0]).toBe('REC');
    // Two letters begin too many words.
    expect(found('ad ')).toEqual([]);
  });
  test.each(['judgers ', 'judgement '])('by who does what it names, and by what is done: %s', (query) =>
    expect(found(query)[0]).toBe('LLM-as-a-judge'),
  );
  test('by a word that begins as most of it does', () => {
    expect(found('govern ')).toEqual(['Approvals and data governance']);
    expect(found('quantify ')).toEqual([]);
    expect(found('committing ')).toEqual(['REC']);
    expect(corrected('committing ')).toEqual([]);
  });
  test('by words that the site writes as one', () => {
    expect(found('govern ance ')[0]).toBe('Approvals and data governance');
    expect(found('quan tisation ')[0]).toBe('Quantisation');
  });
  test('by a name with a title', () => expect(found('Dr Example ')[0]).toBe('Sam Example'));
  test('by the name of its file', () => expect(found('sample ')).toEqual(['Sam Example']));
  test('by the kind that its words name', () => expect(found('approvals guide ')[0]).toBe('Approvals and data governance'));
  test('by the kind that a question asks for, though half of it is said otherwise', () => {
    expect(found('when does the group meet?')[0]).toBe('Meet-ups');
  });
  test('by a name', () => expect(found('sam email')[0]).toBe('Sam Example'));
  test('while its last word is still being typed', () => {
    expect(found('gove')).toEqual(['Approvals and data governance']);
    expect(corrected('gove')).toEqual([]);
  });
});

describe('a correction', () => {
  test('is said', () => expect(corrected('aprovals')).toEqual([{ typed: 'aprovals', meant: 'approvals' }]));
  test('parts a long word, and a short one only where the site has both side by side', () => {
    const other = new FirstAnswers();
    other.add({
      entries: [
        term('Statistics', { keywords: 'sample size' }),
        term('Home visits'),
        term('Work'),
        term('Research'),
        term('Approvals'),
      ],
    });
    expect(other.search('samplesize ').understood.corrections).toEqual([{ typed: 'samplesize', meant: 'sample size' }]);
    expect(other.search('homework ').understood.corrections).toEqual([]);
    expect(other.search('researchapprovals ').understood.text).toBe('research approvals');
  });
  test('is undone', () => {
    expect(index.search('aprovals', { asTyped: true })).toMatchObject({ answers: [], understood: { corrections: [] } });
  });
  test('is made of no word that the site uses, and to none that is far', () => {
    expect(corrected('approvals')).toEqual([]);
    expect(corrected('xylophone')).toEqual([]);
  });
  test('makes no word of another that only ends otherwise, and of a short one none that is no subject', () => {
    // "fewer" and "bits" stand in a definition; "Example" is a name.
    expect(corrected('fewest ')).toEqual([]);
    expect(corrected('bots ')).toEqual([]);
    // Two letters that are others make another word; two that were dropped do not.
    expect(corrected('sammble ')).toEqual([]);
    expect(corrected('aprovls ')).toEqual([{ typed: 'aprovls', meant: 'approvals' }]);
    expect(corrected('exampel ')).toEqual([{ typed: 'exampel', meant: 'example' }]);
  });
  test('is made of a word that only shares its stem with one in passing, where a subject is a letter away', () => {
    const summary = term('Discharge summary');
    const other = new FirstAnswers();
    other.add({ entries: [summary, term('Seminars', { about: 'Held in summer.' })] });
    expect(other.search('summery ').understood.corrections).toEqual([{ typed: 'summery', meant: 'summary' }]);
    expect(other.search('summers ').understood.corrections).toEqual([]);
    const written = new FirstAnswers();
    written.add({ entries: [{ ...summary, about: 'Summery.' }] });
    expect(written.search('summery ').understood.corrections).toEqual([]);
  });
});

test('nothing that the site knows is answered by nothing', () => {
  expect(found('car parking')).toEqual([]);
  expect(found('blorptastic')).toEqual([]);
  // Beside a word that nobody uses, a synonym is too little.
  expect(found('permission ')).toEqual(['REC', 'Approvals and data governance']);
  expect(found('blorptastic permission ')).toEqual([]);
  expect(found('blorptastic parking permission ')).toEqual([]);
  expect(found('blorptastic data governance ')).toEqual(['Approvals and data governance']);
});

describe('words of a text', () => {
  const other = new FirstAnswers();
  other.add({ entries: [term('Ward'), term('Clinic')] });
  const answers = (query: string) => other.search(query).answers.map(({ entry }) => entry.title);
  const before = answers('cupboard ');
  other.add({
    entries: [],
    words: [
      ['/glossary/#ward', 'garden cupboard'],
      ['/glossary/#unknown', 'cellar'],
    ],
  });
  test('find their page once they have come', () => {
    expect(before).toEqual([]);
    expect(answers('cupboards ')).toEqual(['Ward']);
    expect(answers('ward cupboard ')).toEqual(['Ward']);
  });
  test('are known as they are, but nothing is corrected to them or completed with them', () => {
    expect(other.search('cupboards ').understood.corrections).toEqual([]);
    expect(other.search('cupbord ')).toMatchObject({ answers: [], understood: { corrections: [] } });
    expect(answers('cupb')).toEqual([]);
  });
  test('of a page that is not there are nobody’s', () => expect(answers('cellar ')).toEqual([]));
});

test('a word that nobody uses and that tells little leaves the query to the rest', () => {
  const other = new FirstAnswers();
  other.add({ entries: [term('Security', { about: 'What a jailbreak is.' }), term('Attempt'), term('Weather')] });
  const titles = (query: string) => other.search(query).answers.map(({ entry }) => entry.title);
  const before = [titles('jailbreak strategies '), titles('jailbreak parking ')];
  other.add({ entries: [], light: 'attempt strategy' });
  expect(before).toEqual([[], []]);
  expect(titles('jailbreak strategies ')).toEqual(['Security']);
  expect(titles('jailbreak parking ')).toEqual([]);
  // Whoever has one is found by it.
  expect(titles('attempts ')).toEqual(['Attempt']);
  expect(titles('strategy ')).toEqual([]);
});

test('answers far behind the best are left out, but for the first three', () => {
  const other = new FirstAnswers();
  const passing = ['A', 'B', 'C', 'D'].map((letter) => term(`Other ${letter}`));
  other.add({ entries: [term('Garden'), ...passing] });
  other.add({ entries: [], words: passing.map(({ path }) => [path, 'garden'] as const) });
  expect(other.search('garden ').answers.map(({ entry }) => entry.title)).toEqual(['Garden', 'Other A', 'Other B']);
});

test('what says the words of a query in one place comes before what has them in two', () => {
  const other = new FirstAnswers();
  const headings = (...texts: string[]) => ({ headings: texts.map((text, index) => [`h${index}`, text] as const) });
  other.add({
    entries: [
      term('First', headings('Sample size', 'The cost of a day', 'Small things')),
      term('Second', headings('Cost of a sample', 'Size of a day', 'Great things')),
    ],
  });
  const titles = (query: string) => other.search(query).answers.map(({ entry }) => entry.title);
  expect(titles('size of the sample ')).toEqual(['First', 'Second']);
  expect(titles('what does a sample cost ')).toEqual(['Second', 'First']);
});

/** Why the first answer is one. */
const reason = (answers: FirstAnswers, query: string) => {
  const { answers: found, understood } = answers.search(query);
  const wanted = new Set(understood.parts.flatMap(({ wordings }) => wordings[0]?.keys ?? []));
  return found[0] ? reasonFor(found[0].entry, wanted) : {};
};

test('names the section that a query is about', () => {
  expect(reason(index, 'when more may apply')).toEqual({ heading: ['when', 'When more may apply'] });
});

test('names the keyword that was found, where nothing else that is shown says why', () => {
  const other = new FirstAnswers();
  other.add({ entries: [term('Security', { about: 'What must not leave.', keywords: 'laptop, jailbreak prompt' })] });
  const keyword = (query: string) => reason(other, query).keyword;
  expect(keyword('jailbreak ')).toBe('jailbreak prompt');
  expect(keyword('security jailbreak ')).toBeUndefined();
  expect(keyword('leave jailbreak ')).toBeUndefined();
});

test('takes any query at all, and twenty thousand signs of it in no time', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (query) => {
      expect(Array.isArray(found(query))).toBe(true);
    }),
  );
  for (const odd of ['<script>alert(1)</script>', '(.*)+[', '😀 🏥', 'مرحبا', '\\', '%00', 'constructor', '__proto__', ' ']) {
    expect(Array.isArray(found(odd))).toBe(true);
  }
  expect(index.search('approvals '.repeat(2000)).understood.parts.length).toBeLessThan(60);
});

test('an exact title comes first, whatever else holds its words', () => {
  fc.assert(
    fc.property(fc.constantFrom(...ENTRIES), ({ title }) => {
      expect(found(title)[0]).toBe(title);
    }),
  );
});

test('one letter that is changed or dropped in a long word still finds its entry', () => {
  const word = fc.constantFrom('quantisation', 'governance', 'approvals');
  fc.assert(
    fc.property(word, fc.integer({ min: 1, max: 7 }), fc.constantFrom('', 'x'), (whole, at, instead) => {
      const typed = `${whole.slice(0, at)}${instead}${whole.slice(at + 1)} `;
      expect(found(typed)[0]).toBe(found(whole)[0]);
    }),
  );
});

describe('words', () => {
  test.each([
    ['anonymisation', 'anonymized'],
    ['centre', 'center'],
    ['labelling', 'labeling'],
    ['randomised', 'randomizing'],
    ['programmes', 'program'],
    ['behaviour', 'behavior'],
  ])('%s and %s are one', (a, b) => expect(keyOf(a)).toBe(keyOf(b)));
  test('lose accents, capitals and apostrophes', () =>
    expect(wordsOf('Krippendorff’s Älpha & β')).toEqual(['krippendorffs', 'alpha', 'and', 'β']));
});

describe('a query that looks like a patient’s identifier', () => {
  test.each([
    '485 777 3456',
    '4857773456',
    'MRN 40123456',
    '40123456',
    'hospital number 1234567',
    'dob 01/02/1950',
    'born on 3.4.1951',
    'CSN: 123456789',
    'dcb 0129/0160 40123456',
    '0129/0160',
  ])('is one: %s', (query) => expect(looksLikeIdentifier(query)).toBe(true));
  test.each([
    'DCB0129',
    'dcb 0129/0160',
    'DCB0129 & 0160',
    'section 251',
    'NCT01234567',
    'ISRCTN12345678',
    'llama 3.1 8b',
    'IRAS 123456',
    '222 Euston Road',
    'gpt 4',
    '2026-11-25',
    'MRN',
    'pdqi-9',
  ])('is none: %s', (query) => expect(looksLikeIdentifier(query)).toBe(false));
});
