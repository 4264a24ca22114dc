/** The rules read backwards: what each answer counts towards. */
import { questionsIn, reads, type Condition, type Derived, type Scope } from './conditions.ts';
import { rowIds, scopeOf } from './decide.ts';
import { rules, type RowId, type Rule } from './rules.ts';
import { questions, type QuestionId } from './vocabulary.ts';

/** Answers, as `question.code`. */
type Keys = ReadonlySet<string>;

const keysOf = (id: QuestionId, holds: (code: string) => boolean): Keys =>
  new Set(questions[id].answers.filter(holds).map((code) => `${id}.${code}`));

const union = (sets: readonly Keys[]): Keys => new Set(sets.flatMap((set) => [...set]));

const questionOf = (key: string): string => key.split('.')[0] ?? '';

/** The keys that every set allows; a set that does not speak of a question allows all its answers. */
const allowedByAll = (sets: readonly Keys[]): Keys => {
  const spoken = sets.map((set) => new Set([...set].map(questionOf)));
  return new Set(
    [...union(sets)].filter((key) => sets.every((set, index) => set.has(key) || !spoken[index]?.has(questionOf(key)))),
  );
};

/** The answers that keep a condition from holding, where one question alone can. */
const against = (condition: Condition): Keys => {
  if ('ask' in condition) {
    const named: readonly string[] = 'only' in condition ? [condition.only] : condition.in;
    return keysOf(condition.ask, (code) => !named.includes(code));
  }
  if ('any' in condition) return allowedByAll(condition.any.map(against));
  return new Set();
};

/** The answers that lead to the last word of a derived value: those that are unsure, or those that meet none of its cases. */
const otherwise = ({ cases, otherwise: word }: Derived, scope: Scope): Keys => {
  const whens = cases.map(([, when]) => when);
  if (word !== 'unsure') return allowedByAll(whens.map(against));
  return union(questionsIn(reads({ any: whens }, scope)).map((id) => keysOf(id, (code) => code === 'unsure')));
};

/**
 * The answers that count towards a condition. What is cited from another row is told there; what a derived value merely tolerates
 * (a negation inside it) brings nothing.
 */
const countsTowards = (condition: Condition, scope: Scope, within = false): Keys => {
  if ('ask' in condition) {
    const named: readonly string[] = 'only' in condition ? [condition.only] : condition.in;
    return keysOf(condition.ask, (code) => named.includes(code));
  }
  if ('not' in condition) return within ? new Set() : against(condition.not);
  if ('value' in condition) {
    const derived = scope.derived[condition.value];
    if (!derived) return new Set();
    const hit = derived.cases.filter(([name]) => condition.in.includes(name)).map(([, when]) => countsTowards(when, scope, true));
    return union(condition.in.includes(derived.otherwise) ? [...hit, otherwise(derived, scope)] : hit);
  }
  if ('row' in condition) return new Set();
  return union(('all' in condition ? condition.all : condition.any).map((part) => countsTowards(part, scope, within)));
};

export interface Brings {
  code: string;
  /** Rows of which the answer is one condition for "applies". */
  applies: RowId[];
  /** Rows that it can bring into question without counting towards "applies". */
  may: RowId[];
  /** Rows that it can rule out whatever else is answered. */
  no: RowId[];
}

const scope = scopeOf(rules);
const towards = new Map(
  rowIds.map((id) => {
    const rule: Rule = rules[id];
    const counted = (condition: Rule['no']) => (condition ? countsTowards(condition, scope) : new Set<string>());
    return [id, { applies: counted(rule.applies), may: counted(rule.may), no: counted(rule.no) }];
  }),
);

/** What each answer to a question counts towards, in the order of the answers. */
export const broughtBy = (id: QuestionId): Brings[] =>
  questions[id].answers.map((code) => {
    const key = `${id}.${code}`;
    const rowsWith = (column: 'applies' | 'may' | 'no') => rowIds.filter((row) => towards.get(row)?.[column].has(key));
    const applies = rowsWith('applies');
    return { code, applies, may: rowsWith('may').filter((row) => !applies.includes(row)), no: rowsWith('no') };
  });
