/** The comment under a pull request: what the check found, in plain words, and what happens next. */
import { identifierRules } from '../../check/identifiers/rules.ts';
import { asCode } from './as-code.ts';
import type { Report, Reported } from './report.ts';

export interface Found {
  /** owner/name of this repository. */
  repository: string;
  /** The commit that was checked, and the run that did it. */
  commit: string;
  run: number;
  /** What the check wrote down; undefined where it did not come so far. */
  report: Report | undefined;
  /** Whether all of it passed. */
  passed: boolean;
  /** Whether a commit of the change holds what must not be public. */
  commitsFailed: boolean;
  /** Whether the built site was kept. */
  site: boolean;
  /** The files that the pull request changes. */
  changed: readonly string[];
  /** Whether its author is new here. */
  isNew: boolean;
}

/** GitHub takes 65,536 characters, which the worst of these stay below; beyond a few dozen, nobody reads on. */
const MOST_SHOWN = 30;
const MOST_MESSAGE = 400;
const MOST_FIX = 200;
const MOST_NAME = 180;

/** Begins the list of problems, so that the next comment knows that there was one. */
const LISTED = 'Each is explained below';

const counted = (count: number, thing: string): string => `${count} ${thing}${count === 1 ? '' : 's'}`;

/** What must be said to nobody but whoever opens the log: where something lies that may identify a patient, or open a door. */
const isQuiet = ({ rule }: Reported): boolean => Object.hasOwn(identifierRules, rule);

/** A link to a line of a file in this repository, or only its number where the name is none that a page could have. */
const placeOf = ({ repository, commit }: Found, { file, line }: Reported): string =>
  /^(?!.*(?:^|\/)\.\.?(?:\/|$))[\w.@-]+(?:\/[\w.@-]+)*$/.test(file)
    ? `[line ${line}](https://github.com/${repository}/blob/${commit}/${file}?plain=1#L${line})`
    : `line ${line}`;

const said = (found: Found, problem: Reported): string => {
  const { severity, rule, message, fix } = problem;
  const write = fix === undefined ? '' : `<br>Write: ${asCode(fix, MOST_FIX)}`;
  return `- ${placeOf(found, problem)}${severity === 'warning' ? ' (not an error)' : ''}: ${asCode(message, MOST_MESSAGE)}${write} (\`${rule}\`)`;
};

/**
 * Errors wherever they are, for a change may break another page; warnings only where something was changed. Other problems of a file
 * with a quiet one may quote it.
 */
const toShow = ({ report, changed }: Found): Reported[] => {
  const problems = report?.problems ?? [];
  const quiet = new Set(problems.filter(isQuiet).map(({ file }) => file));
  return problems.filter(({ file, severity }) => !quiet.has(file) && (severity === 'error' || changed.includes(file)));
};

const listOf = (found: Found, problems: readonly Reported[]): string[] => {
  // Errors first, so that a long list does not hide them.
  const shown = problems.toSorted((a, b) => a.severity.localeCompare(b.severity, 'en')).slice(0, MOST_SHOWN);
  const files = Map.groupBy(shown, ({ file }) => file);
  const rest = problems.length - shown.length;
  return [
    ...[...files].flatMap(([file, inside]) => [
      '',
      `**In** ${asCode(file, MOST_NAME)}`,
      '',
      ...inside.map((one) => said(found, one)),
    ]),
    ...(rest > 0 ? ['', `And ${rest} more, which the run lists.`] : []),
  ];
};

const logOf = ({ repository, run }: Found): string => `https://github.com/${repository}/actions/runs/${run}`;

const rootOf = ({ repository }: Found): string => `https://github.com/${repository}/blob/main/.github`;

/** Whether something was found that only the log may say. */
const isHeld = ({ commitsFailed, report }: Found): boolean => commitsFailed || (report?.problems.some(isQuiet) ?? false);

