/** A pull request gets one true comment and its labels, whatever its check left behind. */
import fc from 'fast-check';
import { zipSync } from 'fflate';
import { readFileSync } from 'node:fs';
import { parse as parseHtml } from 'node-html-parser';
import { markdownToHtml } from 'satteri';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { checkContent } from '../../../src/check/check.ts';
import { toJson } from '../../../src/check/report.ts';
import { labelsFor, ownLabels } from '../../../src/contribute/pull/labels.ts';
import { COMMITS, handle, SITE } from '../../../src/contribute/pull/main.ts';
import { ARTIFACT } from '../../../src/contribute/pull/report.ts';
import { temporaryFolder } from '../helpers.ts';
import { runScript, served } from './runner.ts';

const read = (path: string) => readFileSync(new URL(`../../../${path}`, import.meta.url), 'utf8');
const recorded = (name: string) => JSON.parse(read(`tests/fixtures/pulls/${name}.json`)) as never;

const REPOSITORY = 'llms-at-uclh/website';
const { workflow_run: run } = recorded('workflow-run') as { workflow_run: { head_sha: string } };
const pulls = recorded('pulls') as { number: number; head: { sha: string; repo: { id: number } | null } }[];
const files = recorded('files') as { filename: string }[];
const BOT = { login: 'github-actions[bot]' };
const MARK = '<!-- what the check found -->';

const zipOf = (contents: Readonly<Record<string, string | Buffer>>): Buffer =>
  Buffer.from(zipSync(Object.fromEntries(Object.entries(contents).map(([name, text]) => [name, Buffer.from(text)]))));

const problem = {
  file: 'content/projects/ward-letters.mdx',
  line: 3,
  column: 7,
  rule: 'schema',
  severity: 'error',
  message: 'kind: "volunteer" is not a kind of project. Use one of: study, resource.',
  fix: 'kind: study',
};

const reportOf = (...problems: object[]): Buffer => zipOf({ 'report.json': JSON.stringify({ files: 9, problems }) });

interface State {
  artifact?: Buffer;
  size?: number;
  site?: boolean;
  comments?: object[];
  labels?: string[];
  open?: object[];
  jobs?: object[];
  changed?: object[];
}

/** GitHub, as far as the script asks it, with everything that the script changed. */
const githubWith = ({
  artifact,
  size,
  site = true,
  comments = [],
  labels = [],
  open = pulls,
  jobs = [],
  changed = files,
}: State) => {
  const writes: { method: string; path: string; body?: { body?: string; labels?: string[] } }[] = [];
  const asked: string[] = [];
  const ask = (method: string, path: string, body?: object): Promise<unknown> => {
    asked.push(path);
    if (method !== 'GET') {
      writes.push({ method, path, ...(body ? { body } : {}) });
      return Promise.resolve({});
    }
    const [bare = ''] = path.split('?');
    if (bare === '/pulls') return Promise.resolve(open);
    if (bare.endsWith('/files')) return Promise.resolve(path.endsWith('page=1') ? changed : []);
    if (bare.endsWith('/comments')) return Promise.resolve(comments);
    if (bare.endsWith('/labels')) return Promise.resolve(labels.map((name) => ({ name })));
    if (bare.endsWith('/jobs')) return Promise.resolve({ jobs });
    if (bare.endsWith('/artifacts'))
      return Promise.resolve({
        artifacts: [
          ...(artifact ? [{ id: 5, name: ARTIFACT, size_in_bytes: size ?? artifact.length, expired: false }] : []),
          ...(site ? [{ id: 6, name: SITE, size_in_bytes: 9_000_000, expired: false }] : []),
        ],
      });
    return Promise.reject(new Error(`Nobody should ask for ${path}.`));
  };
  const download = (path: string): Promise<Uint8Array> => {
    expect(path).toBe('/actions/artifacts/5/zip');
    return Promise.resolve(artifact ?? Buffer.alloc(0));
  };
  return { writes, asked, ask, download };
};

/** What is written under the pull request for this state, and everything that was changed. */
const answer = async (state: State, changes: object = {}) => {
  const github = githubWith(state);
  const said = await handle(REPOSITORY, { ...run, ...changes }, github.ask, github.download);
  const comment = github.writes.find(({ path }) => path.includes('/comments'));
  return { ...github, said, comment, body: comment?.body?.body ?? '' };
};

