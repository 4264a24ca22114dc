/**
 * Conditions as data: the rules can be evaluated, explained by the answers that decided them, put into words, and read backwards
 * ("what does this answer bring?") from one and the same text.
 */
import { questionIds, questions, type AllAnswers, type Code, type QuestionId } from './vocabulary.ts';

/** `applies`; `may` apply, so ask; `no`: not triggered by these answers. There is no fourth. */
export type Verdict = 'applies' | 'may' | 'no';

export type Condition =
  | { ask: QuestionId; in: readonly string[] }
  | { ask: QuestionId; only: string }
  | { value: string; in: readonly string[] }
  | { row: string; in: readonly Verdict[] }
  | { all: readonly Condition[] }
  | { any: readonly Condition[] }
  | { not: Condition };

/** Any of these answers was given. */
export const is = <Q extends QuestionId>(ask: Q, ...codes: Code<Q>[]): Condition => ({ ask, in: codes });
/** This answer was given and no other. */
export const only = <Q extends QuestionId>(ask: Q, code: Code<Q>): Condition => ({ ask, only: code });
/** A derived value is one of these. */
export const value = (name: string, ...values: string[]): Condition => ({ value: name, in: values });
/** Another row came out as one of these. */
export const row = (id: string, ...verdicts: Verdict[]): Condition => ({ row: id, in: verdicts });
export const all = (...conditions: Condition[]): Condition => ({ all: conditions });
export const any = (...conditions: Condition[]): Condition => ({ any: conditions });
export const not = (condition: Condition): Condition => ({ not: condition });
export const always = all();
export const never = any();

/** A derived value: the first case whose condition holds, else the last word. */
export interface Derived {
  cases: readonly (readonly [value: string, when: Condition])[];
  otherwise: string;
}

/** When a row applies, and when it may. */
export interface Rule {
  applies: Condition;
  may: Condition;
  /** Where this holds the row is not triggered, whatever else was answered or left unsure. */
  no?: Condition;
  /** A question that does not turn a "no" into "may" when it was answered unsure. */
  unlifted?: QuestionId;
}

/** What a condition may refer to besides the answers. */
export interface Scope {
  derived: Readonly<Record<string, Derived>>;
  rows: Readonly<Record<string, { reads: readonly Condition[] }>>;
}

/** Questions as bits of a number: a hundred thousand decisions are taken in a test, and sets would take most of its time. */
export type Questions = number;

export const bitOf = Object.fromEntries(questionIds.map((id, index) => [id, 1 << index])) as Record<QuestionId, Questions>;

/** The questions of a number, in the order in which they are put. */
export const questionsIn = (bits: Questions): QuestionId[] => questionIds.filter((id) => bits & bitOf[id]);

const count = (bits: Questions): number => {
  let left = bits;
  let ones = 0;
  for (; left; ones += 1) left &= left - 1;
  return ones;
};

/**
 * Whether a condition holds, and the fewest questions whose answers say so: their bits, with `HOLDS` among them where it does.
 */
export type Finding = number;
export const HOLDS = 1 << questionIds.length;

/** The codes of each question as bits, in the order of the vocabulary. */
const codeBits = new Map(
  questionIds.map((id) => [id, new Map<string, number>(questions[id].answers.map((code, index) => [code, 1 << index]))]),
);

const bitsOf = (id: QuestionId, codes: readonly string[]): number =>
  codes.reduce((bits, code) => bits | (codeBits.get(id)?.get(code) ?? 0), 0);

export interface Situation {
  /** The answer to each question, as bits of its codes. */
  given: readonly number[];
  /** The verdicts found so far, each with the questions that decided it. */
  found: Record<string, { verdict: Verdict; why: Questions }>;
  /** The derived values reckoned so far. */
  known: Record<string, { is: string; why: Questions }>;
}

/** A situation in which these answers are given and nothing is decided yet. */
export const situation = (answers: AllAnswers): Situation => ({
  given: questionIds.map((id) => bitsOf(id, answers[id])),
  found: {},
  known: {},
});

/** The questions left unsure. */
export const unsureIn = ({ given }: Situation): Questions =>
  questionIds.reduce((bits, id, index) => ((given[index] ?? 0) & bitsOf(id, ['unsure']) ? bits | bitOf[id] : bits), 0);

export type Evaluate = (at: Situation) => Finding;

const finding = (holds: boolean, why: Questions): Finding => (holds ? why | HOLDS : why);

/** The value of a derived name, with the questions that decided it. */
const reckoner = (name: string, all: Scope['derived']): ((at: Situation) => { is: string; why: Questions }) => {
  const derived = all[name];
  if (!derived) throw new Error(`No derived value is called "${name}".`);
  const cases = derived.cases.map(([is, when]) => ({ is, holds: compile(when, all) }));
  const reckon = (at: Situation) => {
    let passed: Questions = 0;
    for (const { is, holds } of cases) {
      const found = holds(at);
      if (found & HOLDS) return { is, why: found & ~HOLDS };
      passed |= found;
    }
    return { is: derived.otherwise, why: passed };
  };
  return (at) => (at.known[name] ??= reckon(at));
};

/** `all` is settled by one part that fails, `any` by one that holds; otherwise every part had a share in it. */
const several = (parts: readonly Evaluate[], settledBy: boolean): Evaluate => {
  return (at) => {
    let least = -1;
    let together: Questions = 0;
    for (const part of parts) {
      const found = part(at);
      together |= found;
      if (((found & HOLDS) !== 0) === settledBy && (least === -1 || count(found) < count(least))) least = found;
    }
    return least === -1 ? finding(!settledBy, together & ~HOLDS) : least;
  };
};

/**
 * Makes a condition ready to be evaluated on whole sets of answers, many times over.
 *
 * @throws when it cites a derived value that does not exist. What it returns throws when it cites a row that is decided only later.
 */
export const compile = (condition: Condition, derived: Scope['derived']): Evaluate => {
  if ('ask' in condition) {
    const place = questionIds.indexOf(condition.ask);
    const why = bitOf[condition.ask];
    const only = 'only' in condition;
    const wanted = bitsOf(condition.ask, only ? [condition.only] : condition.in);
    return ({ given }) => {
      const bits = given[place] ?? 0;
      return finding(only ? bits === wanted : (bits & wanted) !== 0, why);
    };
  }
  if ('value' in condition) {
    const reckon = reckoner(condition.value, derived);
    return (at) => {
      const { is, why } = reckon(at);
      return finding(condition.in.includes(is), why);
    };
  }
  if ('row' in condition) {
    return (at) => {
      const found = at.found[condition.row];
      if (!found) throw new Error(`Row ${condition.row} is cited before it is decided.`);
      return finding(condition.in.includes(found.verdict), found.why);
    };
  }
  if ('not' in condition) {
    const turned = compile(condition.not, derived);
    return (at) => turned(at) ^ HOLDS;
  }
  const parts = ('all' in condition ? condition.all : condition.any).map((part) => compile(part, derived));
  return several(parts, 'any' in condition);
};

/** Every question that a condition reads: directly, through a derived value, or through a row that it cites. */
export const reads = (condition: Condition, scope: Scope): Questions => {
  if ('ask' in condition) return bitOf[condition.ask];
  if ('not' in condition) return reads(condition.not, scope);
  const parts =
    'value' in condition
      ? (scope.derived[condition.value]?.cases ?? []).map(([, when]) => when)
      : 'row' in condition
        ? (scope.rows[condition.row]?.reads ?? [])
        : 'all' in condition
          ? condition.all
          : condition.any;
  return parts.reduce((bits, part) => bits | reads(part, scope), 0);
};
