/** The catalogue: every kind of problem that the checker knows. The report, the help pages and the tests all read it. */
import { dayRules } from './days.ts';
import { fileRules } from './files.ts';
import { frontMatterRules } from './front-matter.ts';
import type { Help } from './help.ts';
import { identifierHelp } from './identifiers.ts';
import { linkRules } from './links.ts';
import { repositoryRules } from './repository.ts';
import { spellingRules } from './spelling.ts';
import { textRules } from './text.ts';

/** The kinds in groups, in the order in which a page is read. */
export const groups = [
  { title: 'The fields at the top', rules: frontMatterRules },
  { title: 'The text', rules: textRules },
  { title: 'Links and pictures', rules: linkRules },
  { title: 'Spelling', rules: spellingRules },
  { title: 'The file', rules: fileRules },
  { title: 'What may lie in the repository', rules: repositoryRules },
  { title: 'Patients and secrets', rules: identifierHelp },
  { title: 'Time', rules: dayRules },
] as const satisfies readonly { title: string; rules: Record<string, Help> }[];

export type Rule =
  | keyof typeof frontMatterRules
  | keyof typeof textRules
  | keyof typeof linkRules
  | keyof typeof spellingRules
  | keyof typeof fileRules
  | keyof typeof repositoryRules
  | keyof typeof dayRules
  | keyof typeof identifierHelp;

/** Every kind of problem by its rule. */
export const rules: Readonly<Record<Rule, Help>> = {
  ...frontMatterRules,
  ...textRules,
  ...linkRules,
  ...spellingRules,
  ...fileRules,
  ...repositoryRules,
  ...dayRules,
  ...identifierHelp,
};
