/** Plug-ins of the Markdown parser: what an author may write, where links lead, how tables scroll. */
import { defineHastPlugin, defineMdastPlugin } from 'satteri';
import { underBase } from '../site/address.ts';
import { allowedComponents, isAllowed } from './components.ts';

const refuse = (fileURL: URL | undefined, what: string, fix: string): never => {
  const file = fileURL ? decodeURIComponent(fileURL.pathname).replace(/^.*\/(content\/)/, '$1') : 'This page';
  throw new Error(`${file}: ${what} ${fix}`);
};

interface JsxElement {
  name: string | null;
  attributes: readonly { type: string; name?: string; value?: unknown }[];
}

const checkElement = (node: Readonly<JsxElement>, fileURL: URL | undefined): void => {
  const names = Object.keys(allowedComponents).join(', ');
  if (!isAllowed(node.name)) {
    return refuse(fileURL, `<${node.name ?? ''}> is not a component of this site.`, `Use Markdown, or one of: ${names}.`);
  }
  for (const attribute of node.attributes) {
    const known = allowedComponents[node.name] as readonly string[];
    const plain = attribute.type === 'mdxJsxAttribute' && (typeof attribute.value === 'string' || attribute.value == null);
    if (!plain || !known.includes(attribute.name ?? '')) {
      refuse(
        fileURL,
        `<${node.name}> does not take ${attribute.name ?? 'a spread of attributes'} in this form.`,
        `Write plain text in quotes; it takes: ${known.join(', ')}.`,
      );
    }
  }
};

/** Stops the build on anything in a page that would run, before it is evaluated. */
export const dialect = defineMdastPlugin({
  name: 'authoring-dialect',
  mdxjsEsm(_node, { fileURL }) {
    refuse(fileURL, 'Pages cannot import or export.', 'Remove the line; the components need no import.');
  },
  mdxFlowExpression(node, { fileURL }) {
    refuse(fileURL, `{${node.value}} would run as code.`, 'Write braces as \\{ and \\}, or put the text into `code`.');
  },
  mdxTextExpression(node, { fileURL }) {
    refuse(fileURL, `{${node.value}} would run as code.`, 'Write braces as \\{ and \\}, or put the text into `code`.');
  },
  mdxJsxFlowElement(node, { fileURL }) {
    checkElement(node, fileURL);
  },
  mdxJsxTextElement(node, { fileURL }) {
    checkElement(node, fileURL);
  },
});

/** Where a link may lead: the web, an e-mail, a telephone, this site, this page. Anything else could run code. */
const SAFE = /^(https?:|mailto:|tel:|[^:/?#]*([/?#]|$))/i;

const checkAddress = (url: string, fileURL: URL | undefined): void => {
  if (!SAFE.test(url.trim())) {
    refuse(fileURL, `A link leads to "${url.slice(0, 60)}".`, 'Links start with https://, mailto:, tel:, / or #.');
  }
};

const checkPicture = (url: string, fileURL: URL | undefined): void => {
  if (/^([a-z][a-z0-9+.-]*:|\/\/)/i.test(url)) {
    const fix = 'Put the picture beside the page, so that nothing is loaded from others.';
    refuse(fileURL, `The picture "${url.slice(0, 60)}" lies elsewhere.`, fix);
  }
};

/**
 * Authors write `/guide/x/`; the page links to it under the base path. Links that could run code, and pictures from elsewhere, are
 * refused.
 */
export const links = (base: string) =>
  defineMdastPlugin({
    name: 'links-under-base',
    link(node, context) {
      checkAddress(node.url, context.fileURL);
      if (node.url.startsWith('/')) context.setProperty(node, 'url', underBase(node.url, base));
    },
    definition(node, context) {
      checkAddress(node.url, context.fileURL);
      if (node.url.startsWith('/')) context.setProperty(node, 'url', underBase(node.url, base));
    },
    image({ url }, { fileURL }) {
      checkPicture(url, fileURL);
    },
    imageReference({ identifier }, { fileURL, source }) {
      const definition = new RegExp(`^ {0,3}\\[${RegExp.escape(identifier)}\\]:\\s*<?(\\S+?)>?(\\s|$)`, 'im').exec(source);
      if (definition?.[1]) checkPicture(definition[1], fileURL);
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
