/** Prints problems for a terminal, for GitHub's annotations, or for a machine. */
import { helpPath, isError, rules, severityOf, type Problem } from './problems.ts';

const one = (count: number, thing: string): string => `${count} ${thing}${count === 1 ? '' : 's'}`;

const counted = (problems: readonly Problem[]): string => {
  const errors = problems.filter(isError).length;
  const warnings = problems.length - errors;
  const parts = [...(errors > 0 ? [one(errors, 'problem')] : []), ...(warnings > 0 ? [one(warnings, 'warning')] : [])];
  return `${parts.join(' and ')} in ${one(new Set(problems.map(({ file }) => file)).size, 'file')}`;
};

/**
 * For people. Each problem has its place, what is wrong, the corrected text where there is one, and why it matters.
 *
 * @param colour whether the terminal shows colours.
 */
export const toTerminal = (problems: readonly Problem[], files: number, colour = false): string => {
  const paint = (code: number, text: string) => (colour ? `\u001B[${code}m${text}\u001B[0m` : text);
  const blocks = problems.map((problem) => {
    const { file, line, column, rule, message, fix } = problem;
    const mark = isError(problem) ? '' : ` ${paint(33, 'warning')}`;
    const write = fix === undefined ? '' : `\n  ${paint(32, 'Write:')} ${fix.replaceAll('\n', '\n         ')}`;
    return `${paint(1, `${file}:${line}:${column}`)}${mark}\n  ${message}${write}\n  ${paint(2, `(${rule}: ${rules[rule].why})`)}`;
  });
  if (problems.length === 0) return `The content is sound: ${one(files, 'file')} checked.`;
  const end = problems.some(isError) ? 'Nothing was changed.' : `The content is sound: ${one(files, 'file')} checked.`;
  return `${blocks.join('\n\n')}\n\n${counted(problems)}. ${end}`;
};

// GitHub's own escapes for annotation text: https://github.com/actions/toolkit/blob/main/packages/core/src/command.ts
const escape = (text: string): string => text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');

// In a property, a colon or a comma would end it as well.
const escapeProperty = (text: string): string => escape(text).replaceAll(':', '%3A').replaceAll(',', '%2C');

/** For the annotations of GitHub, which show beside the line in a pull request. */
export const toGitHub = (problems: readonly Problem[]): string =>
  problems
    .map((problem) => {
      const { file, line, column, rule, message, fix } = problem;
      const words = fix === undefined ? message : `${message}\nWrite: ${fix}`;
      return `::${severityOf(problem)} file=${escapeProperty(file)},line=${line},col=${column},title=${rule}::${escape(words)}`;
    })
    .join('\n');

/** For a machine: each problem also with its severity, why it matters, and the site path of its help. */
export const toJson = (problems: readonly Problem[], files: number): string =>
  JSON.stringify(
    {
      files,
      problems: problems.map((problem) => ({
        ...problem,
        severity: severityOf(problem),
        why: rules[problem.rule].why,
        help: helpPath(problem.rule),
      })),
    },
    null,
    2,
  );
