/** Times the check of the content against the build of the same pages, in one run. */
import { join } from 'node:path';
import { checkBuilt, makeCold, makeProjects, WORK } from './copies.ts';
import { measure, type Measured } from './measure.ts';
import { median, table } from './table.ts';

/** The most that the check may take, as a part of the build, and from how many pages on that is held. */
export const CHECK_LIMIT = { ratio: 0.5, from: 300 } as const;

const CHECK = [join('src', 'check', 'main.ts')];

const seconds = (runs: readonly Measured[]): number => median(runs.map((run) => run.seconds));
const processor = (runs: readonly Measured[]): string => {
  const middle = median(runs.flatMap((run) => run.processor ?? []));
  return Number.isNaN(middle) ? 'n/a' : middle.toFixed(2);
};

/**
 * Checks and builds this site in turn at each size, the build cold, and prints medians. Returns whether the limit holds. The build
 * checks the content too, so its time holds the check's.
 *
 * @param runs how often each is run at each size; by default three times, and twice at more than 1,000 pages.
 */
export const reportCheck = async (sizes: readonly number[], runs?: number): Promise<boolean> => {
  const rows: string[][] = [];
  let kept = true;
  for (const count of sizes) {
    const [ours] = makeProjects(count);
    const checks: Measured[] = [];
    const builds: Measured[] = [];
    for (let run = 0; run < (runs ?? (count > 1000 ? 2 : 3)); run += 1) {
      checks.push(await measure(CHECK, ours.root, WORK));
      makeCold(ours);
      builds.push(await measure(ours.build, ours.root, WORK));
      checkBuilt(ours, count);
      console.log(`  ${count} pages: check ${checks.at(-1)?.seconds.toFixed(2)} s, build ${builds.at(-1)?.seconds.toFixed(1)} s`);
    }
    const ratio = seconds(checks) / seconds(builds);
    const held = count >= CHECK_LIMIT.from;
    if (held && !(ratio <= CHECK_LIMIT.ratio)) kept = false;
    rows.push([
      String(count),
      seconds(checks).toFixed(2),
      processor(checks),
      seconds(builds).toFixed(1),
      ratio.toFixed(2),
      held ? (ratio <= CHECK_LIMIT.ratio ? 'yes' : 'NO') : 'not held to it',
    ]);
  }
  console.log('\nThe check of the content beside the build: median times in seconds');
  console.log(table(['pages', 'check', 'processor', 'build', 'ratio', `≤ ${CHECK_LIMIT.ratio}`], rows));
  return kept;
};
