/** The check of every commit and of what is staged, in real repositories. The guard here knows one made-up number. */
import { rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, test } from 'vitest';
import { toReport } from '../../src/check/commits.ts';
import { WITHHELD, type Guard } from '../../src/check/gate.ts';
import { shown } from '../../src/check/files/given.ts';
import { checkRange } from '../../src/check/git/range.ts';
import { checkStaged } from '../../src/check/git/staging.ts';
import { temporaryFolder, writeFiles } from './helpers.ts';
import { commit, git, run, WHO } from './repository.ts';

const NUMBER = 'number-of-somebody';

/** Finds the number in text and in names. */
const guard: Guard = (files) =>
  files.flatMap(({ path, bytes }) => {
    const lines = Buffer.from(bytes).toString().split('\n');
    const found = lines.flatMap((line, index) => (line.includes(NUMBER) ? [index + 1] : []));
    return [...found, ...(path.includes(NUMBER) ? [1] : [])].map((line) => ({
      file: shown(path),
      line,
      column: 1,
      rule: 'nhs-number' as const,
      message: 'This looks like a number.',
    }));
  });

const repository = (): string => {
  const folder = temporaryFolder();
  git(folder, ['init', '--quiet', '--initial-branch', 'main']);
  commit(folder, { 'src/a.ts': 'one\n' });
  return folder;
};

/** `commit file:line rule` of each problem, with the commits named by their order. */
const found = async (folder: string, base: string | undefined, head = 'HEAD'): Promise<string[]> => {
  const { problems } = await checkRange(folder, { base, head }, guard);
  const order = git(folder, ['rev-list', '--reverse', '--topo-order', head, ...(base ? [`^${base}`] : [])]).split('\n');
  return problems.map(({ commit: id, file, line, rule }) => `${order.indexOf(id) + 1} ${file}:${line} ${rule}`);
};

