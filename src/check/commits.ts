/**
 * Checks every commit of a pull request, not only its tip. Options: `--repository FOLDER --base COMMIT --head COMMIT`.
 * Exits with 1 when there is a problem, with 2 when it could not check. It prints places and rules, never a text that it found.
 */
import { parseArgs } from 'node:util';
import { checkRange, type Range, type Walked } from './git/range.ts';
import { thoroughGuard } from './guard.ts';
import { inOrder } from './problems.ts';
import { toGitHub, toTerminal } from './report.ts';

const INCIDENT = '.github/INCIDENT.md';

/** What to do about a problem in a commit that others can already see. */
const ADVICE = [
  'Removing it in a later commit does not help: every commit of a pull request stays readable to anybody, and so does the old',
  'state of a branch after a forced push. If any of this may come from a patient, do not comment on it and do not push again;',
  `read ${INCIDENT} on the main branch, now. If you are sure that it does not, a maintainer can tell you how to make the branch anew.`,
].join('\n');

const counted = (count: number, thing: string): string => `${count} ${thing}${count === 1 ? '' : 's'}`;

/** The report: for GitHub with annotations. Every problem says in which commit it is. */
export const toReport = ({ commits, files, problems }: Walked, github: boolean): string => {
  if (problems.length === 0)
    return `${counted(commits, 'commit')} with ${counted(files, 'new or changed file')}: nothing found that must not be public. The check does not see everything; read what you publish.`;
  const placed = problems.map(({ commit, ...problem }) => ({
    ...problem,
    message: `In commit ${commit.slice(0, 12)}: ${problem.message}`,
  }));
  const report = `${toTerminal(inOrder(placed), files)}\n\n${ADVICE}`;
  return github ? `${toGitHub(placed)}\n${report}` : report;
};

const NOTHING = /^0*$/;

/** Reads the options; GitHub gives only zeros, or nothing, as the base of a new branch. */
const rangeOf = (base: string, head: string): Range => ({ head, base: NOTHING.test(base) ? undefined : base });

if (import.meta.main) {
  const { values } = parseArgs({
    options: {
      repository: { type: 'string', default: '.' },
      base: { type: 'string', default: 'origin/main' },
      head: { type: 'string', default: 'HEAD' },
    },
  });
  try {
    const walked = await checkRange(values.repository, rangeOf(values.base, values.head), thoroughGuard);
    console.log(toReport(walked, Boolean(process.env.GITHUB_ACTIONS)));
    process.exitCode = walked.problems.length > 0 ? 1 : 0;
  } catch (error) {
    console.error(`The commits could not be checked. ${(error as Error).message}`);
    process.exitCode = 2;
  }
}
