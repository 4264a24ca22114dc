/** Every kind of mistake that the content checker knows, each made once in a small tree that is otherwise sound. */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { checkContent } from '../../src/check/check.ts';
import { isError, rules, type Problem } from '../../src/check/problems.ts';
import { toGitHub, toJson, toTerminal } from '../../src/check/report.ts';
import { cpuTime } from './cpu-time.ts';

const pathOf = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url));
const FIXTURES = pathOf('tests/fixtures/content');

const PROJECT = 'content/projects/letters.mdx';
const GUIDE = 'content/guide/first-steps.mdx';
const SERIES = 'content/meetups/series/reading-group.mdx';
const SESSION = 'content/meetups/sessions/first-paper.mdx';
const PERSON = 'content/contacts/ada.mdx';
const SETTINGS = 'content/site.yaml';

const goodText = (file: string): string => readFileSync(join(FIXTURES, 'good', file), 'utf8');

/** The text of a good file with one change. A change that finds nothing to change is a mistake in the test. */
const edited = (file: string, before: string, after: string): string => {
  const text = goodText(file);
  if (text.split(before).length !== 2) throw new Error(`"${before}" does not stand exactly once in ${file}.`);
  return text.replace(before, () => after);
};

/** A temporary copy of the good tree with some files written over, added, or (as undefined) removed. */
const lay = (files: Record<string, string | undefined> = {}): string => {
  const root = mkdtempSync(join(tmpdir(), 'check-'));
  cpSync(join(FIXTURES, 'good'), root, { recursive: true });
  for (const [file, text] of Object.entries(files)) {
    rmSync(join(root, file), { force: true });
    if (text === undefined) continue;
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), text);
  }
  return root;
};

const laid = (files: Record<string, string | undefined>): string => {
  const root = lay(files);
  onTestFinished(() => rmSync(root, { recursive: true }));
  return root;
};

const said = ({ file, line, column, rule, message }: Problem): string => `${file}:${line}:${column} ${rule}: ${message}`;
const problemsIn = (files: Record<string, string | undefined>): string[] =>
  checkContent(laid(files), { today: '2026-05-01' }).problems.filter(isError).map(said);

/** What the checker says of one changed place in one file. */
const afterEdit = (file: string, before: string, after: string): string[] => problemsIn({ [file]: edited(file, before, after) });

const wrongDay = 'Write the day as YYYY-MM-DD, for example 2026-04-19, and check that it exists in the calendar.';
const sign = 'YAML reads the sign at the beginning of this value as its own. Put the whole value in quotes.';
const february = 'February 2026 has 28 days.';
const noBeginning =
  'The file does not begin with front matter. Make its first line three hyphens (---), then the fields, then three hyphens again.';
const noEnd = 'The front matter does not end. Put a line of three hyphens (---) below its last field.';
const noFields = 'These are no fields. Write one field a line: a name, a colon, a space and the value.';
const projectFields =
  'title, summary, kind, stage, themes, contacts, organisations, links, guide, started, updated, evidence, citation, sources';

test('finds nothing in a sound tree, and counts its files', () => {
  expect(checkContent(join(FIXTURES, 'good'))).toEqual({ problems: [], files: 9 });
});

