/** The preview shows every text of the site as the parser of the build reads it. */
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseBody } from '../../../src/authoring/parse.ts';
import { readContent } from '../../../src/check/read.ts';
import { readMarkdown, type Part, type Piece } from '../../../src/contribute/markdown.ts';
import { MOST_SIGNS } from '../../../src/contribute/preview.ts';
import { HOSTILE } from './fillings.ts';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url)).replace(/[\\/]$/, '');

interface Node {
  type: string;
  value?: string;
  depth?: number;
  ordered?: boolean;
  spread?: boolean;
  alt?: string;
  name?: string;
  attributes?: { name: string; value: string }[];
  children?: Node[];
}

const SAME: Record<string, Part['tag']> = {
  paragraph: 'p',
  emphasis: 'em',
  strong: 'strong',
  delete: 'del',
  link: 'u',
  blockquote: 'blockquote',
  thematicBreak: 'hr',
  break: 'br',
};

/** What the parser of the build read, as the preview has it. */
const expected = (nodes: readonly Node[] = [], cited: string[] = []): Piece[] =>
  nodes.flatMap((node): Piece | Piece[] => {
    const { type, value = '', depth = 0, children = [], attributes = [] } = node;
    const inside = () => expected(children, cited);
    const said = Object.fromEntries(attributes.map((one) => [one.name, one.value])) as Record<string, string>;
    const same = SAME[type];
    if (same) return { tag: same, parts: inside() };
    if (type === 'text') return value;
    if (type === 'heading') return { tag: `h${depth}` as 'h2', parts: inside() };
    if (type === 'inlineCode') return { tag: 'code', parts: [value] };
    if (type === 'code') return { tag: 'pre', parts: [{ tag: 'code', parts: [value] }] };
    if (type === 'image') return { tag: 'em', parts: [`Picture: ${node.alt}`] };
    if (type === 'list') {
      const loose = (node.spread ?? false) || children.some(({ spread }) => spread);
      const parts = children.map((item): Part => {
        const inner = expected(item.children, cited);
        const tight = inner.flatMap((one) => (typeof one !== 'string' && one.tag === 'p' ? one.parts : [one]));
        return { tag: 'li', parts: loose ? inner : tight };
      });
      return { tag: node.ordered ? 'ol' : 'ul', parts };
    }
    if (type === 'table') {
      const rows = children.map(({ children: cells = [] }, index): Part => ({
        tag: 'tr',
        parts: cells.map((cell) => ({ tag: index === 0 ? 'th' : 'td', parts: expected(cell.children, cited) })),
      }));
      return { tag: 'table', parts: rows };
    }
    if (node.name === 'Source') {
      const id = said.id ?? '';
      if (!cited.includes(id)) cited.push(id);
      return { tag: 'sup', parts: [String(cited.indexOf(id) + 1)] };
    }
    if (!node.name) throw new Error(`The test does not know ${type}.`);
    const usual: Record<string, string> = { note: 'Note', warning: 'Take care', unconfirmed: 'To be confirmed' };
    const title = said.title ?? said.term ?? usual[said.kind ?? ''];
    const about = [said.alt && `Picture: ${said.alt}`, said.caption, said.who, said.where].filter(Boolean).join(', ');
    const line = (text: Piece): Part => ({ tag: 'p', parts: [text] });
    return {
      tag: node.name === 'Quote' ? 'blockquote' : 'div',
      parts: [...(title ? [line({ tag: 'strong', parts: [title] })] : []), ...inside(), ...(about ? [line(about)] : [])],
    };
  });

/** Bold around italic, or the other way round: no reader sees which. */
const BOTH = /<em><strong>([^<]*)<\/strong><\/em>/g;

const PRINTED: readonly (readonly [RegExp, string])[] = [
  [/[“”]/g, '"'],
  [/[‘’]/g, "'"],
  [/…/g, '...'],
  [BOTH, '<strong><em>$1</em></strong>'],
];

/** A tree with its texts joined, on one line, with the quotes of a keyboard: as much as matters to a reader, as HTML. */
const flat = (pieces: readonly Piece[]): string =>
  pieces
    .map((piece) => (typeof piece === 'string' ? piece : `<${piece.tag}>${flat(piece.parts)}</${piece.tag}>`))
    .join('')
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/ ?(<\/?(?:p|li|ul|ol|h\d|div|blockquote)>) ?/g, '$1');
const compared = (pieces: readonly Piece[]): string[] =>
  PRINTED.reduce((text, [from, to]) => text.replaceAll(from, to), flat(pieces)).split(
    /(?=<(?:p|h\d|ul|ol|div|blockquote|table|pre)>)/,
  );

const build = (text: string): Piece[] => expected((parseBody(text).tree as unknown as Node).children);

const lineOfParts = fc
  .array(
    fc.constantFrom(
      ...['words', '**bold**', '*it*', '`code`', '[a](/b/)', 'p<0.05', '"quoted"', "it's", '5 * 3', 'a_b_c', '(x)', '#1', '100%'],
      ...['e.g.', 'x<Source id="a" />', '**bold *in* it**', '_u_', '~~s~~', 'https://x.org/a.', '\\*', '**Label:**', '(**b**)'],
    ),
    { minLength: 1, maxLength: 5 },
  )
  .map((parts) => parts.join(' '));