describe('every commit', () => {
  test('what was added and then removed is found, in the commit that added it', async () => {
    const folder = repository();
    const base = git(folder, ['rev-parse', 'HEAD']);
    commit(folder, { 'src/b.ts': 'fine\n' });
    commit(folder, { 'src/b.ts': `fine\n${NUMBER}\n`, 'content/projects/cohort.csv': 'a,b\n' });
    git(folder, ['rm', '--quiet', '-r', 'content']);
    commit(folder, { 'src/b.ts': 'fine\n' });
    expect(await found(folder, base)).toEqual(['2 content/projects/cohort.csv:1 file-type', '2 src/b.ts:2 nhs-number']);
    expect((await checkRange(folder, { base, head: 'HEAD' }, guard)).commits).toBe(3);
  });

  test('a change without fault passes, with what the base has left aside', async () => {
    const folder = repository();
    const base = commit(folder, { 'old.csv': NUMBER });
    commit(folder, { 'src/b.ts': 'fine\n' });
    expect(await found(folder, base)).toEqual([]);
    expect(await found(folder, undefined)).toEqual(['2 old.csv:1 file-type', '2 old.csv:1 nhs-number']);
  });

  test('the same file is reported once, a copy under another name again', async () => {
    const folder = repository();
    const base = git(folder, ['rev-parse', 'HEAD']);
    commit(folder, { 'src/b.ts': NUMBER });
    commit(folder, { 'src/b.ts': '' });
    commit(folder, { 'src/b.ts': NUMBER });
    git(folder, ['mv', 'src/b.ts', 'src/c.ts']);
    commit(folder);
    expect(await found(folder, base)).toEqual(['1 src/b.ts:1 nhs-number', '4 src/c.ts:1 nhs-number']);
  });

  test('a merge is compared with both its parents', async () => {
    const folder = repository();
    const base = git(folder, ['rev-parse', 'HEAD']);
    git(folder, ['switch', '--quiet', '--create', 'side']);
    commit(folder, { 'src/side.ts': 'fine\n' });
    git(folder, ['switch', '--quiet', 'main']);
    commit(folder, { 'src/main.ts': 'fine\n' });
    git(folder, [...WHO, 'merge', '--quiet', '--no-commit', '--no-ff', 'side']);
    commit(folder, { 'src/a.ts': NUMBER });
    expect(await found(folder, base)).toEqual(['3 src/a.ts:1 nhs-number']);
  });

  test('messages are read, but not the lines that name who made a commit', async () => {
    const folder = repository();
    const base = git(folder, ['rev-parse', 'HEAD']);
    commit(folder, {}, { message: `Fine\n\nText\n${NUMBER}` });
    commit(folder, {}, { message: `Fine\n\nCo-authored-by: ${NUMBER} <a@example.org>` });
    expect(await found(folder, base)).toEqual(['1 the commit message.:4 nhs-number']);
  });

  test('links and other repositories are seen as what they are', async () => {
    const folder = repository();
    const base = git(folder, ['rev-parse', 'HEAD']);
    symlinkSync('/etc/passwd', join(folder, 'link.ts'));
    git(folder, ['update-index', '--add', '--cacheinfo', `160000,${base},vendor`]);
    git(folder, ['add', 'link.ts']);
    git(folder, [...WHO, 'commit', '--quiet', '--message', 'Link']);
    const { problems } = await checkRange(folder, { base, head: 'HEAD' }, guard);
    expect(problems.map(({ file, message }) => `${file} ${message}`)).toEqual([
      expect.stringMatching(/^link\.ts .*symbolic link/),
      expect.stringMatching(/^vendor .*another repository/),
    ]);
  });

  test('a name that tells too much is printed nowhere, nor is a text', async () => {
    const folder = repository();
    const base = git(folder, ['rev-parse', 'HEAD']);
    commit(folder, { [`content/${NUMBER}.csv`]: `a,b\n${NUMBER}\n` });
    const walked = await checkRange(folder, { base, head: 'HEAD' }, guard);
    expect(walked.problems.map(({ file }) => file)).toEqual([WITHHELD, WITHHELD, WITHHELD]);
    for (const github of [true, false]) expect(toReport(walked, github)).not.toContain(NUMBER);
  });

  test('names with line ends and quotes are read as they are, and printed harmlessly', async () => {
    const folder = repository();
    const base = git(folder, ['rev-parse', 'HEAD']);
    commit(folder, { 'src/a\n::error::b "c" é.csv': 'a' });
    const walked = await checkRange(folder, { base, head: 'HEAD' }, guard);
    expect(walked.problems.map(({ file }) => file)).toContain('src/a\\u000a::error::b "c" é.csv');
    expect(toReport(walked, true)).not.toMatch(/^::error::/m);
  });

  test('a file that is larger than anything we read is a problem by itself', async () => {
    const folder = repository();
    const base = git(folder, ['rev-parse', 'HEAD']);
    writeFileSync(join(folder, 'large.md'), Buffer.alloc(20_000_001, 'a'));
    commit(folder);
    const { problems } = await checkRange(folder, { base, head: 'HEAD' }, guard);
    expect(problems.map(({ message }) => message)).toEqual(['This file has 20.0 MB; nobody has looked into it. Remove it.']);
  });

  test('attributes and filters of the repository change nothing and run nothing', async () => {
    const folder = repository();
    const base = git(folder, ['rev-parse', 'HEAD']);
    const witness = join(folder, 'witness');
    git(folder, ['config', 'diff.spy.textconv', `touch ${witness}; cat`]);
    git(folder, ['config', 'diff.spy.command', `touch ${witness}`]);
    commit(folder, { '.gitattributes': '* diff=spy -diff -text export-ignore\n*.ts diff=spy\n' });
    commit(folder, { 'src/b.ts': NUMBER });
    expect(await found(folder, base)).toEqual(['2 src/b.ts:1 nhs-number']);
    expect(run(folder, 'ls', ['witness']).status).not.toBe(0);
  });

  test('a shallow clone and an unknown commit are no clean result', async () => {
    const folder = repository();
    commit(folder);
    const parent = temporaryFolder();
    git(parent, ['clone', '--quiet', '--depth', '1', pathToFileURL(folder).href, 'clone']);
    await expect(checkRange(join(parent, 'clone'), { base: undefined, head: 'HEAD' }, guard)).rejects.toThrow('shallow clone');
    await expect(checkRange(folder, { base: 'f'.repeat(40), head: 'HEAD' }, guard)).rejects.toThrow('There is no commit ffff');
    await expect(checkRange(folder, { base: undefined, head: '--all' }, guard)).rejects.toThrow('There is no commit --all');
  });
});

