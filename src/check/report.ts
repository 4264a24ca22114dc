/** Prints problems for a terminal, for GitHub's annotations, or for a machine. */
import { rules, type Problem } from './problems.ts';

const one = (count: number, thing: string): string => `${count} ${thing}${count === 1 ? '' : 's'}`;

export const toTerminal = (problems: readonly Problem[], files: number): string => {
  if (problems.length === 0) return `The content is sound: ${one(files, 'file')} checked.`;
  const lines = problems.map(
    ({ file, line, column, rule, message }) => `${file}:${line}:${column}\n  ${message}\n  (${rule}: ${rules[rule]})`,
  );
  return `${lines.join('\n\n')}\n\n${one(problems.length, 'problem')} in ${one(new Set(problems.map(({ file }) => file)).size, 'file')}. Nothing was changed.`;
};

// GitHub's own escapes for annotation text: https://github.com/actions/toolkit/blob/main/packages/core/src/command.ts
const escape = (text: string): string => text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');

// In a property, a colon or a comma would end it as well.
const escapeProperty = (text: string): string => escape(text).replaceAll(':', '%3A').replaceAll(',', '%2C');

export const toGitHub = (problems: readonly Problem[]): string =>
  problems
    .map(
      ({ file, line, column, rule, message }) =>
        `::error file=${escapeProperty(file)},line=${line},col=${column},title=${rule}::${escape(message)}`,
    )
    .join('\n');

export const toJson = (problems: readonly Problem[], files: number): string => JSON.stringify({ files, problems }, null, 2);
