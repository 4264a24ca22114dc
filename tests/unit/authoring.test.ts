/**
 * What an author may write, compiled as the site compiles it and then rendered to plain objects, so that what counts is the page
 * and not the code that makes it.
 */
import fc from 'fast-check';
import { mdxToJs } from 'satteri';
import { describe, expect, test } from 'vitest';
import { componentNames } from '../../src/authoring/components.ts';
import { dialect, inert, links, tables } from '../../src/authoring/plugins.ts';
import { numberSources, sourceNotes } from '../../src/authoring/sources.ts';
import type { Source } from '../../src/fields.ts';

interface Element {
  name: string;
  props: Record<string, unknown>;
  children: (Element | string)[];
}

const source = (id: string, changes: Partial<Source> = {}): Source => ({
  id,
  title: `Title of ${id}`,
  url: `https://example.org/${id}`,
  publisher: 'HRA',
  dated: '2026-03',
  readOn: '2026-11-23',
  howRead: 'in full',
  ...changes,
});

/** The code of the page, and what the text cites, which the page hands on to its list of sources. */
const compile = async (text: string, sources: unknown = [], file = 'content/guide/x.mdx') => {
  const cited: string[] = [];
  const { code } = await mdxToJs(text, {
    mdastPlugins: [dialect(file), links('/base/'), sourceNotes(sources, cited)],
    hastPlugins: [inert(file), tables],
    outputFormat: 'function-body',
    elementAttributeNameCase: 'html',
  });
  return { code, cited };
};

const jsx = (type: string | symbol, { children = [], ...props }: Record<string, unknown>): Element => ({
  name: typeof type === 'string' ? type : '',
  props,
  children: [children].flat(Infinity) as Element[],
});

/** Every element of the page, from top to bottom. */
const elements = (node: Element): Element[] => [
  node,
  ...node.children.flatMap((child) => (typeof child === 'string' ? [] : elements(child))),
];

const words = (node: Element): string =>
  node.children.map((child) => (typeof child === 'string' ? child : words(child))).join('');

const render = async (text: string, sources?: unknown): Promise<Element> => {
  const { code } = await compile(text, sources);
  // The text comes from this file alone.
  const run = new Function(code) as (runtime: object) => { default: (props: object) => Element };
  const components = Object.fromEntries(componentNames.map((name) => [name, name]));
  return run({ jsx, jsxs: jsx, Fragment: Symbol('fragment') }).default({ components });
};

const find = async (name: string, text: string, sources?: unknown): Promise<Element[]> =>
  elements(await render(text, sources)).filter((element) => element.name === name);

