/** The hooks before a commit: that they are installed where they should be, nowhere else, and that they stop a commit. */
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { HOOKS, installHooks } from '../../src/check/git/install-hooks.ts';
import { temporaryFolder, writeFiles } from './helpers.ts';
import { commit, git, run, WHO } from './repository.ts';

const hooksPath = (folder: string): string => run(folder, 'git', ['config', '--get', 'core.hooksPath']).output.trim();

const repository = (): string => {
  const folder = temporaryFolder();
  git(folder, ['init', '--quiet', '--initial-branch', 'main']);
  return folder;
};

describe('installing', () => {
  test('sets the path once, and says so', () => {
    const folder = repository();
    expect(installHooks(folder, {})).toMatch(/^From now on git checks for patient data before every commit here\./);
    expect(hooksPath(folder)).toBe(HOOKS);
    expect(installHooks(folder, {})).toBeUndefined();
  });

  test('every work tree of a repository gets it', () => {
    const folder = repository();
    commit(folder, { a: 'one' });
    git(folder, ['worktree', 'add', '--quiet', 'tree']);
    expect(installHooks(join(folder, 'tree'), {})).toMatch(/^From now on/);
    expect(hooksPath(join(folder, 'tree'))).toBe(HOOKS);
  });

  test('changes nothing in CI, without a repository, or inside somebody else’s', () => {
    const folder = repository();
    expect(installHooks(folder, { CI: 'true' })).toBeUndefined();
    mkdirSync(join(folder, 'inner'));
    expect(installHooks(join(folder, 'inner'), {})).toBeUndefined();
    expect(hooksPath(folder)).toBe('');
    expect(installHooks(temporaryFolder(), {})).toBeUndefined();
  });

  test('leaves a path that somebody chose, and tells how to have both', () => {
    const folder = repository();
    git(folder, ['config', 'core.hooksPath', '/somewhere/hooks']);
    expect(installHooks(folder, {})).toBe(
      'Git uses your own hooks (core.hooksPath is /somewhere/hooks), and that was left so. To use the checks of this project as well, ' +
        'run them from your hook: sh .config/hooks/pre-commit, and sh .config/hooks/commit-msg "$1".',
    );
    expect(hooksPath(folder)).toBe('/somewhere/hooks');
  });

  test('leaves a hook that somebody wrote', () => {
    const folder = repository();
    writeFiles(folder, { '.git/hooks/pre-commit': '#!/bin/sh\n' });
    expect(installHooks(folder, {})).toMatch(/^You have a hook of your own \(.*pre-commit\), and it was left in place\./);
    expect(hooksPath(folder)).toBe('');
  });

  test('a repository that cannot be written to fails no installation', () => {
    const folder = repository();
    rmSync(join(folder, '.git/config'));
    mkdirSync(join(folder, '.git/config'));
    const { status } = run(folder, process.execPath, [resolve('src/check/git/install-hooks.ts')]);
    expect(status).toBe(0);
  });
});

test('npm installs them, and an installation does not fail where that fails', () => {
  const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> };
  expect(scripts.prepare).toBe('node src/check/git/install-hooks.ts || exit 0');
});

describe('committing', () => {
  /** A repository with our hooks and checker in it, as after `npm ci`. */
  const installed = (): string => {
    const folder = repository();
    for (const path of ['src', '.config/hooks', 'package.json']) cpSync(path, join(folder, path), { recursive: true });
    writeFileSync(join(folder, '.gitignore'), 'node_modules\n');
    symlinkSync(resolve('node_modules'), join(folder, 'node_modules'));
    commit(folder, {}, { message: 'Begin' });
    installHooks(folder, {});
    return folder;
  };
  const tryCommit = (folder: string, message = 'Add a file', ...more: string[]) =>
    run(folder, 'git', [...WHO, 'commit', '--message', message, ...more]);

  test('a file that does not belong stops it, and the way on is said', () => {
    const folder = installed();
    writeFiles(folder, { 'cohort.csv': 'a,b\n' });
    git(folder, ['add', '--all']);
    const { status, output } = tryCommit(folder);
    expect(status).toBe(1);
    expect(output).toMatch(/^cohort\.csv:1:1\n {2}This is a table or a file of data/);
    expect(output).toContain('Nothing was committed. Mend what is listed, stage it again (git add), and commit again.');
    expect(git(folder, ['log', '--format=%s'])).toBe('Begin');
    expect(tryCommit(folder, 'Add a file', '--no-verify').status).toBe(0);
  });

  test('an honest change passes without a word of ours', () => {
    const folder = installed();
    writeFiles(folder, { 'src/more.ts': 'export {};\n' });
    git(folder, ['add', '--all']);
    const { status, output } = tryCommit(folder);
    expect(output).not.toContain('problem');
    expect(status).toBe(0);
  });

  test('`git commit FILE` is checked as well, whose index is another one', () => {
    const folder = installed();
    commit(folder, { '.github/a.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>' });
    writeFiles(folder, { '.github/a.svg': '<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>' });
    const { status, output } = tryCommit(folder, 'Change', '.github/a.svg');
    expect(output).toContain('This drawing holds a script.');
    expect(status).toBe(1);
  });

  test('the message is checked as well', () => {
    const folder = installed();
    writeFiles(folder, { 'src/more.ts': 'export {};\n' });
    git(folder, ['add', '--all']);
    const number = ['485', '777', '3457'].join(' ');
    const { status, output } = tryCommit(folder, `Her NHS number is ${number}`);
    expect(status).toBe(1);
    expect(output).toMatch(/^the commit message\.:1:\d+\n {2}This looks like an NHS number/);
    expect(output).not.toContain(number);
  });

  test('without the packages it says what to do', () => {
    const folder = installed();
    rmSync(join(folder, 'node_modules'));
    writeFiles(folder, { 'src/more.ts': 'export {};\n' });
    git(folder, ['add', '--all']);
    const { status, output } = tryCommit(folder);
    expect(status).toBe(1);
    expect(output).toMatch(/^This check before a commit needs the packages of the project: run npm ci/);
  });

  test('the hooks can be run on every system', () => {
    for (const hook of ['pre-commit', 'commit-msg']) {
      expect(existsSync(join(HOOKS, hook))).toBe(true);
      expect(git(process.cwd(), ['ls-files', '--stage', join(HOOKS, hook)])).toMatch(/^100755 /);
      expect(run(process.cwd(), 'sh', ['-n', join(HOOKS, hook)]).status).toBe(0);
      expect(git(process.cwd(), ['check-attr', 'eol', '--', join(HOOKS, hook)])).toMatch(/: lf$/);
    }
  });
});
