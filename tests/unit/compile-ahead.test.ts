/** Texts that are compiled before their pages are made: the same as a page would get, and only where it is the same text. */
import { cpSync, globSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { compiledAhead, forgetAhead, keepAhead, type Ahead } from '../../src/authoring/ahead.ts';
import { compiler } from '../../src/authoring/compile.ts';
import { compileAhead } from '../../src/site/compile-ahead.ts';

afterEach(forgetAhead);

const page: Ahead = { file: 'content/pages/x.mdx', body: 'Text.', compiled: { parts: [], headings: [], cited: [] } };

test('a text is found by its file, and only while it is the text that was compiled', () => {
  keepAhead(page);
  expect(compiledAhead(page.file, page.body)).toBe(page.compiled);
  expect(compiledAhead(page.file, 'Another text.')).toBeUndefined();
  expect(compiledAhead('content/pages/y.mdx', page.body)).toBeUndefined();
  forgetAhead();
  expect(compiledAhead(page.file, page.body)).toBeUndefined();
});

/** The content of the site with a page that cannot be compiled, and what is compiled ahead of it until `stop` says so. */
const ahead = async (stop: (made: number) => boolean): Promise<Ahead[]> => {
  const root = mkdtempSync(join(tmpdir(), 'ahead-'));
  const made: Ahead[] = [];
  try {
    cpSync('content', join(root, 'content'), { recursive: true });
    writeFileSync(
      join(root, 'content/pages/broken.mdx'),
      '---\ntitle: Broken\n---\n\n<Callout kind="note">\n\nNothing ends it.\n',
    );
    await compileAhead(
      root,
      (one) => made.push(one),
      () => stop(made.length),
    );
  } finally {
    rmSync(root, { recursive: true });
  }
  return made;
};

test('every page but one that cannot be compiled is, to what the page itself would show', async () => {
  const made = await ahead(() => false);
  expect(made.map(({ file }) => file).toSorted()).toEqual(
    globSync('content/{guide,projects,contacts,pages,meetups/*}/*.mdx').toSorted(),
  );
  const guide = made.find(({ file }) => file.endsWith('/approvals.mdx'));
  expect(guide?.compiled.headings.length).toBeGreaterThan(3);
  expect(guide?.compiled.cited.length).toBeGreaterThan(3);
  // A text without its terms and its sources would be another.
  const bare = compiler('/', () => [], process.cwd());
  const { parts } = await bare({ file: guide?.file ?? '', body: guide?.body ?? '', checked: true });
  expect(JSON.stringify(guide?.compiled.parts).length).toBeGreaterThan(JSON.stringify(parts).length);
});

test('it stops where there is other work', async () => {
  expect(await ahead((made) => made === 3)).toHaveLength(3);
  expect(await ahead(() => true)).toHaveLength(0);
});