describe('the dialect refuses', () => {
  const RUNS = 'Write braces as \\{ and \\}, or put the text between backticks.';
  const NO_COMPONENT = `is not a component of this site. There are: ${componentNames.map((name) => `<${name}>`).join(', ')}.`;

  test.each([
    'import x from "y"',
    "import 'y'",
    'export const a = 1',
    'export default 1',
    'Text.\n\nexport const a = 1\n\nText.',
  ])('import and export: %o', async (text) => {
    await expect(compile(text)).rejects.toThrow(
      'content/guide/x.mdx: Pages cannot import or export. Remove the line; the components need no import.',
    );
  });

  test.each([
    '{a}',
    'Text {a} text.',
    '# {a}',
    '- {a}',
    '1. x\n\n   {a}',
    '> {a}',
    '**{a}**',
    '~~{a}~~',
    '[{a}](/guide/)',
    '| x |\n| - |\n| {a} |',
    'x[^1]\n\n[^1]: {a}',
    '    {a}',
    '<Callout kind="note">\n\n- {a}\n\n</Callout>',
  ])('an expression, wherever it stands: %o', async (text) => {
    await expect(compile(text)).rejects.toThrow(`content/guide/x.mdx: {a} would run as code. ${RUNS}`);
  });

  test.each(['{}', '{/* a comment */}', "{'text'}", '{fetch(`x`)}', '{a => a}'])('the expression %s', async (text) => {
    await expect(compile(text)).rejects.toThrow(`content/guide/x.mdx: ${text} would run as code. ${RUNS}`);
  });

  test.each([
    ['Chart', '<Chart />'],
    ['div', '<div>x</div>'],
    ['b', 'Some <b>bold</b> text.'],
    ['script', '<script>alert(1)</script>'],
    ['iframe', '<iframe src="https://example.org/" />'],
    ['', '<>x</>'],
    ['Source.x', '<Source.x />'],
    ['source', '<source id="a" />'],
    ['x:y', '<x:y />'],
    ['img', '<Callout kind="note"><img src="x" /></Callout>'],
    // Words on every object, which a careless look-up would find.
    ['toString', '<toString />'],
    ['constructor', '<constructor />'],
  ])('the component <%s>', async (name, text) => {
    await expect(compile(text)).rejects.toThrow(`content/guide/x.mdx: <${name}> ${NO_COMPONENT}`);
  });

  const TAKES = 'It takes: kind, title.';

  test.each([
    ['<Source id="a" onclick="x()" />', '<Source> does not take onclick. It takes: id.'],
    ['<Source id="a" onClick={x} />', '<Source> does not take onClick. It takes: id.'],
    ['Text <Source id={1} />.', 'The id of <Source> needs a value in straight double quotes: id="…".'],
    ['<Source id="a" number="7" />', '<Source> does not take number. It takes: id.'],
    ['<Source {...a} />', '<Source> takes no spread of attributes. Write each one out, in quotes. It takes: id.'],
    ['<Callout kind="note" style="color:red">x</Callout>', `<Callout> does not take style. ${TAKES}`],
    ['<Callout kind="note" set:html="<b>">x</Callout>', `<Callout> does not take set:html. ${TAKES}`],
    ['<Callout kind="note" client:load>x</Callout>', `<Callout> does not take client:load. ${TAKES}`],
    [
      '<Callout kind="note" title={`x`}>x</Callout>',
      'The title of <Callout> needs a value in straight double quotes: title="…".',
    ],
    ['<Callout>x</Callout>', '<Callout> has no kind. What it is for.'],
  ])('attributes: %s', async (text, message) => {
    await expect(compile(text)).rejects.toThrow(`content/guide/x.mdx: ${message}`);
  });

  test('and names the file', async () => {
    const file = 'content/meetups/series/a b.mdx';
    await expect(compile('{a}', [], file)).rejects.toThrow(`${file}: {a} would run as code.`);
  });

  test('an expression, whatever text is around it', async () => {
    const text = fc.stringMatching(/^[a-z *_#>.,|!-]{0,12}$/);
    await fc.assert(
      fc.asyncProperty(text, fc.stringMatching(/^x[a-z]{0,4}$/), text, async (before, name, after) => {
        await expect(compile(`${before}{${name}}${after}`)).rejects.toThrow(`{${name}} would run as code.`);
      }),
    );
  });
});

describe('the dialect lets pass', () => {
  test.each([
    ['escaped braces', 'Write \\{name\\} here.', 'Write {name} here.'],
    ['braces in code', 'Write `{name}` here.', 'Write {name} here.'],
    ['code in a fence', '```\nimport x from {y}\n```', 'import x from {y}\n'],
    ['a sentence about imports', '> import x from "y"', '\nimport x from "y"\n'],
    ['comparisons with a space', 'p < 0.05 and BP > 140', 'p < 0.05 and BP > 140'],
    ['a callout', '<Callout kind="unconfirmed" title="What \'we\' do not know">Who **chairs**.</Callout>', 'Who chairs.'],
  ])('%s', async (_, text, expected) => {
    expect(words(await render(text))).toBe(expected);
  });

  test('the attributes of a callout as they were written', async () => {
    const [callout] = await find('Callout', '<Callout kind="note" title="A &quot;B&quot; {c}">x</Callout>');
    expect(callout?.props).toEqual({ kind: 'note', title: 'A "B" {c}' });
  });
});

describe('links', () => {
  const hrefs = async (text: string): Promise<unknown[]> => (await find('a', text)).map(({ props }) => props.href);

  test.each([
    ['[x](/guide/x/)', '/base/guide/x/'],
    ['[x](/)', '/base/'],
    ['[x](/guide/x/#part "A title")', '/base/guide/x/#part'],
    ['[x][y]\n\n[y]: /contacts/', '/base/contacts/'],
    ['**[x](/guide/)**', '/base/guide/'],
    ['- > [x](/guide/)', '/base/guide/'],
    ['| a |\n| - |\n| [x](/guide/) |', '/base/guide/'],
    ['<Callout kind="note">[x](/guide/)</Callout>', '/base/guide/'],
    ['[x](https://example.org/guide/)', 'https://example.org/guide/'],
    ['[x](#part)', '#part'],
    ['[x](mailto:name@example.org)', 'mailto:name@example.org'],
    ['[x](guide/)', 'guide/'],
    ['[x](tel:+442012345678)', 'tel:+442012345678'],
    ['[x](HTTPS://example.org/)', 'HTTPS://example.org/'],
    ['https://example.org/a:b', 'https://example.org/a:b'],
    ['www.example.org', 'http://www.example.org'],
    ['name@example.org', 'mailto:name@example.org'],
    ['mailto:name@example.org', 'mailto:name@example.org'],
    ['[x](?a=b:c)', '?a=b:c'],
    ['[x](#a:b)', '#a:b'],
    ['[x](./guide/?a=b:c)', './guide/?a=b:c'],
    ['[x](../?a=b:c)', '../?a=b:c'],
    ['[x](/guide/?a=b:c)', '/base/guide/?a=b:c'],
  ])('%o leads to %s', async (text, href) => {
    expect(await hrefs(text)).toEqual([href]);
  });

  test('in code are text', async () => {
    expect(await hrefs('`[x](/guide/)`')).toEqual([]);
    expect(words(await render('`[x](/guide/)`'))).toBe('[x](/guide/)');
    expect(words(await render('`[x](javascript:alert(1))`'))).toBe('[x](javascript:alert(1))');
  });

  // Fault: a colon is taken for the end of a scheme unless the link begins with / # . or ?, so that this one is refused.
  test('may be relative and have a colon after their path', async () => {
    expect(await hrefs('[x](guide/?a=b:c)')).toEqual(['guide/?a=b:c']);
  });

  test.each([
    ['[x](javascript:alert(1))', 'javascript:alert(1)'],
    ['[x](JAVASCRIPT:alert(1))', 'JAVASCRIPT:alert(1)'],
    ['[x](<java\tscript:alert(1)>)', 'java%09script:alert(1)'],
    ['[x](java&Tab;script:alert(1))', 'java%09script:alert(1)'],
    ['[x](javascript&colon;alert(1))', 'javascript:alert(1)'],
    ['[x](<\u0001javascript:alert(1)>)', '%01javascript:alert(1)'],
    ['[x](data:text/html,x)', 'data:text/html,x'],
    ['[x](vbscript:x)', 'vbscript:x'],
    ['[x](file:///etc/passwd)', 'file:///etc/passwd'],
    ['[x](ftp://example.org/)', 'ftp://example.org/'],
    ['[x][y]\n\n[y]: javascript:alert(1)', 'javascript:alert(1)'],
    ['[y]\n\n[y]: <VBScript:x>', 'VBScript:x'],
    ['[x](//example.org/)', '//example.org/'],
    ['Text.[^1]\n\n[^1]: [x](data:,x)', 'data:,x'],
    ['**[x](javascript:a)**', 'javascript:a'],
    ['<Callout kind="note">[x](javascript:a)</Callout>', 'javascript:a'],
    [`[x](javascript:${'a'.repeat(90)})`, `javascript:${'a'.repeat(49)}`],
  ])('are refused where they could run: %o', async (text, url) => {
    await expect(compile(text)).rejects.toThrow(
      `content/guide/x.mdx: A link leads to "${url}". Links start with https://, mailto:, tel:, / or #.`,
    );
  });

  test('lead to no other scheme, whatever follows it', async () => {
    const scheme = fc.stringMatching(/^[A-Za-z][A-Za-z0-9+.-]{0,10}$/).filter((name) => !/^(https?|mailto|tel)$/i.test(name));
    await fc.assert(
      fc.asyncProperty(scheme, fc.stringMatching(/^[a-z/?#.=]{0,12}$/), async (name, rest) => {
        await expect(compile(`[x](<${name}:${rest}>)`)).rejects.toThrow(`A link leads to "${name}:${rest}".`);
      }),
    );
  });
});

describe('pictures', () => {
  test.each(['./a.png', 'a.png', './plots/a-1.webp'])('beside the page are shown: %s', async (url) => {
    expect((await find('img', `![x](${url})`)).map(({ props }) => props.src)).toEqual([url]);
  });

  test.each(['../a.png', '/images/a.png', 'a.png?b=c:d', './a.txt'])(
    'that are no file beside the page are refused: %s',
    async (url) => {
      await expect(compile(`![x](${url})`)).rejects.toThrow(`The picture "${url}" is no file beside the page.`);
    },
  );

  test.each(['https://example.org/a.png', 'HTTP://example.org/a.png', '//example.org/a.png', 'data:image/png;base64,AA=='])(
    'from elsewhere are refused: %s',
    async (url) => {
      const message = `content/guide/x.mdx: The picture "${url}" lies elsewhere. Put the picture beside the page, so that nothing is loaded from others.`;
      await expect(compile(`![x](${url})`)).rejects.toThrow(message);
      await expect(compile(`[![x](${url})](/guide/)`)).rejects.toThrow(message);
    },
  );

  // Fault: of a picture whose address stands apart, only the definition is visited, and that one is taken for the end of a link.
  test.each(['https://example.org/a.png', '//example.org/a.png'])(
    'from elsewhere are refused where the address stands apart: %s',
    async (url) => {
      await expect(compile(`![x][y]\n\n[y]: ${url}`)).rejects.toThrow('lies elsewhere');
    },
  );
});

describe('tables', () => {
  test('each scroll in a box of their own that the keyboard reaches', async () => {
    const page = await render('| a | b |\n| - | - |\n| 1 | 2 |\n\nText.\n\n| c |\n| - |\n| 3 |');
    const boxes = elements(page).filter(({ name }) => name === 'div');
    expect(boxes).toHaveLength(2);
    for (const box of boxes) {
      expect(box.props).toEqual({ 'class': 'table-box', 'role': 'group', 'aria-label': 'Table', 'tabindex': '0' });
      expect(box.children.map((child) => (typeof child === 'string' ? child : child.name))).toEqual(['table']);
    }
    expect(boxes.map((box) => words(box).replace(/\s+/g, ''))).toEqual(['ab12', 'c3']);
    expect(words(page)).toContain('Text.');
  });

  test('align their columns by class, because the policy of the pages refuses styles', async () => {
    const page = elements(await render('| a | b | c |\n| --- | ---: | :-: |\n| 1 | 2 | 3 |'));
    const cells = page.filter(({ name }) => name === 'th' || name === 'td').map(({ props }) => props.class);
    expect(cells).toEqual([undefined, 'align-right', 'align-centre', undefined, 'align-right', 'align-centre']);
    expect(page.filter(({ props }) => 'style' in props)).toEqual([]);
  });

  test('nothing else is put into a box', async () => {
    expect(await find('div', 'Text | with | bars.\n\n- a list')).toEqual([]);
  });
});

describe('source marks', () => {
  const marks = async (text: string, sources: unknown) => (await find('Source', text, sources)).map(({ props }) => props);

  test('have their number, and the first mention the words as well', async () => {
    const sources = [source('a', { howRead: 'abstract' }), source('b', { dated: 'undated' })];
    expect(await marks('One.<Source id="b" /> Two.<Source id="a" />\n\nThree.<Source id="b" />', sources)).toEqual([
      {
        id: 'b',
        number: '1',
        first: 'true',
        publisher: 'HRA',
        title: 'Title of b',
        url: 'https://example.org/b',
        when: 'undated, read 23 November 2026',
        caution: '',
      },
      {
        id: 'a',
        number: '2',
        first: 'true',
        publisher: 'HRA',
        title: 'Title of a',
        url: 'https://example.org/a',
        when: 'dated March 2026, read 23 November 2026',
        caution: 'Only the abstract was read',
      },
      { id: 'b', number: '1' },
    ]);
  });

  test.each([
    ['in full', ''],
    ['abstract', 'Only the abstract was read'],
    ['excerpt only', 'Only an excerpt was read; to be verified'],
    ['second-hand', "Read in somebody else's account; to be verified"],
    ['not yet opened', 'From general knowledge; to be verified at this address'],
  ] as const)('caution a reader of what was read so: %s', async (howRead, caution) => {
    expect((await marks('<Source id="a" />', [source('a', { howRead })]))[0]?.caution).toBe(caution);
  });

  test.each([
    ['2026-03-11', 'dated 11 March 2026, read 23 November 2026'],
    ['2026-03', 'dated March 2026, read 23 November 2026'],
    ['2026', 'dated 2026, read 23 November 2026'],
    ['undated', 'undated, read 23 November 2026'],
  ])('say of a source dated %s: %s', async (dated, when) => {
    expect((await marks('<Source id="a" />', [source('a', { dated })]))[0]?.when).toBe(when);
  });

  test('read the days that YAML made into dates', async () => {
    const sources = [{ ...source('a'), dated: new Date('2026-03-11'), readOn: new Date('2026-11-23') }];
    expect((await marks('<Source id="a" />', sources))[0]?.when).toBe('dated 11 March 2026, read 23 November 2026');
  });

  test('that lead nowhere stay as they are, for the checker to report', async () => {
    expect(await marks('<Source id="nowhere" /> <Source id="a" />', [source('a')])).toMatchObject([
      { id: 'nowhere' },
      { id: 'a', number: '1' },
    ]);
    expect(await marks('<Source id="a" />', undefined)).toEqual([{ id: 'a' }]);
  });

  test('begin at 1 on every page', async () => {
    const sources = [source('a'), source('b')];
    expect(await marks('<Source id="b" />', sources)).toMatchObject([{ number: '1', first: 'true' }]);
    expect(await marks('<Source id="a" />', sources)).toMatchObject([{ number: '1', first: 'true' }]);
  });

  test('carry any title as it was written', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 80 }), async (title) => {
        fc.pre(title.trim() === title);
        expect((await marks('<Source id="a" />', [source('a', { title })]))[0]?.title).toBe(title);
      }),
      { numRuns: 50, examples: [['"'], ['{x}'], ['</script>'], ['&quot;'], ["'`\\"]] },
    );
  });
});

