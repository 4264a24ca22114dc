/** Renders a page as the site does, up to the components, which become elements of their own name. */
import { encode } from 'html-entities';
import { htmlToHast } from 'satteri';
import { compiler, type Compiled } from '../../../src/authoring/compile.ts';
import type { Part } from '../../../src/authoring/parts.ts';
import type { Explained } from '../../../src/glossary/explain.ts';

const FILE = 'content/pages/x.mdx';
const compilerWith = (terms: readonly Explained[]) => compiler('/', () => terms, '/');
const withoutTerms = compilerWith([]);

/** A page as the site compiles it. It throws what the build would. */
export const compilePage = (
  body: string,
  { sources, checked = false }: { sources?: unknown; checked?: boolean } = {},
  file = FILE,
  terms?: readonly Explained[],
): Promise<Compiled> => (terms ? compilerWith(terms) : withoutTerms)({ file, body, sources, checked });

const toHtml = (parts: readonly Part[]): string =>
  parts
    .map((part) => {
      if ('html' in part) return part.html;
      const attributes = Object.entries(part.props).map(([name, value]) => ` ${name}="${encode(value)}"`);
      return `<${part.component}${attributes.join('')}>${toHtml(part.parts)}</${part.component}>`;
    })
    .join('');

/** The HTML of a page. Components and pictures stand in it as elements of their own name. */
export const pageHtml = async (...page: Parameters<typeof compilePage>): Promise<string> =>
  toHtml((await compilePage(...page)).parts);

type Node = ReturnType<typeof htmlToHast>;

/** Every node of some HTML, read as a browser would, from top to bottom. */
export const nodesOf = (html: string): Node[] => {
  const pending: Node[] = [htmlToHast(html, { fragment: true })];
  const found: Node[] = [];
  for (let node = pending.pop(); node; node = pending.pop()) {
    found.push(node);
    if ('children' in node) pending.push(...(node.children as Node[]).toReversed());
  }
  return found;
};

/** What a reader sees of HTML, with every run of white space as one space. */
export const words = (html: string): string =>
  nodesOf(html)
    .map((node) => (node.type === 'text' ? node.value : ''))
    .join('')
    .replace(/\s+/g, ' ')
    .trim();

/** What Markdown makes, and the components. */
const INERT =
  /^(a|p|br|hr|h[1-6]|ul|ol|li|blockquote|pre|code|span|em|strong|del|sup|section|div|table|thead|tbody|tr|th|td|img|input|source|callout|figure|steps|checklist|definition|quote|disclosure|codeblock|picture)$/;
const LOADS = ['src', 'srcSet', 'poster', 'data', 'action', 'formAction', 'background', 'ping'];

/** A picture is named by its file, wherever that lies on this machine; an address of anything else has a colon or two slashes. */
const FILE_HERE = /^\.?\/?(?:[\w-]+\/)*[\w-]+\.\w+$/;

/** All that could run, load or cover something: none of it may be in a page. */
export const liveParts = (html: string): string[] =>
  nodesOf(html).flatMap((node) => {
    if (node.type !== 'element') return node.type === 'comment' ? ['a comment'] : [];
    const { tagName, properties } = node;
    const found = INERT.test(tagName) ? [] : [`<${tagName}>`];
    for (const [name, value] of Object.entries(properties)) {
      const text = String(value);
      if (/^on/i.test(name)) found.push(`${name.toLowerCase()} on <${tagName}>`);
      if (name === 'style' || name === 'srcDoc') found.push(`${name} on <${tagName}>`);
      if (LOADS.includes(name) && !FILE_HERE.test(text)) found.push(`<${tagName}> loads ${text}`);
      if (name === 'href' && !/^(https?:\/\/|mailto:|tel:|[^:/?#]*([/?#]|$))/i.test(text))
        found.push(`<${tagName}> leads to ${text}`);
    }
    return found;
  });
