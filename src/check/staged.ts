/**
 * What the git hooks run: checks what is staged, or with `--message FILE` the message of the commit. Exits with 1 when there is a
 * problem, and then git makes no commit. It prints places and rules, never a text that it found.
 */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { checkMessage } from './gate.ts';
import { checkStaged } from './git/staging.ts';
import { guard } from './guard.ts';
import { inOrder, isError } from './problems.ts';
import { toTerminal } from './report.ts';

const HELP = [
  'Nothing was committed. Mend what is listed, stage it again (git add), and commit again.',
  'If it is patient data, remove it from this computer too, unless it is allowed to hold it.',
  'If the check is wrong, or in the way: git commit --no-verify. The pull request is checked all the same, in public.',
].join('\n');

/** The text of the message without the lines that git itself removes from it. */
const messageIn = (file: string): string =>
  readFileSync(file, 'utf8')
    .replace(/^# -+ >8 -+[\s\S]*/m, '')
    .replace(/^#.*$/gm, '');

const { values } = parseArgs({ options: { message: { type: 'string' } } });

const { message } = values;
const found = await (message === undefined ? checkStaged(process.cwd(), guard) : checkMessage(messageIn(message), guard));

// Warnings stop nothing, here as in the build.
const problems = found.filter(isError);
if (problems.length > 0) {
  console.error(`${toTerminal(inOrder(problems), 0)}\n\n${HELP}`);
  process.exitCode = 1;
}
