/**
 * `npm run bench:search`: how well search answers, what a first answer costs, and how fast it is, against bare Pagefind in the same run.
 *
 *     --sizes 30,300,3000   how many generated pages stand beside the real ones; 0 is the real site alone
 *     --half tune|test      which half of tests/search/queries.yaml is asked
 *
 * Exits with 1 when a limit is broken. Writes below `.cache/` only.
 */
import { cpSync, existsSync, globSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Browser } from '@playwright/test';
import { buildSite, DIST } from '../../../src/site/build.ts';
import { serve } from '../../../src/site/server.ts';
import { readPlainFile } from '../../../src/search/plain-file.ts';
import type { SmallIndex } from '../../../src/search/small-format.ts';
import { queriesOf, scoresOf, shortfalls, type Query, type Scores } from '../../search/measure.ts';
import { makeProjects, WORK } from '../copies.ts';
import { measure } from '../measure.ts';
import { brotliLength } from '../sizes.ts';
import { median, table } from '../table.ts';
import { indexBare } from './bare.ts';
import { bareSearch, ourSearch, startBrowser, type Asked, type Costs, type Search } from './drive.ts';

const { values } = parseArgs({
  options: { sizes: { type: 'string', default: '0,30,300,3000' }, half: { type: 'string', default: 'test' } },
});
const half = values.half === 'tune' ? 'tune' : 'test';

/** Bytes, brotli: a first answer on the real site; its passages on top at 300 pages; the script of the dialog. */
const LIMITS = { first: 40_000, full: 150_000, script: 12_000 } as const;
/** Time from a key, as a ratio to bare Pagefind, at the largest size; and hits without WebAssembly, as a ratio to those with it. */
const RATIOS = { first: 1, full: 1.5, plain: 0.9 } as const;

/** The word that a first result is bought with. */
const BOUGHT_WITH = 'airlock';

interface Engine {
  asked: Asked[];
  scores: Scores;
  costs: Costs;
}

/**
 * Asks all engines each query in turn, so that a machine that slows down for a while does so for all of them. The first query loads
 * an index: what is timed is a key, not a download.
 */
const run = async <Name extends string>(
  searches: Record<Name, Search>,
  queries: readonly Query[],
): Promise<Record<Name, Engine>> => {
  const all = Object.entries<Search>(searches).map(([name, search]) => ({ name, search, asked: [] as Asked[] }));
  for (const { search } of all) await search.ask('approvals');
  for (const { q } of queries) for (const { search, asked } of all) asked.push(await search.ask(q));
  const engines: [string, Engine][] = [];
  for (const { name, search, asked } of all) {
    const paths = asked.map((one) => one.paths);
    // One after another: what a page loads late would be counted by a page of another engine as its own.
    engines.push([name, { asked, scores: scoresOf(queries, paths), costs: await search.costs(BOUGHT_WITH) }]);
  }
  for (const { search } of all) await search.close();
  return Object.fromEntries(engines) as Record<Name, Engine>;
};

/** The folder of a site with `size` generated pages. */
const build = async (size: number): Promise<string> => {
  const folder = join('.cache', 'bench-search');
  rmSync(folder, { recursive: true, force: true });
  if (size === 0) {
    if (!existsSync(join(DIST, 'index.html'))) await buildSite(process.cwd());
    cpSync(DIST, folder, { recursive: true });
  } else {
    const [ours] = makeProjects(size);
    await measure(ours.build, ours.root, WORK);
    cpSync(join(ours.root, 'dist'), folder, { recursive: true });
  }
  await indexBare(folder);
  return folder;
};

const kB = (bytes: number): string => `${(bytes / 1000).toFixed(1)} kB`;
const share = (number: number): string => number.toFixed(3);

const qualityTable = (engines: Record<string, Engine>): string =>
  table(
    ['kind', 'queries', ...Object.keys(engines).map((name) => `${name}: hit@1  hit@3  MRR`)],
    [...(Object.values(engines)[0]?.scores.keys() ?? [])].map((kind) => {
      const scores = Object.values(engines).map(({ scores: all }) => all.get(kind));
      const cells = scores.map((score) => `${share(score?.hit1 ?? 0)}  ${share(score?.hit3 ?? 0)}  ${share(score?.mrr ?? 0)}`);
      return [kind, String(scores[0]?.queries ?? 0), ...cells];
    }),
  );

const costTable = (engines: Record<string, Engine>): string =>
  table(
    ['to a first result', 'requests', 'bytes', 'passages: requests', 'bytes', 'key to first, ms', 'key to passages, ms'],
    Object.entries(engines).map(([name, { costs, asked }]) => [
      name,
      String(costs.first.requests),
      kB(costs.first.bytes),
      String(costs.full.requests),
      kB(costs.full.bytes),
      median(asked.map(({ first }) => first)).toFixed(1),
      median(asked.map(({ full }) => full)).toFixed(1),
    ]),
  );