describe('fields', () => {
  test.each<[what: string, file: string, before: string, after: string, ...expected: string[]]>([
    [
      'an unknown field',
      PROJECT,
      'kind: study',
      'kind: study\nowner: ada',
      `5:1 unknown-field: "owner" is not a field here. The fields are: ${projectFields}.`,
    ],
    [
      'a misspelt field, which is not missing as well',
      PROJECT,
      'summary:',
      'sumary:',
      `3:1 unknown-field: "sumary" is not a field here. The fields are: ${projectFields}.`,
    ],
    [
      'an unknown field in the evidence',
      PROJECT,
      '  question:',
      '  qestion:',
      '16:3 unknown-field: "qestion" is not a field here. The fields are: question, data, approval, models, ranOn, judged, result, limits, reuse.',
    ],
    [
      'an unknown field in a list within the evidence',
      PROJECT,
      '      source: Three invented notes',
      '      source: Three invented notes\n      sauce: none',
      '20:7 unknown-field: "sauce" is not a field here. The fields are: kind, source.',
    ],
    [
      'an unknown field in a source',
      GUIDE,
      '    howRead:',
      '    author: Ada\n    howRead:',
      '22:5 unknown-field: "author" is not a field here. The fields are: id, title, url, publisher, dated, readOn, howRead, note.',
    ],
    [
      'an unknown kind of link',
      PROJECT,
      'updated:',
      'links:\n  cod: https://example.org/\nupdated:',
      '15:3 unknown-field: "cod" is not a field here. The fields are: code, paper, data, demo, protocol, page.',
    ],
    [
      'an unknown field in a choice of forms',
      SERIES,
      'hosts:',
      'exceptions:\n  - kind: cancelled\n    on: 2026-05-14\n    reason: Holiday\n    room: none\nhosts:',
      '16:5 unknown-field: "room" is not a field here. The fields are: kind, on, reason, to, time, place.',
    ],
    ['a missing field', PROJECT, 'title: Discharge letters\n', '', '1:1 schema: title: Give the title of the project.'],
    [
      'a missing list',
      PROJECT,
      'themes:\n  - discharge summaries\n',
      '',
      '1:1 schema: themes: This is missing. Give a list: one item a line, each after a hyphen.',
    ],
    [
      'a missing field in a group',
      GUIDE,
      '  manager: Bring the calendar.\n',
      '',
      '8:3 schema: readers.manager: Give a line for managers.',
    ],
    [
      'a missing field in a source',
      GUIDE,
      '    publisher: Institute of Examples\n',
      '',
      '16:5 schema: sources[1].publisher: Give the publisher.',
    ],
    [
      'a field without a value',
      PROJECT,
      'title: Discharge letters',
      'title:',
      '2:7 schema: title: Write the title of the project as text, in quotes if need be.',
    ],
    [
      'text where a list belongs',
      PROJECT,
      'themes:\n  - discharge summaries',
      'themes: discharge summaries',
      '6:9 schema: themes: Write this as a list: one item a line, each after a hyphen.',
    ],
    [
      'text where a confirmable list belongs',
      PROJECT,
      'organisations:\n  - institute',
      'organisations: institute',
      '10:16 schema: organisations: Write this as a list: one item a line, each after a hyphen.',
    ],
    [
      'a missing confirmable list',
      PROJECT,
      'organisations:\n  - institute\n',
      '',
      '1:1 schema: organisations: This is missing. Give a list: one item a line, each after a hyphen.',
    ],
    [
      "a publisher's date in words",
      GUIDE,
      'dated: 2026-03',
      'dated: last spring',
      "20:12 schema: sources[1].dated: Write the publisher's own date as 2026-03-11, 2026-03 or 2026, or the word undated.",
    ],
    [
      'text where a group belongs',
      PROJECT,
      'updated:',
      'links: https://example.org/\nupdated:',
      '14:8 schema: links: Write this as a group of fields, indented below it. Its fields are: code, paper, data, demo, protocol, page.',
    ],
    [
      'a number where text belongs',
      PROJECT,
      'title: Discharge letters',
      'title: 42',
      '2:8 schema: title: Write the title of the project as text, in quotes if need be.',
    ],
    ['text where a number belongs', GUIDE, 'order: 1', 'order: first', '5:8 schema: order: Give the order as a whole number.'],
    [
      'a value that is not on the list',
      GUIDE,
      'status: draft',
      'status: done',
      '11:9 schema: status: "done" is not a status. Use one of: draft, in review, reviewed.',
    ],
    [
      'an alias of a theme',
      PROJECT,
      '- discharge summaries',
      '- eds',
      '7:5 schema: themes[1]: Write the theme "eds" as "discharge summaries".',
    ],
    [
      'a form that does not exist',
      SERIES,
      'hosts:',
      'exceptions:\n  - kind: canceled\nhosts:',
      '13:11 schema: exceptions[1].kind: An exception needs kind: cancelled, moved or extra.',
    ],
    [
      'a wrong value deep in a confirmable group',
      SERIES,
      'everyWeeks: 2',
      'everyWeeks: two',
      '5:15 schema: rule.everyWeeks: Give the number of weeks between meetings.',
    ],
    ['a day that does not exist', PROJECT, '2026-04-19', '2026-02-31', `14:10 schema: updated: ${wrongDay} ${february}`],
    [
      'a day that does not exist, in quotes',
      PROJECT,
      '2026-04-19',
      '"2026-02-31"',
      `14:10 schema: updated: ${wrongDay} ${february}`,
    ],
    ['a day with slashes', PROJECT, '2026-04-19', '19/04/2026', `14:10 schema: updated: ${wrongDay}`],
    [
      'a confirmable day that does not exist',
      PERSON,
      '2026-04-19',
      '2026-02-31',
      `7:10 schema: consent: ${wrongDay} ${february}`,
    ],
  ])('%s', (_what, file, before, after, ...expected) => {
    expect(afterEdit(file, before, after)).toEqual(expected.map((rest) => `${file}:${rest}`));
  });
});

