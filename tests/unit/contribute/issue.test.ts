/** Issues become one file, as it was meant, or are answered; whatever their authors write into them. */
import fc from 'fast-check';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { correctionFields } from '../../../src/contribute/correction-form.ts';
import { entryOf } from '../../../src/contribute/entries.ts';
import { answersIn, questionsOf } from '../../../src/contribute/issue/answers.ts';
import { issueForms, outcomeOf } from '../../../src/contribute/issue/entry.ts';
import { handle } from '../../../src/contribute/issue/main.ts';
import { flat, pathOf } from '../../../src/contribute/issue/pairs.ts';
import { kindNames, kindOf, type KindName } from '../../../src/contribute/kinds.ts';
import { shapeOf } from '../../../src/contribute/shape.ts';
import { HOSTILE } from './fillings.ts';
import { runScript } from './runner.ts';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url)).replace(/[\\/]$/, '');
const read = (path: string) => readFileSync(new URL(`../../../${path}`, import.meta.url), 'utf8');

const { issue: recorded } = JSON.parse(read('tests/fixtures/issues/project.json')) as {
  issue: { number: number; title: string; body: string; updated_at: string };
};
const plain = recorded.body.replaceAll('\r\n', '\n');
const with_ = (before: string, after: string) => {
  expect(plain).toContain(before);
  return { title: recorded.title, body: plain.replace(before, () => after), day: '2026-11-25' };
};

interface Call {
  method: string;
  path: string;
  body?: Record<string, unknown>;
}

/** GitHub, as far as the script asks it, with what it was asked. */
const githubWith = ({ branch = false, comments = [] as object[], pulls = [] as object[] } = {}) => {
  const calls: Call[] = [];
  const ask = (method: string, path: string, body?: object): Promise<unknown> => {
    calls.push({ method, path, ...(body ? { body: body as Record<string, unknown> } : {}) });
    if (path === '/git/ref/heads/main') return Promise.resolve({ object: { sha: 'base' } });
    if (path.startsWith('/git/ref/heads/')) return Promise.resolve(branch ? { object: { sha: 'old' } } : undefined);
    if (path.startsWith('/pulls')) return Promise.resolve(method === 'GET' ? pulls : { number: 34 });
    if (path.includes('/comments')) return Promise.resolve(comments);
    return Promise.resolve({ sha: 'made' });
  };
  return { calls, ask };
};

describe('the issue forms', () => {
  test('there is one for each kind of entry', () => {
    expect(Object.values(issueForms).map(({ kind }) => kind)).toEqual(kindNames);
  });

  test.each(Object.entries(issueForms))('%s asks for fields of the schema, with its choices', async (start, form) => {
    const { kind, file, always = [] } = form;
    const text = read(`.github/ISSUE_TEMPLATE/${file}`);
    const { title, body } = parse(text) as {
      title: string;
      body: { id?: string; attributes: { description?: string; options?: string[] } }[];
    };
    expect(title).toBe(start);
    const none = { contact: [], organisation: [], project: [], guide: [], series: [] };
    const top = shapeOf(await kindOf(kind).schema(), none);
    const fields = flat(top);
    const questions = questionsOf(text);
    const paths = questions.map((question) => pathOf(question));
    for (const question of questions) {
      if (/^text(_|$)/.test(question.id)) continue;
      const field = fields.find(({ path }) => path === pathOf(question));
      expect(field, question.id).toBeDefined();
      const { options, description } = body.find(({ id }) => id === question.id)?.attributes ?? {};
      if (options && question.id !== 'stage') expect(options).toEqual(field?.choices.map(({ value }) => value));
      if (field?.as === 'list') expect(description).toContain(`: ${field.fields.map(({ label }) => label).join(' | ')}.`);
      if (field?.required) expect(question.required, question.id).toBe(true);
    }
    // What an entry must have is asked for, or is the same in all, or the schema takes "to be confirmed".
    const asked = (path: string) =>
      paths.some((one) => one === path || one.startsWith(`${path}.`)) || always.some(([name]) => name === path);
    const left = top.filter(({ path, required, unconfirmed }) => required && !unconfirmed && !asked(path));
    expect(left.map(({ path }) => path).filter((path) => !['kind', 'updated'].includes(path))).toEqual([]);
  });
});