/** The addresses that a comment leads to, and its words outside code, as GitHub would render it. */
const rendered = (body: string) => {
  const { html } = markdownToHtml(body, { features: { gfm: true } });
  const tree = parseHtml(html, { comment: true });
  const tags = new Set(tree.querySelectorAll('*').map(({ rawTagName }) => rawTagName.toLowerCase()));
  const links = tree.querySelectorAll('a').map((link) => link.getAttribute('href') ?? '');
  for (const code of tree.querySelectorAll('code')) code.remove();
  return { tags, links, words: tree.textContent };
};

describe('the comment', () => {
  test('says at first what to mend, where, what happens next and how to see the site', async () => {
    const { body, comment, said } = await answer({ artifact: reportOf(problem) });
    expect(said).toBe('Answered #41.');
    expect([comment?.method, comment?.path]).toEqual(['POST', '/issues/41/comments']);
    expect(body.startsWith(`${MARK}\n`)).toBe(true);
    expect(body).toContain('**1 problem to mend**');
    expect(body).toContain(
      `- [line 3](https://github.com/${REPOSITORY}/blob/${run.head_sha}/content/projects/ward-letters.mdx?plain=1#L3): \` ${problem.message} \`<br>Write: \` kind: study \` (\`schema\`)`,
    );
    expect(body).toContain('Welcome, and thank you');
    expect(body).toContain('to be confirmed by the organisers');
    expect(body).toContain('python3 -m http.server');
    expect(body).toContain('For the reviewer');
  });

  test('lists what the real check finds, in its words', async () => {
    const root = temporaryFolder({ 'content/projects/ward-letters.mdx': '---\ntitle: Ward letters\nkind: volunteer\n---\n' });
    const { problems, files: read } = checkContent(root, { today: '2026-11-25' });
    expect(problems.length).toBeGreaterThan(3);
    const { body } = await answer({ artifact: zipOf({ 'report.json': toJson(problems, read) }) });
    expect(body).toContain(`**${problems.length} problems to mend**`);
    for (const { line, rule } of problems) expect(body).toMatch(new RegExp(`^- \\[line ${line}\\].*\\(\`${rule}\`\\)$`, 'm'));
  });

  test('is changed in its place, and says when everything is mended', async () => {
    const before = (await answer({ artifact: reportOf(problem) })).body;
    const comments = [
      { id: 6, body: `${MARK}\nA stranger's`, user: { login: 'octocat' } },
      { id: 7, body: before, user: BOT },
    ];
    const { comment, body } = await answer({ artifact: reportOf(), comments }, { conclusion: 'success' });
    expect([comment?.method, comment?.path]).toEqual(['PATCH', '/issues/comments/7']);
    expect(body).toContain('**Everything that was listed here is mended.**');
    expect(body).not.toContain('volunteer');
    // Told again, it does not change, and sends nobody a message.
    const again = await answer({ artifact: reportOf(), comments: [{ id: 7, body, user: BOT }] }, { conclusion: 'success' });
    expect(again.body).toContain('Nothing has to be mended');
  });

  test('that would say the same is left as it is', async () => {
    const { body } = await answer({ artifact: reportOf(problem) });
    const { comment } = await answer({ artifact: reportOf(problem), comments: [{ id: 7, body, user: BOT }] });
    expect(comment).toBeUndefined();
  });

  test('of a change without faults says so, and that other tests failed', async () => {
    expect((await answer({ artifact: reportOf() }, { conclusion: 'success' })).body).toContain(
      '**Nothing has to be mended in the content.**\n',
    );
    expect((await answer({ artifact: reportOf() })).body).toContain('But not every test passed');
  });

  test('holds errors in any file, and warnings in those that were changed', async () => {
    const { body } = await answer({
      artifact: reportOf(
        { ...problem, file: 'content/guide/other.mdx', message: 'An error elsewhere' },
        { ...problem, file: 'content/guide/other.mdx', severity: 'warning', rule: 'overdue', message: 'A warning elsewhere' },
        { ...problem, severity: 'warning', rule: 'spelling', message: 'A warning here' },
      ),
    });
    expect(body).toContain('An error elsewhere');
    expect(body).toContain('A warning here');
    expect(body).not.toContain('A warning elsewhere');
  });

  test('leads nobody to what may be patient data', async () => {
    const quiet = { ...problem, rule: 'nhs-number', message: 'This looks like an NHS number.', line: 77 };
    const { body } = await answer({ artifact: reportOf(quiet, { ...problem, message: '"Ann Example" is no stage' }) });
    expect(body).toContain('Something is only in [the log of the run]');
    expect(body).not.toMatch(/NHS number|Ann Example|ward-letters|L77|Nothing has to be mended/);
    const jobs = [{ name: COMMITS, conclusion: 'failure' }];
    expect((await answer({ artifact: reportOf(), jobs })).body).toContain('Something is only in [the log of the run]');
    expect((await answer({ artifact: reportOf() })).body).not.toContain('Something is only');
  });

  test('greets people who are new, and neither others nor programs', async () => {
    const by = (change: object) => answer({ artifact: reportOf(), open: pulls.map((pull) => ({ ...pull, ...change })) });
    expect((await by({})).body).toContain('Welcome');
    expect((await by({ author_association: 'CONTRIBUTOR' })).body).not.toContain('Welcome');
    expect((await by({ user: { login: 'dependabot[bot]', type: 'Bot' } })).body).not.toContain('Welcome');
  });

  test('promises no site where none was kept', async () => {
    const { body } = await answer({ artifact: reportOf(problem), site: false });
    expect(body).toContain('No site was kept');
    expect(body).not.toContain('http.server');
  });
});

