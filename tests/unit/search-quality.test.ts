/** The numbers that search is held to, on the small index of the real content and the queries that it was not tuned on. */
import { expect, test } from 'vitest';
import { headingsOf, otherNames } from '../../src/search/small-format.ts';
import { rarerSynonyms, synonyms } from '../../src/search/synonyms.ts';
import { contentKeys } from '../../src/search/understand.ts';
import { keyOf, wordsOf } from '../../src/search/words.ts';
import { contentAnswers } from '../search/content-index.ts';
import { queriesOf, scoresOf, shortfalls, type Query } from '../search/measure.ts';

const index = contentAnswers();
const search = (queries: readonly Query[]) =>
  scoresOf(
    queries,
    queries.map(({ q }) => index.search(q).answers.map(({ entry }) => entry.path)),
  );

test('there are 150 queries and more, of every kind in both halves, and none in two', () => {
  const all = [...queriesOf('tune'), ...queriesOf('test')];
  expect(all.length).toBeGreaterThanOrEqual(150);
  expect(new Set(all.map(({ q }) => q)).size).toBe(all.length);
});

test('every labelled answer is there', () => {
  const paths = new Set(index.entries.map(({ path }) => path));
  const missing = [...queriesOf('tune'), ...queriesOf('test')].flatMap(({ find }) => find).filter((path) => !paths.has(path));
  expect(missing).toEqual([]);
});

test('every synonym leads to words that an entry is called or described by', () => {
  const described = index.entries.map((entry) => {
    const headings = headingsOf(entry).map(([, text]) => text);
    const text = [entry.path, entry.title, ...otherNames(entry), entry.keywords, entry.about, ...headings].join(' ');
    return new Set(wordsOf(text).map(keyOf));
  });
  const isDescribed = (words: string) => described.some((keys) => contentKeys(words).every((key) => keys.has(key)));
  const all = [...synonyms, ...rarerSynonyms];
  expect(new Set(all.flatMap(([, meant]) => meant)).size).toBeGreaterThan(50);
  expect(all.flatMap(([, meant]) => meant).filter((words) => !isDescribed(words))).toEqual([]);
  expect(isDescribed('car parking')).toBe(false);
});

test('finds the answer among the first three, as often as is asked', () => {
  expect(shortfalls(search(queriesOf('test')))).toEqual([]);
});

test('a search that finds nothing, or the wrong page, falls short', () => {
  const queries = queriesOf('test');
  expect(
    shortfalls(
      scoresOf(
        queries,
        queries.map(() => []),
      ),
    ),
  ).not.toEqual([]);
  expect(
    shortfalls(
      scoresOf(
        queries,
        queries.map(() => ['/about/', '/privacy/', '/accessibility/']),
      ),
    ),
  ).toHaveLength(3);
});
