/** `--fix`: what it mends, what it leaves alone, and that a second run changes nothing. */
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { parseBody } from '../../src/authoring/parse.ts';
import { checkContent } from '../../src/check/check.ts';
import { fixContent } from '../../src/check/fix.ts';
import { partsOf } from '../../src/check/front-matter.ts';
import { fieldNames } from '../../src/check/rooms.ts';

const FIXTURES = fileURLToPath(new URL('../fixtures/content', import.meta.url));
const PROJECT = 'content/projects/letters.mdx';
const GUIDE = 'content/guide/first-steps.mdx';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'fix-'));
  cpSync(join(FIXTURES, 'good'), root, { recursive: true });
});
afterEach(() => rmSync(root, { recursive: true }));

const read = (file: string): string => readFileSync(join(root, file), 'utf8');
const write = (file: string, text: string | Buffer): void => writeFileSync(join(root, file), text);
const edit = (file: string, before: string, after: string): void => {
  expect(read(file)).toContain(before);
  write(
    file,
    read(file).replace(before, () => after),
  );
};

/** Every file with its bytes. */
const everything = (): Record<string, string> =>
  Object.fromEntries(
    readdirSync(root, { recursive: true, withFileTypes: true })
      .filter((found) => found.isFile())
      .map((found) => join(found.parentPath, found.name))
      .map((path) => [path, readFileSync(path, 'latin1')]),
  );

const fixed = (): string[] => {
  const said = fixContent(root).map(({ file, what }) => `${file}: ${what}`);
  const once = everything();
  expect(fixContent(root)).toEqual([]);
  expect(everything()).toEqual(once);
  return said;
};

test('changes nothing in a sound tree, not even the time of a file', () => {
  const before = statSync(join(root, PROJECT)).mtimeMs;
  expect(fixed()).toEqual([]);
  expect(statSync(join(root, PROJECT)).mtimeMs).toBe(before);
});

describe('fields', () => {
  test.each([
    ['31/03/2026', '2026-03-31'],
    ['03/31/2026', '2026-03-31'],
    ['2026/03/31', '2026-03-31'],
    ['31.3.2026', '2026-03-31'],
    ['31 March 2026', '2026-03-31'],
    ['Tuesday 31st March 2026', '2026-03-31'],
    ['March 31, 2026', '2026-03-31'],
  ])('the day %s', (written, day) => {
    edit(PROJECT, 'updated: 2026-04-19', `updated: ${written}`);
    expect(fixed()).toEqual([`${PROJECT}: line 14: "updated: ${written}" is now "updated: ${day}"`]);
    expect(checkContent(root, { today: '2026-05-01' }).problems).toEqual([]);
  });

  test.each(['03/04/2026', '31/03/26', '2026-02-31', 'spring', '"2026-02-31"'])('the day %s is left to its author', (written) => {
    edit(PROJECT, 'updated: 2026-04-19', `updated: ${written}`);
    const before = read(PROJECT);
    expect(fixed()).toEqual([]);
    expect(read(PROJECT)).toBe(before);
  });

  test('other words for themes', () => {
    edit(PROJECT, '  - discharge summaries', '  - eds\n  - a&g');
    expect(fixed()).toEqual([
      `${PROJECT}: line 7: "- eds" is now "- discharge summaries"`,
      `${PROJECT}: line 8: "- a&g" is now "- advice and guidance"`,
    ]);
  });

  test('curly quotes around values, matched or not', () => {
    edit(PROJECT, 'title: Discharge letters', 'title: “Discharge: letters”');
    edit(PROJECT, 'kind: study', 'kind: "study”');
    fixed();
    expect(read(PROJECT)).toContain('title: "Discharge: letters"\n');
    expect(read(PROJECT)).toContain('kind: "study"\n');
  });

  test('curly quotes within a value stay', () => {
    edit(PROJECT, 'title: Discharge letters', 'title: The “discharge” letters');
    expect(fixed()).toEqual([]);
  });
});