describe('the pull request', () => {
  test('is asked of GitHub by its branch and its commit, also in a fork', async () => {
    const { asked } = await answer({ artifact: reportOf() });
    expect(asked[0]).toBe('/pulls?state=open&per_page=100&head=octocat%3Aadd-ward-letters');
  });

  test('is asked for by its branch, whatever that is called', async () => {
    const { asked } = await answer({ artifact: reportOf() }, { head_branch: 'x&state=all#/../../y' });
    expect(asked[0]).toBe('/pulls?state=open&per_page=100&head=octocat%3Ax%26state%3Dall%23%2F..%2F..%2Fy');
  });

  test('is not the one that a report names', async () => {
    const text = JSON.stringify({ files: 1, problems: [problem], number: 1, pull_request: 1 });
    const { writes } = await answer({ artifact: zipOf({ 'report.json': text, 'number': '1' }) });
    expect(writes.map(({ path }) => path)).toEqual(['/issues/41/comments', '/issues/41/labels']);
  });

  test.each<[string, State, object]>([
    ['is closed', { open: [] }, {}],
    ['has a newer commit', { open: pulls.map((pull) => ({ ...pull, head: { ...pull.head, sha: 'f'.repeat(40) } })) }, {}],
    [
      'has a branch of the same name in another fork',
      { open: pulls.map((pull) => ({ ...pull, head: { ...pull.head, repo: { id: 1 } } })) },
      {},
    ],
    ['comes from a fork that is gone', {}, { head_repository: null }],
    ['was checked again before this ended', {}, { conclusion: 'cancelled' }],
    ['waits for a maintainer to start its check', {}, { conclusion: 'action_required' }],
    ['is none: main itself was checked', {}, { event: 'push' }],
  ])('that %s gets no answer', async (_what, state, changes) => {
    const { writes } = await answer({ artifact: reportOf(problem), ...state }, changes);
    expect(writes).toEqual([]);
  });

  test('of a run that GitHub does not describe is refused', async () => {
    await expect(answer({}, { head_sha: 'main; rm -rf /' })).rejects.toThrow('head_sha');
  });
});

