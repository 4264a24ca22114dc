/** British spelling: what is said of American and unknown words, what is left alone, and the file of project words. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { spellingRules } from '../../src/check/catalogue/spelling.ts';
import { pagesOf } from '../../src/check/published.ts';
import { filesOnDisk } from '../../src/check/files/on-disk.ts';
import { checkSpelling, definedTexts, doubtfulWords, projectWords, WORDS_FILE } from '../../src/check/spelling.ts';
import { britishFor } from '../../src/check/spelling/american.ts';
import { proseOf } from '../../src/check/spelling/prose.ts';

const pages = pagesOf(filesOnDisk(process.cwd(), ['content']));
const defined = definedTexts(pages);

/** `line:column rule word` of each doubtful word in a page with this text. */
const found = (body: string, front = '', known: string[] = []): string[] =>
  checkSpelling([{ file: 'a.mdx', text: `---\n${front}\n---\n${body}\n` }], known).map(
    ({ line, column, rule, message }) => `${line}:${column} ${rule} ${/"([^"]*)"/.exec(message)?.[1] ?? ''}`,
  );

describe('the words of this site', () => {
  const words = projectWords();

  test('are sorted, each once', () => {
    expect(words, `Sort ${WORDS_FILE} without regard to capitals.`).toEqual(
      [...new Set(words)].toSorted((a, b) => a.localeCompare(b, 'en')),
    );
  });

  test('are all in use and all needed', () => {
    const doubtful = new Set(doubtfulWords(pages, defined).map(({ word }) => word.toLowerCase()));
    expect(
      words.filter((word) => !doubtful.has(word.toLowerCase())),
      `Remove these from ${WORDS_FILE}.`,
    ).toEqual([]);
  });

  test('make the whole content clean', () => {
    expect(checkSpelling(pages, [...words, ...defined]).map(({ file, line, message }) => `${file}:${line} ${message}`)).toEqual(
      [],
    );
  });

  test('terms, aliases and contacts count without being typed twice', () => {
    expect(definedTexts(pages)).toEqual(expect.arrayContaining(['MedGemma', 'Simon Ellershaw', 'v-LLM']));
    expect(found('The pseudonymisation of Xyzzyne.', '', ['Pseudonymisation', 'the Xyzzyne scale'])).toEqual([]);
  });
});

describe('American spelling', () => {
  test.each([
    'randomized randomised',
    'organization organisation',
    'tokenizer tokeniser',
    'analyzing analysing',
    'color colour',
    'behavioral behavioural',
    'tumor tumour',
    'center centre',
    'liter litre',
    'labeled labelled',
    'modeling modelling',
    'traveler traveller',
    'fulfill fulfil',
    'enrollment enrolment',
    'skillful skilful',
    'defense defence',
    'catalog catalogue',
    'anesthesia anaesthesia',
    'anesthetized anaesthetised',
    'pediatric paediatric',
    'hemoglobin haemoglobin',
    'leukemia leukaemia',
    'esophagus oesophagus',
    'edema oedema',
    'diarrhea diarrhoea',
    'estrogen oestrogen',
    'feces faeces',
    'gynecology gynaecology',
    'orthopedic orthopaedic',
    'maneuver manoeuvre',
    'skeptical sceptical',
    'mold mould',
    'aluminum aluminium',
  ])('%s', (pair) => {
    const [american = '', british = ''] = pair.split(' ');
    expect(britishFor(american)).toBe(british);
    expect(britishFor(british)).toBeUndefined();
  });

  test.each(
    'size prize seized program programme license licence practice practise judgment fetus meter rigors check disk sulfur citizen retreival xyzzy'.split(
      ' ',
    ),
  )('%s is left alone', (word) => {
    expect(britishFor(word)).toBeUndefined();
  });

  test('a word of the project has a British form, too', () => {
    expect(britishFor('pseudonymized', (word) => word === 'pseudonymised')).toBe('pseudonymised');
  });

  test('is an error in a sentence and at its beginning, and a warning in what may be a name', () => {
    expect(
      found('We randomized them. Randomized trials differ.\n\n- Colors\n\n## Labeled data\n\nAsk the World Health Organization.'),
    ).toEqual([
      '4:4 american randomized',
      '4:21 american Randomized',
      '6:3 american Colors',
      '8:4 american Labeled',
      '10:22 american-name Organization',
    ]);
  });

  test('says what to write, with the same capital', () => {
    const problems = checkSpelling([{ file: 'a.mdx', text: 'Randomized by the Tumor Board.' }], []);
    expect(problems.map(({ message, fix }) => [message, fix])).toEqual([
      ['"Randomized" is an American spelling.', 'Randomised'],
      ['"Tumor" is an American spelling. In a name it stays as it is.', 'Tumour'],
    ]);
  });
});