describe('YAML', () => {
  test.each<[what: string, before: string, after: string, expected: string]>([
    [
      'a colon in a title',
      'title: Discharge letters',
      'title: Discharge: letters',
      '2:8 yaml: There is a colon inside this value. Put the whole value in quotes.',
    ],
    ['a tab before a list item', '  - ada', '\t- ada', '9:1 yaml: A tab indents this line. Use spaces instead.'],
    ['a tab before a field', '  question:', '\tquestion:', '16:1 yaml: A tab indents this line. Use spaces instead.'],
    [
      'a field given twice',
      'kind: study',
      'kind: study\ntitle: Again',
      '5:1 yaml: This field is given twice. Keep one of the two.',
    ],
    [
      'a line that is no field',
      'kind: study',
      'kind study',
      '4:1 yaml: This line is no field. Write a name, a colon, a space and the value.',
    ],
    [
      'a line indented too far, named once',
      'title: D',
      '  title: D',
      '3:1 yaml: This does not fit here. Check how far the lines are indented, and put a value with special signs in quotes.',
    ],
    [
      'text after a quoted value',
      'title: Discharge letters',
      'title: "Discharge" letters',
      '2:20 yaml: Text follows after the closing quote. Put the whole value in quotes.',
    ],
    [
      'a quote that does not end',
      'title: Discharge',
      'title: "Discharge',
      '2:8 yaml: This value opens with a quote that does not close. Close it at the end.',
    ],
    [
      'a bracket that does not end',
      'title: Discharge',
      'title: [Discharge',
      '2:8 yaml: This value opens with a [ that does not close. Close it at the end, or put the whole value in quotes.',
    ],
    [
      'a backslash in double quotes',
      'title: Discharge letters',
      String.raw`title: "C:\letters"`,
      '2:11 yaml: Inside double quotes a backslash is written twice. Write it twice, or use single quotes.',
    ],
    ['emphasis, which YAML takes for a reference', 'title: Discharge letters', 'title: *Discharge* letters', `2:8 yaml: ${sign}`],
    ['a reference that does not exist', 'title: Discharge letters', 'title: *letters', `2:8 yaml: ${sign}`],
    ['an ampersand', 'title: Discharge letters', 'title: &c letters', `2:11 yaml: ${sign}`],
    ['an exclamation mark', 'title: Discharge letters', 'title: !new letters', `2:8 yaml: ${sign}`],
    ['an at sign', 'title: Discharge letters', 'title: @home', `2:8 yaml: ${sign}`],
    ['a backtick', 'title: Discharge letters', 'title: `letters`', `2:8 yaml: ${sign}`],
  ])('%s', (_what, before, after, expected) => {
    expect(afterEdit(PROJECT, before, after)).toEqual([`${PROJECT}:${expected}`]);
  });

  test('two mistakes in two places are both named', () => {
    const text = edited(PROJECT, 'title: Discharge letters', 'title: Discharge: letters').replace(
      'kind: study',
      'kind: study\nkind: study',
    );
    expect(problemsIn({ [PROJECT]: text })).toEqual([
      `${PROJECT}:2:8 yaml: There is a colon inside this value. Put the whole value in quotes.`,
      `${PROJECT}:5:1 yaml: This field is given twice. Keep one of the two.`,
    ]);
  });

  test('a page that cannot be read does not make its sources or those who name it wrong as well', () => {
    expect(
      problemsIn({
        [GUIDE]: edited(GUIDE, 'title: First steps', 'title: First: steps'),
        'content/contacts/institute.mdx': edited('content/contacts/institute.mdx', 'role: Hosts', 'role: Hosts: hosts'),
      }),
    ).toEqual([
      'content/contacts/institute.mdx:4:7 yaml: There is a colon inside this value. Put the whole value in quotes.',
      `${GUIDE}:2:8 yaml: There is a colon inside this value. Put the whole value in quotes.`,
    ]);
  });
});

