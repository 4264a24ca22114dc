/** The words of the pathway: complete, sourced, with somebody to ask, and never a permission. */
import { existsSync } from 'node:fs';
import { expect, test } from 'vitest';
import { source } from '../../src/fields.ts';
import { askAlways, guidelineWords, noticeWords, outcomes } from '../../src/pathway/outcomes.ts';
import { stops } from '../../src/pathway/besides.ts';
import { pathwaySources, sourcesFor } from '../../src/pathway/sources.ts';
import { questionIds, questions } from '../../src/pathway/vocabulary.ts';
import { labelOf, words } from '../../src/pathway/words.ts';
import { messages } from './helpers.ts';

const exists = (room: string, id: string) => existsSync(`content/${room}/${id}.mdx`);

test.each(pathwaySources)('the source $id is a source like those of the guide', (one) => {
  expect(messages(source, one)).toEqual([]);
});

test.each(Object.entries(outcomes))('%s says what to do, who decides, whom to ask and what it rests on', (_id, outcome) => {
  expect(outcome.text.length).toBeGreaterThan(40);
  expect(outcome.authority).not.toBe('');
  expect(outcome.ask.length).toBeGreaterThan(0);
  expect(outcome.ask.filter((id) => !exists('contacts', id))).toEqual([]);
  expect((outcome.guide ?? []).filter((id) => !exists('guide', id))).toEqual([]);
  expect(sourcesFor(outcome.sources)).toHaveLength(outcome.sources.length);
  for (const { url, readOn } of sourcesFor(outcome.sources)) {
    expect(url).toMatch(/^https?:\/\//);
    expect(readOn).toMatch(/^\d{4}-\d{2}-\d{2}$/);
  }
});

test('every ending names somebody who exists', () => {
  expect(Object.keys(askAlways).length).toBeGreaterThan(0);
  expect(Object.keys(askAlways).filter((id) => !exists('contacts', id))).toEqual([]);
});

test('every question can be answered "unsure", and every answer has words', () => {
  for (const id of questionIds) {
    expect(questions[id].answers).toContain('unsure');
    for (const code of questions[id].answers) expect(labelOf(id, code), `${id} ${code}`).not.toBe('');
  }
});

/** Words that only somebody who decides may say. "Exemption" stands in the name of a route, which is to be tested, not given. */
const FORBIDDEN = /\bapproved\b|\bexempt\b|\bcleared\b|no ethics needed|ethics (is|are) not needed|REC not needed/i;

test('no wording gives a permission', () => {
  const said = JSON.stringify([outcomes, guidelineWords, noticeWords, words, pathwaySources.map(({ note }) => note)]);
  expect(said).not.toMatch(FORBIDDEN);
  expect('This study is exempt from review.').toMatch(FORBIDDEN);
});

test('what stops a study says what must not happen before, and nothing else does', () => {
  const worded = Object.entries(outcomes).filter(([, { stop }]) => stop);
  expect(worded.map(([id]) => id).toSorted()).toEqual(Object.keys(stops).toSorted());
});

test('no source is listed in vain', () => {
  const used = new Set([...Object.values(outcomes), ...Object.values(guidelineWords)].flatMap(({ sources }) => [...sources]));
  expect(pathwaySources.map(({ id }) => id).filter((id) => !([...used] as string[]).includes(id))).toEqual([]);
});
