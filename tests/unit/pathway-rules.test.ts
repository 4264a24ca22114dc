/** The rules of the pathway: the thirteen worked cases of the decision table, and what must hold whatever is answered. */
import { expect, test } from 'vitest';
import { always, any, is, not, row } from '../../src/pathway/conditions.ts';
import { complete, decide, decideBy, rowIds } from '../../src/pathway/decide.ts';
import { rules, type RowId, type Rule } from '../../src/pathway/rules.ts';
import { mayHoldTogether, questionIds, questions, type AllAnswers, type QuestionId } from '../../src/pathway/vocabulary.ts';

type Some = Partial<Record<QuestionId, string | string[]>>;

const fill = (some: Some): AllAnswers =>
  Object.fromEntries(questionIds.map((id) => [id, [some[id] ?? questions[id].otherwise].flat()])) as unknown as AllAnswers;

const T1: Some = {
  Q1c: 'yes',
  Q2: 'uclh_records',
  Q3: 'redacted_freetext',
  Q4: 'trust_not_care_team',
  Q5: 'none',
  Q11: 'inside_trust_or_tre',
};
const T4: Some = {
  Q1d: 'audit',
  Q2: 'uclh_records',
  Q3: 'identifiable',
  Q4: 'care_team',
  Q5: 'none',
  Q11: 'inside_trust_or_tre',
};
const T8: Some = {
  Q1c: 'yes',
  Q2: 'uclh_records',
  Q3: 'pseudo_key',
  Q4: 'care_team',
  Q5: 'none',
  Q6: 'prospective_noncontact',
  Q7: 'silent',
  Q8: 'medical',
  Q9: 'unmarked',
  Q10: 'uclh_own_use',
  Q11: 'inside_trust_or_tre',
};

/** Name, answers that matter, and the rows that must apply, may apply and must not. */
const cases: [name: string, answers: Some, applies: string, may: string, no: string][] = [
  [
    'T1 redacted notes, TRE',
    T1,
    'R3 R4 R5 R11 R12 R13 R14 R15 R29 R33',
    'R6 R7 R8 R9 R10 R23 R32 R43',
    'R17 R20 R21 R22 R26 R27 R28 R30',
  ],
  [
    'T2 confirmed anonymous',
    { ...T1, Q3: 'anonymous_confirmed', Q4: 'care_team' },
    'R3 R15 R29 R33',
    'R4 R5 R8 R11 R12 R13 R14',
    'R6 R9 R10 R17 R26',
  ],
  [
    'T3 identifiable to UCL',
    { ...T1, Q3: 'identifiable', Q4: 'other_org' },
    'R4 R6 R9 R10 R11 R13 R23 R26',
    'R7 R15',
    'R8 R17 R28',
  ],
  ['T4 local audit by care team', T4, 'R11 R12 R13 R14 R44', 'R9 R10 R23 R29', 'R3 R4 R6 R17 R43'],
  ['T5 audit by outsiders', { ...T4, Q4: 'other_org' }, 'R9 R10 R23 R26 R44', 'R15 R29', 'R3 R4 R6 R17'],
  [
    'T6 pure synthetic',
    { Q1c: 'yes', Q2: 'synthetic_pure', Q11: 'inside_trust_or_tre' },
    'R3 R38 R42',
    'R8 R32 R33 R43',
    'R4 R6 R9 R10 R12 R13 R17 R28',
  ],
  [
    'T7 MIMIC to an API',
    { Q1c: 'yes', Q2: 'public_dua', Q11: 'other_cloud_api' },
    'R28 R31',
    'R8 R12 R32 R33',
    'R4 R6 R9 R10 R17 R27',
  ],
  ['T8 silent mode, own device', T8, 'R4 R6 R13 R16 R33', 'R9 R10 R17 R18 R19 R20 R21 R22', 'R24 R27 R28'],
  [
    'T9 company device, live',
    { ...T8, Q7: 'clinician_sees', Q10: 'company', Q12: 'commercial' },
    'R6 R16 R17 R20 R21 R22 R23 R26 R41 R43',
    'R9 R18 R25 R45',
    'R8 R19 R44',
  ],
  [
    'T10 discharge-summary drafting as evaluation',
    {
      Q1d: 'service_evaluation',
      Q2: 'uclh_records',
      Q3: 'identifiable',
      Q4: 'care_team',
      Q7: 'clinician_sees',
      Q8: 'restate',
      Q10: 'uclh_own_use',
      Q11: 'trust_contracted_cloud_uk_eea',
    },
    'R13 R16 R20 R21 R23 R26 R44',
    'R9 R18 R19 R22 R24 R45',
    'R3 R4 R6 R17',
  ],
  [
    'T11 notes to an API',
    { Q1c: 'yes', Q2: 'uclh_records', Q3: 'identifiable', Q4: 'care_team', Q11: 'other_cloud_api' },
    'R4 R6 R13 R23 R26 R28',
    'R9 R27',
    'R17 R20',
  ],
  [
    'T12 undergraduate, patients',
    {
      Q1c: 'yes',
      Q15: 'undergraduate',
      Q13: 'patients',
      Q2: 'new_from_participants',
      Q3: 'identifiable',
      Q5: 'explicit',
      Q6: 'prospective_participants',
    },
    'R4 R6 R12 R35 R40',
    'R15 R23',
    'R7 R8 R9 R10',
  ],
  [
    'T13 everything unsure',
    Object.fromEntries(questionIds.map((id) => [id, 'unsure'])),
    'R1 R2',
    rowIds.filter((id) => id !== 'R1' && id !== 'R2').join(' '),
    '',
  ],
];

