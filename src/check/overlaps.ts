/** Where two checks see the same fault, only the one that says more is told. */
import type { Problem, Rule } from './problems.ts';

/** Each rule with those that have nothing to add for the same file. */
const saysMore: Partial<Record<Rule, readonly Rule[]>> = {
  // What does not belong here is in the wrong place, and nobody can look into it.
  'file-type': ['file-place', 'unreadable-file'],
  'encoding': ['file-type', 'unreadable-file'],
  'picture-origin': ['image-place'],
};

/** The problems without those that another one of the same file covers, and each only once. */
export const told = <T extends Problem>(problems: readonly T[]): T[] => {
  const rulesOf = Map.groupBy(problems, ({ file }) => file);
  const once = new Map(
    problems.map((problem) => [`${problem.file}\n${problem.line}\n${problem.column}\n${problem.rule}`, problem]),
  );
  return [...once.values()].filter(({ file, rule }) => !rulesOf.get(file)?.some((other) => saysMore[other.rule]?.includes(rule)));
};
