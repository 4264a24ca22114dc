/** Runs Lighthouse, mobile preset, over every template, and sets the largest paint against a bare page with the same text. */
import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { launch } from 'chrome-launcher';
import lighthouse, { type Result } from 'lighthouse';
import { browserArguments, findBrowser } from '../browser.ts';
import { serveCompressed } from './cdn.ts';
import { median, table } from './table.ts';

/** The least score of a category, the most layout shift, and the most that our largest paint may take against the bare page's. */
export const LIGHTHOUSE_LIMITS = { score: 1, shift: 0, paint: 1.1 } as const;

/** A page that is an error cannot be indexed and says so; these audits would count that against it. */
const NOT_FOR_ERRORS = ['http-status-code', 'is-crawlable'];

interface Template {
  name: string;
  /** The address of one page of the template: a site path, or a pattern of files below the built site. */
  page: string;
  skip?: string[];
}

const TEMPLATES: readonly Template[] = [
  { name: 'home', page: '/' },
  { name: 'projects', page: '/projects/' },
  { name: 'a project', page: 'projects/*/index.html' },
  { name: 'a facet page', page: 'projects/*/*/index.html' },
  { name: 'guide', page: '/guide/' },
  { name: 'a guide page', page: 'guide/*/index.html' },
  { name: 'pathway', page: '/pathway/' },
  { name: 'a part of the table', page: 'pathway/table/**/index.html' },
  { name: 'answers', page: '/pathway/answers/' },
  { name: 'meet-ups', page: '/meetups/' },
  { name: 'a series', page: 'meetups/*/index.html' },
  { name: 'contacts', page: '/contacts/' },
  { name: 'a contact', page: 'contacts/*/index.html' },
  { name: 'glossary', page: '/glossary/' },
  { name: 'its sources', page: '/glossary/sources/' },
  { name: 'a to z', page: '/a-to-z/' },
  { name: 'to be confirmed', page: '/to-be-confirmed/' },
  { name: 'freshness', page: '/freshness/' },
  { name: 'outside sources', page: 'freshness/sources/**/index.html' },
  { name: 'will it fit', page: '/guide/will-it-fit/' },
  { name: 'contribute', page: '/contribute/' },
  { name: 'a form', page: 'contribute/new/*/index.html' },
  { name: 'a plain page', page: '/about/' },
  { name: 'not found', page: '/404.html', skip: NOT_FOR_ERRORS },
];

/** The heaviest page of a template, as the file below `root`; undefined where the site has none. */
const fileOf = ({ page }: Template, root: string): string | undefined => {
  if (page.startsWith('/')) {
    const file = page.slice(1) + (page.endsWith('/') ? 'index.html' : '');
    return existsSync(join(root, file)) ? file : undefined;
  }
  const size = (file: string) => readFileSync(join(root, file)).length;
  return globSync(page, { cwd: root, exclude: ['guide/print/**'] })
    .map((file) => file.replaceAll('\\', '/'))
    .toSorted((a, b) => size(b) - size(a))[0];
};

/** The text of a built page as a page without any style or script. */
export const barePage = (html: string): string => {
  const main = /<main\b[\s\S]*<\/main>/.exec(html)?.[0] ?? '';
  const title = /<title>[^<]*<\/title>/.exec(html)?.[0] ?? '';
  const text = main.replaceAll(/<(script|style|template)\b[\s\S]*?<\/\1>/g, '').replaceAll(/\s(style|class)="[^"]*"/g, '');
  const head = `<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">${title}`;
  return `<!doctype html><html lang="en-GB"><head>${head}</head><body>${text}</body></html>\n`;
};

const run = async (url: string, port: number, flags: { onlyAudits?: string[]; skipAudits?: string[] } = {}): Promise<Result> => {
  const result = await lighthouse(url, { port, logLevel: 'error', output: 'json', ...flags });
  if (!result) throw new Error(`Lighthouse reported nothing for ${url}.`);
  if (result.lhr.runtimeError) throw new Error(`Lighthouse failed on ${url}: ${result.lhr.runtimeError.message}`);
  return result.lhr;
};

