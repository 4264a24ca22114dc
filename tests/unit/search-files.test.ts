/** The files of the search index: how pages are read for them, what they hold, and how they are read again. */
import { runInNewContext } from 'node:vm';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { plainFile, readPlainFile } from '../../src/search/plain-file.ts';
import { addPages, findPages, textIndex } from '../../src/search/plain-text.ts';
import { readPage } from '../../src/search/read-page.ts';
import { FIRST_FILE, makeSmallIndex } from '../../src/search/small-index.ts';
import { headingsOf, type Entry, type SmallIndex } from '../../src/search/small-format.ts';
import { pageHtml } from '../search/content-index.ts';

const A_TERM: Entry = { path: '/glossary/#rec', title: 'REC', kind: 'Glossary', expansion: 'Research Ethics Committee' };

const page = (number: number, words: number, more = '') => {
  const text = Array.from({ length: words }, (_, word) => `w${((number * 7919 + word * 104_729) % 50_000).toString(36)}q`).join(
    ' ',
  );
  const read = readPage(
    `/guide/p${number}/`,
    pageHtml(
      'Guide',
      `Page ${number} ${text.slice(0, 45)}`,
      `About ${text.slice(0, 80)}`,
      `<h2 id="a">Part ${text.slice(0, 12)}</h2>${text}${more}`,
    ),
  );
  if (!read) throw new Error('The page should have been read.');
  return read;
};
const pages = (count: number) => Array.from({ length: count }, (_, number) => page(number, 300));

describe('the files of the index', () => {
  const wordsOf = (small: readonly SmallIndex[], path: string) =>
    small
      .flatMap(({ words = [] }) => words)
      .find(([one]) => one === path)?.[1]
      .split(' ') ?? [];
  test('hold the entries of a small site in the first, and all words of its texts behind it', () => {
    const { small } = makeSmallIndex(pages(5), [A_TERM]);
    expect(small.map(({ entries, words }) => [entries.length, words?.length])).toEqual([
      [6, undefined],
      [0, 5],
    ]);
    expect(small[0]?.more).toBe(1);
    expect(wordsOf(small, '/guide/p3/').length).toBeGreaterThan(300);
  });
  test('have fewer words of each text as the site grows, and every page', () => {
    const { small } = makeSmallIndex(pages(150), [A_TERM]);
    expect(small.flatMap(({ entries }) => entries)).toHaveLength(151);
    expect(small.flatMap(({ words = [] }) => words)).toHaveLength(150);
    expect(wordsOf(small, '/guide/p3/').length).toBeGreaterThan(0);
    expect(wordsOf(small, '/guide/p3/').length).toBeLessThan(250);
    expect(small[0]?.entries.at(-1)?.headings).toBeDefined();
  });
  test('have the words first that tell a page from the others', () => {
    const own = (number: number) => `<p>everywhere own${number} ${'here '.repeat(number % 3)}</p>`;
    const some = Array.from({ length: 400 }, (_, number) => page(number, 200, own(number)));
    const words = wordsOf(makeSmallIndex(some, [A_TERM]).small, '/guide/p7/');
    expect(words).not.toContain('everywhere');
    expect(words.length).toBeGreaterThan(0);
  });
  test('bring no words of the list of terms, whose terms bring them', () => {
    const list = readPage('/glossary/', pageHtml('Glossary', 'Glossary', 'Terms.', '<p>quantisation</p>'));
    const { small } = makeSmallIndex(list ? [list, page(1, 20)] : [], [A_TERM]);
    expect(wordsOf(small, '/glossary/')).toEqual([]);
    expect(wordsOf(small, '/guide/p1/')).not.toEqual([]);
  });
  test('are split when even that is too much, and pages keep their headings', { timeout: 60_000 }, () => {
    const { small } = makeSmallIndex(pages(800), [A_TERM]);
    expect(small.length).toBeGreaterThan(1);
    expect(small.flatMap(({ entries }) => entries).filter(({ headings }) => headings).length).toBeGreaterThanOrEqual(800);
  });
  test('lose the headings of a very large site, names first', { timeout: 60_000 }, () => {
    const { small, texts } = makeSmallIndex(
      Array.from({ length: 4000 }, (_, number) => page(number, 12)),
      [A_TERM],
    );
    expect(small.length).toBeGreaterThan(1);
    expect(small[0]).toMatchObject({ more: small.length - 1, texts: texts.length });
    expect(small[0]?.entries.slice(0, 1).every(({ kind }) => kind === 'Glossary')).toBe(true);
    expect(small.flatMap(({ entries }) => entries)).toHaveLength(4000 + 1);
    expect(JSON.stringify(small[0]?.entries).length).toBeLessThan(FIRST_FILE * 20);
  });
  test('are read again as they were written, and not when half is missing', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (data) => {
        expect(readPlainFile(plainFile('small', data))).toEqual(JSON.parse(JSON.stringify(data)));
      }),
    );
    expect(() => readPlainFile(plainFile('small', [A_TERM]).slice(0, 100))).toThrow();
  });
});

test('a file of the index is also a script, for a copy that is opened from a folder', () => {
  const handed: unknown[] = [];
  runInNewContext(plainFile('small', [A_TERM]), { plainIndex: (...told: unknown[]) => handed.push(...told) });
  expect(JSON.stringify(handed)).toBe(JSON.stringify(['small', [A_TERM]]));
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

test('a heading brings its id where its text does not say it, and a letter of the alphabet is none', () => {
  const body = '<h2 id="whats-new-10">What’s new: 1.0?</h2><h3 id="own">Another <b>one</b></h3><h2 id="letter-a">A</h2>';
  const read = readPage('/x/', pageHtml('Guide', 'Title', 'About.', body));
  expect(read?.entry.headings).toEqual(['What’s new: 1.0?', ['own', 'Another one']]);
  expect(read && headingsOf(read.entry)).toEqual([
    ['whats-new-10', 'What’s new: 1.0?'],
    ['own', 'Another one'],
  ]);
});

test('a heading without an id has that of its article', () => {
  const body = '<article id="r1"><h3>First</h3><h3>Second</h3></article><article><h3>Third</h3></article>';
  expect(readPage('/x/', pageHtml('Guide', 'Title', 'About.', body))?.entry.headings).toEqual([['r1', 'First']]);
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