describe('references', () => {
  test.each([
    [
      'a contact',
      PROJECT,
      '  - ada',
      '  - grace',
      '9:5 reference: contacts[1]: There is no contact called "grace" in content/contacts/. There are: ada, institute.',
    ],
    [
      'a confirmable contact',
      GUIDE,
      'owner: ada',
      'owner: grace',
      '12:8 reference: owner: There is no contact called "grace" in content/contacts/. There are: ada, institute.',
    ],
    [
      'an organisation that is a person',
      PROJECT,
      '  - institute',
      '  - ada',
      '11:5 reference: organisations[1]: There is no organisation called "ada" in content/contacts/. There are: institute.',
    ],
    [
      'a guide page',
      PROJECT,
      '  - first-steps',
      '  - last-steps',
      '13:5 reference: guide[1]: There is no guide page called "last-steps" in content/guide/. There are: first-steps.',
    ],
    [
      'a series',
      SESSION,
      'series: reading-group',
      'series: writing-group',
      '2:9 reference: series: There is no series called "writing-group" in content/meetups/series/. There are: reading-group.',
    ],
    [
      'a contact of the site',
      SETTINGS,
      '  - ada',
      '  - grace',
      '9:5 reference: ask[1]: There is no contact called "grace" in content/contacts/. There are: ada, institute.',
    ],
    [
      'a name instead of a file name',
      PROJECT,
      '  - ada',
      '  - Ada Example',
      '9:5 schema: contacts[1]: "Ada Example" is no entry name: use its file name without .mdx, in lower case with hyphens.',
    ],
  ])('%s', (_what, file, before, after, expected) => {
    expect(afterEdit(file, before, after)).toEqual([`${file}:${expected}`]);
  });

  test('says so when there is nothing yet to refer to', () => {
    expect(problemsIn({ [SERIES]: undefined })).toEqual([
      `${SESSION}:2:9 reference: series: There is no series called "reading-group" in content/meetups/series/. There are: none yet.`,
    ]);
  });
});

describe('places and addresses', () => {
  const noPage = 'file-place: This file would not become a page.';
  const folders =
    'content/contacts, content/glossary, content/guide, content/meetups/series, content/meetups/sessions, content/pages, content/projects';

  test.each([
    ['.md instead of .mdx', 'content/guide/more.md', `${noPage} Make it content/guide/more.mdx.`],
    ['a capital in the ending', 'content/guide/more.MDX', `${noPage} Make it content/guide/more.mdx.`],
    ['a folder in a folder', 'content/guide/drafts/more.mdx', `${noPage} Make it content/guide/more.mdx.`],
    ['.md in a folder in a folder', 'content/guide/drafts/more.md', `${noPage} Make it content/guide/more.mdx.`],
    [
      'a table',
      'content/projects/results.csv',
      `${noPage} An entry is one .mdx file directly in content/projects/; move, rename or remove this file.`,
    ],
    ['a page in no room', 'content/meetups/more.mdx', `${noPage} Content lies in ${folders}.`],
    ['a page beside the rooms', 'content/more.mdx', `${noPage} Content lies in ${folders}.`],
  ])('%s', (_what, file, expected) => {
    expect(problemsIn({ [file]: goodText(GUIDE) })).toEqual([`${file}:1:1 ${expected}`]);
  });

  test.each(['content/guide/.gitkeep', 'content/.DS_Store', 'content/meetups/.DS_Store'])('%s is left alone', (file) => {
    expect(problemsIn({ [file]: '' })).toEqual([]);
  });

  test.each(['More', 'more_steps', 'more steps', 'more-', '.more'])('"%s.mdx" is no name for a page', (name) => {
    expect(problemsIn({ [`content/guide/${name}.mdx`]: goodText(GUIDE) })).toEqual([
      `content/guide/${name}.mdx:1:1 file-place: The file name becomes the address: use lower-case letters, digits and hyphens only, not "${name}".`,
    ]);
  });

  test('a series and a session may not share an address', () => {
    const file = 'content/meetups/sessions/reading-group.mdx';
    expect(problemsIn({ [file]: goodText(SESSION) })).toEqual([
      `${file}:1:1 duplicate: ${SERIES} already has the address /meetups/reading-group/. Rename one of the two.`,
    ]);
  });

  test('a page may not take an address of the site', () => {
    const file = 'content/pages/projects.mdx';
    expect(problemsIn({ [file]: goodText('content/pages/about.mdx') })).toEqual([
      `${file}:1:1 duplicate: The site itself makes the page /projects/. Choose another file name.`,
    ]);
  });

  test('a capital does not make another address', () => {
    const file = 'content/meetups/sessions/Reading-group.mdx';
    expect(problemsIn({ [file]: goodText(SESSION) })).toContain(
      `${file}:1:1 duplicate: ${SERIES} already has the address /meetups/reading-group/. Rename one of the two.`,
    );
  });
});

