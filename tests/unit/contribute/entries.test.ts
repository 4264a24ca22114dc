/** Every entry of the site goes through its form and comes out as it was, so that "suggest a change" loses nothing. */
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { readContent } from '../../../src/check/read.ts';
import { rooms } from '../../../src/check/rooms.ts';
import { entryOf } from '../../../src/contribute/entries.ts';
import { textOf } from '../../../src/contribute/file.ts';
import { judge } from '../../../src/contribute/judge.ts';
import { changePath, kindNames, kindOf } from '../../../src/contribute/kinds.ts';
import { pickersOf } from '../../../src/contribute/pickers.ts';
import { shapeOf, type Field } from '../../../src/contribute/shape.ts';
import { itemsAt, TEXT, textsFor, type Pair, type Values } from '../../../src/contribute/values.ts';
import { looseRefs } from '../../../src/fields.ts';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url)).replace(/[\\/]$/, '');
const content = readContent(ROOT);
const pickers = pickersOf(content.entries.map(({ room, id, data }) => ({ folder: room.folder, id, data: data as object })));

const READ_AS: Partial<Record<Field['as'], string>> = { lines: ':lines', several: ':[]', number: ':number', yes: ':yes' };

/** What the controls of a field hold for an entry, as the page lays them out. */
const pairsFor = ({ path, as, unconfirmed, fields }: Field, values: Values, at = path): Pair[] => {
  const texts = (name: string) => textsFor(name, values).map((text): Pair => [name, text]);
  const inner = (place: string) =>
    fields.flatMap((field) => pairsFor(field, values, field.path.replace(path, at).replace('__', place)));
  const own =
    as === 'group'
      ? inner('')
      : as === 'list'
        ? Array.from({ length: itemsAt(values, at) }, (_, index) => inner(String(index))).flat()
        : [...(as === 'several' ? [[`${at}:[]`, ''] as const] : []), ...texts(`${at}${READ_AS[as] ?? ''}`)];
  return [...(unconfirmed ? texts(`${at}:unconfirmed`) : []), ...own];
};

describe('an entry of the site in its form', () => {
  for (const kind of kindNames) {
    const { folder, schema: load } = kindOf(kind);
    const entries = content.entries.filter(({ room }) => room.folder === folder);

    test(`${kind}: ${entries.length} entries come out as they went in`, async () => {
      const schemaOf = await load();
      const schema = schemaOf(looseRefs);
      const fields = shapeOf(schemaOf, pickers);
      for (const { id, text } of entries) {
        const entry = entryOf(text) as { values: Values; text: string };
        const pairs = [...fields.flatMap((field) => pairsFor(field, entry.values)), [TEXT, entry.text] as const];
        const judged = judge(kindOf(kind), schema, pairs, { taken: [id], known: {} }, id);
        expect(judged.faults, id).toEqual([]);
        const again = entryOf(judged.text) as { values: Values; text: string };
        expect(schema.parse(again.values), id).toEqual(schema.parse(entry.values));
        expect(again.text, id).toBe(textOf(entry.text));
      }
    });

    test(`${kind}: cites as the room of its folder asks`, () => {
      const room = rooms.find((one) => one.folder === folder);
      expect(kindOf(kind).citesAll ?? false).toBe(room?.citesAll ?? false);
    });
  }

  test('a page leads to its form, or to the one for corrections', () => {
    expect(changePath('content/contacts/a-b.mdx', '/contacts/a-b/')).toBe('/contribute/new/contact/?entry=a-b');
    expect(changePath('content/pages/about.mdx', '/about/')).toBe('/contribute/new/correction/?page=%2Fabout%2F');
    expect(changePath('content/glossary/', '/glossary/')).toBe('/contribute/new/correction/?page=%2Fglossary%2F');
  });
});
