/** What the rules need to know of a page's text, gathered in one walk over the tree that the build also reads. */
import Slugger from 'github-slugger';
import { parseBody, type DialectFault } from '../authoring/parse.ts';
import type { PictureUse } from '../authoring/pictures.ts';

/** A node of the tree, as far as the rules look at it. */
export interface Node {
  type: string;
  value?: string;
  url?: string;
  alt?: string | null;
  depth?: number;
  name?: string | null;
  identifier?: string;
  attributes?: readonly { type: string; name?: string; value?: unknown }[];
  children?: Node[];
  position?: { start: { offset?: number }; end: { offset?: number } };
}

/** A part of the text with its offsets in the body. */
export interface Span {
  start: number;
  end: number;
}

export interface Heading extends Span {
  depth: number;
  text: string;
  /** The id that the build gives it. */
  slug: string;
}

export interface Link extends Span {
  url: string;
  /** What a reader sees or hears; undefined for the definition of a reference, which has no words of its own. */
  text: string | undefined;
}

export interface Picture extends Span {
  url: string;
  alt: string;
}

export interface Component extends Span {
  name: string;
  attributes: Readonly<Record<string, string>>;
}

export interface Text {
  headings: Heading[];
  links: Link[];
  pictures: Picture[];
  components: Component[];
  /** Plain text, without code. */
  words: (Span & { value: string })[];
  /** What the dialect of the site refuses. */
  faults: readonly DialectFault[];
  /** The files that it shows as pictures. */
  files: readonly PictureUse[];
}

const spanOf = ({ position }: Node): Span => ({ start: position?.start.offset ?? 0, end: position?.end.offset ?? 0 });

/** Every node of a tree, parents before children. No recursion, so that no depth of nesting exhausts the stack. */
const nodesOf = (tree: Node): Node[] => {
  const nodes: Node[] = [];
  const pending = [tree];
  for (let node = pending.pop(); node; node = pending.pop()) {
    nodes.push(node);
    const { children } = node;
    if (children) for (let index = children.length - 1; index >= 0; index -= 1) pending.push(children[index] as Node);
  }
  return nodes;
};

/** What is read out: words and code, and with `pictures` the words for pictures. */
const wordsOf = (tree: Node, pictures: boolean): string => {
  let words = '';
  for (const { value, alt } of nodesOf(tree)) words += value ?? (pictures ? (alt ?? '') : '');
  return words;
};

/** Reads a page's text. It never throws. */
export const readText = (body: string): Text => {
  const { tree, faults, pictures: files } = parseBody(body);
  const text: Text = { headings: [], links: [], pictures: [], components: [], words: [], faults, files };
  if (!tree) return text;
  const slugger = new Slugger();
  const defined = new Map<string, string>();
  const footnotes: { marks: Node[]; inNotes: Set<Node> } = { marks: [], inNotes: new Set() };
  const referring: { picture: Picture; identifier: string }[] = [];
  for (const node of nodesOf(tree as unknown as Node)) {
    const span = spanOf(node);
    const { url = '' } = node;
    switch (node.type) {
      case 'text':
        text.words.push({ ...span, value: node.value ?? '' });
        break;
      case 'heading':
        text.headings.push({
          ...span,
          depth: node.depth ?? 0,
          text: wordsOf(node, true).trim(),
          slug: slugger.slug(wordsOf(node, false)),
        });
        break;
      case 'link':
        text.links.push({ ...span, url, text: wordsOf(node, true) });
        break;
      case 'linkReference':
        text.links.push({ ...span, url: '', text: wordsOf(node, true) });
        break;
      case 'definition':
        defined.set((node.identifier ?? '').toLowerCase(), url);
        text.links.push({ ...span, url, text: undefined });
        break;
      case 'image':
        text.pictures.push({ ...span, url, alt: node.alt ?? '' });
        break;
      case 'imageReference': {
        const picture = { ...span, url: '', alt: node.alt ?? '' };
        text.pictures.push(picture);
        referring.push({ picture, identifier: (node.identifier ?? '').toLowerCase() });
        break;
      }
      case 'footnoteReference':
        footnotes.marks.push(node);
        break;
      case 'footnoteDefinition':
        for (const inside of nodesOf(node)) footnotes.inNotes.add(inside);
        break;
      case 'mdxJsxTextElement':
      case 'mdxJsxFlowElement': {
        const attributes = (node.attributes ?? []).map(({ name = '', value }) => [name, typeof value === 'string' ? value : '']);
        if (node.name === 'Figure') {
          const { src = '', alt = '' } = Object.fromEntries(attributes) as Record<string, string>;
          // A figure without words lacks an attribute, which the dialect says.
          if (alt.trim() !== '') text.pictures.push({ ...span, url: src, alt });
        }
        text.components.push({
          ...span,
          name: node.name ?? '',
          attributes: Object.fromEntries(attributes) as Record<string, string>,
        });
        break;
      }
    }
  }
  // The parser writes the notes below the page, under a heading of their own, once something outside of a note refers to one.
  const mark = footnotes.marks.find((node) => !footnotes.inNotes.has(node));
  if (mark) text.headings.push({ ...spanOf(mark), depth: 2, text: 'Footnotes', slug: 'footnote-label' });
  for (const { picture, identifier } of referring) picture.url = defined.get(identifier) ?? '';
  const shown = new Set(referring.map(({ picture }) => picture.url));
  // The address of a picture is no link.
  text.links = text.links.filter((link) => link.text !== undefined || !shown.has(link.url));
  return text;
};