describe('sources', () => {
  const MARK = '<Source id="handbook" />';
  const uncited = `16:5 source: The source "handbook" is listed but no sentence cites it. Add ${MARK} where it belongs, or remove it.`;

  test.each([
    [
      'a mark that leads nowhere',
      `${MARK}<Source id="other" />`,
      ['25:51 source: <Source id="other" /> leads nowhere. The sources of this page are: handbook.'],
    ],
    ['a source that is listed but never cited', '', [uncited]],
    ['a source that is cited in code only', `\`${MARK}\``, [uncited]],
    ['a mark in single quotes', "<Source id='handbook' />", []],
    ['a mark over two lines', '<Source\n  id="handbook"\n/>', []],
  ])('%s', (_what, after, expected) => {
    expect(afterEdit(GUIDE, MARK, after)).toEqual(expected.map((rest) => `${GUIDE}:${rest}`));
  });

  test.each([
    ['a code span', '`<Source id="x" />`'],
    ['a span with two backticks', '``a ` <Source id="x" />``'],
    ['a span over two lines', '`one\n<Source id="x" />`'],
    ['a fence', '\n\n```mdx\n<Source id="x" />\n```\n'],
    ['a fence with an empty line in it', '\n\n```\n\n<Source id="x" />\n```\n'],
    ['a fence of tildes', '\n\n~~~\n<Source id="x" />\n```\n<Source id="y" />\n~~~\n'],
    ['a longer fence', '\n\n````\n```\n<Source id="x" />\n```\n<Source id="y" />\n````\n'],
    ['a fence in a list', '\n\n- Write:\n\n  ```\n  <Source id="x" />\n  ```\n'],
    ['a fence in a quotation', '\n\n> ```\n> <Source id="x" />\n> ```\n'],
    ['a fence that does not end', '\n\n```\n<Source id="x" />\n'],
    ['an escaped mark', String.raw`\<Source id="x" />`],
  ])('a mark in %s is no mark', (_what, code) => {
    expect(afterEdit(GUIDE, MARK, MARK + code)).toEqual([]);
  });

  test.each([
    ['after a fence', '\n\n```\ncode\n```\n\n<Source id="x" />', '31:1'],
    ['after a code span', ' `code` <Source id="x" />', '25:59'],
    ['between two lone backticks in two paragraphs', ' one ` here\n\n<Source id="x" /> one ` there', '27:1'],
    ['between escaped backticks', String.raw` \`<Source id="x" />\``, '25:54'],
    ['after three backticks within a line', ' ```code``` <Source id="x" />', '25:63'],
  ])('a mark %s is one', (_what, text, place) => {
    expect(afterEdit(GUIDE, MARK, MARK + text)).toEqual([
      `${GUIDE}:${place} source: <Source id="x" /> leads nowhere. The sources of this page are: handbook.`,
    ]);
  });

  test('a page without sources says that there are none', () => {
    const text = `${goodText(PROJECT)}More.<Source id="x" />\n`;
    expect(problemsIn({ [PROJECT]: text })).toEqual([
      `${PROJECT}:23:6 source: <Source id="x" /> leads nowhere. The sources of this page are: none yet.`,
    ]);
  });

  test('other entries may list a source that their text does not cite', () => {
    const [list = ''] = /^sources:[\s\S]*?(?=---)/m.exec(goodText(GUIDE)) ?? [];
    expect(afterEdit(PROJECT, 'updated:', `${list}updated:`)).toEqual([]);
  });

  test('a source that is no group is one fault, not two', () => {
    expect(afterEdit(GUIDE, 'sources:', 'sources:\n  - leaflet')).toEqual([
      `${GUIDE}:16:5 schema: sources[1]: Write this as a group of fields, indented below it. Its fields are: id, title, url, publisher, dated, readOn, howRead, note.`,
    ]);
  });
});

