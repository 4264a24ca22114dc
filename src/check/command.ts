/**
 * The command behind `npm run check`: checks all content.
 *
 *     --format terminal|github|json   how to report; in GitHub's workflows github, else terminal
 *     --fix                           first mend what can only be meant in one way, and say what was changed
 *     --today 2026-11-25              the day that counts as today
 *     --sources                       also list what rests on which source, and what on none
 *
 * Exits with 1 when there is an error. Warnings do not fail.
 */
import { parseArgs } from 'node:util';
import { day } from '../fields.ts';
import { checkAll } from './all.ts';
import { fixContent } from './fix.ts';
import { isError } from './problems.ts';
import { toGitHub, toJson, toTerminal } from './report.ts';
import { restsInFull, whatContentRestsOn } from './rests.ts';

const { values } = parseArgs({
  options: {
    format: { type: 'string', default: process.env.GITHUB_ACTIONS ? 'github' : 'terminal' },
    fix: { type: 'boolean', default: false },
    today: { type: 'string' },
    sources: { type: 'boolean', default: false },
  },
});
const refuse = (words: string): never => {
  console.error(words);
  process.exit(2);
};
const formats = ['terminal', 'github', 'json'];
const { today } = values;
if (values.sources && values.format === 'json')
  refuse('Ask for --sources without --format json: what rests on what is for people.');
if (!formats.includes(values.format)) refuse(`There is no format "${values.format}". Use one of: ${formats.join(', ')}.`);
if (today !== undefined && !day.safeParse(today).success) refuse(`"${today}" is no day. Write it as 2026-11-25.`);

const root = process.cwd();
if (values.fix) {
  const changes = fixContent(root);
  // The report for a machine stands alone on the standard output.
  for (const { file, what } of changes) console.error(`${file}: ${what}`);
  console.error(changes.length === 0 ? 'Nothing needed mending that can be mended safely.\n' : '');
}
const { problems, files } = await checkAll(root, today === undefined ? {} : { today });
const colour = process.stdout.isTTY && !process.env.NO_COLOR;

if (values.format === 'json') console.log(toJson(problems, files));
else if (values.format === 'github' && problems.length > 0) console.log(`${toGitHub(problems)}\n${toTerminal(problems, files)}`);
else console.log(toTerminal(problems, files, colour));
if (values.sources) console.log(`\n${restsInFull(whatContentRestsOn(root))}`);
process.exitCode = problems.some(isError) ? 1 : 0;
