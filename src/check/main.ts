/** `npm run check`: checks all content. Options: `--format terminal|github|json`. Exits with 1 when there is a problem. */
import { parseArgs } from 'node:util';
import { checkContent } from './check.ts';
import { toGitHub, toJson, toTerminal } from './report.ts';

const { values } = parseArgs({
  options: { format: { type: 'string', default: process.env.GITHUB_ACTIONS ? 'github' : 'terminal' } },
});
const formats = ['terminal', 'github', 'json'];
if (!formats.includes(values.format)) {
  console.error(`There is no format "${values.format}". Use one of: ${formats.join(', ')}.`);
  process.exit(2);
}
const { problems, files } = checkContent(process.cwd());

if (values.format === 'json') console.log(toJson(problems, files));
else if (values.format === 'github' && problems.length > 0) console.log(`${toGitHub(problems)}\n${toTerminal(problems, files)}`);
else console.log(toTerminal(problems, files));
process.exitCode = problems.length > 0 ? 1 : 0;
