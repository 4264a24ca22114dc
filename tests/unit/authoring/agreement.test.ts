/** Whatever is typed: the reader of pages never throws, agrees with the build, and loses no word. `FUZZ_RUNS` sets how many cases. */
import fc from 'fast-check';
import { fileURLToPath } from 'node:url';
import { markdownToHtml, markdownToMdast, type MdastNode } from 'satteri';
import { expect, test } from 'vitest';
import { features, parseBody } from '../../../src/authoring/parse.ts';
import { cpuTime } from '../cpu-time.ts';
import { compilePage, liveParts, nodesOf, pageHtml, words } from './render-page.ts';

/** A page with a picture beside it. */
const BESIDE = fileURLToPath(new URL('../../../src/authoring/examples/page.mdx', import.meta.url));
const numRuns = Number(process.env.FUZZ_RUNS ?? 400);
const TIMEOUT = 30_000 + numRuns * 60;
const PROSE = [
  ...[
    'a',
    'b c',
    'é',
    '😀',
    ' ',
    '  ',
    '\n',
    '\n\n',
    '\r\n',
    '\u2028',
    '\u200B',
    '.',
    ',',
    '5',
    '@',
    '$',
    '::',
    '&',
    '#',
    '---',
    '===',
    '--',
  ],
  ...['<', '>', '<18', 'p<0.05', '{', '}', '{x}', '{"a": 1}', '\\', '|', '"', "'", '!', '=', '⳹', '⸀0⸀', '/'],
  ...[
    '*',
    '**',
    '_',
    '~~',
    '[',
    ']',
    '(',
    ')',
    '](',
    '](<',
    '[x]: ',
    '[^1]',
    '[^1]: ',
    '- ',
    '1. ',
    '> ',
    '# ',
    '| a | b |\n| - | - |\n',
  ],
  ...[
    '`',
    '``',
    '```',
    '~~~',
    '```js\n',
    'import ',
    'export ',
    '&lt;',
    '&amp;',
    '&#123;',
    '<name@nhs.net>',
    '<https://a.b/c>',
    'www.a.b',
  ],
];
const SYNTAX = [
  ...[
    '<Callout kind="note">',
    '</Callout>',
    '\n\n<Callout kind="note">\n\n',
    '\n\n</Callout>\n\n',
    '<Source id="a" />',
    '<Source',
    '<Chart />',
  ],
  ...[
    '<!--',
    '-->',
    '<div>',
    '</div>',
    '<script>',
    '<img src=x onerror=1>',
    '<>',
    '</>',
    '<patient>',
    'import x from "y"',
    '{globalThis.canary=1}',
  ],
  ...[
    'javascript:',
    '[x](javascript:1)',
    '![x](',
    './flow.svg)',
    '\t',
    '    ',
    '\0',
    '\uFEFF',
    '<a.b>',
    '<svg:x>',
    'title="',
    'kind={x}',
    '{...x}',
  ],
];
const typed = (pieces: readonly string[]) => fc.array(fc.constantFrom(...pieces), { maxLength: 30 }).map((all) => all.join(''));

test('faults are empty exactly when the build takes the page, and each lies inside it', { timeout: TIMEOUT }, async () => {
  await fc.assert(
    fc.asyncProperty(typed([...PROSE, ...SYNTAX]), async (page) => {
      const taken = cpuTime();
      const { faults, tree } = parseBody(page);
      // A guard against hangs, not a measure of speed.
      expect(taken()).toBeLessThan(1000);
      for (const { offset, end = offset } of faults) expect(offset >= 0 && offset <= end && end <= page.length).toBe(true);
      const built = await compilePage(page, {}, BESIDE).then(
        () => true,
        () => false,
      );
      expect(built, faults.map(({ message }) => message).join('\n')).toBe(faults.length === 0);
      if (!built) return;
      expect(tree).toBeDefined();
      expect(liveParts(await pageHtml(page, {}, BESIDE))).toEqual([]);
    }),
    { numRuns },
  );
  expect(globalThis).not.toHaveProperty('canary');
});

const holds = (text: string, ...types: MdastNode['type'][]): boolean => {
  const pending: MdastNode[] = [markdownToMdast(text, { features })];
  for (let node = pending.pop(); node; node = pending.pop()) {
    if (types.includes(node.type)) return true;
    if ('children' in node) pending.push(...(node.children as MdastNode[]));
  }
  return false;
};

/** The words with quotes and dashes as they are typed: in comments and JSON the site leaves them straight. */
const plain = (html: string): string =>
  words(html).replace(/[“”]/g, '"').replace(/[‘’]/g, "'").replaceAll('—', '---').replaceAll('–', '--');

/**
 * Where this site and plain Markdown differ on purpose (indented code, `>65`), or where the stand-in for a `<` does not end what a `<`
 * ends: an address or a definition that a `<`, a bracket or the edge of a cell cuts short.
 */
const differs = (page: string): boolean =>
  /(^|\n)[>\s\d.*-]*( {4}|\t)/.test(page) ||
  /(www\.|:\/\/|@)\S*[<|]/.test(page) ||
  /\](:|\()[^]*\]\(/.test(page) ||
  />[=\d]/.test(page) ||
  holds(page, 'html');

test('a text without HTML says what plain Markdown says', { timeout: TIMEOUT }, async () => {
  let compared = 0;
  await fc.assert(
    fc.asyncProperty(typed(PROSE), async (page) => {
      if (differs(page) || parseBody(page).faults.length > 0) return;
      compared += 1;
      expect(plain(await pageHtml(page))).toBe(plain(markdownToHtml(page, { features }).html));
    }),
    { numRuns },
  );
  expect(compared).toBeGreaterThan(numRuns / 4);
});

test('every word of a tree stands where the tree says', () => {
  fc.assert(
    fc.property(typed(PROSE), (page) => {
      const { tree } = parseBody(page);
      const pending: MdastNode[] = tree ? [tree] : [];
      for (let node = pending.pop(); node; node = pending.pop()) {
        const { start, end } = node.position ?? {};
        if (node.type === 'inlineCode' && start && end) expect(page.slice(start.offset, end.offset)).toMatch(/^`[^]*`$/);
        if (node.type === 'link' && node.url.startsWith('mailto:name@')) {
          expect(page.slice(start?.offset, end?.offset)).toMatch(/name@nhs\.net/);
        }
        if ('children' in node) pending.push(...(node.children as MdastNode[]));
      }
    }),
    { numRuns },
  );
});

test('the nodes of HTML are read as a browser reads them', () => {
  expect(nodesOf('<p>a<b>c</b></p>').map(({ type }) => type)).toEqual(['root', 'element', 'text', 'element', 'text']);
});
