/** The loader of the collections: what is in the store after a start, and after a file has been changed, added or removed. */
import { EventEmitter } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { LoaderContext } from 'astro/loaders';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { mdxFiles } from '../../src/site/mdx-files.ts';

const FOLDER = 'content/things';

let root: string;
const write = (name: string, title: string, text: string): string => {
  const file = join(root, FOLDER, name);
  writeFileSync(file, `---\ntitle: ${title}\n---\n\n${text}\n`);
  return file;
};

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'things-'));
  mkdirSync(join(root, FOLDER), { recursive: true });
});
afterEach(() => rmSync(root, { recursive: true }));

interface Kept {
  id: string;
  data: { title: string };
  body: string;
  filePath: string;
  digest: string;
}

/** The entries of a folder as Astro would be given them, what watches it, and what is said of errors. */
const load = async (folder = FOLDER) => {
  const entries = new Map<string, Kept>([['from-an-earlier-build', {} as Kept]]);
  const store = {
    clear: () => entries.clear(),
    set: (entry: Kept) => entries.set(entry.id, entry),
    delete: (id: string) => entries.delete(id),
  };
  const watcher = Object.assign(new EventEmitter(), { add: vi.fn() });
  const error = vi.fn();
  const parseData = async ({ data }: { data: Record<string, unknown> }) => {
    if (data['title'] === 'refused') throw new Error('The schema refuses it.');
    return data;
  };
  const config = { root: pathToFileURL(`${root}/`) };
  const context = { config, store, parseData, generateDigest: (text: string) => `of ${text}`, watcher, logger: { error } };
  await mdxFiles(folder).load(context as unknown as LoaderContext);
  return { entries, watcher, error };
};

test('an entry has its fields, its text and its file, in the order of the names', async () => {
  write('b.mdx', 'Second', 'More.');
  write('a.mdx', 'First', '<Callout kind="note">Text.</Callout>');
  writeFileSync(join(root, FOLDER, 'notes.md'), 'No entry.');
  mkdirSync(join(root, FOLDER, 'below'));
  write('below/c.mdx', 'Below', 'No entry either.');
  const { entries, watcher } = await load();
  expect([...entries.keys()]).toEqual(['a', 'b']);
  expect(entries.get('a')).toMatchObject({
    data: { title: 'First' },
    body: '<Callout kind="note">Text.</Callout>',
    filePath: `${FOLDER}/a.mdx`,
  });
  expect(watcher.add).toHaveBeenCalledWith(join(root, FOLDER));
});

test('the digest is another as soon as the text is', async () => {
  write('a.mdx', 'First', 'Text.');
  const before = (await load()).entries.get('a')?.digest;
  write('a.mdx', 'First', 'Another text.');
  expect((await load()).entries.get('a')?.digest).not.toBe(before);
});

test('a folder that is empty or missing has no entries', async () => {
  expect((await load()).entries.size).toBe(0);
  expect((await load('content/nothing')).entries.size).toBe(0);
});

test('what the schema refuses stops the build', async () => {
  write('a.mdx', 'refused', 'Text.');
  await expect(load()).rejects.toThrow('The schema refuses it.');
});

test('a file that is changed, added or removed while somebody writes is an entry at once', async () => {
  const file = write('a.mdx', 'First', 'Text.');
  const { entries, watcher, error } = await load();
  write('a.mdx', 'Changed', 'Text.');
  watcher.emit('change', file);
  watcher.emit('add', write('b.mdx', 'Second', 'Text.'));
  watcher.emit('change', join(root, 'content/others/a.mdx'));
  await vi.waitFor(() => expect(entries.get('b')?.data.title).toBe('Second'));
  expect(entries.get('a')?.data.title).toBe('Changed');
  watcher.emit('unlink', file);
  expect([...entries.keys()]).toEqual(['b']);
  watcher.emit('change', write('b.mdx', 'refused', 'Text.'));
  await vi.waitFor(() => expect(error).toHaveBeenCalledWith(expect.stringContaining(`${FOLDER}/b.mdx`)));
  expect(entries.get('b')?.data.title).toBe('Second');
});
