/**
 * Whatever a page holds, the checker answers soon, and a page that it passes is one that the build accepts. The pages are the real
 * content with random changes, and random text.
 *
 *     CONTENT_FUZZ=10000 npx vitest run --config tests/vitest.config.ts content-fuzz
 *
 * tries that many pages instead of a few hundred; CONTENT_FUZZ_SEED takes the seed that a failure prints.
 */
import { isDeepStrictEqual } from 'node:util';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseFrontmatter } from '@astrojs/internal-helpers/frontmatter';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { authoringProcessor } from '../../src/authoring/processor.ts';
import { prepareCheck } from '../../src/check/check.ts';
import { isError, rules } from '../../src/check/problems.ts';
import { readContent, readEntry, type Entry } from '../../src/check/read.ts';
import { readFast, readTree, readValues } from '../../src/check/yaml.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url)).replace(/[\\/]$/, '');
const RUNS = Number(process.env.CONTENT_FUZZ ?? 300);
const SEED = Number(process.env.CONTENT_FUZZ_SEED ?? 20261125);
/** The most that one file may take, in milliseconds. */
const MOST = 1000;

const content = readContent(ROOT);
const { check } = prepareCheck(ROOT, content, { today: '2026-11-25', env: {} });
const renderer = await authoringProcessor('/').createMdxRenderer?.(
  { syntaxHighlight: 'prism', gfm: true, smartypants: true } as never,
  { optimize: true, srcDir: new URL('../../src/', import.meta.url), sourcemap: false } as never,
);

/** Why the build would refuse a page, or undefined: Astro's reader of front matter, the schema and the processor, one by one. */
const refusal = async (entry: Entry): Promise<string | undefined> => {
  try {
    const { frontmatter, content: body } = parseFrontmatter(entry.text, { frontmatter: 'empty-with-spaces' });
    const result = entry.room.schema((await import('../../src/fields.ts')).looseRefs).safeParse(frontmatter);
    if (!result.success) return `schema: ${result.error.issues[0]?.message ?? ''}`;
    await renderer?.process(body, join(ROOT, entry.file), frontmatter);
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
};

/** What means something to YAML, to Markdown or to MDX, and what merely looks odd. */
const SNIPPETS = [
  ...'\n\r\t :-#&*!|>\'"%@`{}[],?~<=\\\uFEFF\0é\u2028\u0085\u00A0_$/().',
  ...['---\n', '\n---\n', '```\n', '````', '~~~\n', ': ', '- ', '&a ', '*a', '<<: ', '!!binary ', '"\\u', '🩺', '\r\n', '  '],
  ...[
    '2026-02-31',
    '2026-04-19 10:00:00',
    '0o17',
    '1_000',
    '0b11',
    '.inf',
    'yes',
    'null',
    '~',
    '1e3',
    '__proto__: 1\n',
    'layout: x\n',
  ],
  ...[
    '<Source id="x" />',
    '<Source',
    '<Callout kind="note">',
    '</Callout>',
    '<b>',
    '</b>',
    '<!-- x -->',
    '<br/>',
    '{x}',
    '{',
    '}',
    '{/* */}',
  ],
  ...[
    'import x from "y"\n',
    'export const x = 1\n',
    '[a](/guide/start-here/)',
    '[a](#x)',
    '![a](./a.png)',
    '![a](%zz.png)',
    '[a]: /x\n',
    '<http://a.b>',
  ],
  ...[
    '# H\n',
    '## H\n',
    '#### H\n',
    '\n===\n',
    '| a | b |\n| - | - |\n',
    '> ',
    '1. ',
    '- [ ] ',
    '[^1]',
    '\n[^1]: x\n',
    '***',
    '__',
    '~~',
    '\\',
    '&amp;',
    '&#x0;',
  ],
  ...[
    'p<0.05',
    '<18 years',
    '\u202E',
    '\u200B',
    ' # x',
    '\n# x\n',
    '? a\n: b\n',
    '%YAML 1.1\n',
    '...\n',
    '$$x$$',
    ':::note\n',
    '\\u0000',
    '“x”',
    'â€™',
  ],
];

const change = fc.record({
  kind: fc.constantFrom('insert', 'insert', 'insert', 'delete', 'double', 'swap', 'dropLine', 'doubleLine', 'swapLines'),
  // Mistakes happen where a value or a line begins, and in the fields, more often than within a word.
  where: fc.constantFrom(/(?<=[:-] )\S/g, /^/gm, /[\s\S]/g, /(?<=\n)\s*/g),
  early: fc.boolean(),
  at: fc.nat(),
  length: fc.integer({ min: 1, max: 40 }),
  text: fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom(...SNIPPETS) },
    { weight: 1, arbitrary: fc.string({ maxLength: 8, unit: 'binary' }) },
  ),
});
type Change = typeof change extends fc.Arbitrary<infer T> ? T : never;

