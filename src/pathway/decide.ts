/** What applies to a study: the rules of `rules.ts` on a set of answers. Pure; nothing is read but the answers. */
import {
  any,
  bitOf,
  evaluate,
  HOLDS,
  questionsIn,
  reads,
  type Condition,
  type Questions,
  type Scope,
  type Situation,
  type Verdict,
} from './conditions.ts';
import { derived, guidelines, notices, notPut, rules, type GuidelineId, type NoticeId, type RowId, type Rule } from './rules.ts';
import { questionIds, questions, type AllAnswers, type Answers, type QuestionId } from './vocabulary.ts';

export interface Decided {
  verdict: Verdict;
  /** The questions whose answers decided it. */
  why: Questions;
  /** It would not be triggered, but an answer that it reads is "unsure". */
  lifted?: true;
}

export type Rules = Readonly<Record<string, Rule>>;

export const rowIds = Object.keys(rules) as RowId[];

const conditionsOf = ({ applies, may, no }: Rule): Condition[] => [applies, may, ...(no ? [no] : [])];

/** What conditions may cite, given these rules. */
export const scopeOf = (all: Rules): Scope => ({
  derived,
  rows: Object.fromEntries(Object.entries(all).map(([id, rule]) => [id, { reads: conditionsOf(rule) }])),
});

const situation = (answers: AllAnswers, scope: Scope): Situation => ({ ...scope, answers, found: {}, known: {} });

const unsureIn = (answers: AllAnswers): Questions =>
  questionIds.reduce((bits, id) => (answers[id].includes('unsure') ? bits | bitOf[id] : bits), 0);

/** The table's own order: the hard "no", applies, may; the rest is "no", unless a question that the row reads was left unsure. */
const verdictOf = (rule: Rule, at: Situation, unsure: Questions): Decided => {
  const ruledOut = rule.no ? evaluate(rule.no, at) : 0;
  if (ruledOut & HOLDS) return { verdict: 'no', why: ruledOut & ~HOLDS };
  const applies = evaluate(rule.applies, at);
  if (applies & HOLDS) return { verdict: 'applies', why: applies & ~HOLDS };
  const may = evaluate(rule.may, at);
  if (may & HOLDS) return { verdict: 'may', why: may & ~HOLDS };
  return unsure ? { verdict: 'may', why: unsure, lifted: true } : { verdict: 'no', why: applies | may };
};

/** Decides by these rules, in their order. The tests pass in rules that they have broken on purpose. */
export const decideBy = <Id extends string>(all: Readonly<Record<Id, Rule>>): ((answers: AllAnswers) => Record<Id, Decided>) => {
  const scope = scopeOf(all);
  const list = Object.entries<Rule>(all).map(([id, rule]) => {
    const read = reads(any(...conditionsOf(rule)), scope);
    return { id, rule, read: rule.unlifted ? read & ~bitOf[rule.unlifted] : read };
  });
  return (answers) => {
    const at = situation(answers, scope);
    const found: Record<string, Decided> = at.found;
    const unsure = unsureIn(answers);
    for (const { id, rule, read } of list) found[id] = verdictOf(rule, at, unsure & read);
    return found as Record<Id, Decided>;
  };
};

/** The verdict of every row of the decision table. */
export const decide = decideBy<RowId>(rules);

/** The reporting guidelines that fit (`applies`) or may fit. */
export const decideGuidelines = decideBy<GuidelineId>(
  Object.fromEntries(Object.entries(guidelines).map(([id, applies]) => [id, { applies, may: any() }])) as unknown as Record<
    GuidelineId,
    Rule
  >,
);

/** Answers that sit badly together, and other words of caution. */
export const noticesFor = (answers: AllAnswers): NoticeId[] => {
  const at = situation(answers, { derived, rows: {} });
  return (Object.keys(notices) as NoticeId[]).filter((id) => evaluate(notices[id], at) & HOLDS);
};

/** Every question with what was answered; `instead` stands where nothing was. */
const filled = (given: Answers, instead: (id: QuestionId) => readonly string[]): AllAnswers =>
  Object.fromEntries(questionIds.map((id) => [id, given[id]?.length ? given[id] : instead(id)])) as AllAnswers;

/** The questions whose answers mean that this one is not put; 0 where it is put. */
export const excludedBy = (id: QuestionId, given: Answers): Questions => {
  const when = notPut[id];
  if (!when) return 0;
  const found = evaluate(
    when,
    situation(
      filled(given, () => []),
      { derived, rows: {} },
    ),
  );
  return found & HOLDS ? found & ~HOLDS : 0;
};

/** The questions that are put, given the answers so far. */
export const asked = (given: Answers): QuestionId[] => questionIds.filter((id) => !excludedBy(id, given));

/** A full set of answers: what is not put takes its own value, what is not answered yet counts as unsure. */
export const complete = (given: Answers): AllAnswers => {
  const put = new Set(asked(given));
  const kept = Object.fromEntries(Object.entries(given).filter(([id]) => put.has(id as QuestionId)));
  return filled(kept, (id) => [put.has(id) ? 'unsure' : questions[id].otherwise]);
};

/** The questions that decided something, with those not put replaced by the ones that made them needless. */
export const reasons = (why: Questions, given: Answers): QuestionId[] =>
  questionsIn(questionsIn(why).reduce((bits, id) => bits | (excludedBy(id, given) || bitOf[id]), 0));
