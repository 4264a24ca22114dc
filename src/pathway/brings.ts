/** The rules read backwards: what each answer counts towards. */
import { countsTowards } from './conditions.ts';
import { rowIds, scopeOf } from './decide.ts';
import { rules, type RowId, type Rule } from './rules.ts';
import { questions, type QuestionId } from './vocabulary.ts';

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
