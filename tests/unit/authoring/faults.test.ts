/** What authors are told: every fault at its place, in plain words, with the corrected text where one exists. */
import { describe, expect, test } from 'vitest';
import { componentNames } from '../../../src/authoring/components.ts';
import { parseBody } from '../../../src/authoring/parse.ts';

const listed = componentNames.map((name) => `<${name}>`).join(', ');
const QUOTE_IT = 'To show it as it is, put it between backticks.';

/** The faults of a page: kind, the passage, the message and the fix. */
const told = (page: string) =>
  parseBody(page).faults.map(({ offset, end = offset, kind, message, fix }) => ({
    kind,
    at: page.slice(offset, end),
    message,
    ...(fix === undefined ? {} : { fix }),
  }));

test('all faults of a page are told at once, in the order of the page', () => {
  const page = [
    "import x from 'y'",
    '',
    'Text <b>bold</b>.',
    '',
    '<Callout kind="nota">',
    '',
    '[x](javascript:1)',
    '',
    '</Callout>',
    '',
    '![x](https://example.org/x.png)',
    '',
    '</Steps>',
  ].join('\n');
  expect(told(page)).toEqual([
    {
      kind: 'import',
      at: "import x from 'y'",
      message: 'Pages cannot import or export. Remove the line; the components need no import.',
    },
    {
      kind: 'html',
      at: '<b>bold</b>',
      message: `<b> is raw HTML, which pages do not hold. Write bold text as **text**. ${QUOTE_IT}`,
      fix: '**bold**',
    },
    {
      kind: 'attribute',
      at: 'kind="nota"',
      message: '"nota" is no kind of <Callout>. Did you mean "note"? It is one of: note, warning, unconfirmed.',
      fix: 'kind="note"',
    },
    {
      kind: 'address',
      at: '[x](javascript:1)',
      message: 'A link leads to "javascript:1". Links start with https://, mailto:, tel:, / or #.',
    },
    {
      kind: 'picture',
      at: '![x](https://example.org/x.png)',
      message:
        'The picture "https://example.org/x.png" lies elsewhere. Put the picture beside the page, so that nothing is loaded from others.',
    },
    {
      kind: 'nesting',
      at: '</Steps>',
      message:
        '</Steps> closes nothing: no <Steps> is open here. Remove it, or open it in the same paragraph, list item or quotation.',
    },
  ]);
});

test.each([
  [
    '<Calout kind="note">\n\nx\n\n</Calout>',
    '<Calout',
    '<Callout',
    `<Calout> is not a component of this site. Did you mean <Callout>? There are: ${listed}. ${QUOTE_IT}`,
  ],
  [
    '<Source id={"a"} />',
    '<Source id={"a"} />',
    '<Source id="a" />',
    '<Source> has a value in braces, which would run as code. Write plain text in straight double quotes.',
  ],
  [
    '<Source id=“a” />',
    '<Source id=“a” />',
    '<Source id="a" />',
    '<Source> has a value in curly quotes. Use straight double quotes.',
  ],
  [
    '<Source id=a />',
    '<Source id=a />',
    '<Source id="a" />',
    '<Source> has a value without quotes. Put it in straight double quotes.',
  ],
  ['<Source ID="a" />', 'ID="a"', 'id="a"', '<Source> does not take ID. Did you mean id? It takes: id.'],
  ['x <em>y</em> z', '<em>y</em>', '*y*', `<em> is raw HTML, which pages do not hold. Write emphasis as *text*. ${QUOTE_IT}`],
  [
    'x <a href="https://example.org/">y</a> z',
    '<a href="https://example.org/">y</a>',
    '[y](https://example.org/)',
    `<a> is raw HTML, which pages do not hold. Write a link as [text](https://…). ${QUOTE_IT}`,
  ],
])('%s is told with its fix', (page, at, fix, message) => {
  expect(told(page)[0]).toMatchObject({ at, fix, message });
});