const changed = (before: string, { kind, where, early, at, length, text }: Change): string => {
  if (kind.endsWith('ine') || kind === 'swapLines') {
    const lines = before.split('\n');
    const index = at % lines.length;
    const [line = ''] = lines.splice(index, 1);
    if (kind === 'doubleLine') lines.splice(index, 0, line, line);
    if (kind === 'swapLines') lines.splice(index + 1, 0, line);
    return lines.join('\n');
  }
  const part = early ? before.slice(0, 1500) : before;
  const places = [...part.matchAll(where)].map(({ index }) => index);
  const start = places[at % places.length] ?? 0;
  const piece = before.slice(start, start + length);
  const by = { insert: text + piece, delete: '', double: piece + piece }[kind as string] ?? [...piece].toReversed().join('');
  return before.slice(0, start) + by + before.slice(start + length);
};

const mutated = fc
  .tuple(fc.constantFrom(...content.entries), fc.array(change, { minLength: 1, maxLength: 3 }))
  .map(([entry, changes]) => ({ entry, text: changes.reduce(changed, entry.text) }));

const random = fc
  .tuple(
    fc.constantFrom(...content.entries),
    fc.boolean(),
    fc.array(
      fc.oneof(fc.constantFrom(...SNIPPETS), fc.string({ maxLength: 20 }), fc.constantFrom('title: ', 'word ', '\n', '\n\n')),
      { maxLength: 60 },
    ),
  )
  // A page whose fields are sound, with a random text, or random from its first sign.
  .map(([entry, sound, pieces]) => ({ entry, text: (sound ? entry.text.slice(0, entry.bodyStart) : '') + pieces.join('') }));

const page = fc.oneof({ weight: 4, arbitrary: mutated }, { weight: 1, arbitrary: random });

describe('whatever a page holds', { timeout: Math.max(120_000, RUNS * 60) }, () => {
  test('the checker answers soon, and what it passes the build accepts', async () => {
    const seen = { pages: 0, passed: 0, refused: 0 };
    await fc.assert(
      fc.asyncProperty(page, async ({ entry: { room, file }, text }) => {
        const began = performance.now();
        const entry = readEntry(room, file, Buffer.from(text));
        const problems = check(entry);
        const took = performance.now() - began;
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
        }
        // What the dialect refuses, the processor refuses as well.
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
    const fields = mutated.map(({ text }) => /^---\n([\s\S]*?\n)---/.exec(text)?.[1] ?? '');
    fc.assert(
      fc.property(fields, (yaml) => {
        const fast = readFast(yaml);
        if (!fast) return;
        const careful = readValues(yaml);
        expect('values' in careful && isDeepStrictEqual(careful.values.built, fast.built)).toBe(true);
        // The build accepts a few things that the stricter reader does not; where both can read, they read the same.
        const tree = readTree(yaml);
        // A number beyond what a number can hold is text to the one and infinite to the other; no field takes either.
        if (tree.errors.length === 0 && 'values' in careful && !/\d[eE]\+?\d{3}/.test(yaml))
          expect(tree.toJS() ?? {}).toEqual(careful.values.written);
      }),
      { numRuns: RUNS * 3, seed: SEED },
    );
  });
});
