/**
 * `npm run bench`: speed and size of the site, as ratios within one run and against fixed limits.
 *
 *     --only build|check|sizes|lighthouse|identifiers   one part instead of all
 *     --sizes 30,300,3000                               how many generated pages to build
 *     --runs n                                          repetitions of each build, and of each measurement of the largest paint
 *
 * Exits with 1 when a limit is broken. Nothing is written but below `.cache/`, and `dist/` where there is none yet.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { readAddress } from '../../src/site/address.ts';
import { buildSite, DIST } from '../../src/site/build.ts';
import { reportIdentifiers } from './identifiers/report.ts';
import { reportBuilds } from './report-builds.ts';
import { CHECK_LIMIT, reportCheck } from './report-check.ts';
import { reportLighthouse } from './report-lighthouse.ts';
import { reportSizes } from './report-sizes.ts';

const { values } = parseArgs({
  options: { only: { type: 'string' }, sizes: { type: 'string', default: '30,300,3000' }, runs: { type: 'string' } },
});

const whole = (option: string, written: string): number => {
  const number = Number(written);
  if (!Number.isInteger(number) || number < 1) throw new Error(`--${option} takes whole numbers above 0, not "${written}".`);
  return number;
};

/** The parts, those that load the machine last, so that a broken limit shows early. */
const parts = {
  identifiers: () => reportIdentifiers(),
  sizes: () => reportSizes(DIST, base),
  lighthouse: () => reportLighthouse(DIST, base, runs ?? 3),
  check: () =>
    reportCheck(
      sizes.filter((size) => size >= CHECK_LIMIT.from),
      runs,
    ),
  build: () => reportBuilds(sizes, runs),
} satisfies Record<string, () => boolean | Promise<boolean>>;

const sizes = values.sizes.split(',').map((written) => whole('sizes', written));
const runs = values.runs === undefined ? undefined : whole('runs', values.runs);
const { base } = readAddress(process.env);
const only = values.only;
if (only !== undefined && !Object.hasOwn(parts, only)) {
  throw new Error(`There is no part called "${only}". The parts are: ${Object.keys(parts).join(', ')}.`);
}
if (!['build', 'check', 'identifiers'].includes(only ?? '') && !existsSync(join(DIST, 'index.html'))) {
  console.log('There is no built site yet, so it is built first.');
  await buildSite(process.cwd());
}
for (const [name, part] of Object.entries(parts)) {
  if (only !== undefined && only !== name) continue;
  console.log(`\n── ${name} ──\n`);
  if (!(await part())) process.exitCode = 1;
}