describe('site.yaml', () => {
  test.each([
    [
      'an unknown field',
      'headline:',
      'strapline: All\nheadline:',
      '2:1 unknown-field: "strapline" is not a field here. The fields are: name, headline, sentence, description, links, ask, licence, owner, slack, openQuestions.',
    ],
    ['a missing field', 'name: Examples\n', '', '1:1 schema: name: Give the name of the site.'],
    [
      'a wrong address',
      'https://example.org/',
      'example.org',
      '7:10 schema: links[1].url: Give a full web address that starts with https://.',
    ],
    [
      'a colon',
      'name: Examples',
      'name: Examples: all',
      '1:7 yaml: There is a colon inside this value. Put the whole value in quotes.',
    ],
    ['a line of hyphens', 'ask:', '---\nask:', '8:1 yaml: A line of three hyphens stands between the fields. Remove it.'],
  ])('%s', (_what, before, after, expected) => {
    expect(afterEdit(SETTINGS, before, after)).toEqual([`${SETTINGS}:${expected}`]);
  });

  test('may be missing no more than any other part', () => {
    expect(problemsIn({ [SETTINGS]: undefined })).toEqual([
      `${SETTINGS}:1:1 file-place: The file is missing. It holds the name of the site and whom to ask.`,
    ]);
  });

  test('may begin with a byte order mark', () => {
    const name = '\uFEFFname: Examples';
    expect(afterEdit(SETTINGS, 'name: Examples', name)).toEqual([]);
    expect(afterEdit(SETTINGS, 'name: Examples', `${name}: all`)).toEqual([
      `${SETTINGS}:1:7 yaml: There is a colon inside this value. Put the whole value in quotes.`,
    ]);
  });
});

describe('files', () => {
  test.each([
    ['without front matter', 'Just text.\n', '1:1', noBeginning],
    ['that is empty', '', '1:1', noBeginning],
    [
      'with an empty line before its front matter',
      `\n${goodText(PROJECT)}`,
      '1:1',
      'An empty line stands before the fields. Make three hyphens (---) the first line.',
    ],
    ['whose front matter is text', '---\nLetters\n---\n', '2:1', noFields],
    ['whose front matter is a list', '---\n# Letters\n- letters\n---\n', '3:1', noFields],
    ['whose front matter does not end', '---\ntitle: Letters\n', '1:1', noEnd],
  ])('a file %s is one problem', (_what, text, place, expected) => {
    expect(problemsIn({ [PROJECT]: text })).toEqual([`${PROJECT}:${place} yaml: ${expected}`]);
  });

  test('empty front matter lacks what is required', () => {
    expect(problemsIn({ 'content/pages/more.mdx': '---\n---\n\nText.\n---\n' })).toEqual([
      'content/pages/more.mdx:1:1 schema: title: Give the title of the page.',
      'content/pages/more.mdx:1:1 schema: description: Give a description.',
      'content/pages/more.mdx:1:1 schema: status: Give a status: one of draft, confirmed.',
    ]);
  });

  test('a byte order mark and Windows line ends change no place', () => {
    const onWindows = (text: string) => `\uFEFF${text.replaceAll('\n', '\r\n')}`;
    expect(problemsIn({ [PROJECT]: onWindows(goodText(PROJECT)), [GUIDE]: onWindows(goodText(GUIDE)) })).toEqual([]);
    const text = edited(GUIDE, 'order: 1', 'order: one').replace('question first.', 'question first.<Source id="x" />');
    expect(problemsIn({ [GUIDE]: onWindows(text) })).toEqual([
      `${GUIDE}:5:8 schema: order: Give the order as a whole number.`,
      `${GUIDE}:25:27 source: <Source id="x" /> leads nowhere. The sources of this page are: handbook.`,
    ]);
  });
});

const manyMistakes = { [PROJECT]: readFileSync(join(FIXTURES, 'many-mistakes', PROJECT), 'utf8') };

