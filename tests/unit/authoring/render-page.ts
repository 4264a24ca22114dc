/** Renders a page as the site does, up to the components, which become elements of their own name. */
import { encode } from 'html-entities';
import { htmlToHast } from 'satteri';
import { componentNames } from '../../../src/authoring/components.ts';
import { authoringProcessor } from '../../../src/authoring/processor.ts';
import type { Explained } from '../../../src/glossary/explain.ts';

const VOID = new Set(['img', 'br', 'hr', 'input']);

interface Html {
  html: string;
}

const fragment = Symbol('fragment');

const toHtml = (value: unknown): string => {
  if (value === undefined || value === null || typeof value === 'boolean') return '';
  if (Array.isArray(value)) return value.map(toHtml).join('');
  if (typeof value === 'object' && 'html' in value) return (value as Html).html;
  return encode(String(value as string));
};

const jsx = (type: unknown, { children, 'set:html': raw, ...props }: Record<string, unknown>): Html => {
  const inner = raw === undefined ? toHtml(children) : String(raw as string);
  if (typeof type === 'function') return (type as (props: object) => Html)({ ...props, children });
  if (typeof type !== 'string') return { html: inner };
  const attributes = Object.entries(props)
    .filter(([, value]) => value !== undefined && value !== null && value !== false)
    .map(([name, value]) => ` ${name}="${encode(String(value as string))}"`);
  return { html: `<${type}${attributes.join('')}>${VOID.has(type) ? '' : `${inner}</${type}>`}` };
};

const rendererWith = (terms: readonly Explained[]) =>
  authoringProcessor('/', () => terms).createMdxRenderer?.({ syntaxHighlight: 'prism' } as never, { optimize: true } as never);
const withoutTerms = rendererWith([]);

/** The module that the site's own processor makes of a page. It throws what the build would. */
export const compilePage = async (
  body: string,
  frontmatter: Record<string, unknown> = {},
  file = '/site/content/pages/x.mdx',
  terms?: readonly Explained[],
): Promise<string> => {
  const renderer = await (terms ? rendererWith(terms) : withoutTerms);
  const { code } = (await renderer?.process(body, file, frontmatter)) as { code: string };
  return code;
};

/** The HTML of a page. Components and pictures stand in it as elements of their own name. */
export const pageHtml = async (
  body: string,
  frontmatter?: Record<string, unknown>,
  file?: string,
  terms?: readonly Explained[],
): Promise<string> => {
  const code = (await compilePage(body, frontmatter, file, terms))
    .replace(/^import \{[^}]*\} from "astro\/jsx-runtime";$/m, 'const _Fragment = Fragment_, _jsx = jsx_, _jsxs = jsx_;')
    .replace(/^import \{ Image as (\w+) \} from "astro:assets";$/m, 'const $1 = "local-picture";')
    .replace(/^import (\w+) from (".*");$/gm, 'const $1 = $2;')
    .replace(/^export /gm, '');
  if (/(?<![^\n])import /.test(code)) throw new Error(`The page imports something:\n${code}`);
  const components = {
    ...Object.fromEntries([...componentNames, 'CodeBlock'].map((name) => [name, name])),
    Fragment: fragment,
  };
  // What runs here is what the build would run; a page that could slip code in is what the tests look for.
  const run = new Function('jsx_', 'Fragment_', `${code}\nreturn MDXContent;`) as (
    ...given: unknown[]
  ) => (props: object) => Html;
  return run(jsx, fragment)({ components }).html;
};

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
  /^(a|p|br|hr|h[1-6]|ul|ol|li|blockquote|pre|code|span|em|strong|del|sup|section|div|table|thead|tbody|tr|th|td|img|input|source|callout|figure|steps|checklist|definition|quote|disclosure|codeblock|astro-image)$/;
const LOADS = ['src', 'srcSet', 'poster', 'data', 'action', 'formAction', 'background', 'ping'];

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
      if (LOADS.includes(name) && !/^\.?\/?[\w-]+\.\w+$/.test(text)) found.push(`<${tagName}> loads ${text}`);
      if (name === 'href' && !/^(https?:\/\/|mailto:|tel:|[^:/?#]*([/?#]|$))/i.test(text))
        found.push(`<${tagName}> leads to ${text}`);
    }
    return found;
  });