/** The first sentence: how it stands. */
const standing = (found: Found, problems: readonly Reported[], before: string | undefined): string => {
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  const warnings = problems.length - errors;
  const run = `[the run](${logOf(found)})`;
  if (!found.report)
    return `**The check could not read the content to its end.** Look at ${run}; if it makes no sense, say so here.`;
  if (errors > 0)
    return `**${counted(errors, 'problem')} to mend**${warnings > 0 ? `, and ${counted(warnings, 'warning')}` : ''}. ${LISTED}, with what to write instead where that is known. Change the file on the same branch, and this comment follows.`;
  if (isHeld(found)) return '**There is nothing to list here, but it cannot be merged as it is.**';
  const mended = before?.includes(LISTED)
    ? 'Everything that was listed here is mended.'
    : 'Nothing has to be mended in the content.';
  const tests = found.passed ? '' : ` But not every test passed: look at ${run}.`;
  const also = warnings > 0 ? ` ${counted(warnings, 'warning')}, which a reviewer may ask about:` : '';
  return `**${mended}**${tests}${also}`;
};

/** Says where to look, and nothing that would lead others there. */
const quietly = (found: Found): string[] =>
  isHeld(found)
    ? [
        '',
        `**Something is only in [the log of the run](${logOf(found)}).** Read it before you push or write anything else, and [SECURITY.md](${rootOf(found)}/SECURITY.md) with it.`,
      ]
    : [];

const welcome = ({ isNew }: Found): string[] =>
  isNew
    ? [
        'Welcome, and thank you for your first contribution. You cannot break the site: nothing reaches it before a maintainer has read and merged it.',
        '',
      ]
    : [];

const next = (found: Found): string[] => [
  '',
  `**What happens next.** When the check is green, a maintainer reads the change, may ask something, and merges it; the site then publishes itself. Who reviews, and how soon, is to be confirmed by the organisers. More in [CONTRIBUTING](${rootOf(found)}/CONTRIBUTING.md).`,
];

const folded = (summary: string, lines: readonly string[]): string[] => [
  '',
  `<details><summary>${summary}</summary>`,
  '',
  ...lines,
  '',
  '</details>',
];

const toSee = (found: Found): string[] =>
  folded(
    'See the site with this change',
    found.site
      ? [
          `1. Download "site" at the foot of [the run](${logOf(found)}#artifacts). GitHub asks you to sign in, and keeps it for seven days.`,
          '2. Unpack it, and open a terminal in the unpacked folder.',
          '3. `python3 -m http.server 8000 --bind 127.0.0.1` (on Windows `py -m http.server 8000 --bind 127.0.0.1`), then open <http://127.0.0.1:8000/>. Opening a file by itself shows no styles.',
          '',
          'What you open was built by the code of this change. Read that first, if it changes more than `content/`.',
        ]
      : ['No site was kept, because none could be built. It will be there when the problems above are mended.'],
  );

/** The one place in which the checklist of reviewers stands. */
const toReview = folded('For the reviewer', [
  '- It holds no patient data of any kind, pictures and links included, and nobody who did not agree is named.',
  '- Each rule, number and process has a source that you could open, and says no more than it.',
  '- It calls nothing approved or exempt; it says who decides.',
  '- What nobody has confirmed is written "to be confirmed".',
  '- Somebody who was not there would understand it. Its title, summary and links say what they lead to.',
  '- You looked at the page as built.',
  '- If it changes `src/`, `.github/` or `package.json`: you read every line, and know why.',
]);

/** The words of the comment, told from those that stand there now. */
export const wordsFor = (found: Found, before: string | undefined): string => {
  const problems = toShow(found);
  return [
    `### What the check found in ${found.commit.slice(0, 7)}`,
    '',
    ...welcome(found),
    standing(found, problems, before),
    ...quietly(found),
    ...listOf(found, problems),
    ...next(found),
    ...toSee(found),
    ...toReview,
  ].join('\n');
};
