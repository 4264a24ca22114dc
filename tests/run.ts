/**
 * `npm test`: everything that must hold before a change is merged. `npm test -- unit e2e` runs only the parts named.
 * All parts run even when one fails, so that one run tells all.
 */
import { spawn, spawnSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { serve } from '../src/site/server.ts';
import { ensureBrowser } from './browser.ts';

const BASES = { ROOT: '/', BASE: '/llms-at-uclh/' } as const;
const RESULTS = 'test-results';

interface Count {
  passed: number;
  failed: number;
  /** Tests that passed only at the second try. */
  flaky?: string[];
}

const bin = (name: string) => join('node_modules', '.bin', name);

const run = (command: string, args: string[], env: NodeJS.ProcessEnv = {}): boolean =>
  spawnSync(bin(command), args, { stdio: 'inherit', env: { ...process.env, ...env } }).status === 0;

const single = (ok: boolean): Count => ({ passed: Number(ok), failed: Number(!ok) });

/** The counts that a runner wrote into a JSON file; a run that wrote none has failed. */
const counted = (ok: boolean, file: string, read: (report: never) => Count): Count => {
  try {
    const count = read(JSON.parse(readFileSync(join(RESULTS, file), 'utf8')) as never);
    return ok || count.failed > 0 ? count : { ...count, failed: 1 };
  } catch {
    return { passed: 0, failed: 1 };
  }
};

const unit = (): Count => {
  const ok = run('vitest', [
    'run',
    '--config',
    'tests/vitest.config.ts',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${RESULTS}/unit.json`,
  ]);
  type Report = { numPassedTests: number; numFailedTests: number };
  return counted(ok, 'unit.json', (report: Report) => ({ passed: report.numPassedTests, failed: report.numFailedTests }));
};

interface Suite {
  suites?: Suite[];
  specs?: { title: string; file: string; line: number; tests: { status: string }[] }[];
}

const flakyIn = ({ suites = [], specs = [] }: Suite): string[] => [
  ...specs
    .filter(({ tests }) => tests.some(({ status }) => status === 'flaky'))
    .map(({ title, file, line }) => `${file}:${line} ${title}`),
  ...suites.flatMap(flakyIn),
];

const e2e = async (): Promise<Count> => {
  const browser = ensureBrowser();
  console.log(`Testing with ${browser}`);
  const env: NodeJS.ProcessEnv = { BROWSER_PATH: browser, PLAYWRIGHT_JSON_OUTPUT_FILE: resolve(RESULTS, 'e2e.json') };
  const servers = [];
  for (const [name, base] of Object.entries(BASES)) {
    process.env.BASE_PATH = base;
    const folder = `.cache/site-${name.toLowerCase()}`;
    if (!run('node', ['src/site/build.ts'], { OUT_DIR: folder })) return single(false);
    const { url, server } = await serve(folder, base, 4331);
    env[`E2E_${name}`] = url;
    env[`E2E_${name}_FOLDER`] = folder;
    servers.push(server);
  }
  const playwright = spawn(bin('playwright'), ['test', '--config', 'tests/playwright.config.ts'], {
    stdio: 'inherit',
    env: { ...process.env, ...env },
  });
  const ok = await new Promise<boolean>((done) => playwright.on('exit', (code) => done(code === 0)));
  for (const server of servers) server.close();
  type Report = Suite & { stats: { expected: number; unexpected: number; flaky: number } };
  return counted(ok, 'e2e.json', ({ stats, ...all }: Report) => ({
    passed: stats.expected + stats.flaky,
    failed: stats.unexpected,
    flaky: flakyIn(all),
  }));
};

const parts: Record<string, () => Count | Promise<Count>> = {
  format: () => single(run('prettier', ['--check', '--log-level', 'warn', '.'])),
  lint: () => single(run('eslint', ['--config', '.config/eslint.config.mjs', '.'])),
  types: () => single(run('astro', ['check'])),
  content: () => single(run('node', ['src/check/main.ts'])),
  unit,
  e2e,
};

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !Object.hasOwn(parts, name));
if (unknown.length > 0) {
  console.error(`There is no part called ${unknown.join(', ')}. The parts are: ${Object.keys(parts).join(', ')}.`);
  process.exit(2);
}

rmSync(RESULTS, { recursive: true, force: true });
const total: Count = { passed: 0, failed: 0 };
const lines: string[] = [];
for (const [name, part] of Object.entries(parts)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  console.log(`\n── ${name} ──`);
  const start = performance.now();
  const { passed, failed, flaky = [] } = await part();
  total.passed += passed;
  total.failed += failed;
  lines.push(
    `${failed > 0 ? '✗' : '✓'} ${name.padEnd(8)} ${passed} passed, ${failed} failed (${Math.round((performance.now() - start) / 1000)} s)`,
    ...flaky.map((test) => `           passed at the second try: ${test}`),
  );
}
console.log(`\n${lines.join('\n')}\n\n${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed > 0 ? 1 : 0;