describe('a hostile report', () => {
  const hostile = [
    '@llms-at-uclh/everyone @octocat',
    '<script>alert(1)</script><img src=https://evil.invalid/x.png onerror=alert(1)>',
    '--> <!-- </details></details>',
    '![x](https://evil.invalid/pixel.png) [click](https://evil.invalid) https://evil.invalid www.evil.invalid',
    'me@evil.invalid #1 GH-1 llms-at-uclh/website#1',
    '` @octocat `` @octocat ``` @octocat ```` @octocat',
    '\n\n# @octocat\n\n```\n@octocat\n\n- [ ] @octocat\n> @octocat\n| @a | @b |\n|-|-|\n',
    '\r@octocat\u2028@octocat\u2029@octocat\v@octocat\f@octocat\u0085@octocat',
    '\u202E@octocat\u2066\u200B@octocat\0\u001B[31m',
    '\\` @octocat \\`` @octocat',
    '$`x`$ :tada: [^1] [x]: https://evil.invalid',
    '\ud800 @octocat',
  ];

  const isHarmless = (body: string) => {
    const { tags, links, words } = rendered(body);
    expect(body.length).toBeLessThan(65_536);
    expect([...tags].filter((tag) => !/^(h3|p|strong|ul|ol|li|a|br|code|details|summary)$/.test(tag))).toEqual([]);
    expect(
      links.filter((link) => !/^(https:\/\/github\.com\/llms-at-uclh\/website\/|http:\/\/127\.0\.0\.1:8000\/$)/.test(link)),
    ).toEqual([]);
    expect(words).not.toMatch(/@|evil|#1|:tada:/);
    expect(body.split(MARK)).toHaveLength(2);
    expect(body.match(/<\/details>/g)?.length).toBeGreaterThanOrEqual(2);
  };

  test.each(hostile.map((text) => [JSON.stringify(text), text]))(
    '%s calls nobody, shows nothing and leads nowhere',
    async (_, text) => {
      for (const place of ['message', 'fix', 'file'] as const)
        isHarmless((await answer({ artifact: reportOf({ ...problem, [place]: text }) })).body);
    },
  );

  test('of generated texts is harmless, too', async () => {
    const piece = fc.oneof(
      fc.constantFrom(...hostile, '`', '``', '\n', ' ', '\\', '@octocat', '<b>', '](', '~~~'),
      fc.string({ unit: 'binary' }),
    );
    const text = fc.array(piece, { minLength: 1, maxLength: 6 }).map((pieces) => pieces.join('').slice(0, 300));
    await fc.assert(
      fc.asyncProperty(text, text, text, async (message, fix, file) => {
        isHarmless((await answer({ artifact: reportOf({ ...problem, message, fix, file }) })).body);
      }),
      { numRuns: 300 },
    );
  });

  test.each(['\u{1F600}', '`'])('of the longest texts, of %s alone, fits into a comment', async (sign) => {
    const longest = (line: number) => ({
      file: `${line}${sign.repeat(140)}`,
      message: sign.repeat(1500),
      fix: sign.repeat(1500),
    });
    const problems = Array.from({ length: 32 }, (_, line) => ({ ...problem, ...longest(line), line: line + 1 }));
    const { body } = await answer({ artifact: reportOf(...problems) });
    isHarmless(body);
    expect(body).toContain('And 2 more');
  });

  test.each([
    '../../etc/passwd',
    'content/../../../other/repository/blob/main/x',
    'content/./x.mdx',
    '/etc/passwd',
    'content//evil.mdx',
    'content/x.mdx?plain=0#L1',
    'content/x.mdx)[x](https://evil.invalid',
    'https://evil.invalid/',
  ])('with the name %s links to no line', async (file) => {
    const { body } = await answer({ artifact: reportOf({ ...problem, file }) });
    isHarmless(body);
    expect(rendered(body).links.some((link) => link.includes('/blob/3484'))).toBe(false);
  });

  const whole = reportOf(problem);
  test.each<[string, State]>([
    ['missing', {}],
    ['no zip', { artifact: Buffer.from('{"files":1,"problems":[]}') }],
    ['an empty file', { artifact: Buffer.alloc(0) }],
    ['cut off', { artifact: whole.subarray(0, whole.length - 30) }],
    ['a zip whose list leads out of it', { artifact: Buffer.from(whole).fill(0xff, whole.length - 60, whole.length - 24) }],
    ['of another name', { artifact: zipOf({ '../report.json': '{"files":1,"problems":[]}' }) }],
    ['no JSON', { artifact: zipOf({ 'report.json': 'problems: []' }) }],
    ['not UTF-8', { artifact: zipOf({ 'report.json': Buffer.from('{"files":1,"problems":[],"x":"\xff"}', 'latin1') }) }],
    ['JSON of another form', { artifact: zipOf({ 'report.json': '[]' }) }],
    ['a problem without a place', { artifact: reportOf({ ...problem, line: -1 }) }],
    ['a line that is a text', { artifact: reportOf({ ...problem, line: '3#L3) @octocat' }) }],
    ['a rule that is a sentence', { artifact: reportOf({ ...problem, rule: '`) @octocat' }) }],
    ['a severity of its own', { artifact: reportOf({ ...problem, severity: '@octocat' }) }],
    ['a megabyte', { artifact: whole, size: 1_000_000 }],
    ['a bomb', { artifact: zipOf({ 'report.json': `{"files":1,"problems":[]}${' '.repeat(50_000_000)}` }) }],
    [
      'thousands of problems',
      { artifact: reportOf(...Array.from({ length: 5001 }, () => ({ ...problem, message: 'x', fix: 'y' }))) },
    ],
  ])('that is %s is not read, and the comment says so', async (_what, state) => {
    const { body } = await answer(state);
    expect(body).toContain('could not read the content to its end');
    isHarmless(body);
  });
});

describe('labels', () => {
  test('follow the folders of the content, each subject once', () => {
    expect(labelsFor(['content/meetups/series/a.mdx', 'content/meetups/sessions/b.mdx', 'src/days.ts'])).toEqual([
      'content: meetups',
      'code',
    ]);
    expect(labelsFor(['content/site.yaml'])).toEqual(['content: other']);
    expect(labelsFor(['README.md', '.github/workflows/check.yml'])).toEqual(['code']);
    expect(labelsFor([])).toEqual([]);
    expect(ownLabels).toEqual([
      ...['contacts', 'glossary', 'guide', 'meetups', 'pages', 'projects', 'other'].map((subject) => `content: ${subject}`),
      'code',
    ]);
  });

  test('come from the files that GitHub lists, both names of a renamed one, and never from the report', async () => {
    const { writes } = await answer({ artifact: reportOf({ ...problem, file: 'src/days.ts' }) });
    expect(writes.at(-1)).toEqual({
      method: 'POST',
      path: '/issues/41/labels',
      body: { labels: ['content: contacts', 'content: projects'] },
    });
  });

  test('of ours that fit no longer are taken away; those of people stay', async () => {
    const labels = ['content: projects', 'content: guide', 'code', 'urgent', 'content: urgent'];
    const { writes } = await answer({ artifact: reportOf(), labels, changed: [{ filename: 'content/projects/a.mdx' }] });
    expect(writes.slice(1)).toEqual([
      { method: 'DELETE', path: '/issues/41/labels/content%3A%20guide' },
      { method: 'DELETE', path: '/issues/41/labels/code' },
    ]);
  });

  test('of more than a hundred files count all', async () => {
    const many = Array.from({ length: 100 }, (_, index) => ({ filename: `src/${index}.ts` }));
    const github = githubWith({ artifact: reportOf() });
    await handle(
      REPOSITORY,
      run,
      (method, path, body) => {
        if (path.includes('/files'))
          return Promise.resolve(path.endsWith('page=1') ? many : [{ filename: 'content/guide/a.mdx' }]);
        return github.ask(method, path, body);
      },
      github.download,
    );
    expect(github.writes.at(-1)?.body?.labels).toEqual(['content: guide', 'code']);
  });
});

test('the workflow answers, and gives its token to no other host', async () => {
  let given: string | undefined;
  const store = await served((request, response) => {
    given = request.headers.authorization;
    response.end(reportOf(problem));
  });
  const { said, status, asked } = await runScript('answer.yml', REPOSITORY, recorded('workflow-run'), ({ path }) => {
    const [bare = ''] = path.split('?');
    if (bare.endsWith('/zip')) return new URL(store);
    const lists: Record<string, unknown> = {
      pulls,
      files,
      artifacts: { artifacts: [{ id: 5, name: ARTIFACT, size_in_bytes: 500, expired: false }] },
      jobs: { jobs: [] },
    };
    return lists[bare.split('/').at(-1) ?? ''] ?? [];
  });
  expect([said, status]).toEqual(['Answered #41.\n', 0]);
  expect(asked.filter(({ method }) => method !== 'GET').map(({ path }) => path)).toEqual([
    '/issues/41/comments',
    '/issues/41/labels',
  ]);
  expect(new Set(asked.map(({ token }) => token))).toEqual(new Set(['Bearer a-token']));
  expect(given).toBeUndefined();
});

test('the workflow fails where GitHub refuses, and says what it refused', async () => {
  const { said, status } = await runScript('answer.yml', REPOSITORY, recorded('workflow-run'), ({ path }) =>
    path.startsWith('/pulls') ? pulls : undefined,
  );
  expect(status).not.toBe(0);
  expect(said).not.toContain('a-token');
});

test('the check leaves what the answer looks for', () => {
  interface Step {
    run?: string;
    with?: { name?: string; path?: string };
  }
  const { name, jobs } = parse(read('.github/workflows/check.yml')) as {
    name: string;
    jobs: Record<string, { name: string; steps: Step[] }>;
  };
  const steps = Object.values(jobs).flatMap((job) => job.steps);
  const pathOf = (artifact: string) => steps.find((step) => step.with?.name === artifact)?.with?.path;
  expect(pathOf(ARTIFACT)).toBe('${{ runner.temp }}/report.json');
  expect(steps.some((step) => step.run === 'node src/check/main.ts --format json > "$RUNNER_TEMP/report.json"')).toBe(true);
  // `npm test` builds the site there.
  expect(pathOf(SITE)).toBe('.cache/site-root/');
  expect(read('tests/run.ts')).toContain('`.cache/site-${name.toLowerCase()}`');
  expect(Object.values(jobs).map((job) => job.name)).toContain(COMMITS);
  expect(parse(read('.github/workflows/answer.yml'))).toMatchObject({
    on: { workflow_run: { workflows: [name], types: ['completed'] } },
  });
});