const pair = (write: (a: string, b: string) => string) => fc.tuple(lineOfParts, lineOfParts).map(([a, b]) => write(a, b));

const pagesOfParts = fc
  .array(
    fc.oneof(
      lineOfParts,
      pair((a, b) => `## ${a}\n${b}`),
      pair((a, b) => `${a}\n${b}`),
      pair((a, b) => `${a}:\n- ${b}\n- ${a}`),
      pair((a, b) => `- ${a}\n  - ${b}`),
      pair((a, b) => `1. ${a}\n2. ${b}`),
      pair((a, b) => `1. ${a}\n\n   ${b}`),
      pair((a, b) => `> ${a}\n${b}`),
      pair((a, b) => `| A | B |\n| - | - |\n| ${a} | ${b} |`),
      pair((a, b) => `<Callout kind="note">\n\n${a}\n\n- ${b}\n\n</Callout>`),
      fc.constant('```\n- x\n```'),
    ),
    { minLength: 1, maxLength: 4 },
  )
  .map((blocks) => blocks.join('\n\n'));

describe('the preview of a text', () => {
  const pages = readContent(ROOT).entries.filter(({ body }) => body.trim() !== '');

  test.each(pages.map(({ file, body }) => [file, body] as const))('%s is read as the build reads it', (_file, body) => {
    expect(compared(readMarkdown(body.trim()))).toEqual(compared(build(body)));
  });

  test.each([
    ['emphasis', 'So *it is*, **very much**, ~~not~~, _here_ and snake_case_name, 2 * 3 * 4, **bold with *more* inside**.'],
    ['code', 'Write `a {b} <c>`, ``with ` inside`` and `x * y * z`.\n\n```python\n# no heading\nx = {"a": 1}\n```\n\nAfter.'],
    ['prose that looks like syntax', 'p<0.05, BP <140/90, {text}, a \\*star\\*, 5 > 4, [square] and (round) [both] (apart).'],
    ['headings', '## One\n\n### Two *too* ##\n\n#hashtag\n\nText\n## Three'],
    [
      'lists in lists',
      '- One\n  - Inner\n  - More\n- Two\n\n  Second paragraph.\n\n1. First\n2. Second\n   still second\n\n* star',
    ],
    ['quotations', '> Quoted **words**\ncarried on\n>\n> - list\n\nAfter.\n\n---\n\nEnd.'],
    ['tables', '| A | B |\n| --- | :-: |\n| a \\| b | `c` |\n\nAfter.'],
    [
      'links',
      '[A page](/guide/x/ "title"), <https://example.org/a_b>, https://example.org/x_y_z. and [a [b] c](https://x.org/(y)).',
    ],
    ['line breaks', 'One\\\ntwo  \nthree\nfour'],
    [
      'components',
      '<Callout kind="warning" title="Take *care*">\n\nNever **ever**.\n\n- a\n\n</Callout>\n\n<Steps>\n\n1. A\n2. B\n\n</Steps>\n\n<Figure\n  src="./a.png"\n  alt="What it shows"\n  caption="See"\n/>\n\n<Quote who="A" where="B">\n\nWords\n\n</Quote>',
    ],
    ['bold and italic at once', 'It is ***both***.'],
    ['a year at the beginning of a line', 'It ended in\n2024. Then it began anew.\n\n2. Two\n3. Three'],
    ['sources', 'One.<Source id="b" /> Two.<Source id="a" /> Three.<Source id="b" />'],
    ['Arabic and emoji', 'ملخصات **الخروج** 🩺\n\n- من المستشفى'],
  ])('%s', (_what, text) => {
    expect(compared(readMarkdown(text))).toEqual(compared(build(text)));
  });

  test('agrees with the build on whatever is put together from what authors write', () => {
    fc.assert(
      fc.property(pagesOfParts, (text) => {
        fc.pre(parseBody(text).faults.length === 0);
        expect(compared(readMarkdown(text))).toEqual(compared(build(text)));
      }),
      { numRuns: 400, seed: 20261125 },
    );
  });

  test('holds nothing but the elements of running text, whatever was typed, and soon', () => {
    const kept = new Set<string>();
    const walk = (pieces: readonly Piece[]): void => {
      for (const piece of pieces) {
        if (typeof piece === 'string') continue;
        kept.add(piece.tag);
        walk(piece.parts);
      }
    };
    const signs = [
      '*',
      '**a ',
      '_',
      '`',
      '[',
      '[a',
      '](',
      '>',
      '- ',
      '|',
      '<',
      '~~a ',
      '\\',
      '"',
      '<Callout kind="note">\n',
      '1. ',
    ];
    for (const text of [
      ...HOSTILE,
      ...HOSTILE.map((one) => `- > ${one}\n\n${one}`),
      ...signs.map((sign) => sign.repeat(6_000)),
    ]) {
      // Time of the processor, which a busy machine does not stretch as it does the clock's.
      const before = process.cpuUsage();
      walk(readMarkdown(text.slice(0, MOST_SIGNS)));
      expect(process.cpuUsage(before).user / 1000, text.slice(0, 20)).toBeLessThan(300);
    }
    for (const tag of ['script', 'img', 'a', 'iframe', 'style', 'input']) expect(kept).not.toContain(tag);
  });
});
