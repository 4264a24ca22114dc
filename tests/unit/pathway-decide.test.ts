/** What surrounds the rules: which questions are put, what counts where one is not, and what is said besides. */
import { describe, expect, test } from 'vitest';
import { asked, complete, decide, decideGuidelines, noticesFor, reasons, stopsFor } from '../../src/pathway/decide.ts';
import { questionIds, type Answers } from '../../src/pathway/vocabulary.ts';

const notResearch: Answers = { Q1a: ['no'], Q1b: ['no'], Q1c: ['no'] };

describe('a question is put unless the answers before it leave nothing to ask:', () => {
  test.each<[Answers, string[]]>([
    [{}, []],
    [notResearch, []],
    [{ Q1a: ['no'], Q1b: ['yes'] }, ['Q1d']],
    [{ Q2: ['public_dua', 'synthetic_pure'] }, ['Q3', 'Q4', 'Q5']],
    [{ Q2: ['public_dua', 'uclh_records'] }, []],
    [{ Q2: ['unsure'] }, []],
    [{ Q7: ['offline'] }, ['Q17']],
    [{ Q7: ['offline'], Q8: ['none'] }, ['Q9', 'Q10', 'Q17']],
    [{ Q11: ['no_model'] }, ['Q16', 'Q20']],
  ])('%o leaves out %o', (given, left) => {
    expect(questionIds.filter((id) => !asked(given).includes(id))).toEqual(left);
  });
});

test('what is not answered counts as unsure, and what is not put as its own value', () => {
  const all = complete({ Q2: ['synthetic_pure'], Q3: ['identifiable'] });
  expect(all.Q1a).toEqual(['unsure']);
  expect(all.Q3).toEqual(['none']);
  expect(all.Q4).toEqual(['nobody']);
});

test('a reason that was never asked for is given by the answer that made it needless', () => {
  const given: Answers = { Q1c: ['yes'], Q2: ['synthetic_pure'] };
  const { verdict, why } = decide(complete(given)).R9;
  expect(verdict).toBe('no');
  expect(reasons(why, given)).toEqual(['Q2']);
});

test('a row says by which answers it was ruled out', () => {
  const given: Answers = { ...notResearch, Q6: ['retrospective'], Q7: ['offline'] };
  const { verdict, why } = decide(complete(given)).R17;
  expect(verdict).toBe('no');
  expect(reasons(why, given)).toEqual(['Q6', 'Q7']);
});

test('a row that only an unsure answer leaves open says so', () => {
  const found = decide(complete({ ...notResearch, Q7: ['unsure'], Q15: ['unsure'] }));
  expect(found.R40).toMatchObject({ verdict: 'may', lifted: true });
  expect(reasons(found.R40.why, {})).toEqual(['Q15']);
});

test.each([
  [['undergraduate'], true],
  [['masters'], true],
  [['doctoral'], false],
])('a study for %o may be stopped for it: %s', (Q15, stops) => {
  expect(stopsFor(complete({ Q15 })).includes('R40')).toBe(stops);
});

describe('a word of caution', () => {
  test.each<[Answers, string[]]>([
    [{ Q1a: ['yes'], Q1d: ['audit'] }, ['called-evaluation']],
    [{ ...notResearch, Q7: ['clinician_sees'] }, ['live-but-not-research']],
    [{ Q2: ['uclh_records'], Q3: ['anonymous_confirmed'], Q7: ['offline'] }, ['anonymous-free-text']],
    [{ Q1a: ['yes'], Q7: ['silent'], Q10: ['university_made'] }, ['two-legal-entities']],
    [{ Q1a: ['yes'], Q7: ['offline'] }, []],
  ])('for %o: %o', (given, notices) => {
    expect(noticesFor({ ...complete(given), ...(given.Q1d ? { Q1d: given.Q1d } : {}) })).toEqual(notices);
  });
});

test('guidelines come with the answers that they are for', () => {
  const fitting = (given: Answers) =>
    Object.entries(decideGuidelines(complete(given)))
      .filter(([, { verdict }]) => verdict === 'applies')
      .map(([id]) => id);
  expect(fitting({ ...notResearch, Q11: ['no_model'] })).toEqual(['squire']);
  expect(fitting({ Q1a: ['yes'], Q11: ['inside_trust_or_tre'], Q7: ['patient_sees'], Q8: ['medical'] })).toEqual([
    'spirit-consort-ai',
    'decide-ai',
    'chart',
    'stard-ai',
    'tripod-ai',
    'tripod-llm',
    'mi-clear-llm',
  ]);
});