test.each(cases)('%s', (_name, some, applies, may, no) => {
  const found = decide(fill(some));
  const expected = Object.entries({ applies, may, no }).flatMap(([verdict, ids]) =>
    ids
      .split(' ')
      .filter(Boolean)
      .map((id) => [id, verdict]),
  );
  expect(Object.fromEntries(expected.map(([id]) => [id, found[id as RowId].verdict]))).toEqual(Object.fromEntries(expected));
});

test('the table has rows R1 to R45', () => {
  expect(rowIds.toSorted((a, b) => Number(a.slice(1)) - Number(b.slice(1)))).toEqual(
    Array.from({ length: 45 }, (_unused, index) => `R${index + 1}`),
  );
});

test('nothing answered yet is the same as unsure of everything', () => {
  const unsure = Object.fromEntries(questionIds.map((id) => [id, ['unsure']])) as unknown as AllAnswers;
  const verdicts = (answers: AllAnswers) => Object.values(decide(answers)).map(({ verdict }) => verdict);
  expect(verdicts(complete({}))).toEqual(verdicts(unsure));
});

/** How many answer sets the invariants are tried on. */
const TRIES = 100_000;
const SEED = 20_261_125;

/** Whole numbers below `limit`, the same ones for the same seed (mulberry32). */
const dice = (seed: number) => {
  let state = seed;
  return (limit: number): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % limit;
  };
};

const randomAnswer = (id: QuestionId, roll: (limit: number) => number): string[] => {
  const { answers } = questions[id];
  const first = answers[roll(answers.length)] ?? 'unsure';
  if (!mayHoldTogether(id) || roll(3) > 0) return [first];
  return [...new Set([first, answers[roll(answers.length)] ?? 'unsure'])];
};

type Decide = (answers: AllAnswers) => Record<string, { verdict: string }>;

/** One set of answers, what the rules say of it, one question to change, and the rules: all of them, and R9 by itself. */
interface Case {
  answers: AllAnswers;
  found: ReturnType<Decide>;
  changed: QuestionId;
  decide: Decide;
  decideR9: Decide;
}
type Invariant = (at: Case) => boolean;

const derivedPatient = (answers: AllAnswers) =>
  answers.Q2.some((code) => ['uclh_records', 'other_nhs_records', 'new_from_participants', 'synthetic_from_real'].includes(code));

const sameBut = (before: ReturnType<Decide>, after: ReturnType<Decide>, except: string[]) =>
  Object.keys(before).every((id) => except.includes(id) || before[id]?.verdict === after[id]?.verdict);