/** How far the small index had to be thinned or split. */
const describeIndex = (folder: string): string => {
  const files = globSync('search/small*.js', { cwd: folder }).map(
    (file) => readPlainFile(readFileSync(join(folder, file), 'utf8')) as SmallIndex,
  );
  const guide = files.flatMap(({ entries }) => entries).filter(({ kind }) => kind === 'Guide');
  const words = Math.max(0, ...files.flatMap(({ words: some = [] }) => some).map(([, text]) => text.split(' ').length));
  const headings = guide.filter(({ headings: kept }) => kept).length;
  return `The small index: ${files.length} file${files.length === 1 ? '' : 's'}, at most ${words} words of each page, headings of ${headings} of ${guide.length} guide pages.`;
};

/**
 * How many times as long as bare Pagefind ours takes to its first answers or its passages: the median over the queries for which both
 * have some. Nothing is found in no time, which is no time to a result.
 */
const timesAsLong = (ours: Engine, bare: Engine, which: 'first' | 'full'): { ratio: number; queries: number } => {
  const ratios = ours.asked.flatMap((one, index) => {
    const other = bare.asked[index];
    const answered = which === 'first' ? one.paths.length : one.passages;
    return other && other.passages > 0 && answered > 0 ? [one[which] / other.full] : [];
  });
  return { ratio: median(ratios), queries: ratios.length };
};

/** The limits that one size breaks, each as a sentence. */
const broken = (
  size: number,
  folder: string,
  { bare, ours, plain, waiting }: Record<'bare' | 'ours' | 'plain' | 'waiting', Engine>,
): string[] => {
  const found = half === 'test' && size === 0 ? shortfalls(ours.scores) : [];
  // The labels are of the real pages; generated ones may well hold the words of a query that has no answer.
  for (const [kind, score] of size === 0 ? ours.scores : []) {
    const other = bare.scores.get(kind)?.hit3 ?? 0;
    if (score.hit3 < other) found.push(`${kind}: hit@3 is ${share(score.hit3)}, below bare Pagefind's ${share(other)}`);
  }
  const hits = (engine: Engine) => engine.scores.get('all')?.hit3 ?? 0;
  if (hits(plain) < hits(ours) * RATIOS.plain) found.push('without WebAssembly less than 0.9 of the answers are found');
  const script =
    size === 0
      ? globSync('assets/SearchDialog*.js', { cwd: folder }).map((file) => brotliLength(readFileSync(join(folder, file))))
      : [];
  for (const bytes of script) {
    console.log(`The script of the dialog: ${kB(bytes)}.`);
    if (bytes > LIMITS.script) found.push(`the script of the dialog weighs ${kB(bytes)}`);
  }
  if (size === 0 && ours.costs.first.bytes > LIMITS.first) found.push(`a first answer costs ${kB(ours.costs.first.bytes)}`);
  if (size === 300 && ours.costs.full.bytes > LIMITS.full) found.push(`passages cost ${kB(ours.costs.full.bytes)} more`);
  for (const which of ['first', 'full'] as const) {
    const { ratio, queries } = timesAsLong(ours, bare, which);
    const waited = timesAsLong(ours, waiting, which).ratio;
    console.log(
      `key to ${which === 'first' ? 'first answers' : 'passages'}: ${ratio.toFixed(2)} × bare Pagefind without waiting (${queries} queries that both answer), and ${waited.toFixed(2)} × as its interface waits`,
    );
    if (size >= 3000 && ratio > RATIOS[which]) found.push(`time to ${which} is ${ratio.toFixed(2)} × bare Pagefind's`);
  }
  return found;
};

const report = async (size: number, browser: Browser, port: number): Promise<string[]> => {
  const folder = await build(size);
  const { url, server } = await serve(folder, '/', port);
  try {
    const queries = queriesOf(half);
    const searches = {
      bare: await bareSearch(browser, url, false),
      waiting: await bareSearch(browser, url, true),
      ours: await ourSearch(browser, url),
      plain: await ourSearch(browser, url, true),
    };
    const engines = await run(searches, queries);
    const { bare, waiting, ours, plain } = engines;
    console.log(`\n── ${size} generated pages beside the real ones; the ${half} half ──\n`);
    console.log(qualityTable({ bare, ours, 'no WebAssembly': plain }));
    console.log(`\n${costTable({ bare, 'bare, waiting': waiting, ours, 'no WebAssembly': plain })}`);
    console.log(`\n${describeIndex(folder)}\n`);
    return broken(size, folder, engines).map((fault) => `${size} pages: ${fault}`);
  } finally {
    server.close();
  }
};

const browser = await startBrowser();
const faults: string[] = [];
for (const size of values.sizes.split(',').map(Number)) faults.push(...(await report(size, browser, 5690)));
await browser.close();
for (const fault of faults) console.error(`✗ ${fault}`);
if (faults.length > 0) process.exitCode = 1;
