/** Issues become one file, as it was meant, or are answered; whatever their authors write into them. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { correctionFields } from '../../../src/contribute/correction-form.ts';
import { entryOf } from '../../../src/contribute/entries.ts';
import { answersIn, questionsOf } from '../../../src/contribute/issue/answers.ts';
import { issueForms, outcomeOf, pathOf } from '../../../src/contribute/issue/entry.ts';
import { handle } from '../../../src/contribute/issue/main.ts';
import { kindOf } from '../../../src/contribute/kinds.ts';
import { shapeOf, type Field } from '../../../src/contribute/shape.ts';

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

const fieldsIn = (fields: readonly Field[]): Field[] => fields.flatMap((field) => [field, ...fieldsIn(field.fields)]);

describe('the issue forms', () => {
  test.each(Object.entries(issueForms))('%s asks for fields of the schema, with its choices', async (start, { kind, file }) => {
    const form = read(`.github/ISSUE_TEMPLATE/${file}`);
    const { title, body } = parse(form) as { title: string; body: { id?: string; attributes: { options?: string[] } }[] };
    expect(title).toBe(start);
    const none = { contact: [], organisation: [], project: [], guide: [], series: [] };
    const fields = fieldsIn(shapeOf(await kindOf(kind).schema(), none));
    for (const question of questionsOf(form)) {
      if (question.id.startsWith('text_')) continue;
      const field = fields.find(({ path }) => path === pathOf(question));
      expect(field, question.id).toBeDefined();
      const options = body.find(({ id }) => id === question.id)?.attributes.options;
      if (options && question.id !== 'stage') expect(options).toEqual(field?.choices.map(({ value }) => value));
      if (field?.required) expect(question.required, question.id).toBe(true);
    }
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