const other = (id: QuestionId, answers: AllAnswers): AllAnswers => {
  const list: readonly string[] = questions[id].answers;
  return { ...answers, [id]: [list[(list.indexOf(answers[id][0] ?? '') + 1) % list.length] ?? 'unsure'] };
};

/** The invariants (i) to (vi) of the decision table, 13.4. */
const invariants: Record<string, Invariant> = {
  '(i) becoming unsure never turns "applies" or "may" into "no"': ({ answers, found, changed, decide: by }) => {
    const after = by({ ...answers, [changed]: ['unsure'] });
    return Object.keys(found).every((id) => found[id]?.verdict === 'no' || after[id]?.verdict !== 'no');
  },
  '(ii) no row but R44 depends on Q1d': ({ answers, found, decide: by }) => sameBut(found, by(other('Q1d', answers)), ['R44']),
  '(iii) R9 does not depend on Q1a to Q1c': ({ answers, found, decideR9 }) =>
    decideR9(other('Q1a', other('Q1b', other('Q1c', answers))))['R9']?.verdict === found['R9']?.verdict,
  '(iv) R10 never applies unless R9 does': ({ found }) =>
    found['R10']?.verdict !== 'applies' || found['R9']?.verdict === 'applies',
  '(v) R27 and R28 are never "no" for patient data at another service': ({ answers, found }) =>
    !derivedPatient(answers) ||
    !['other_cloud_api', 'unsure'].includes(answers.Q11[0] ?? '') ||
    (found['R27']?.verdict !== 'no' && found['R28']?.verdict !== 'no'),
  '(vi) R17 is "no" for retrospective work whose outputs stay with the researchers': ({ answers, found }) =>
    answers.Q6[0] !== 'retrospective' || answers.Q7[0] !== 'offline' || found['R17']?.verdict === 'no',
};

/** The invariants that do not hold on some of so many random answer sets, each with the first set that breaks it. */
const breaches = (all: Readonly<Record<string, Rule>>, tries: number): Map<string, AllAnswers> => {
  const by = decideBy(all);
  const decideR9 = decideBy({ R9: all['R9'] as Rule });
  const roll = dice(SEED);
  const broken = new Map<string, AllAnswers>();
  for (let turn = 0; turn < tries; turn += 1) {
    const answers = Object.fromEntries(questionIds.map((id) => [id, randomAnswer(id, roll)])) as unknown as AllAnswers;
    const changed = questionIds[turn % questionIds.length] ?? 'Q1a';
    const found = by(answers);
    for (const [name, holds] of Object.entries(invariants)) {
      if (!broken.has(name) && !holds({ answers, found, changed, decide: by, decideR9 })) broken.set(name, answers);
    }
  }
  return broken;
};

test(`the invariants hold over ${TRIES} answer sets`, { timeout: 120_000 }, () => {
  expect(breaches(rules, TRIES)).toEqual(new Map());
});

test.each<[invariant: string, id: RowId, broken: Partial<Rule>]>([
  ['(i)', 'R31', { may: is('Q2', 'other_nhs_records'), unlifted: 'Q2' }],
  ['(ii)', 'R3', { may: is('Q1d', 'audit') }],
  ['(iii)', 'R9', { may: is('Q1a', 'yes') }],
  ['(iv)', 'R10', { applies: any(row('R9', 'applies'), is('Q5', 'none')) }],
  ['(v)', 'R28', { applies: any(), may: is('Q2', 'unsure') }],
  ['(vi)', 'R17', { no: is('Q9', 'marked_same_purpose'), may: not(is('Q8', 'none')) }],
])('a rule broken on purpose breaks invariant %s', (invariant, id, broken) => {
  const all: Record<string, Rule> = rules;
  expect(
    [...breaches({ ...all, [id]: { ...all[id], ...broken } as Rule }, 3000).keys()].map((name) => name.split(' ')[0]),
  ).toContain(invariant);
});

test('a row that is cited before it is decided is refused', () => {
  const by = decideBy({ R5: { applies: row('R4', 'applies'), may: always } });
  expect(() => by(complete({}))).toThrow('Row R4 is cited before it is decided.');
});
