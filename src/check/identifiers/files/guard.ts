/** Runs the patient-identifier guard over files: those on disk, or any others, such as those of a commit. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inOrder, type Problem } from '../../problems.ts';
import { findIdentifiers, messageOf, type IdentifierRuleId, type Known } from '../index.ts';
import { EXCEPTIONS_FILE, isExcepted, readExceptions, unused, type Exception } from './exceptions.ts';
import { knownFrom } from './known.ts';
import { readGuarded } from './read.ts';

export interface GuardedFile {
  /** Relative to the root of the repository, with forward slashes. */
  path: string;
  bytes: Uint8Array;
}

/** A finding in a file, with what was found: for fingerprints only, never to be printed. */
export interface FileFinding {
  file: string;
  line: number;
  column: number;
  rule: IdentifierRuleId;
  found: string | Uint8Array;
}

/** Folders that no contribution changes: what is built, fetched or made on the way. */
const NOT_OURS = /^(?:node_modules|dist|\.dist-next|\.dist-old|\.git|\.cache|\.astro|test-results|coverage)(?:\/|$)/;

/** The guard's own words and tests, and invented mistakes, are full of what it looks for; the lockfile is a machine's. */
const OWN = /^(?:tests\/|src\/check\/identifiers\/|package-lock\.json$)/;

/** Whether the guard reads a file at this path of the repository. */
export const isGuarded = (path: string): boolean => !NOT_OURS.test(path) && !OWN.test(path);

/** Everything that looks like an identifier in one file, exceptions or not. */
export const findInFile = ({ path, bytes }: GuardedFile, known: Known): FileFinding[] => {
  const { pieces, unreadable, pictures } = readGuarded(path, bytes);
  const seen = new Set<string>();
  const found = pieces.flatMap(({ text, at }) =>
    findIdentifiers(text, { known }).map(({ rule, start, end }): FileFinding => ({
      file: path,
      ...at(start),
      rule,
      found: text.slice(start, end),
    })),
  );
  const whole = (rule: IdentifierRuleId, place: { line: number; column: number }): FileFinding => ({
    file: path,
    ...place,
    rule,
    found: bytes,
  });
  found.push(...pictures.map((place) => whole('image-place', place)));
  if (unreadable) found.push(whole('unreadable-file', { line: 1, column: 1 }));
  return found.filter(({ rule, line, column }) => {
    const key = `${rule}:${line}:${column}`;
    const isNew = !seen.has(key);
    seen.add(key);
    return isNew;
  });
};

const problemOf = ({ file, line, column, rule }: FileFinding): Problem => ({
  file,
  line,
  column,
  rule,
  message: messageOf(rule),
});

const exceptionsOf = (root: string): { exceptions: Exception[]; problems: Problem[] } =>
  existsSync(join(root, EXCEPTIONS_FILE))
    ? readExceptions(readFileSync(join(root, EXCEPTIONS_FILE), 'utf8'))
    : { exceptions: [], problems: [] };

const filesBelow = (root: string, folder: string): string[] =>
  readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = folder ? `${folder}/${entry.name}` : entry.name;
    if (NOT_OURS.test(path)) return [];
    return entry.isDirectory() ? filesBelow(root, path) : entry.isFile() ? [path] : [];
  });

const readAll = (root: string, paths: readonly string[]): GuardedFile[] =>
  paths.map((path) => ({ path, bytes: readFileSync(join(root, path)) }));

const contactsOnDisk = (root: string): GuardedFile[] =>
  existsSync(join(root, 'content/contacts')) ? readAll(root, filesBelow(root, 'content/contacts')) : [];

const check = (files: readonly GuardedFile[], known: Known, exceptions: readonly Exception[]): Problem[] =>
  files
    .filter(({ path }) => isGuarded(path))
    .flatMap((file) => findInFile(file, known))
    .filter(({ rule, file, found }) => !isExcepted(exceptions, rule, file, found))
    .map(problemOf);

/**
 * Every problem in `files`, which need not lie on disk. Contacts and exceptions are read below `root` (an absolute path);
 * contacts among `files` count as well, so that a commit is judged with the people it names itself.
 */
export const guardFiles = (root: string, files: readonly GuardedFile[]): Problem[] => {
  const known = knownFrom([...contactsOnDisk(root), ...files]);
  return inOrder(check(files, known, exceptionsOf(root).exceptions));
};

/** Every file of the repository at `root` (an absolute path) that the guard reads. */
export const guardedFiles = (root: string): GuardedFile[] => readAll(root, filesBelow(root, '').filter(isGuarded));

/** Every problem in the repository at `root` (an absolute path), and in its list of exceptions. An empty list is good news. */
export const guardContent = (root: string): Problem[] => {
  const files = guardedFiles(root);
  const { exceptions, problems } = exceptionsOf(root);
  const found = check(files, knownFrom(files), exceptions);
  return inOrder([...found, ...problems, ...unused(exceptions)]);
};