const number = (lhr: Result, audit: string): number => lhr.audits[audit]?.numericValue ?? NaN;
const PAINT = 'largest-contentful-paint';

/** The audits of a category that count and do not pass. */
const failing = (lhr: Result): string[] => {
  const counted = Object.values(lhr.categories).flatMap(({ auditRefs }) => auditRefs.filter(({ weight }) => weight > 0));
  const ids = new Set(counted.map(({ id }) => id));
  return [...ids].filter((id) => {
    const score = lhr.audits[id]?.score;
    return typeof score === 'number' && score < 1;
  });
};

/**
 * Prints the scores of each template. Returns whether every limit holds.
 *
 * @param runs how often the largest paint of each page, ours and bare, is measured.
 * @throws when there is no browser.
 */
export const reportLighthouse = async (root: string, base: string, runs: number): Promise<boolean> => {
  const chromePath = findBrowser();
  if (!chromePath) throw new Error('There is no browser to measure with. Install Chrome or Chromium, or set CHROME_PATH to one.');
  const pages = TEMPLATES.flatMap((template) => {
    const file = fileOf(template, root);
    if (!file) console.log(`The site has no page for "${template.name}"; it is left out.`);
    return file ? [{ ...template, file, path: base + file.replace(/(^|\/)index\.html$/, '$1') }] : [];
  });
  const bare = new Map(pages.map(({ file, path }) => [`/bare${path}`, barePage(readFileSync(join(root, file), 'utf8'))]));
  const network = await serveCompressed(root, base, bare);
  const chrome = await launch({ chromePath, chromeFlags: ['--headless=new', ...browserArguments] });
  // A run that is told to stop takes its browser along.
  const stop = () => {
    chrome.kill();
    process.exit(143);
  };
  process.once('SIGTERM', stop);
  const rows: string[][] = [];
  const notes: string[] = [];
  let head: string[] = [];
  let kept = true;
  try {
    for (const { name, path, skip } of pages) {
      const lhr = await run(network.origin + path, chrome.port, skip ? { skipAudits: skip } : {});
      // Both are measured by the same short runs: a whole run gathers more and loads the machine otherwise.
      const paints = { ours: [] as number[], bare: [] as number[] };
      for (let turn = 0; turn < runs; turn += 1) {
        const paint = async (address: string) => number(await run(address, chrome.port, { onlyAudits: [PAINT] }), PAINT);
        paints.ours.push(await paint(network.origin + path));
        paints.bare.push(await paint(`${network.origin}/bare${path}`));
      }
      const categories = Object.values(lhr.categories);
      const shift = number(lhr, 'cumulative-layout-shift');
      const [ours, plain] = [median(paints.ours), median(paints.bare)];
      const ratio = ours / plain;
      const broken = [
        ...categories.filter(({ score }) => !((score ?? 0) >= LIGHTHOUSE_LIMITS.score)).map(({ id }) => id),
        ...(shift <= LIGHTHOUSE_LIMITS.shift ? [] : ['CLS']),
        ...(ratio <= LIGHTHOUSE_LIMITS.paint ? [] : ['LCP ratio']),
      ];
      if (broken.length > 0) kept = false;
      const audits = failing(lhr);
      if (broken.length + audits.length > 0)
        notes.push(`  ${name} ${path}: over: ${broken.join(', ') || 'nothing'}; failing audits: ${audits.join(', ') || 'none'}`);
      head = ['template', ...categories.map(({ id }) => id), 'CLS', 'LCP ms', 'bare ms', 'ratio'];
      const scores = categories.map(({ score }) => (score === null ? 'n/a' : String(Math.round(score * 100))));
      rows.push([name, ...scores, shift.toFixed(3), ours.toFixed(0), plain.toFixed(0), ratio.toFixed(2)]);
      console.log(`  ${name}: done`);
    }
  } finally {
    process.off('SIGTERM', stop);
    chrome.kill();
    network.server.close();
    network.close();
  }
  console.log('\nLighthouse, mobile preset: the heaviest page of each template; LCP is the median of repeated runs');
  console.log(table(head, rows));
  for (const note of notes) console.log(note);
  return kept;
};
