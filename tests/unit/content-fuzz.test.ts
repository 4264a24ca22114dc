/**
 * Whatever a page holds, the checker answers soon, and a page that it passes is one that the build accepts. The pages are the real
 * content with random changes, and random text.
 *
 *     CONTENT_FUZZ=10000 npx vitest run --config tests/vitest.config.ts content-fuzz
 *
 * tries that many pages instead of a few hundred; CONTENT_FUZZ_SEED takes the seed that a failure prints.
 */
import { isDeepStrictEqual } from 'node:util';
import { fileURLToPath } from 'node:url';
import { parseFrontmatter } from '@astrojs/internal-helpers/frontmatter';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compiler } from '../../src/authoring/compile.ts';
import type { Heading } from '../../src/authoring/headings.ts';
import { prepareCheck } from '../../src/check/check.ts';
import { isError, rules } from '../../src/check/problems.ts';
import { readContent, readEntry, type Entry } from '../../src/check/read.ts';
import { readFast, readTree, readValues } from '../../src/check/yaml.ts';
import { readText } from '../../src/check/text.ts';
import { mutations, pages } from './content-mutations.ts';
import { cpuTime } from './cpu-time.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url)).replace(/[\\/]$/, '');
const RUNS = Number(process.env.CONTENT_FUZZ ?? 300);
const SEED = Number(process.env.CONTENT_FUZZ_SEED ?? 20261125);
/** The most that one file may take, in milliseconds of the processor. */
const MOST = 1000;

const content = readContent(ROOT);
const { check } = prepareCheck(ROOT, content, { today: '2026-11-25', env: {} });
const compile = compiler('/', () => [], ROOT);

/** The headings of the page that was compiled last, as the build numbers them. */
let headings: Heading[] = [];

/** Why the build would refuse a page, or undefined: Astro's reader of front matter, the schema and the compiler, one by one. */
const refusal = async (entry: Entry): Promise<string | undefined> => {
  try {
    const { frontmatter, content: body } = parseFrontmatter(entry.text, { frontmatter: 'empty-with-spaces' });
    const result = entry.room.schema((await import('../../src/fields.ts')).looseRefs).safeParse(frontmatter);
    if (!result.success) return `schema: ${result.error.issues[0]?.message ?? ''}`;
    ({ headings } = await compile({ file: entry.file, body, sources: frontmatter.sources }));
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
};

describe('whatever a page holds', { timeout: Math.max(120_000, RUNS * 60) }, () => {
  test('the checker answers soon, and what it passes the build accepts', async () => {
    const seen = { pages: 0, passed: 0, refused: 0 };
    await fc.assert(
      fc.asyncProperty(pages(content.entries), async ({ entry: { room, file }, text }) => {
        const taken = cpuTime();
        const entry = readEntry(room, file, Buffer.from(text));
        const problems = check(entry);
        const took = taken();
        expect(took).toBeLessThan(MOST);
        const lines = text.split('\n').length;
        for (const { rule, message, line, column } of problems) {
          expect(Object.keys(rules)).toContain(rule);
          expect(message).not.toBe('');
          expect(column).toBeGreaterThan(0);
          expect(line).toBeGreaterThan(0);
          expect(line).toBeLessThanOrEqual(lines);
        }
        const errors = problems.filter(isError);
        const why = await refusal(entry);
        seen.pages += 1;
        seen[errors.length === 0 ? 'passed' : 'refused'] += 1;
        if (errors.length === 0) {
          expect(why).toBeUndefined();
          // And it is the same page: the build reads the same fields and the same text.
          const { frontmatter, content: body } = parseFrontmatter(entry.text);
          const built = entry.fast?.built ?? entry.front().values?.built;
          expect(isDeepStrictEqual(frontmatter, built)).toBe(true);
          expect(body.trim()).toBe(entry.body.trim());
          const slugs = headings.map(({ slug }) => slug);
          expect(readText(entry.body).headings.map(({ slug }) => slug)).toEqual(slugs);
        }
        // What the dialect refuses, the compiler refuses as well.
        const dialect = errors.some(({ rule }) => ['code', 'html', 'component', 'syntax', 'unsafe-link'].includes(rule));
        if (dialect) expect(why).toBeDefined();
      }),
      { numRuns: RUNS, seed: SEED },
    );
    console.log(
      `${seen.pages} pages: ${seen.passed} passed by the checker and the build, ${seen.refused} refused by the checker.`,
    );
    expect(seen.passed).toBeGreaterThan(RUNS / 20);
    expect(seen.refused).toBeGreaterThan(RUNS / 20);
  });

  test('the quick reading of fields gives what the careful one gives', () => {
    const fields = mutations(content.entries).map(({ text }) => /^---\n([\s\S]*?\n)---/.exec(text)?.[1] ?? '');
    fc.assert(
      fc.property(fields, (yaml) => {
        const fast = readFast(yaml);
        if (!fast) return;
        const careful = readValues(yaml);
        expect('values' in careful && isDeepStrictEqual(careful.values.built, fast.built)).toBe(true);
        // The build accepts a few things that the stricter reader does not; where both can read, they read the same.
        const tree = readTree(yaml);
        // A byte order mark within a page is refused before its fields are read (decode.ts).
        if (yaml.startsWith('\uFEFF')) return;
        // A number beyond what a number can hold is text to the one and infinite to the other; no field takes either.
        if (tree.errors.length === 0 && 'values' in careful && !/\d[eE]\+?\d{3}/.test(yaml))
          expect(tree.toJS() ?? {}).toEqual(careful.values.written);
      }),
      { numRuns: RUNS * 3, seed: SEED },
    );
  });
});
