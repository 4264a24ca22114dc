/** The table that the page shows: the rules in words, and read backwards from each answer. */
import { describe, expect, test } from 'vitest';
import { broughtBy } from '../../src/pathway/brings.ts';
import { is, not, only, value } from '../../src/pathway/conditions.ts';
import { guidelines, notices, notPut, stops } from '../../src/pathway/besides.ts';
import { rules, type Rule } from '../../src/pathway/rules.ts';
import { waysToHold } from '../../src/pathway/say.ts';
import { questionIds, type QuestionId } from '../../src/pathway/vocabulary.ts';

describe('the rules in words', () => {
  test.each(Object.entries<Rule>(rules))('%s can be said', (_id, { applies, may, no }) => {
    for (const way of [applies, may, ...(no ? [no] : [])].flatMap(waysToHold)) {
      expect(way).not.toMatch(/undefined|Q\d|_/);
    }
  });

  test('guidelines, notices and stops can be said', () => {
    for (const condition of [...Object.values(guidelines), ...Object.values(notices), ...Object.values(stops)]) {
      expect(waysToHold(condition).length).toBeGreaterThan(0);
    }
  });

  test.each([
    [rules.R1.applies, ['always']],
    [rules.R7.applies, []],
    [is('Q2', 'uclh_records', 'public_dua'), ['Data: “UCLH records” or “A dataset under an agreement”']],
    [not(is('Q11', 'no_model')), ['Model runs: not “There is no model”']],
    [only('Q13', 'staff'), ['People taking part: only “Staff”']],
    [rules.R5.may, ['“HRA and HCRW Approval, through IRAS” may apply']],
    [rules.R3.applies, ['it is research']],
    [
      rules.R17.no,
      [
        'Timing: “Retrospective”; and Outputs go to: “To researchers only”',
        'Device marking: “UKCA or CE marked for this very purpose”',
        'it is not a medical device',
      ],
    ],
  ])('says %o', (condition, ways) => {
    expect(waysToHold(condition)).toEqual(ways);
  });

  test('a value without words is refused, so that no rule is shown in part', () => {
    expect(() => waysToHold(value('OUT', 'no'))).toThrow('No words for OUT = no.');
  });
});

const brings = (id: QuestionId, code: string) => broughtBy(id).find((one) => one.code === code);

describe('what each answer brings', () => {
  test.each<[QuestionId, string, 'applies' | 'may' | 'no', string]>([
    ['Q1c', 'yes', 'applies', 'R3'],
    ['Q1c', 'unsure', 'may', 'R3'],
    ['Q2', 'uclh_records', 'applies', 'R15'],
    ['Q2', 'public_dua', 'no', 'R9'],
    ['Q5', 'explicit', 'no', 'R9'],
    ['Q8', 'none', 'no', 'R17'],
    ['Q8', 'restate', 'may', 'R24'],
    ['Q11', 'other_cloud_api', 'applies', 'R28'],
    ['Q11', 'inside_trust_or_tre', 'applies', 'R33'],
    ['Q12', 'commercial', 'applies', 'R41'],
  ])('%s %s: %s %s', (id, code, column, row) => {
    expect(brings(id, code)?.[column]).toContain(row);
  });

  test.each<[QuestionId, string, 'applies' | 'may' | 'no', string]>([
    ['Q2', 'uclh_records', 'no', 'R9'],
    ['Q1c', 'no', 'may', 'R3'],
    ['Q8', 'medical', 'no', 'R17'],
    ['Q11', 'no_model', 'applies', 'R33'],
    ['Q2', 'public_open', 'may', 'R4'],
  ])('but not %s %s: %s %s', (id, code, column, row) => {
    expect(brings(id, code)?.[column]).not.toContain(row);
  });

  test('unsure rules nothing out', () => {
    for (const id of questionIds) expect(brings(id, 'unsure')?.no, id).toEqual([]);
  });
});

test('only questions that come after their reasons can be left out', () => {
  for (const [id, condition] of Object.entries(notPut)) {
    const named = [...JSON.stringify(condition).matchAll(/"ask":"(\w+)"/g)].map((match) => match[1] as QuestionId);
    expect(named.length).toBeGreaterThan(0);
    for (const reason of named) {
      expect(questionIds.indexOf(reason), `${id} waits for ${reason}`).toBeLessThan(questionIds.indexOf(id as QuestionId));
    }
  }
});