test.each([
  [
    'x <br> y',
    '<br> is raw HTML, which pages do not hold. Begin a new paragraph, or end the line with a backslash; in a table, write a comma or a new row. ',
  ],
  ['<details>', '<details> is raw HTML, which pages do not hold. Use <Disclosure title="…">. '],
  ['<Callout>\n\nx\n\n</Callout>', '<Callout> has no kind. What it is for.'],
  ['<Callout kind="note" />', '<Callout> holds nothing. Write its text between <Callout> and </Callout>.'],
  [
    'x <Callout kind="note">y</Callout>',
    '<Callout> stands inside a sentence. Put <Callout> and </Callout> on lines of their own, with an empty line before and after each.',
  ],
  ['<Source id="a">x</Source>', '<Source> holds no text. Write <Source … /> and the text after it.'],
  [
    '<Source id="A b" />',
    'The id of <Source> is the id of a source in the front matter: lower-case letters, digits and hyphens; "A b" is not.',
  ],
  [
    '<Steps>\n\n- x\n\n</Steps>',
    '<Steps> holds a numbered list and nothing else. Begin its lines with 1. 2. 3., and leave an empty line before and after.',
  ],
  [
    '<Checklist>\n\nx\n\n</Checklist>',
    '<Checklist> holds a list and nothing else. Begin its lines with a hyphen, and leave an empty line before and after.',
  ],
  ['<Figure src="./a.png" alt="" />', 'The alt of <Figure> is empty. What the picture shows, for those who do not see it.'],
  ['<Figure src="./a.png" />', '<Figure> has no alt. What the picture shows, for those who do not see it.'],
  ['<Callout kind="note" kind="note">x</Callout>', '<Callout> has kind twice. Keep one of the two.'],
  [
    '<Callout kind="note">\n\nx',
    '<Callout> is not closed. Write </Callout> on a line of its own after its text, at the same depth of list or quotation, or end the tag with />.',
  ],
  [
    '<Callout kind="note"',
    '<Callout does not end as a tag. Write <Callout name="value"> or <Callout name="value" />, with straight double quotes; it takes: kind, title.',
  ],
])('%s is told in plain words', (page, message) => {
  expect(told(page)[0]?.message).toContain(message);
});

test('a page that would take the parser long is refused with what to do', () => {
  expect(told('y'.repeat(20_001))[0]?.message).toBe(
    'This line has more than 20000 signs. Divide it into paragraphs, or put its data into a file of its own.',
  );
  expect(told('<Source id="a" />\n'.repeat(2001))[0]?.message).toBe(
    'This page has more than 2000 components. Divide it into several pages.',
  );
  expect(told('y\n'.repeat(1_000_001))[0]?.message).toBe('This page is longer than a book. Divide it into several pages.');
});

describe('places', () => {
  test.each([
    ['😀 é <https://example.org/> <Callout kind="note"> x', '<Callout kind="note">'],
    ['\uFEFFText\r\n\r\n> 😀\r\n> {x} </Callout>', '</Callout>'],
    ['- `<div>` <name@nhs.net>\n  - <div>', '<div'],
    ['<name@nhs.net>\n\n<Callout title="x" kind="nota">\n\ny\n\n</Callout>', 'kind="nota"'],
    ['<name@nhs.net> [x](javascript:1)', '[x](javascript:1)'],
  ])('are those of the text as it was written: %s', (page, at) => {
    expect(told(page).map((fault) => fault.at)).toEqual([at]);
    expect(parseBody(page).faults[0]?.offset).toBe(page.lastIndexOf(at));
  });

  test('of words in the tree are those of the text, and the words are as typed', () => {
    const page = 'A <name@nhs.net> and `{x}` and {y}.';
    const paragraph = parseBody(page).tree?.children[0];
    const parts = paragraph && 'children' in paragraph ? paragraph.children : [];
    expect(parts.map(({ type, position }) => [type, page.slice(position?.start.offset, position?.end.offset)])).toEqual([
      ['text', 'A '],
      ['link', '<name@nhs.net>'],
      ['text', ' and '],
      ['inlineCode', '`{x}`'],
      ['text', ' and {y}.'],
    ]);
    expect(parts[1]).toMatchObject({ url: 'mailto:name@nhs.net' });
    expect(parts[3]).toMatchObject({ value: '{x}' });
  });
});

test('a tag that cannot be read is told once, and not again at its other end', () => {
  expect(told('<Callout kind={x}>\n\nText.\n\n</Callout>').map(({ kind }) => kind)).toEqual(['attribute']);
  // What is only shown in code is no partner.
  expect(told('`<Callout kind={x}>` </Callout>').map(({ kind }) => kind)).toEqual(['nesting']);
});

test('a mended page has no faults left', () => {
  const page = 'x <b>y</b> <Source id=a /> <Source ID="b" /> <code>z</code> <Source id={"c"} />';
  let mended = page;
  for (const { offset, end = offset, fix } of parseBody(page).faults.toReversed()) {
    expect(fix).toBeDefined();
    mended = mended.slice(0, offset) + (fix ?? '') + mended.slice(end);
  }
  expect(mended).toBe('x **y** <Source id="a" /> <Source id="b" /> `z` <Source id="c" />');
  expect(parseBody(mended).faults).toEqual([]);
});

test('a line that no parser should be given is refused; fields of any length, which the build blanks, are none', () => {
  const long = 'a'.repeat(20_001);
  expect(told(`Text.\n\n${long}`)).toMatchObject([{ kind: 'syntax', at: long }]);
  expect(told(`${' '.repeat(60_000)}\n\nText.`)).toEqual([]);
});