test('a page with many different mistakes shows them all at once', () => {
  expect(problemsIn(manyMistakes)).toEqual([
    `${PROJECT}:3:1 unknown-field: "sumary" is not a field here. The fields are: ${projectFields}.`,
    `${PROJECT}:6:8 schema: stage: "live" is not a stage. Use one of: idea, proof of concept, retrospective study, silent trial, prospective study, in use, paused, finished.`,
    `${PROJECT}:7:9 schema: themes: Write this as a list: one item a line, each after a hyphen.`,
    `${PROJECT}:10:5 reference: contacts[2]: There is no contact called "grace" in content/contacts/. There are: ada, institute.`,
    `${PROJECT}:13:10 schema: updated: ${wrongDay}`,
    `${PROJECT}:16:26 source: <Source id="handbook" /> leads nowhere. The sources of this page are: none yet.`,
  ]);
});

test('problems are sorted by file, then by line, then by column', () => {
  const places = checkContent(
    laid({
      ...manyMistakes,
      // The schema asks for the code before the paper.
      'content/projects/more.mdx': edited(PROJECT, 'updated:', 'links: { paper: none, code: none }\nupdated:'),
      [GUIDE]: edited(GUIDE, '<Source id="handbook" />', '<Source id="b" /> <Source id="a" />'),
      [SETTINGS]: edited(SETTINGS, 'name:', 'nome:'),
      'content/guide/notes.csv': '',
    }),
  ).problems.map(({ file, line, column }) => `${file}:${line}:${column}`);
  expect(places).toEqual([
    `${GUIDE}:16:5`,
    `${GUIDE}:25:27`,
    `${GUIDE}:25:45`,
    'content/guide/notes.csv:1:1',
    ...['3:1', '6:8', '7:9', '10:5', '13:10', '16:26'].map((place) => `${PROJECT}:${place}`),
    'content/projects/more.mdx:14:17',
    'content/projects/more.mdx:14:29',
    `${SETTINGS}:1:1`,
  ]);
});

describe('reports', () => {
  const problems: Problem[] = [
    { file: PROJECT, line: 3, column: 1, rule: 'yaml', message: 'Half of it,\r\n50%: unread.' },
    { file: PROJECT, line: 9, column: 5, rule: 'reference', message: 'Nobody is called "grace".' },
  ];

  test('for a terminal', () => {
    expect(toTerminal(problems, 9)).toBe(
      [
        'content/projects/letters.mdx:3:1',
        '  Half of it,\r\n50%: unread.',
        '  (yaml: The front matter between the two --- lines must be readable YAML.)',
        '',
        'content/projects/letters.mdx:9:5',
        '  Nobody is called "grace".',
        '  (reference: A page may only name entries that exist.)',
        '',
        '2 problems in 1 file. Nothing was changed.',
      ].join('\n'),
    );
    expect(toTerminal(problems.slice(0, 1), 9)).toMatch(/\n1 problem in 1 file\. Nothing was changed\.$/);
  });

  test('for a terminal when nothing is wrong', () => {
    expect(toTerminal([], 9)).toBe('The content is sound: 9 files checked.');
    expect(toTerminal([], 1)).toBe('The content is sound: 1 file checked.');
  });

  test('for GitHub, with line ends and percent signs escaped', () => {
    expect(toGitHub(problems)).toBe(
      [
        '::error file=content/projects/letters.mdx,line=3,col=1,title=yaml::Half of it,%0D%0A50%25: unread.',
        '::error file=content/projects/letters.mdx,line=9,col=5,title=reference::Nobody is called "grace".',
      ].join('\n'),
    );
  });

  test('for GitHub, where a file name cannot end its own property', () => {
    const odd = problems.slice(1).map((problem) => ({ ...problem, file: 'content/guide/a,b: c.csv' }));
    expect(toGitHub(odd)).toContain('::error file=content/guide/a%2Cb%3A c.csv,line=9,');
  });

  test('for a machine', () => {
    expect(JSON.parse(toJson(problems, 9))).toEqual({
      files: 9,
      problems: problems.map((problem) => ({
        ...problem,
        severity: 'error',
        why: rules[problem.rule].why,
        help: `/contribute/problems/#${problem.rule}`,
      })),
    });
  });
});

