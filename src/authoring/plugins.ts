/** Plug-ins of the Markdown parser: what an author may write, where links lead, how tables scroll. */
import { dirname, posix } from 'node:path';
import { defineHastPlugin, defineMdastPlugin } from 'satteri';
import { underBase } from '../site/address.ts';
import { linkFault, pictureFault } from './addresses.ts';
import { elementFaults, type JsxElement } from './elements.ts';
import { languageOf } from './languages.ts';
import { autolinkUrl, type Masked } from './mask.ts';

const refuse = (file: string, message: string | undefined): void => {
  if (message) throw new Error(`${file}: ${message}`);
};

const RUNS = 'would run as code. Write braces as \\{ and \\}, or put the text between backticks.';

/**
 * Stops the build on anything in a page that would run, before it is evaluated. The reader of pages (parse.ts) reports the same with
 * its place and comes first; this stands in the very parser that renders, so that nothing which that reader overlooks can run.
 */
export const dialect = (file: string) => {
  const visitElement = (node: unknown): void => refuse(file, elementFaults(node as JsxElement)[0]?.message);
  const visitExpression = ({ value }: { value: string }): void => refuse(file, `{${value}} ${RUNS}`);
  return defineMdastPlugin({
    name: 'authoring-dialect',
    mdxjsEsm: () => refuse(file, 'Pages cannot import or export. Remove the line; the components need no import.'),
    mdxFlowExpression: visitExpression,
    mdxTextExpression: visitExpression,
    mdxJsxFlowElement: visitElement,
    mdxJsxTextElement: visitElement,
    code(node, context) {
      const lang = languageOf(node.lang ?? 'plaintext');
      if (node.lang && lang !== node.lang) context.setProperty(node, 'lang', lang);
    },
    html: () => refuse(file, 'Pages hold no raw HTML. Use Markdown.'),
  });
};

/** Authors write `/guide/x/`; the page links to it under the base path. */
export const links = (base: string) => {
  const visit = (node: { url: string }, context: { setProperty: (node: never, name: never, value: never) => void }): void => {
    if (node.url.startsWith('/')) context.setProperty(node as never, 'url' as never, underBase(node.url, base) as never);
  };
  return defineMdastPlugin({ name: 'links-under-base', link: visit as never, definition: visit as never });
};

/** Makes the picture of a `<Figure>` from its attributes, so that it is fetched and sized as every other picture is. */
export const figures = () => {
  const visit = (node: Readonly<JsxElement>, context: { replaceNode: (node: never, by: never) => void }): void => {
    if (node.name !== 'Figure') return;
    const value = (name: string) => String(node.attributes.find((attribute) => attribute.name === name)?.value ?? '');
    const caption = node.attributes.filter(({ name }) => name === 'caption');
    const picture = { type: 'image', url: value('src'), alt: value('alt') };
    context.replaceNode(node as never, { ...node, attributes: caption, children: [picture] } as never);
  };
  return defineMdastPlugin({ name: 'figures', mdxJsxFlowElement: visit as never, mdxJsxTextElement: visit as never });
};

/** Puts each block of code into the component that lets readers copy it. */
export const codeBlocks = defineHastPlugin({
  name: 'code-blocks',
  element: {
    filter: ['pre'],
    visit(node, context) {
      context.wrapNode(node, { type: 'mdxJsxFlowElement', name: 'CodeBlock', attributes: [], children: [] });
    },
  },
});

interface Restoring {
  setProperty: (node: never, name: never, value: never) => void;
}

