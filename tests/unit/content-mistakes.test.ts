/**
 * Walks the broken pages below `tests/fixtures/content-mistakes/`. Each is laid alone into a small tree that is otherwise sound; beside
 * it stands what the checker must say, word for word. To add a case, write the page, run
 *
 *     npx vitest run --config tests/vitest.config.ts content-mistakes -u
 *
 * and read what was written beside it as somebody would who has never seen this site.
 */
import { cpSync, globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { identifierHelp } from '../../src/check/catalogue/identifiers.ts';
import { repositoryRules } from '../../src/check/catalogue/repository.ts';
import { spellingRules } from '../../src/check/catalogue/spelling.ts';
import { checkContent } from '../../src/check/check.ts';
import { isError, rules, severityOf, type Problem } from '../../src/check/problems.ts';

const FIXTURES = fileURLToPath(new URL('../fixtures', import.meta.url));
const CASES = join(FIXTURES, 'content-mistakes');
const TODAY = '2026-05-01';
const EXPECTED = '.expected.txt';

const cases = globSync('**/*', { cwd: CASES, withFileTypes: true })
  .filter((found) => found.isFile() && found.name !== 'README.md' && !found.name.endsWith(EXPECTED))
  .map((found) =>
    join(found.parentPath, found.name)
      .slice(CASES.length + 1)
      .replaceAll('\\', '/'),
  )
  .toSorted();

/** Where a case lies in the tree: `site/x.yaml` takes the place of the settings. */
const placeOf = (name: string): string => (name.startsWith('site/') ? 'content/site.yaml' : `content/${name}`);

const told = (file: string, problem: Problem): string => {
  const { line, column, rule, message, fix } = problem;
  const where = problem.file === file ? '' : `${problem.file}:`;
  const lines = [`${where}${line}:${column} ${rule}${isError(problem) ? '' : ' (warning)'}`, message];
  return [...lines, ...(fix === undefined ? [] : [`Write: ${fix}`])].join('\n');
};

let root: string;
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'mistakes-'));
});
afterAll(() => rmSync(root, { recursive: true }));

const problemsOf = (name: string): Problem[] => {
  rmSync(join(root, 'content'), { recursive: true, force: true });
  cpSync(join(FIXTURES, 'content', 'good'), root, { recursive: true });
  const file = placeOf(name);
  mkdirSync(dirname(join(root, file)), { recursive: true });
  writeFileSync(join(root, file), readFileSync(join(CASES, name)));
  return checkContent(root, { today: TODAY, env: {} }).problems;
};

describe('each broken page is told exactly what is wrong with it', () => {
  test.each(cases)('%s', async (name) => {
    const problems = problemsOf(name);
    expect(problems).not.toEqual([]);
    const report = `${problems.map((problem) => told(placeOf(name), problem)).join('\n\n')}\n`;
    await expect(report).toMatchFileSnapshot(join(CASES, `${name}${EXPECTED}`));
  });
});

test('there are enough of them, and each has its words', () => {
  expect(cases.length).toBeGreaterThanOrEqual(120);
  const expected = globSync(`**/*${EXPECTED}`, { cwd: CASES }).map((file) =>
    file.replaceAll('\\', '/').slice(0, -EXPECTED.length),
  );
  expect(expected.toSorted()).toEqual(cases);
});

test('every rule of the catalogue has a case', () => {
  const text = cases.map((name) => readFileSync(join(CASES, `${name}${EXPECTED}`), 'utf8')).join('\n');
  const seen = new Set([...text.matchAll(/^(?:\S+:)?\d+:\d+ (\S+)(?: \(warning\))?$/gm)].map((match) => match[1]));
  // What is wrong with bytes cannot lie in a text file; tests/unit/check-bytes.test.ts makes it. Spelling, files and identifiers are
  // no matter of one page, and have tests of their own.
  const elsewhere = new Set(['encoding', ...Object.keys({ ...spellingRules, ...repositoryRules, ...identifierHelp })]);
  expect(Object.keys(rules).filter((rule) => !seen.has(rule) && !elsewhere.has(rule))).toEqual([]);
});

test('a page with five mistakes and more shows them all in one run', () => {
  const problems = problemsOf('guide/five-mistakes.mdx').filter((problem) => severityOf(problem) === 'error');
  expect(new Set(problems.map(({ line }) => line)).size).toBeGreaterThanOrEqual(5);
});
