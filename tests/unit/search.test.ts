/** Search without a browser: what a query is understood to mean, and how entries are ranked for it. */
import { runInNewContext } from 'node:vm';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { looksLikeIdentifier } from '../../src/search/identifier-like.ts';
import { addPages, findPages, textIndex } from '../../src/search/plain-text.ts';
import { plainFile, readPlainFile } from '../../src/search/plain-file.ts';
import { FirstAnswers } from '../../src/search/rank.ts';
import { readPage } from '../../src/search/read-page.ts';
import { FIRST_FILE, makeSmallIndex } from '../../src/search/small-index.ts';
import type { Entry } from '../../src/search/small-format.ts';
import { keyOf, squash, wordsOf } from '../../src/search/words.ts';
import { pageHtml } from '../search/content-index.ts';

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
  test('by who does what it names', () => expect(found('judgers ')[0]).toBe('LLM-as-a-judge'));
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
    const summary = (words: string) => term('Discharge summary', { words });
    const other = new FirstAnswers();
    other.add({ entries: [summary(''), term('Seminars', { words: 'summer' })] });
    expect(other.search('summery ').understood.corrections).toEqual([{ typed: 'summery', meant: 'summary' }]);
    expect(other.search('summers ').understood.corrections).toEqual([]);
    const written = new FirstAnswers();
    written.add({ entries: [summary('summery')] });
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

test('names the section that a query is about', () => {
  expect(index.search('when more may apply').answers[0]?.heading).toEqual(['when', 'When more may apply']);
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

const page = (number: number, words: number) => {
  const text = Array.from({ length: words }, (_, word) => `w${((number * 7919 + word * 104_729) % 50_000).toString(36)}q`).join(
    ' ',
  );
  const read = readPage(
    `/guide/p${number}/`,
    pageHtml(
      'Guide',
      `Page ${number} ${text.slice(0, 45)}`,
      `About ${text.slice(0, 80)}`,
      `<h2 id="a">Part ${text.slice(0, 12)}</h2>${text}`,
    ),
  );
  if (!read) throw new Error('The page should have been read.');
  return read;
};
const pages = (count: number) => Array.from({ length: count }, (_, number) => page(number, 300));

describe('the files of the index', () => {
  test('hold a small site whole', () => {
    const { small } = makeSmallIndex(pages(5), ENTRIES);
    expect(small).toHaveLength(1);
    expect(small[0]?.entries.find(({ path }) => path === '/guide/p3/')?.words?.split(' ').length).toBeGreaterThan(200);
  });
  test('are thinned as the site grows: fewer words, and every page still there', () => {
    const { small } = makeSmallIndex(pages(150), ENTRIES);
    expect(small).toHaveLength(1);
    expect(small[0]?.entries).toHaveLength(150 + ENTRIES.length);
    expect(small[0]?.entries.at(-1)?.words?.split(' ').length ?? 0).toBeLessThan(100);
    expect(small[0]?.entries.at(-1)?.headings).toBeDefined();
  });
  test('are split when even that is too much, and pages keep their headings', { timeout: 60_000 }, () => {
    const { small } = makeSmallIndex(pages(800), ENTRIES);
    expect(small.length).toBeGreaterThan(1);
    expect(small.flatMap(({ entries }) => entries).filter(({ headings }) => headings).length).toBeGreaterThanOrEqual(800);
  });
  test('lose the headings of a very large site, names first', { timeout: 60_000 }, () => {
    const { small, texts } = makeSmallIndex(
      Array.from({ length: 4000 }, (_, number) => page(number, 12)),
      ENTRIES,
    );
    expect(small.length).toBeGreaterThan(1);
    expect(small[0]).toMatchObject({ more: small.length - 1, texts: texts.length });
    expect(small[0]?.entries.slice(0, 4).every(({ kind }) => kind === 'Glossary')).toBe(true);
    expect(small.flatMap(({ entries }) => entries)).toHaveLength(4000 + ENTRIES.length);
    expect(JSON.stringify(small[0]?.entries).length).toBeLessThan(FIRST_FILE * 20);
  });
  test('are read again as they were written, and not when half is missing', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (data) => {
        expect(readPlainFile(plainFile('small', data))).toEqual(JSON.parse(JSON.stringify(data)));
      }),
    );
    expect(() => readPlainFile(plainFile('small', ENTRIES).slice(0, 100))).toThrow();
  });
});

test('a file of the index is also a script, for a copy that is opened from a folder', () => {
  const handed: unknown[] = [];
  runInNewContext(plainFile('small', ENTRIES), { plainIndex: (...told: unknown[]) => handed.push(...told) });
  expect(JSON.stringify(handed)).toBe(JSON.stringify(['small', ENTRIES]));
});

test('a page without a kind is not searched, and what is ignored is not read', () => {
  expect(readPage('/a-to-z/', '<main><h1>A to Z</h1></main>')).toBeUndefined();
  const read = readPage('/x/', pageHtml('Guide', 'Title', 'About.', '<p data-pagefind-ignore>hidden</p><p>shown</p>'));
  expect([...(read?.words.keys() ?? [])]).toEqual(['titl', 'shown']);
});

test('a page is read as it is seen: by words, not by tags', () => {
  const body =
    '<p><a>ethics</a><a>uclh</a> un<b>seen</b></p><pre><code class="language-python"><span class="token">seed</span></code></pre>';
  const read = readPage('/x/', pageHtml('Guide', 'Title', 'About.', body));
  expect([...(read?.words.values() ?? [])].map(({ word }) => word)).toEqual(['title', 'ethics', 'uclh', 'unseen', 'seed']);
});

test('a keyword brings the words that are new, and an acronym written out stays whole', () => {
  const keywords = ['TRE', 'secure environments', 'Secure', 'virtual environment', 'clinical safety officer', 'safety'];
  const read = readPage('/x/', pageHtml('Guide', 'The TRE', 'About.', '', keywords));
  expect(read?.entry.keywords).toBe('secure environments, virtual, clinical safety officer');
  expect(readPage('/x/', pageHtml('Guide', 'The TRE', 'About.', '', ['TRE']))?.entry).not.toHaveProperty('keywords');
});

test('a contact has an address, and a list of them has none', () => {
  const mail = (who: string) => `<p><a href="mailto:${who}@example.org">${who}@example.org</a></p>`;
  const emailOf = (body: string) => readPage('/x/', pageHtml('Contact', 'Title', 'About.', body))?.entry.email;
  expect(emailOf(mail('ada') + mail('ada'))).toBe('ada@example.org');
  expect(emailOf(mail('ada') + mail('bo'))).toBeUndefined();
});

test('the full text answers without Pagefind, all words before some', async () => {
  const text = textIndex();
  await addPages(text, [
    ['/a/', 'sampling temperature seed token'],
    ['/b/', 'temperature of a ward'],
  ]);
  expect(findPages(text, 'seeds temperature')).toEqual(['/a/']);
  expect(findPages(text, 'sampling temperature seed token gauge')).toEqual(['/a/']);
  expect(findPages(text, 'ward temperature gauge')).toEqual([]);
  expect(findPages(text, 'ward rota')).toEqual([]);
  expect(findPages(text, 'nothing')).toEqual([]);
});