describe('what a text cites', () => {
  const cited = async (text: string, ...ids: string[]) =>
    (
      await compile(
        text,
        ids.map((id) => source(id)),
      )
    ).cited;

  test('is handed on in the order of the text, each source once', async () => {
    const text = 'One.<Source id="c" />\n\n- Two.<Source id="a" /><Source id="c" />\n\n<Source id="b" />';
    expect(await cited(text, 'a', 'b', 'c')).toEqual(['c', 'a', 'b']);
  });

  test.each([
    ['a span', 'Write `<Source id="a" />`.<Source id="b" />'],
    ['a fence', '```mdx\n<Source id="a" />\n```\n\nText.<Source id="b" />'],
    ['escaped signs', 'Write \\<Source id="a" />.<Source id="b" />'],
  ])('leaves out a mark that is only shown, in %s', async (_, text) => {
    expect(await cited(text, 'a', 'b')).toEqual(['b']);
  });

  test('leaves out a mark that leads nowhere', async () => {
    expect(await cited('<Source id="nowhere" /> <Source id="b" />', 'a', 'b')).toEqual(['b']);
    expect(await cited('<Source id="nowhere" />')).toEqual([]);
  });

  test('is nothing in a text without marks', async () => {
    expect(await cited('Text.', 'a')).toEqual([]);
  });
});

