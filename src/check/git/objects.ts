/**
 * Reads files from git's own store: what is staged, and what a commit changed. Nothing is checked out, no attribute or filter of
 * the repository applies, and nothing in it is run.
 */
import { execFileSync } from 'node:child_process';
import { sized, wholeFile, type GivenFile } from '../files/given.ts';
import type { Problem } from '../problems.ts';

/** Larger files are not read at all; far smaller ones are refused already. */
const MOST_READ = 20_000_000;

/** A name in a tree or in the index, and the object behind it. */
export interface Entry {
  path: string;
  id: string;
  /** As git writes it: 100644, 100755, 120000 for a symbolic link, 160000 for a repository of its own. */
  mode: string;
}

/** @throws with git's own words when it fails. */
export const git = (root: string, args: readonly string[], input = ''): Buffer => {
  try {
    return execFileSync('git', ['-c', 'core.quotePath=false', '-c', 'core.fsmonitor=false', ...args], {
      cwd: root,
      input,
      maxBuffer: 1024 * 1024 * 1024,
      stdio: ['pipe', 'pipe', 'pipe'],
    });
  } catch (error) {
    const words = (error as { stderr?: Buffer }).stderr?.toString().trim();
    throw new Error(words ? `git: ${words}` : `git could not be run in ${root}. Is it installed?`, { cause: error });
  }
};

/** Turns the raw, NUL-separated output of `git diff` into what is new or changed. What was deleted is left out. */
const parseRaw = (raw: string): Entry[] => {
  const fields = raw.split('\0');
  const entries: Entry[] = [];
  for (let index = 0; index + 1 < fields.length; index += 2) {
    const [, mode = '', , id = '', status = ''] = (fields[index] ?? '').split(' ');
    if (!status.startsWith('D')) entries.push({ path: fields[index + 1] ?? '', id, mode });
  }
  return entries;
};

const RAW = ['--raw', '-z', '--no-abbrev', '--no-renames'];

/** What a commit adds or changes, compared with each of its parents. */
export const changedIn = (root: string, commit: string): Entry[] =>
  parseRaw(git(root, ['diff-tree', '-r', '-m', '--root', '--no-commit-id', ...RAW, commit]).toString());

/** What is staged and differs from the last commit. */
export const staged = (root: string): Entry[] => parseRaw(git(root, ['diff', '--cached', '--no-ext-diff', ...RAW]).toString());

const list = (output: Buffer): string[] => output.toString().split('\0').filter(Boolean);

/** Every path in the index. */
export const stagedPaths = (root: string): string[] => list(git(root, ['ls-files', '-z']));

/** Every entry in the tree of a commit. */
export const treeOf = (root: string, commit: string): Entry[] =>
  list(git(root, ['ls-tree', '-r', '-z', '--full-tree', commit])).map((line) => {
    const [head = '', path = ''] = line.split('\t', 2);
    const [mode = '', , id = ''] = head.split(' ');
    return { path, id, mode };
  });

/** Cuts the output of `git cat-file --batch` into objects: a line with id, kind and size, the bytes, a line end. */
const objectsIn = (batch: Buffer): Map<string, Uint8Array> => {
  const objects = new Map<string, Uint8Array>();
  for (let at = 0; at < batch.length;) {
    const end = batch.indexOf(0x0a, at);
    const [id = '', , size = ''] = batch.toString('latin1', at, end).split(' ');
    objects.set(id, batch.subarray(end + 1, end + 1 + Number(size)));
    at = end + 1 + Number(size) + 1;
  }
  return objects;
};

/** The files behind `entries`; a file too large to read is a problem instead. */
export const readFiles = (root: string, entries: readonly Entry[]): { files: GivenFile[]; problems: Problem[] } => {
  const blobs = entries.filter(({ mode }) => mode !== '160000');
  const ids = [...new Set(blobs.map(({ id }) => id))];
  const sizes = new Map(
    ids.length === 0
      ? []
      : git(root, ['cat-file', '--batch-check'], `${ids.join('\n')}\n`)
          .toString()
          .trim()
          .split('\n')
          .map((line) => [line.split(' ')[0] ?? '', Number(line.split(' ')[2])] as const),
  );
  const tooLarge = (id: string): boolean => (sizes.get(id) ?? 0) > MOST_READ;
  const readable = ids.filter((id) => !tooLarge(id));
  const objects = readable.length > 0 ? objectsIn(git(root, ['cat-file', '--batch'], `${readable.join('\n')}\n`)) : new Map();
  return {
    problems: blobs
      .filter(({ id }) => tooLarge(id))
      .map(({ path, id }) =>
        wholeFile(path, 'file-size', `This file has ${sized(sizes.get(id) ?? 0)}; nobody has looked into it. Remove it.`),
      ),
    files: entries
      .filter(({ id }) => !tooLarge(id))
      .map(({ path, id, mode }) => ({
        path,
        bytes: objects.get(id) ?? new Uint8Array(),
        kind: mode === '120000' ? 'link' : mode === '160000' ? 'repository' : undefined,
      })),
  };
};
