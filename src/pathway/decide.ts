/** What applies to a study: the rules of `rules.ts` on a set of answers. Pure; nothing is read but the answers. */
import {
  any,
  bitOf,
  compile,
  HOLDS,
  questionsIn,
  reads,
  situation,
  unsureIn,
  type Condition,
  type Evaluate,
  type Questions,
  type Scope,
  type Situation,
  type Verdict,
} from './conditions.ts';
import { guidelines, notices, notPut, stops, type GuidelineId, type NoticeId } from './besides.ts';
import { derived, rules, type RowId, type Rule } from './rules.ts';
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

interface Ready {
  id: string;
  applies: Evaluate;
  may: Evaluate;
  no: Evaluate;
  /** The questions whose "unsure" leaves the row open. */
  lifts: Questions;
}

/** The table's own order: the hard "no", applies, may; the rest is "no", unless a question that the row reads was left unsure. */
const verdictOf = (rule: Ready, at: Situation, unsure: Questions): Decided => {
  const ruledOut = rule.no(at);
  if (ruledOut & HOLDS) return { verdict: 'no', why: ruledOut & ~HOLDS };
  const applies = rule.applies(at);
  if (applies & HOLDS) return { verdict: 'applies', why: applies & ~HOLDS };
  const may = rule.may(at);
  if (may & HOLDS) return { verdict: 'may', why: may & ~HOLDS };
  const open = unsure & rule.lifts;
  return open ? { verdict: 'may', why: open, lifted: true } : { verdict: 'no', why: applies | may };
};

const ready = (id: string, rule: Rule, scope: Scope): Ready => {
  const read = reads(any(...conditionsOf(rule)), scope);
  return {
    id,
    applies: compile(rule.applies, derived),
    may: compile(rule.may, derived),
    no: compile(rule.no ?? any(), derived),
    lifts: rule.unlifted ? read & ~bitOf[rule.unlifted] : read,
  };
};

/** Decides by these rules, in their order. The tests pass in rules that they have broken on purpose. */
export const decideBy = <Id extends string>(all: Readonly<Record<Id, Rule>>): ((answers: AllAnswers) => Record<Id, Decided>) => {
  const scope = scopeOf(all);
  const list = Object.entries<Rule>(all).map(([id, rule]) => ready(id, rule, scope));
  return (answers) => {
    const at = situation(answers);
    const found: Record<string, Decided> = at.found;
    const unsure = unsureIn(at);
    for (const rule of list) found[rule.id] = verdictOf(rule, at, unsure);
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

const compileAll = <Id extends string>(conditions: Partial<Record<Id, Condition>>): [Id, Evaluate][] =>
  Object.entries<Condition>(conditions as Record<Id, Condition>).map(([id, condition]) => [
    id as Id,
    compile(condition, derived),
  ]);

const noticed = compileAll<NoticeId>(notices);
const stopping = compileAll<RowId>(stops);
const excluded = new Map(compileAll<QuestionId>(notPut));

/** Answers that sit badly together, and other words of caution. */
export const noticesFor = (answers: AllAnswers): NoticeId[] =>
  noticed.filter(([, holds]) => holds(situation(answers)) & HOLDS).map(([id]) => id);

/** The rows that halt the work where they apply, given these answers. */
export const stopsFor = (answers: AllAnswers): RowId[] =>
  stopping.filter(([, holds]) => holds(situation(answers)) & HOLDS).map(([id]) => id);

/** Every question with what was answered; `instead` stands where nothing was. */
const filled = (given: Answers, instead: (id: QuestionId) => readonly string[]): AllAnswers =>
  Object.fromEntries(questionIds.map((id) => [id, given[id]?.length ? given[id] : instead(id)])) as AllAnswers;

/** The questions whose answers mean that this one is not put; 0 where it is put. */
export const excludedBy = (id: QuestionId, given: Answers): Questions => {
  const found = excluded.get(id)?.(situation(filled(given, () => []))) ?? 0;
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