describe('numberSources', () => {
  const numbered = (cited: readonly string[], ids: readonly string[]) =>
    numberSources(
      cited,
      ids.map((id) => source(id)),
    ).map(({ number, source: { id } }) => `${number} ${id}`);

  test('is in the order of the text', () => {
    expect(numbered(['c', 'a', 'b'], ['a', 'b', 'c'])).toEqual(['1 c', '2 a', '3 b']);
  });

  test('has what is not cited last, in the order of the list', () => {
    expect(numbered(['d'], ['a', 'b', 'c', 'd'])).toEqual(['1 d', '2 a', '3 b', '4 c']);
    expect(numbered([], ['b', 'a'])).toEqual(['1 b', '2 a']);
  });

  test('passes over what is not in the list', () => {
    expect(numbered(['nowhere', 'b'], ['a', 'b'])).toEqual(['1 b', '2 a']);
    expect(numbered(['a'], [])).toEqual([]);
  });

  test('leaves the list of the page as it is', () => {
    const listed = [source('a'), source('b')];
    numberSources(['b'], listed);
    expect(listed.map(({ id }) => id)).toEqual(['a', 'b']);
  });

  test('gives each source the number of its marks in the text', async () => {
    const ids = ['a', 'b', 'c', 'd', 'e'];
    const mark = fc.record({ id: fc.constantFrom(...ids, 'nowhere'), shown: fc.boolean() });
    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray(ids), fc.array(mark), async (listed, written) => {
        const text = written
          .map(({ id, shown }) => (shown ? `\`<Source id="${id}" />\`` : `<Source id="${id}" />`))
          .map((one, index) => `Text.${one}${index % 2 ? '\n\n' : ' '}`)
          .join('');
        const known = listed.map((id) => source(id));
        const marks = (await find('Source', text, known)).filter(({ props }) => listed.includes(String(props.id)));
        const list = numbered((await compile(text, known)).cited ?? [], listed);
        expect(list).toHaveLength(listed.length);
        for (const { props } of marks) expect(list).toContain(`${String(props.number)} ${String(props.id)}`);
      }),
      { numRuns: 50 },
    );
  });
});
