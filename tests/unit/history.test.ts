/** When files appeared and changed, read from real repositories that each test makes for itself. */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { lastChanged, parseLog, readHistory, type History } from '../../src/site/history.ts';
import { temporaryFolder } from './helpers.ts';
import { commit, git } from './repository.ts';

const repository = (commits: Readonly<Record<string, Readonly<Record<string, string>>>>): string => {
  const folder = temporaryFolder();
  git(folder, ['init', '--quiet']);
  for (const [day, files] of Object.entries(commits)) commit(folder, files, { day });
  return folder;
};

const shallowCloneOf = (folder: string): string => {
  const parent = temporaryFolder();
  git(parent, ['clone', '--quiet', '--depth', '1', pathToFileURL(folder).href, 'clone']);
  return join(parent, 'clone');
};

/** A folder that is no repository, nor in one. */
const withoutGit = (files: Readonly<Record<string, string>> = {}): string => {
  const folder = temporaryFolder(files);
  vi.stubEnv('GIT_CEILING_DIRECTORIES', join(folder, '..'));
  onTestFinished(() => void vi.unstubAllEnvs());
  return folder;
};

/** Reads a history and keeps what was warned of. */
const read = (folder: string): { history: History; warnings: string[] } => {
  const warnings: string[] = [];
  const history = readHistory(folder, { warn: (words: string) => void warnings.push(words) });
  return { history, warnings };
};

const threeCommits = {
  '2026-01-10': { 'content/guide/a.mdx': 'one', 'content/guide/b.mdx': 'one' },
  '2026-02-20': { 'content/guide/a.mdx': 'two', 'content/contacts/c.mdx': 'one' },
  '2026-03-30': { 'content/guide/a.mdx': 'three' },
};

const NO_GIT = 'Git or its history is not available here, so the dates on which pages last changed are unknown.';
const SHALLOW = 'This is a shallow clone, so the dates on which pages last changed are unknown.';

describe('parseLog', () => {
  test('an empty log has no dates', () => {
    expect(parseLog('').size).toBe(0);
  });

  test('reads commits from the newest to the oldest', () => {
    const log = '\0' + '2026-03-30\n\na.mdx\n' + '\0' + '2026-02-20\n\na.mdx\nc d.mdx\n' + '\0' + '2026-01-10\n\na.mdx\n';
    expect([...parseLog(log)]).toEqual([
      ['a.mdx', { added: '2026-01-10', changed: '2026-03-30', commits: 3 }],
      ['c d.mdx', { added: '2026-02-20', changed: '2026-02-20', commits: 1 }],
    ]);
  });

  test('passes over a commit without files, such as a merge', () => {
    expect([...parseLog('\0' + '2026-03-30\n' + '\0' + '2026-01-10\n\na.mdx\n')]).toEqual([
      ['a.mdx', { added: '2026-01-10', changed: '2026-01-10', commits: 1 }],
    ]);
  });
});

describe('readHistory', () => {
  test('knows when each file was added and when it last changed', () => {
    const { history, warnings } = read(repository(threeCommits));
    expect(Object.fromEntries(history)).toEqual({
      'content/guide/a.mdx': { added: '2026-01-10', changed: '2026-03-30', commits: 3 },
      'content/guide/b.mdx': { added: '2026-01-10', changed: '2026-01-10', commits: 1 },
      'content/contacts/c.mdx': { added: '2026-02-20', changed: '2026-02-20', commits: 1 },
    });
    expect(warnings).toEqual([]);
  });

  test('does the same in a deploy', () => {
    const folder = repository(threeCommits);
    expect(readHistory(folder, { deploy: true })).toEqual(read(folder).history);
  });

  test('reads a name with spaces and accents as it is', () => {
    const { history } = read(repository({ '2026-01-10': { 'content/guide/café au lait.mdx': 'one' } }));
    expect([...history.keys()]).toEqual(['content/guide/café au lait.mdx']);
  });

  test('names files from the folder that it was asked about', () => {
    const { history } = read(join(repository(threeCommits), 'content'));
    expect([...history.keys()]).toContain('guide/a.mdx');
  });

  test('a renamed file is a new file', () => {
    const folder = repository({ '2026-01-10': { 'a.mdx': 'the same words' } });
    git(folder, ['mv', 'a.mdx', 'b.mdx']);
    commit(folder, {}, { day: '2026-02-20' });
    expect(read(folder).history.get('b.mdx')).toEqual({ added: '2026-02-20', changed: '2026-02-20', commits: 1 });
  });

  test.each([
    ['a shallow clone', () => shallowCloneOf(repository(threeCommits)), SHALLOW],
    ['a repository without a commit', () => repository({}), NO_GIT],
    ['a folder without a repository', withoutGit, NO_GIT],
  ])('%s gives a warning and no dates', (_, folder, message) => {
    const { history, warnings } = read(folder());
    expect(history.size).toBe(0);
    expect(warnings).toEqual([`${message} Pages are built without them.`]);
  });

  test('a machine without git gives a warning and no dates', () => {
    const folder = repository(threeCommits);
    vi.stubEnv('PATH', temporaryFolder());
    onTestFinished(() => void vi.unstubAllEnvs());
    const { history, warnings } = read(folder);
    expect(history.size).toBe(0);
    expect(warnings).toEqual([`${NO_GIT} Pages are built without them.`]);
  });

  const advice = 'A deploy never prints a wrong date: check out the whole history (fetch-depth: 0).';

  test.each([
    ['a repository without a commit', () => repository({})],
    ['a folder without a repository', withoutGit],
  ])('a deploy stops at %s', (_, folder) => {
    expect(() => readHistory(folder(), { deploy: true })).toThrow(new Error(`${NO_GIT} ${advice}`));
  });

  test('a deploy names the shallow clone as the cause', () => {
    expect(() => readHistory(shallowCloneOf(repository(threeCommits)), { deploy: true })).toThrow(
      new Error(`${SHALLOW} ${advice}`),
    );
  });
});

describe('lastChanged', () => {
  const history: History = new Map([
    ['content/guide/a.mdx', { added: '2026-01-10', changed: '2026-03-30', commits: 2 }],
    ['content/guide/b.mdx', { added: '2026-01-10', changed: '2026-04-02', commits: 2 }],
    ['content/guides.mdx', { added: '2026-01-10', changed: '2026-05-05', commits: 1 }],
  ]);

  test.each([
    ['content/guide/a.mdx', '2026-03-30'],
    ['content/guide/', '2026-04-02'],
    ['content/', '2026-05-05'],
    ['content/guide/c.mdx', undefined],
    ['content/contacts/', undefined],
    ['content/guide', undefined],
  ])('of %s is %s', (path, day) => {
    expect(lastChanged(history, path)).toBe(day);
  });
});