describe('the command', () => {
  const command = resolve('src/check/commits.ts');
  const check = (folder: string, base: string, env = {}) =>
    run(process.cwd(), process.execPath, [command, '--repository', folder, '--base', base, '--head', 'HEAD'], env);

  test('says what a maintainer must know, and fails', () => {
    const folder = repository();
    const base = git(folder, ['rev-parse', 'HEAD']);
    const id = commit(folder, { 'cohort.csv': 'a,b\n' }).slice(0, 12);
    commit(folder, { 'src/b.ts': 'fine\n' });
    const { status, output } = check(folder, base, { GITHUB_ACTIONS: 'true' });
    expect(status).toBe(1);
    expect(output).toContain(`::error file=cohort.csv,line=1,col=1,title=file-type::In commit ${id}: This is a table`);
    expect(output).toContain('Removing it in a later commit does not help');
    expect(output).toContain('.github/INCIDENT.md');
  });

  test('an NHS number is found in a commit, its message and a name, and printed nowhere', () => {
    const number = ['485', '777', '3457'].join(' ');
    const folder = repository();
    const base = git(folder, ['rev-parse', 'HEAD']);
    commit(folder, { 'content/guide/a.mdx': `Text.\n\nHer NHS number is ${number}.\n` });
    commit(folder, { 'content/guide/a.mdx': 'Text.\n' });
    commit(folder, {}, { message: `See NHS number ${number}` });
    commit(folder, { [`content/guide/nhs-number-${number.replaceAll(' ', '')}.mdx`]: 'Text.\n' });
    const { status, output } = check(folder, base);
    expect(status).toBe(1);
    expect(output).toMatch(/^content\/guide\/a\.mdx:3:\d+\n {2}In commit [0-9a-f]{12}: This looks like an NHS number/m);
    expect(output).toContain(`${WITHHELD}:1:1`);
    expect(output).toContain('the commit message.:1:');
    expect(output).not.toMatch(/485\D?777|3457/);
  });

  test('passes what is clean, and says how much it looked at', () => {
    const folder = repository();
    const base = git(folder, ['rev-parse', 'HEAD']);
    commit(folder, { 'src/b.ts': 'fine\n' });
    const { status, output } = check(folder, base);
    expect(output).toMatch(/^1 commit with 1 new or changed file: nothing found that must not be public\./);
    expect(status).toBe(0);
    expect(check(folder, '0'.repeat(40)).output).toMatch(/^2 commits with 2 new or changed files: /);
  });

  test('a commit that it does not find is neither clean nor a problem of the author', () => {
    const { status, output } = check(repository(), 'f'.repeat(40));
    expect(status).toBe(2);
    expect(output).toContain('The commits could not be checked. There is no commit ffff');
  });
});

describe('what is staged', () => {
  const problems = async (folder: string): Promise<string[]> =>
    (await checkStaged(folder, guard)).map(({ file, line, rule }) => `${file}:${line} ${rule}`);

  test('the index counts, not the work tree', async () => {
    const folder = repository();
    writeFiles(folder, { 'src/b.ts': NUMBER, 'src/c.ts': 'fine' });
    git(folder, ['add', '--all']);
    writeFiles(folder, { 'src/b.ts': 'fine', 'src/c.ts': NUMBER });
    expect(await problems(folder)).toEqual(['src/b.ts:1 nhs-number']);
    rmSync(join(folder, 'src/b.ts'));
    expect(await problems(folder)).toEqual(['src/b.ts:1 nhs-number']);
  });

  test('before the first commit, and when a file goes', async () => {
    const folder = temporaryFolder({ 'a.csv': 'a' });
    git(folder, ['init', '--quiet']);
    git(folder, ['add', '--all']);
    expect(await problems(folder)).toEqual(['a.csv:1 file-type']);
    const other = repository();
    git(other, ['rm', '--quiet', 'src/a.ts']);
    expect(await problems(other)).toEqual([]);
  });

  test('staged content is checked as a whole, as it is staged', async () => {
    const folder = repository();
    writeFiles(folder, { 'content/glossary/a.mdx': 'no front matter\n' });
    git(folder, ['add', '--all']);
    rmSync(join(folder, 'content'), { recursive: true });
    expect(await problems(folder)).toContain('content/glossary/a.mdx:1 yaml');
  });
});