/** Puts back what was typed where the parser read stand-ins (mask.ts), in everything that a reader or a browser gets to see. */
export const restoring = (masked: Masked) => {
  const put =
    (...names: readonly string[]) =>
    (node: unknown, context: Restoring): void => {
      const words = node as Record<string, unknown>;
      for (const name of names) {
        const value = words[name];
        if (typeof value !== 'string') continue;
        const typed = masked.restore(value);
        if (typed !== value) context.setProperty(node as never, name as never, typed as never);
      }
    };
  const link = (node: { url: string; children: readonly { type: string; value?: string }[] }, context: Restoring): void => {
    const address = node.url === '#' ? masked.autolinkOf(node.children[0]?.value ?? '') : undefined;
    if (address === undefined) put('url', 'title')(node, context);
    else context.setProperty(node as never, 'url' as never, autolinkUrl(address) as never);
  };
  return defineMdastPlugin({
    name: 'as-typed',
    text: put('value') as never,
    inlineCode: put('value') as never,
    code: put('value', 'lang', 'meta') as never,
    link: link as never,
    definition: put('url', 'title') as never,
    image: put('url', 'title', 'alt') as never,
    imageReference: put('alt') as never,
    footnoteReference: put('label', 'identifier') as never,
    footnoteDefinition: put('label', 'identifier') as never,
  });
};

/** Elements that Markdown never makes and that a browser would obey. */
const ACTIVE = [
  ...[
    'script',
    'style',
    'link',
    'meta',
    'base',
    'iframe',
    'frame',
    'object',
    'embed',
    'applet',
    'form',
    'button',
    'textarea',
    'select',
  ],
  ...[
    'svg',
    'math',
    'video',
    'audio',
    'source',
    'track',
    'picture',
    'template',
    'dialog',
    'slot',
    'noscript',
    'portal',
    'details',
  ],
];

/**
 * Stops the build on live HTML that anything before it, such as the highlighter of code, has put into a page, and on addresses that
 * could run code or load something, however they came to be.
 */
export const inert = (file: string) =>
  defineHastPlugin({
    name: 'inert',
    element: [
      {
        filter: ACTIVE,
        visit: ({ tagName }) =>
          refuse(file, `<${tagName}> would become live HTML. Tell the maintainers of the site: it needs a fix of its own.`),
      },
      { filter: ['a'], visit: ({ properties: { href } }) => refuse(file, linkFault(String(href ?? ''))) },
      { filter: ['img'], visit: ({ properties: { src } }) => refuse(file, pictureFault(String(src ?? ''))) },
    ],
  });

/** Puts the component that finds, sizes and fetches a picture in place of each. Its address becomes that of the file. */
export const pictures = (file: string) =>
  defineHastPlugin({
    name: 'pictures',
    element: {
      filter: ['img'],
      visit(node, context) {
        const { src, alt, title } = node.properties;
        const props = { src: posix.join(dirname(file), decodeURIComponent(String(src))), alt: alt ?? '', title };
        const attributes = Object.entries(props)
          .filter(([, value]) => value !== undefined && value !== null)
          .map(([name, value]) => ({ type: 'mdxJsxAttribute', name, value: String(value) }));
        context.replaceNode(node, { type: 'mdxJsxTextElement', name: 'Picture', attributes, children: [] } as never);
      },
    },
  });

const alignments: Record<string, string> = { 'text-align: right': 'align-right', 'text-align: center': 'align-centre' };

/**
 * Puts each table into a box of its own that scrolls sideways, reachable by keyboard. The alignment of a column becomes a class: the
 * policy of the pages refuses style attributes.
 */
export const tables = defineHastPlugin({
  name: 'tables-scroll',
  element: [
    {
      filter: ['table'],
      visit(node, context) {
        context.wrapNode(node, {
          type: 'element',
          tagName: 'div',
          properties: { className: ['table-box'], role: 'group', ariaLabel: 'Table', tabIndex: 0 },
          children: [],
        });
      },
    },
    {
      filter: ['th', 'td'],
      visit(node, context) {
        const { style } = node.properties;
        if (style === undefined || style === null) return;
        context.setProperty(node, 'style', null);
        const name = alignments[String(style).replace(/;\s*$/, '')];
        if (name) context.setProperty(node, 'className', [name]);
      },
    },
  ],
});