test('every rule of spelling is broken somewhere here', () => {
  const broken = checkSpelling([{ file: 'a.mdx', text: 'Randomized retreival by the Tumor Board.' }], []).map(({ rule }) => rule);
  expect(new Set(broken)).toEqual(new Set(Object.keys(spellingRules)));
});

describe('unknown words', () => {
  test('are warnings, with what was probably meant', () => {
    const [problem] = checkSpelling([{ file: 'a.mdx', text: 'The retreival of notes.' }], []);
    expect(problem).toMatchObject({ file: 'a.mdx', line: 1, column: 5, rule: 'unknown-word' });
    expect(problem?.message).toMatch(/^No list has the word "retreival"\. Did you mean "retrieval"/);
    expect(problem?.message).toContain(`a maintainer adds it to ${WORDS_FILE}`);
  });

  test('in their possessive and in quotes are the same words', () => {
    expect(found('The ‘retreivals’ and the retreival’s and retreival.')).toEqual([
      '4:6 unknown-word retreivals',
      '4:26 unknown-word retreival',
      '4:42 unknown-word retreival',
    ]);
    expect(found("The patient's and the patients' notes, don't and didn’t.")).toEqual([]);
  });

  test('a page in another language is quick, and gets no more suggestions than help', () => {
    const text = Array.from(
      { length: 400 },
      (_, n) =>
        `qu${'abcdefghij'[n % 10] ?? ''}z${'klmnopqrst'[Math.floor(n / 10) % 10] ?? ''}v${'uvwxyzabcd'[Math.floor(n / 100)] ?? ''}x`,
    ).join(' ');
    const problems = checkSpelling([{ file: 'a.mdx', text }], []);
    expect(problems.length).toBe(400);
    expect(problems.filter(({ message }) => message.includes('Did you mean')).length).toBeLessThanOrEqual(50);
  });
});

describe('what is no prose is not read', () => {
  test.each([
    ['a span of code', 'Use `tokenizer` here.'],
    ['a block of code', '```py\ntokenizer = color\n```'],
    ['an address', 'See https://example.org/organization/color and www.example.org/color.'],
    ['where a link leads', '[the page](/guide/color-labeled/) and ![a](./tumor.png)'],
    ['an e-mail address', 'Write to color.labeled@center.example.org.'],
    ['a tag', '<Source id="color-center" /> <Callout kind="color">Text</Callout>'],
    ['a comment', '<!-- color -->'],
    ['a quotation', '> We randomized the labeled tumors.'],
    ['a name of a file or package', 'Run labeled_color.py from src/color/center in labeled.color.'],
    ['an abbreviation or a number', 'HbA1c and MedCAT and LLMs and 3rd and QALYs and x1color.'],
    ['a name inside a sentence', 'As Krippendorff and Xyzzyne wrote.'],
  ])('%s', (_what, body) => {
    expect(found(body)).toEqual([]);
  });

  test('fields that hold names, addresses and titles of others', () => {
    const front = [
      'title: A labeled title',
      'keywords:',
      '  - labeled color',
      'misspellings: [colr]',
      'sources:',
      '- id: color',
      '  title: The Color of Tumors',
      '  note: labeled',
      'readers:',
      '  clinician: A labeled line',
      'checklist:',
      '  - A labeled item',
      'url: https://example.org/color',
    ].join('\n');
    expect(found('', front)).toEqual(['2:10 american labeled', '11:16 american labeled', '13:7 american labeled']);
  });

  test('every offset is kept, whatever the text', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('-', '\n', ':', ' ', 'a', '`', '<', '>', '(', ')', ']', '@', '.', 'title', '---\n') }),
        (text) => {
          const prose = proseOf(text);
          expect(prose.length).toBe(text.length);
          expect([...prose].every((sign, at) => sign === ' ' || sign === text[at])).toBe(true);
        },
      ),
    );
  });
});