describe('the command line', { timeout: 60_000 }, () => {
  const run = (root: string, args: string[] = [], env: NodeJS.ProcessEnv = {}) => {
    const { status, stdout } = spawnSync(process.execPath, [pathOf('src/check/main.ts'), ...args], {
      cwd: root,
      encoding: 'utf8',
      env: { ...process.env, GITHUB_ACTIONS: '', ...env },
    });
    return { status, stdout };
  };

  test('is content with sound content', () => {
    expect(run(join(FIXTURES, 'good'))).toEqual({ status: 0, stdout: 'The content is sound: 9 files checked.\n' });
    expect(run(join(FIXTURES, 'good'), ['--format', 'json'])).toEqual({
      status: 0,
      stdout: `${JSON.stringify({ files: 9, problems: [] }, null, 2)}\n`,
    });
  });

  test('fails on any problem, in every format', () => {
    const root = laid(manyMistakes);
    const { problems } = checkContent(root);
    expect(run(root)).toEqual({ status: 1, stdout: `${toTerminal(problems, 9)}\n` });
    expect(run(root, ['--format', 'json'])).toEqual({ status: 1, stdout: `${toJson(problems, 9)}\n` });
    const annotated = { status: 1, stdout: `${toGitHub(problems)}\n${toTerminal(problems, 9)}\n` };
    expect(run(root, ['--format', 'github'])).toEqual(annotated);
    expect(run(root, [], { GITHUB_ACTIONS: 'true' })).toEqual(annotated);
  });
});

describe('whatever a file holds', () => {
  let root: string;
  beforeAll(() => {
    root = lay();
  });
  afterAll(() => rmSync(root, { recursive: true }));

  const files = [PROJECT, GUIDE, SERIES, SESSION, PERSON, SETTINGS];
  // What means something to YAML, to Markdown or to the checker, and what merely looks odd.
  const signs = [...'\n\r\t :-#&*!|>\'"%@`{}[],?~<=\\\uFEFF\0é\u2028'];
  const pieces = ['---\n', '\n---\n', '```\n', ': ', '- ', '&a ', '*', '*a', '<<: ', '!!binary ', '"\\u', '🩺'];
  const lines = ['<Source id="x" />', '<Source', '__proto__: 1\n', 'sources:\n  -\n', '? [a]\n: b\n', 'a: &a [*a]\n'];
  const change = fc.record({
    kind: fc.constantFrom('insert', 'insert', 'insert', 'delete', 'double'),
    // Mistakes happen where a value or a line begins more often than within a word.
    where: fc.constantFrom(/(?<=[:-] )\S/g, /(?<=[:-] )\S/g, /^/gm, /[\s\S]/g),
    at: fc.nat(),
    length: fc.integer({ min: 1, max: 40 }),
    text: fc.oneof(
      { weight: 5, arbitrary: fc.constantFrom(...signs, ...pieces, ...lines) },
      { weight: 1, arbitrary: fc.string({ maxLength: 6 }) },
    ),
  });
  type Change = typeof change extends fc.Arbitrary<infer T> ? T : never;

  const changed = (before: string, { kind, where, at, length, text }: Change): string => {
    const places = [...before.matchAll(where)].map(({ index }) => index);
    const start = places[at % places.length] ?? 0;
    const piece = before.slice(start, start + length);
    const by = { insert: text + piece, delete: '', double: piece + piece }[kind] ?? piece;
    return before.slice(0, start) + by + before.slice(start + length);
  };

  test('the checker answers, soon, with places that exist and rules that it knows', { timeout: 120_000 }, () => {
    fc.assert(
      fc.property(fc.constantFrom(...files), fc.array(change, { minLength: 1, maxLength: 3 }), (file, changes) => {
        const text = changes.reduce(changed, goodText(file));
        writeFileSync(join(root, file), text);
        const taken = cpuTime();
        const { problems } = checkContent(root);
        const took = taken();
        writeFileSync(join(root, file), goodText(file));
        expect(took).toBeLessThan(10_000);
        for (const problem of problems) {
          expect(Object.keys(rules)).toContain(problem.rule);
          expect(problem.message).not.toBe('');
          expect(problem.column).toBeGreaterThan(0);
          expect(problem.line).toBeGreaterThan(0);
          if (problem.file === file) expect(problem.line).toBeLessThanOrEqual(text.split('\n').length);
        }
      }),
      { numRuns: 400 },
    );
  });
});
