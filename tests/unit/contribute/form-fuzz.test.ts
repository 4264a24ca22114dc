/**
 * Whatever somebody types into a form, it becomes a file that the checker passes, that the build compiles and from which
 * the very same values are read; or it is answered with a message on a field.
 *
 *     FORM_FUZZ=10000 npx vitest run --config tests/vitest.config.ts form-fuzz
 *
 * tries that many forms instead of a hundred or so.
 */
import { isDeepStrictEqual } from 'node:util';
import { fileURLToPath } from 'node:url';
import { parseFrontmatter } from '@astrojs/internal-helpers/frontmatter';
import fc from 'fast-check';
import { CORE_SCHEMA, load } from 'js-yaml';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { compiler } from '../../../src/authoring/compile.ts';
import { prepareCheck } from '../../../src/check/check.ts';
import { isError } from '../../../src/check/problems.ts';
import { readContent, readEntry } from '../../../src/check/read.ts';
import { rooms } from '../../../src/check/rooms.ts';
import { textOf } from '../../../src/contribute/file.ts';
import { ENDLESS, judge, UNSEEN, type FormFault } from '../../../src/contribute/judge.ts';
import { kindNames, kindOf } from '../../../src/contribute/kinds.ts';
import { pickersOf } from '../../../src/contribute/pickers.ts';
import { shapeOf } from '../../../src/contribute/shape.ts';
import { FILE_NAME, readPairs, TEXT } from '../../../src/contribute/values.ts';
import { looseRefs } from '../../../src/fields.ts';
import { fillings } from './fillings.ts';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url)).replace(/[\\/]$/, '');
const RUNS = Number(process.env.FORM_FUZZ ?? 120);
const SEED = Number(process.env.FORM_FUZZ_SEED ?? 20261125);

const content = readContent(ROOT);
const { check } = prepareCheck(ROOT, content, { today: '2026-11-25', env: {} });
const pickers = pickersOf(content.entries.map(({ room, id, data }) => ({ folder: room.folder, id, data: data as object })));
const compile = compiler('/', () => [], ROOT);

describe('whatever is typed into a form', { timeout: Math.max(120_000, RUNS * 60) }, () => {
  test.each(kindNames)('%s: a file with the same values, or a message on a field', async (name) => {
    const kind = kindOf(name);
    const schemaOf = await kind.schema();
    const schema = schemaOf(looseRefs);
    const fields = shapeOf(schemaOf, pickers);
    const room = rooms.find(({ folder }) => folder === kind.folder);
    if (!room) throw new Error(`There is no room for ${kind.folder}.`);
    const taken = content.entries.filter((entry) => entry.room === room).map(({ id }) => id);
    const seen = { written: 0, answered: 0, leftToTheCheck: 0 };
    await fc.assert(
      fc.asyncProperty(fillings(fields), async (pairs) => {
        const { path, text, faults } = judge(kind, schema, pairs, { taken, known: {} });
        for (const { control, message } of faults) {
          expect(message).not.toMatch(/^$|Invalid|expected/);
          // The field is one of the form.
          expect([TEXT, FILE_NAME, ...names(fields)]).toContain(control.replace(/\.\d+(?=\.|$)/g, '.__'));
        }
        const entry = readEntry(room, path, Buffer.from(text));
        const errors = check(entry).filter(isError);
        if (faults.length > 0) {
          seen.answered += 1;
          // What is said is true: the checker refuses the file as well. Signs that it would not see, because they are escaped in
          // the file, endless lines, and the name of the file are matters of the form alone.
          const own = ({ control, message }: FormFault) => control === FILE_NAME || message === UNSEEN || message === ENDLESS;
          if (!faults.some(own)) expect(errors).not.toEqual([]);
          return;
        }
        const { values } = readPairs(pairs);
        const said = schema.safeParse(values);
        const { frontmatter, content: body } = parseFrontmatter(text, { frontmatter: 'empty-with-spaces' });
        expect(schema.safeParse(frontmatter)).toEqual(said);
        // Both readers of YAML give what was typed, letter by letter.
        const front = text.slice(4, entry.bodyStart).replace(/---\s*$/, '');
        expect(isDeepStrictEqual(load(front, { schema: CORE_SCHEMA }), parse(front))).toBe(true);
        for (const [field, value] of Object.entries(parse(front) as object)) expect(value).toEqual(values[field]);
        expect(body.trim()).toBe(textOf(new Map(pairs).get(TEXT) ?? '').trim());
        const outside = errors.filter(({ line }) => line <= entry.at(entry.bodyStart).line - 1);
        expect(outside).toEqual([]);
        if (errors.length > 0) seen.leftToTheCheck += 1;
        else {
          seen.written += 1;
          await compile({ file: entry.file, body, sources: frontmatter.sources });
        }
      }),
      { numRuns: RUNS, seed: SEED },
    );
    console.log(`${name}: ${RUNS} forms, ${JSON.stringify(seen)}`);
    expect(seen.written).toBeGreaterThan(RUNS / 50);
    expect(seen.answered).toBeGreaterThan(RUNS / 20);
  });
});

const names = (fields: Parameters<typeof fillings>[0]): string[] =>
  fields.flatMap(({ path, fields: inner }) => [path, ...names(inner)]);