describe('line ends', () => {
  test('of Windows, an invisible mark and a missing last one', () => {
    const before = read(GUIDE);
    write(GUIDE, `\uFEFF${before.replaceAll('\n', '\r\n').trimEnd()}`);
    expect(fixed()).toEqual([`${GUIDE}: line ends are tidy`]);
    expect(read(GUIDE)).toBe(before);
  });

  test('with a space go, but a break of two spaces and all spaces in code stay', () => {
    write(GUIDE, `${read(GUIDE)}\nOne \nline.  \nAnother.\t\n \n\`\`\`\ncode \n\`\`\`\n`);
    fixed();
    expect(read(GUIDE)).toMatch(/\nOne\nline\. {2}\nAnother\.\n\n```\ncode \n```\n$/);
  });

  test('within a text over several lines stay where they are part of it', () => {
    edit(PROJECT, 'Three invented notes', '|-\n        Three \n        notes');
    const before = read(PROJECT);
    fixed();
    expect(read(PROJECT)).toBe(before);
  });
});

describe('names', () => {
  test.each([
    ['content/guide/getting-data.md', 'content/guide/getting-data.mdx'],
    ['content/guide/getting-data.MDX', 'content/guide/getting-data.mdx'],
    ['content/guide/Getting Data.mdx', 'content/guide/getting-data.mdx'],
    ['content/guide/Zoë_notes.mdx', 'content/guide/zoe-notes.mdx'],
    ['content/guide/???.mdx', 'content/guide/second-steps.mdx'],
  ])('%s becomes %s', (from, to) => {
    write(from, read(GUIDE).replace('title: First steps', 'title: Second steps'));
    const text = read(from);
    expect(fixed().at(-1)).toContain(`is now ${to}`);
    expect(existsSync(join(root, from))).toBe(false);
    expect(read(to)).toBe(text);
  });

  test('never take the place of another file', () => {
    write('content/guide/First Steps.mdx', 'other\n');
    write('content/guide/first-steps.md', 'other\n');
    const before = everything();
    expect(fixed()).toEqual([]);
    expect(everything()).toEqual(before);
  });
});

test('a file that is not UTF-8 is left alone', () => {
  const bytes = Buffer.concat([Buffer.from(read(GUIDE).trimEnd()), Buffer.from([0xe9, 0x20, 0x0d, 0x0a])]);
  write(GUIDE, bytes);
  expect(fixed()).toEqual([]);
  expect(readFileSync(join(root, GUIDE)).equals(bytes)).toBe(true);
});

/** The tree of the text of a page, without places. */
const meaning = (page: string): string => {
  const text = page.replace(/^\uFEFF/, '').replaceAll('\r\n', '\n');
  const body = text.slice(partsOf(text, fieldNames()).bodyStart);
  return JSON.stringify(parseBody(body).tree ?? null, (key, value: unknown) => (key === 'position' ? undefined : value));
};

test('whatever a page holds, mending it keeps its meaning, adds no problem and ends', { timeout: 120_000 }, () => {
  const pieces = [
    '\n',
    ' ',
    '  ',
    '\t',
    '\r\n',
    '“',
    '”',
    '"',
    '- ',
    ': ',
    '31/03/2026',
    'eds',
    '```\n',
    '> ',
    '# ',
    '\uFEFF',
    'word',
    '|\n',
    '<Callout kind="note">',
  ];
  const text = read(PROJECT);
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.nat(text.length), fc.constantFrom(...pieces)), { minLength: 1, maxLength: 5 }),
      (changes) => {
        const page = changes.reduce((now, [at, piece]) => now.slice(0, at) + piece + now.slice(at), text);
        write(PROJECT, page);
        const before = checkContent(root, { today: '2026-05-01' }).problems.length;
        fixed();
        expect(checkContent(root, { today: '2026-05-01' }).problems.length).toBeLessThanOrEqual(before);
        expect(meaning(read(PROJECT))).toBe(meaning(page));
      },
    ),
    { numRuns: 50 },
  );
});