test('the correction form asks the same on the site and on GitHub', () => {
  const { body } = parse(read('.github/ISSUE_TEMPLATE/correction.yml')) as {
    body: {
      type: string;
      id?: string;
      attributes: { label?: string; description?: string };
      validations?: { required?: boolean };
    }[];
  };
  expect(
    body
      .filter(({ type }) => type === 'input' || type === 'textarea')
      .map(({ type, id, attributes: { label, description }, validations }) => [
        id,
        label,
        description,
        type === 'input' ? 'line' : 'text',
        validations?.required ?? false,
      ]),
  ).toEqual(correctionFields.map(({ path, label, help, as, required }) => [path, label, help, as, required]));
});

describe('an issue', () => {
  test('as GitHub sends it becomes a file, a branch and a pull request', async () => {
    const { calls, ask } = githubWith();
    const issue = { title: recorded.title, body: recorded.body, day: '2026-11-25' };
    expect(await handle(ROOT, 'llms-at-uclh', 12, issue, ask)).toBe(
      'content/projects/ward-letters-a-pilot.mdx on issue-12, pull request 34.',
    );
    const tree = calls.find(({ path }) => path === '/git/trees')?.body?.tree as { path: string; content: string; mode: string }[];
    expect(tree.map(({ path, mode }) => [path, mode])).toEqual([['content/projects/ward-letters-a-pilot.mdx', '100644']]);
    expect(entryOf(tree[0]?.content ?? '')).toEqual({
      values: {
        title: 'Ward letters: a pilot',
        summary: 'A model drafts letters on a ward, and nurses correct them.',
        kind: 'study',
        stage: 'proof of concept',
        themes: ['evaluation', 'drafting replies'],
        contacts: ['simon-ellershaw', 'justin-healy'],
        organisations: 'to be confirmed',
        updated: '2026-11-25',
      },
      text: '## Under which route was it reviewed?\n\nNot yet; p<0.05 is {not} the aim.',
    });
    expect(calls.filter(({ method }) => method !== 'GET').map(({ method, path }) => `${method} ${path}`)).toEqual([
      'POST /git/trees',
      'POST /git/commits',
      'POST /git/refs',
      'POST /pulls',
      'POST /issues/12/comments',
    ]);
  });

  test('that its author corrected goes to the same branch, pull request and comment', async () => {
    const { calls, ask } = githubWith({
      branch: true,
      pulls: [{ number: 34 }],
      comments: [
        { id: 5, body: 'Other words', user: { login: 'github-actions[bot]' } },
        { id: 6, body: '<!-- from this issue -->\nMine, says a stranger', user: { login: 'octocat' } },
        { id: 7, body: '<!-- from this issue -->\nPlease', user: { login: 'github-actions[bot]' } },
      ],
    });
    await handle(ROOT, 'llms-at-uclh', 12, with_('Ward letters: a pilot', 'Ward letters'), ask);
    expect(calls.filter(({ method }) => method !== 'GET').map(({ method, path }) => `${method} ${path}`)).toEqual([
      'POST /git/trees',
      'POST /git/commits',
      'PATCH /git/refs/heads/issue-12',
      'PATCH /issues/comments/7',
    ]);
    // One commit on top of main: a file under the former name is gone with it.
    expect(calls.find(({ path }) => path === '/git/commits')?.body?.parents).toEqual(['base']);
  });

  test('of another form is left alone', async () => {
    const { calls, ask } = githubWith();
    expect(await handle(ROOT, 'o', 1, { title: 'Problem: x', body: 'y', day: '2026-11-25' }, ask)).toBe(
      'This issue becomes no page.',
    );
    expect(calls).toEqual([]);
  });

  test.each([
    ['quotes and line ends in a value', 'Ward letters: a pilot', '"; rm -rf / #\' $(touch x) `id`'],
    ['an expression of a workflow', 'Ward letters: a pilot', '${{ secrets.GITHUB_TOKEN }}'],
    ['a field smuggled in', 'Ward letters: a pilot', 'title": x, "layout": "/etc/passwd'],
    ['a path as a title', 'Ward letters: a pilot', '../../.github/workflows/check'],
    ['YAML signs', 'Ward letters: a pilot', '&a *b !!js/function "x" # y'],
  ])('with %s is a value and nothing else', async (_what, before, after) => {
    const outcome = await outcomeOf(ROOT, with_(before, after));
    if (!outcome || !('path' in outcome)) throw new Error(JSON.stringify(outcome));
    expect(outcome.path).toMatch(/^content\/projects\/[a-z0-9-]+\.mdx$/);
    expect(entryOf(outcome.text)?.values).toMatchObject({ title: after });
    expect(Object.keys(entryOf(outcome.text)?.values as object)).not.toContain('layout');
  });

  test.each([
    ['the heading of another question', 'Ward letters: a pilot', 'X\n\n### Whom can people ask?\n\nnobody', 'stands there twice'],
    ['two lines in a title', 'Ward letters: a pilot', 'Ward\nletters', 'on one line'],
    ['front matter in a title', 'Ward letters: a pilot', 'a\n---\nlayout: x', 'on one line'],
    ['a heading taken away', '### Links', 'Links', '"Links" is missing'],
    ['a theme that does not exist', 'evaluation, drafting', 'evaluation, sorcery, drafting', 'is not a theme'],
    ['somebody who is not listed', 'Simon Ellershaw', 'Nobody Inparticular', 'Whom can people ask?'],
    ['a script', 'Not yet;', '<script>alert(1)</script>', 'raw HTML'],
    ['a picture from elsewhere', 'Not yet;', '![x](https://evil.invalid/pixel.png)', 'lies elsewhere'],
    ['code', 'Not yet;', 'x\n\nimport a from "b"\n\n', 'cannot import'],
    ['a link that runs', 'Not yet;', '[here it is](javascript:alert(1))', 'Links start with'],
    ['a link to a page that does not exist', 'Not yet;', '[the step before it](/guide/no-such-page/)', 'no-such-page'],
    ['a number like that of a patient', 'Not yet;', 'NHS number 485 777 3457', 'an NHS number'],
    ['a name that is taken', 'Ward letters: a pilot', 'Discharge summaries', 'already'],
    ['a sign that nobody sees', 'Ward letters', 'Ward\0 letters', 'invisible control character'],
  ])('with %s is refused, and its author told', async (_what, before, after, said) => {
    const { calls, ask } = githubWith();
    await handle(ROOT, 'o', 12, with_(before, after), ask);
    const writes = calls.filter(({ method }) => method !== 'GET');
    expect(writes.map(({ path }) => path)).toEqual(['/issues/12/comments']);
    const body = String(writes[0]?.body?.body);
    expect(body).toContain(said);
    expect(body).not.toContain('485 777');
    // What somebody wrote can close no block of code and call nobody.
    expect(body.match(/```/g)).toHaveLength(2);
  });

  test('an answer of nothing is no answer', () => {
    const [first] = questionsOf(read('.github/ISSUE_TEMPLATE/term.yml'));
    expect(answersIn('### Which term?\n\n_No response_\n', first ? [first] : [])).toEqual(new Map([['term', '']]));
  });
});

/** Answers to each form that become an entry. */
const answers: Readonly<Record<KindName, Readonly<Record<string, string>>>> = {
  project: {
    title: 'Ward letters: a pilot',
    summary: 'A model drafts letters on a ward, and nurses correct them.',
    stage: 'idea',
    themes: 'evaluation, drafting replies',
    contacts: 'Simon Ellershaw',
    text_data: 'Letters that were invented.',
  },
  session: {
    series: 'Fortnightly meet-up',
    date: '2026-12-02',
    time: '11:00',
    title: 'Ward letters: what we learnt',
    summary: 'What a pilot with drafted letters showed, and what it could not show.',
    speakers: '- Simon Ellershaw | Simon Ellershaw\n- Somebody Else',
    paper: 'https://example.org/paper',
    text: 'Bring a question.\n\n## Before\n\n### Who presents this?\n\nTwo of us; p<0.05 is {not} the aim.',
  },
  contact: {
    name: 'Example Centre',
    kind: 'organisation',
    role: 'Looks after examples',
    consent: '2026-11-20',
    askAbout: '- Ward letters',
  },
  term: { term: 'Ward letter', aliases: 'letter from a ward', definition: 'A letter that a ward sends: to a practice, or home.' },
  guide: {
    'title': 'Letters from a ward',
    'short': 'Ward letters',
    'description': 'How a study of drafted letters is set up, and whom to ask about it.',
    'part': 'Doing the work',
    'order': '40',
    'readers-clinician': 'Choose letters that somebody reads.',
    'readers-dataScientist': 'Keep every draft: it is the baseline.',
    'readers-manager': 'Ask who answers for a letter before it is sent.',
    'ask': 'safehr, Simon Ellershaw',
    'checklist': '- A reader was named.',
    'keywords': 'letters',
    'sources':
      'own-notes | Notes: on letters | https://example.org/notes | Example Centre | 2026-10 | 2026-11-20 | in full\nbook | A book | https://example.org/book | Example | undated | 2026-11-20 | second-hand | Chapter 2',
    'text':
      'Letters are read by people.<Source id="own-notes" /> So say <Source id="book" /> others.\n\n## Before\n\n- one\n- two',
  },
};

const filesOf: Readonly<Record<KindName, string>> = {
  project: 'content/projects/ward-letters-a-pilot.mdx',
  session: 'content/meetups/sessions/2026-12-02-ward-letters-what-we-learnt.mdx',
  contact: 'content/contacts/example-centre.mdx',
  term: 'content/glossary/ward-letter.mdx',
  guide: 'content/guide/letters-from-a-ward.mdx',
};

const formOf = (kind: KindName) => {
  const [title = '', form] = Object.entries(issueForms).find(([, one]) => one.kind === kind) ?? [];
  return { title, questions: questionsOf(read(`.github/ISSUE_TEMPLATE/${form?.file ?? ''}`)) };
};

/** An issue as GitHub writes it for these answers. */
const issueOf = (kind: KindName, given: Readonly<Record<string, string>> = {}) => {
  const { title, questions } = formOf(kind);
  const all = { ...answers[kind], ...given };
  const parts = questions.map(({ id, label }) => `### ${label}\r\n\r\n${(all[id] ?? '') || '_No response_'}\r\n\r\n`);
  return {
    title: `${title}x`,
    body: `${parts.join('')}### Before you send it\r\n\r\n- [X] There is no patient data of any kind in this.\r\n`,
    day: '2026-11-25',
  };
};

const written = async (kind: KindName, given: Readonly<Record<string, string>> = {}) => {
  const outcome = await outcomeOf(ROOT, issueOf(kind, given));
  if (!outcome || 'messages' in outcome) return { messages: outcome?.messages ?? [] };
  return { path: outcome.path, ...entryOf(outcome.text) } as { path: string; values: Record<string, unknown>; text: string };
};

const said = async (kind: KindName, given: Readonly<Record<string, string>>) => {
  const one = await written(kind, given);
  return 'messages' in one ? one.messages.join('\n') : `It was written: ${JSON.stringify(one)}`;
};

describe.each(kindNames)('an issue for a %s', (kind) => {
  test('becomes its file, and the same one again when its author corrects it', async () => {
    const { calls, ask } = githubWith();
    expect(await handle(ROOT, 'o', 12, issueOf(kind), ask)).toBe(`${filesOf[kind]} on issue-12, pull request 34.`);
    const again = githubWith({ branch: true, pulls: [{ number: 34 }] });
    const [first = ''] = Object.keys(answers[kind]);
    expect(
      await handle(ROOT, 'o', 12, issueOf(kind, kind === 'session' ? { time: '12:00' } : { [first]: 'Other words' }), again.ask),
    ).toContain('on issue-12, pull request 34.');
    expect(again.calls.some(({ method, path }) => method === 'PATCH' && path === '/git/refs/heads/issue-12')).toBe(true);
    for (const { calls: all } of [{ calls }, again]) {
      const tree = all.find(({ path }) => path === '/git/trees')?.body?.tree as { path: string }[];
      expect(tree).toHaveLength(1);
    }
  });

  test('that holds anything at all in an answer changes that field and no other, or is refused', async () => {
    const { questions } = formOf(kind);
    const before = await written(kind);
    if ('messages' in before) throw new Error(before.messages.join('\n'));
    const none = { contact: [], organisation: [], project: [], guide: [], series: [] };
    const fields = shapeOf(await kindOf(kind).schema(), none);
    const plain = new Set(fields.filter(({ as }) => as === 'line' || as === 'text').map(({ path }) => path));
    let taken = 0;
    const text = fc.oneof(
      fc.constantFrom(...HOSTILE),
      fc.tuple(fc.constantFrom(...HOSTILE), fc.constantFrom(...HOSTILE)).map(([a, b]) => `${a}\n${b}`),
      fc.string({ unit: 'binary', maxLength: 40 }),
    );
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...questions), text, fc.boolean(), async (question, answer, alone) => {
        const given = alone ? answer : `${answers[kind][question.id] ?? ''} ${answer}`;
        const now = await written(kind, { [question.id]: given });
        if ('messages' in now) {
          expect(now.messages.length).toBeGreaterThan(0);
          return;
        }
        expect(now.path).toMatch(new RegExp(`^${kindOf(kind).folder}/[a-z0-9-]+\\.mdx$`));
        taken += 1;
        const field = pathOf(question).split('.')[0] ?? '';
        const value = now.values[field];
        const meant = given.replaceAll(/\r\n?/g, '\n').trim();
        const confirmed = meant.toLowerCase() !== 'to be confirmed';
        if (plain.has(pathOf(question)) && value !== undefined && confirmed) expect(value).toBe(meant);
        const rest = ({ values }: typeof before) =>
          Object.fromEntries(
            Object.entries(values).filter(([name]) => name !== field && !(field === 'stage' && name === 'kind')),
          );
        expect(rest(now)).toEqual(rest(before));
        if (!/^text(_|$)/.test(question.id)) expect(now.text).toBe(before.text);
      }),
      { numRuns: 30 },
    );
    // Most are refused; if all were, this would show nothing.
    expect(taken).toBeGreaterThan(0);
  });
});

describe('an issue for a session', () => {
  test('names its series and its speakers as the site does', async () => {
    expect(await written('session')).toEqual({
      path: filesOf.session,
      values: {
        series: 'fortnightly-meetup',
        date: '2026-12-02',
        time: '11:00',
        title: answers.session.title,
        summary: answers.session.summary,
        speakers: [{ name: 'Simon Ellershaw', contact: 'simon-ellershaw' }, { name: 'Somebody Else' }],
        paper: 'https://example.org/paper',
      },
      text: answers.session.text,
    });
  });

  test.each([
    [
      'a series that does not exist',
      { series: 'Fortnightly' },
      'Which meetings does it belong to?: choose from: Fortnightly meet-up',
    ],
    ['a day that does not exist', { date: '2026-02-31' }, 'On which day?: '],
    ['a paper that is no address', { paper: 'javascript:alert(1)' }, 'Which paper is discussed?: '],
    ['a speaker with too many parts', { speakers: 'A | b | c' }, 'Speakers, line 1: there are 3 parts'],
    ['a speaker who is listed nowhere', { speakers: 'A\nB | nobody' }, 'nobody'],
    ['an unfinished field', { text: 'x\n\n### Before you send it\n\ny' }, 'stands there twice'],
  ])('with %s is refused', async (_what, given, message) => {
    expect(await said('session', given)).toContain(message);
  });
});

describe('an issue for a guide page', () => {
  test('becomes a draft without an owner, with its sources and its text', async () => {
    const page = await written('guide');
    expect(page).toMatchObject({
      path: filesOf.guide,
      values: {
        order: 40,
        status: 'draft',
        owner: 'to be confirmed',
        ask: ['safehr', 'simon-ellershaw'],
        readers: { clinician: 'Choose letters that somebody reads.' },
        checklist: ['A reader was named.'],
        sources: [
          { id: 'own-notes', title: 'Notes: on letters', dated: '2026-10', readOn: '2026-11-20', howRead: 'in full' },
          { id: 'book', howRead: 'second-hand', note: 'Chapter 2' },
        ],
      },
      text: answers.guide.text,
    });
  });

  test.each([
    ['an import', 'import x from "y"\n\n', 'cannot import'],
    ['a script', '<script>alert(1)</script>', 'raw HTML'],
    ['a picture from elsewhere', '![x](https://evil.invalid/pixel.png)', 'lies elsewhere'],
    ['a picture as HTML', '<img src="https://evil.invalid/x.png" />', 'raw HTML'],
    ['a component that does not exist', '<Evil run="x" />', 'Evil'],
    ['an attribute that runs', '<Callout kind="note" onclick="x">y</Callout>', 'onclick'],
    ['a link that runs', '[here it is](javascript:alert(1))', 'Links start with'],
    ['a mark of no source', 'x <Source id="no-such" />', 'leads nowhere'],
    ['a number like that of a patient', 'NHS number 485 777 3457', 'an NHS number'],
  ])('with %s in its text is refused', async (_what, more, message) => {
    expect(await said('guide', { text: `${answers.guide.text ?? ''}\n\n${more}\n` })).toContain(message);
  });

  test.each([
    ['a source that nothing cites', { text: 'Words <Source id="own-notes" /> alone.' }, 'book'],
    ['a source without an address', { sources: 'own-notes | Notes' }, 'Where do the statements come from? Line 1: '],
    ['no sources', { sources: '' }, 'Where do the statements come from?'],
    ['an order that is a word', { order: 'last' }, 'Which place has it in the guide?: '],
    ['a line for managers that is too long', { 'readers-manager': 'x'.repeat(221) }, 'What does a manager need to know?: '],
    ['a part that does not exist', { part: 'Elsewhere' }, 'To which part of the guide does it belong?: '],
    ['front matter in its title', { title: 'a\n---\nstatus: reviewed' }, 'on one line'],
  ])('with %s is refused', async (_what, given, message) => {
    expect(await said('guide', given)).toContain(message);
  });

  test('shows what looks like an expression as the words that it is', async () => {
    const page = await written('guide', {
      text: `${answers.guide.text ?? ''}\n\nWrite {process.exit()} and \${{ github.token }}.`,
    });
    expect(page).toMatchObject({ path: filesOf.guide, text: expect.stringContaining('${{ github.token }}') as string });
  });
});

test('the workflow hands an issue on as text, whatever a shell would make of it', async () => {
  const evil = '$(touch owned) `touch owned` "; touch owned; \' && touch owned ${{ github.token }} %0A::set-output';
  const issue = { ...issueOf('term', { term: 'Ward letter', definition: `It is called ${evil} by some.` }), number: 12 };
  const event = { issue: { ...issue, title: `Term: ${evil}`, updated_at: '2026-11-25T06:50:00Z' } };
  const { said, status, asked } = await runScript('issue.yml', 'o/r', event, ({ method, path }) => {
    if (path === '/git/ref/heads/main') return { object: { sha: 'base' } };
    if (path.startsWith('/git/ref/')) return undefined;
    if (method === 'GET') return [];
    return { sha: 'made', number: 34 };
  });
  expect([said, status]).toEqual(['content/glossary/ward-letter.mdx on issue-12, pull request 34.\n', 0]);
  const tree = asked.find(({ path }) => path === '/git/trees')?.body?.tree as { content: string }[];
  expect((entryOf(tree[0]?.content ?? '')?.values as { definition?: string }).definition).toBe(`It is called ${evil} by some.`);
  expect(existsSync(new URL('../../../owned', import.meta.url))).toBe(false);
  expect(asked.every(({ token }) => token === 'Bearer a-token')).toBe(true);
  expect(JSON.stringify(asked.map(({ body }) => body))).not.toContain('a-token');
});
