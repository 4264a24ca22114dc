/** The address of the pathway: what is written can be read again, and whatever else is read is said, never thrown. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { asked } from '../../src/pathway/decide.ts';
import { decode, describeDropped, encode, nextOpen, type State } from '../../src/pathway/fragment.ts';
import { mayHoldTogether, questionIds, questions, type Answers, type QuestionId } from '../../src/pathway/vocabulary.ts';

const answerTo = (id: QuestionId): fc.Arbitrary<string[] | undefined> => {
  const { answers } = questions[id];
  if (!mayHoldTogether(id))
    return fc.option(
      fc.constantFrom<string[]>(...answers).map((code) => [code]),
      { nil: undefined },
    );
  const others = answers.filter((code) => code !== 'none');
  return fc.option(
    fc.oneof(
      fc.constant<string[]>(['none']),
      fc.subarray<string>([...others], { minLength: 1 }).map((codes) => [...codes]),
    ),
    {
      nil: undefined,
    },
  );
};

/** States that the page can be in: no answer to a question that is not put, and a place that exists. */
const state: fc.Arbitrary<State> = fc.tuple(fc.tuple(...questionIds.map(answerTo)), fc.nat()).map(([list, turn]) => {
  const given: Answers = {};
  for (const [index, id] of questionIds.entries()) {
    const codes = list[index];
    if (codes && asked(given).includes(id)) given[id] = codes;
  }
  const answers = Object.fromEntries(asked(given).flatMap((id) => (given[id] ? [[id, given[id]]] : []))) as Answers;
  const places = [...asked(answers), 'result' as const];
  return { answers, at: places[turn % places.length] ?? 'result' };
});

const name = (id: QuestionId) => id;
const said = (fragment: string) => decode(fragment).dropped.map((one) => describeDropped(one, name));

test('what is written is read again, with nothing to say', () => {
  fc.assert(
    fc.property(state, (before) => {
      expect(decode(encode(before))).toEqual({ ...before, dropped: [] });
      expect(decode(`#${encode(before)}`).at).toBe(before.at);
    }),
    { numRuns: 1000 },
  );
});

test('no text makes reading fail, and whatever it restores can be written', () => {
  const damaged = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 300 }),
    fc.webFragments(),
    fc.tuple(state.map(encode), fc.nat(400), fc.string({ maxLength: 6 })).map(([text, at, noise]) => text.slice(0, at) + noise),
    fc
      .array(fc.constantFrom('q1a', 'q2', 'Q3', '=', '&', '.', '%', '%E0%A4', 'yes', 'none', 'at', '__proto__', '١'))
      .map((parts) => parts.join('')),
  );
  fc.assert(
    fc.property(damaged, (text) => {
      const { answers, at, dropped } = decode(text);
      expect(decode(encode({ answers, at }))).toEqual({ answers, at, dropped: [] });
      for (const one of dropped) expect(describeDropped(one, name).length).toBeLessThan(200);
    }),
    { numRuns: 2000 },
  );
});

describe('says what it left out:', () => {
  test.each([
    ['q99=yes', ['There is no question “q99”.']],
    ['q1a=perhaps', ['“Q1a” has no answer “perhaps”.']],
    ['q1a=yes&q1a=no', ['“Q1a” was answered more than once; the first answer was kept.']],
    ['q2=uclh_records.uclh_records', ['“Q2” was answered more than once; the first answer was kept.']],
    ['q1a=no.yes', ['“Q1a” takes one answer; the first was kept.']],
    ['q2=none.public_dua', ['“Q2” had “none” beside other answers; the others were kept.']],
    ['q1a=yes&q1d=audit', ['“Q1d” is not asked with your answer to “Q1a”.']],
    ['q2=synthetic_pure&q3=identifiable', ['“Q3” is not asked with your answer to “Q2”.']],
    ['q1a=%E0%A4%A&q1b=no', ['“q1a=%E0%A4%A” cannot be read: its percent signs are broken.']],
    ['q١a=yes', ['There is no question “q١a”.']],
    ['q1a=yes&at=q77', ['There is no step “q77” with these answers.']],
    ['q1a=yes&at=q1d', ['There is no step “q1d” with these answers.']],
    ['__proto__=yes&constructor=no', ['There is no question “__proto__”.', 'There is no question “constructor”.']],
    ['q1a=yes\u202eon', ['“Q1a” has no answer “yes on”.']],
  ])('%s', (fragment, sentences) => {
    expect(said(fragment)).toEqual(sentences);
  });
});

describe('restores what it can', () => {
  test.each([
    ['', {}],
    ['#', {}],
    ['q1a=no&q1b=no&q1c=n', { Q1a: ['no'], Q1b: ['no'] }],
    ['Q1A=YES', { Q1a: ['yes'] }],
    ['ｑ１ａ＝yes', { Q1a: ['yes'] }],
    ['q1a=yes&amp;q1b=no', { Q1a: ['yes'], Q1b: ['no'] }],
    ['q1a%3Dyes', { Q1a: ['yes'] }],
    ['q2=public_dua.uclh_records.nonsense', { Q2: ['uclh_records', 'public_dua'] }],
    ['q1a=yes&q1a=no', { Q1a: ['yes'] }],
    [`q1a=yes&${'x'.repeat(20_000)}&q1b=no`, { Q1a: ['yes'], Q1b: ['no'] }],
    [`${'&q1b=maybe'.repeat(2_000)}&q1c=yes`, { Q1c: ['yes'] }],
  ])('of %.40s', (fragment, answers) => {
    expect(decode(fragment).answers).toEqual(answers);
  });

  test('and goes to the first question without an answer when it does not say where', () => {
    expect(decode('q1a=yes').at).toBe('Q1b');
    expect(decode('q1a=yes&at=result').at).toBe('result');
    expect(nextOpen(Object.fromEntries(questionIds.map((id) => [id, ['unsure']])))).toBe('result');
  });
});
