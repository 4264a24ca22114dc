/** The guide to the fields tells of every field that a schema knows, and its examples are what a file may say. */
import { fileURLToPath } from 'node:url';
import { CORE_SCHEMA, load } from 'js-yaml';
import { describe, expect, test } from 'vitest';
import { readContent } from '../../../src/check/read.ts';
import { rooms } from '../../../src/check/rooms.ts';
import { allFields } from '../../../src/check/schema-tree.ts';
import { INVENTED_SESSION, SHARED, tellFields, tellShared } from '../../../src/contribute/field-guide.ts';
import { shapeOf } from '../../../src/contribute/shape.ts';
import { looseRefs } from '../../../src/fields.ts';
import { sessionSchema } from '../../../src/meetups/schema.ts';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url)).replace(/[\\/]$/, '');
const names = { contact: [], organisation: [], project: [], guide: [], series: [] };
const content = readContent(ROOT);

const told = rooms.map((room) => {
  const schema = room.schema(looseRefs);
  const fields = shapeOf(room.schema, names);
  const found = content.entries.filter((entry) => entry.room === room).map(({ data }) => schema.parse(data) as object);
  const entries = found.length > 0 ? found : [INVENTED_SESSION];
  return {
    folder: room.folder,
    schema,
    rows: tellFields(fields, entries),
    shared: SHARED.flatMap((name) => tellShared(name, fields, entries)),
  };
});

describe.each(told)('the fields of $folder', ({ folder, schema, rows, shared }) => {
  test('are all told', () => {
    const known = new Set([...rows, ...shared].map(({ name }) => name.replace(/^.*\./, '')));
    // What an exception of a series holds is told with examples on a page of its own.
    const elsewhere = folder.endsWith('/series') ? ['kind', 'on', 'to'] : [];
    expect([...allFields(schema)].filter((name) => !known.has(name) && !elsewhere.includes(name))).toEqual([]);
  });

  test('each have a sentence, and say what they take', () => {
    for (const { name, about, takes } of [...rows, ...shared]) {
      expect(about, name).toMatch(/^\S.*\.$/);
      expect(takes, name).not.toBe('');
      // A limit is said once.
      expect(about.match(/characters/g)?.length ?? 0, name).toBeLessThanOrEqual(1);
    }
  });

  test('have examples that a file may say', () => {
    for (const { name, example, values } of [...rows, ...shared]) {
      if (example === '') continue;
      const [[field, value] = []] = Object.entries(load(example, { schema: CORE_SCHEMA }) as object) as [string, unknown][];
      expect(`${name}`.endsWith(field ?? '?'), name).toBe(true);
      if (values.length > 0) expect(values).toContain(Array.isArray(value) ? value[0] : value);
    }
    // The site may have no session yet; every other folder has entries.
    const shown = [...rows, ...shared].filter(({ example }) => example !== '').length;
    expect(shown).toBeGreaterThan(folder.endsWith('/sessions') ? 0 : 2);
  });
});

test('the invented session is one that the check would take', () => {
  expect(sessionSchema().safeParse(INVENTED_SESSION).error).toBeUndefined();
});
