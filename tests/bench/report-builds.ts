/** Times builds of this site against builds of a bare project with the same pages, in one run. */
import { checkBuilt, giveHistory, makeCold, makeProjects, WORK, type Project } from './copies.ts';
import { measure, type Measured } from './measure.ts';
import { median, table } from './table.ts';

/** The most that our build may take, as a multiple of the bare one, and from how many pages on that is held. */
export const BUILD_LIMIT = { ratio: 1.5, from: 300 } as const;

const tenths = (seconds: number | undefined): string => (seconds === undefined ? 'n/a' : seconds.toFixed(1));

const timed = async (project: Project, count: number): Promise<Measured> => {
  makeCold(project);
  const measured = await measure(project.build, project.root, WORK);
  checkBuilt(project, count);
  const memory = measured.memory === undefined ? 'n/a' : `${Math.round(measured.memory / 2 ** 20)} MiB`;
  console.log(
    `  ${count} pages, ${project.name}: ${measured.seconds.toFixed(1)} s, processor ${tenths(measured.processor)} s, ${memory}`,
  );
  return measured;
};

const seconds = (runs: readonly Measured[]): number => median(runs.map((run) => run.seconds));
/** Processor times of both and their ratio, which other programs on the machine disturb less than the wall time. */
const processor = (ours: readonly Measured[], bare: readonly Measured[]): string => {
  const [a, b] = [ours, bare].map((runs) => median(runs.flatMap((run) => run.processor ?? []))) as [number, number];
  return Number.isNaN(a / b) ? 'n/a' : `${a.toFixed(1)} / ${b.toFixed(1)} = ${(a / b).toFixed(2)}`;
};

/** The median of our time over the bare one's in the run beside it, which a machine that changes its pace disturbs less than medians do. */
const ratioOf = (ours: readonly Measured[], bare: readonly Measured[]): number =>
  median(ours.map((run, index) => run.seconds / (bare[index]?.seconds ?? Number.NaN)));

const peak = (runs: readonly Measured[]): string => {
  const peaks = runs.flatMap(({ memory }) => memory ?? []);
  return peaks.length > 0 ? `${Math.round(Math.max(...peaks) / 2 ** 20)} MiB` : 'n/a';
};

/**
 * Builds both projects in turn at each size, cold, and prints medians. Returns whether the limit holds.
 *
 * @param runs how often each is built at each size; by default three times, and twice at more than 1,000 pages.
 */
export const reportBuilds = async (sizes: readonly number[], runs?: number): Promise<boolean> => {
  const rows: string[][] = [];
  let kept = true;
  for (const count of sizes) {
    const [ours, bare] = makeProjects(count);
    const taken: Record<Project['name'], Measured[]> = { ours: [], bare: [] };
    for (let run = 0; run < (runs ?? (count > 1000 ? 2 : 3)); run += 1) {
      // Whoever goes first finds colder files, so the two take turns at it.
      for (const project of run % 2 === 0 ? [ours, bare] : [bare, ours]) taken[project.name].push(await timed(project, count));
    }
    const history = giveHistory(count) ? tenths((await timed(ours, count)).seconds) : 'n/a';
    const ratio = ratioOf(taken.ours, taken.bare);
    const held = count >= BUILD_LIMIT.from;
    if (held && !(ratio <= BUILD_LIMIT.ratio)) kept = false;
    const verdict = held ? (ratio <= BUILD_LIMIT.ratio ? 'yes' : 'NO') : 'not held to it';
    const times = [seconds(taken.ours), seconds(taken.bare)].map(tenths);
    rows.push([
      String(count),
      ...times,
      ratio.toFixed(2),
      verdict,
      processor(taken.ours, taken.bare),
      peak(taken.ours),
      peak(taken.bare),
      history,
    ]);
  }
  console.log(
    '\nBuilds, cold: median wall time in seconds, and the median ratio of neighbouring runs; memory is the largest resident set of any one process',
  );
  const head = [
    'pages',
    'ours',
    'bare',
    'ratio',
    `≤ ${BUILD_LIMIT.ratio}`,
    'processor',
    'memory, ours',
    'memory, bare',
    'ours, with history',
  ];
  console.log(table(head, rows));
  return kept;
};
