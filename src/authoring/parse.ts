/**
 * Reads the text of a page as the site reads it. The checker and the build both ask here, so that nothing passes the one and is
 * refused by the other.
 */
import { mdxToMdast, type Features, type MdastNode } from 'satteri';
import { angleFault } from './tags.ts';
import { pictureFault } from './addresses.ts';
import type { JsxElement } from './elements.ts';
import { faultsInOrder, type DialectFault } from './faults.ts';
import { autolinkUrl, mask, type Masked } from './mask.ts';
import { GLANCE, IMPORT, MODULE, tooLarge } from './before-parsing.ts';
import { nodeFaults, walk } from './nodes.ts';
import type { PictureUse } from './pictures.ts';

export type { DialectFault, FaultKind } from './faults.ts';

/** How every page is parsed. Front matter is cut off before; a second one is text like any other. */
export const features = { gfm: true, smartPunctuation: true, frontmatter: false } as const satisfies Features;

type Root = Extract<MdastNode, { type: 'root' }>;

export interface Parsed {
  /** The parsed text, every position and every word as it was written; undefined when the parser could not go on. */
  tree: Root | undefined;
  /** All that is wrong, by place. */
  faults: DialectFault[];
  /** The pictures it shows; pictures.ts says whether their files are there. */
  pictures: PictureUse[];
}

export interface Prepared extends Parsed {
  /** What the renderer reads in place of the text, and how to put back what was typed. */
  masked: Masked;
}

/** So many tags without a partner are found one by one; with more, or in a text of very many tags, all other tags are passed over. */
const MOST_UNPAIRED = 20;
/** No page needs more components, and the time to pair them grows with the square of their number. */
const MOST_TAGS = 2000;
/** Nobody mends more at once. */
const MOST_FAULTS = 500;

const WORDS = ['value', 'url', 'title', 'alt', 'lang', 'meta', 'label', 'identifier'] as const;

/** Puts back what was typed and where it stood. */
const mend = (tree: Root, masked: Masked): void => {
  for (const node of walk(tree)) {
    if (node.position) {
      for (const point of [node.position.start, node.position.end]) {
        if (point.offset !== undefined) point.offset = masked.toWritten(point.offset);
      }
    }
    const only = node.type === 'link' && node.children.length === 1 ? node.children[0] : undefined;
    const address = only?.type === 'text' ? masked.autolinkOf(only.value) : undefined;
    if (address !== undefined && node.type === 'link') node.url = autolinkUrl(address);
    const words = node as unknown as Record<string, unknown>;
    for (const word of WORDS) if (typeof words[word] === 'string') words[word] = masked.restore(words[word]);
  }
};

const offsetOf = (text: string, line: number, column: number): number => {
  let start = 0;
  for (let passed = 1; passed < line; passed += 1) {
    const next = text.indexOf('\n', start);
    if (next === -1) break;
    start = next + 1;
  }
  return Math.min(start + column - 1, text.length);
};

interface Objection {
  fault: DialectFault;
  /** Whether it only follows from a tag that cannot be read, which is reported itself. */
  echo?: boolean;
  withhold: number | undefined;
}

/** The parser's exception as a fault, and the tag to take for text so that the rest can be read. */
const objection = (error: unknown, masked: Masked, body: string): Objection => {
  const message = error instanceof Error ? error.message : String(error);
  const places = [...message.matchAll(/(\d+):(\d+)/g)].map(([, line, column]) =>
    masked.toWritten(offsetOf(masked.text, Number(line), Number(column))),
  );
  const tagAt = (offset: number | undefined) =>
    offset === undefined ? undefined : masked.tags.findLast((tag) => tag.offset <= offset && offset < tag.end);
  const nameOf = (tag: { offset: number }) => /\w+/.exec(body.slice(tag.offset))?.[0] ?? '';
  const here = tagAt(places[0]);
  const opening = tagAt(places[1]);
  const unpaired = (tag: { offset: number; end: number }): Objection => {
    const closing = body[tag.offset + 1] === '/';
    const name = nameOf(tag);
    // Perhaps its partner is there, but cannot be read.
    const partner = new RegExp(closing ? `^<${name}\\b(?![^<>]*/>)` : `^</${name}\\b`);
    const isPartner = (at: number) => (closing ? at < tag.offset : at > tag.offset) && partner.test(body.slice(at, at + GLANCE));
    const echo = masked.angles.some(isPartner);
    const what = closing
      ? `</${name}> closes nothing: no <${name}> is open here. Remove it, or open it in the same paragraph, list item or quotation.`
      : `<${name}> is not closed. Write </${name}> on a line of its own after its text, at the same depth of list or quotation, or end the tag with />.`;
    return { fault: { offset: tag.offset, end: tag.end, kind: 'nesting', message: what }, withhold: tag.offset, echo };
  };
  if (/Expected a closing tag/.test(message) && (opening ?? here)) return unpaired((opening ?? here) as never);
  if (/Unexpected closing tag/.test(message) && here) {
    const name = nameOf(here);
    const isOpen = masked.tags.some((tag) => tag.offset < here.offset && body[tag.offset + 1] !== '/' && nameOf(tag) === name);
    return unpaired(opening && isOpen ? opening : here);
  }
  const offset = Math.min(places[0] ?? 0, body.length);
  const tag = here ?? masked.tags.findLast((one) => one.offset <= offset);
  const fault = {
    offset,
    kind: 'syntax' as const,
    message: 'The text cannot be read from here on. Put what stands here between backticks, or write a backslash before it.',
  };
  return { fault, withhold: tag?.offset };
};

interface Attempt {
  tree: Root | undefined;
  masked: Masked;
  faults: DialectFault[];
  /** Faults that most likely follow from others; they count when there are no others. */
  echoes: DialectFault[];
  /** The tags that are reported as unpaired and taken for text. */
  withheld: Set<number>;
}

const parseMasked = (body: string): Attempt => {
  const withheld = new Set<number>();
  const faults: DialectFault[] = [];
  const echoes: DialectFault[] = [];
  for (;;) {
    const masked = mask(body, withheld);
    const surplus = masked.tags[MOST_TAGS];
    if (surplus) {
      const message = `This page has more than ${MOST_TAGS} components. Divide it into several pages.`;
      faults.push({ ...surplus, kind: 'syntax', message });
      for (const tag of masked.tags) withheld.add(tag.offset);
      continue;
    }
    try {
      return { tree: mdxToMdast(masked.text, { features }) as unknown as Root, masked, faults, echoes, withheld };
    } catch (error) {
      const { fault, withhold, echo } = objection(error, masked, body);
      (echo ? echoes : faults).push(fault);
      if (withhold === undefined || withheld.has(withhold)) return { tree: undefined, masked, faults, echoes, withheld };
      if (faults.length + echoes.length < MOST_UNPAIRED && masked.tags.length < MOST_TAGS / 10) withheld.add(withhold);
      else for (const tag of masked.tags) withheld.add(tag.offset);
    }
  }
};

/** What is code in the tree, as ranges of offsets, in order. */
const codeRanges = (tree: Root): [number, number][] => {
  const ranges: [number, number][] = [];
  for (const node of walk(tree)) {
    if (node.type === 'code' || node.type === 'inlineCode') {
      ranges.push([node.position?.start.offset ?? 0, node.position?.end.offset ?? 0]);
    }
  }
  return ranges;
};

const isIn = (ranges: readonly [number, number][], offset: number): boolean => {
  let low = 0;
  let high = ranges.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const [start, end] = ranges[middle] as [number, number];
    if (offset < start) high = middle - 1;
    else if (offset >= end) low = middle + 1;
    else return true;
  }
  return false;
};

/** Every picture of a page, also those whose address stands apart in a definition. */
const picturesOf = (tree: Root): PictureUse[] => {
  const urls = new Map<string, string>();
  const nodes = [...walk(tree)];
  for (const node of nodes) {
    if (node.type === 'definition' && !urls.has(node.identifier)) urls.set(node.identifier, node.url);
  }
  return nodes.flatMap((node) => {
    const offset = node.position?.start.offset ?? 0;
    const place = { offset, end: node.position?.end.offset ?? offset };
    if (node.type === 'image') return [{ ...place, url: node.url }];
    if (node.type === 'imageReference') return [{ ...place, url: urls.get(node.identifier) ?? '' }];
    const element = node as unknown as JsxElement;
    if (element.name !== 'Figure') return [];
    return element.attributes
      .filter(({ name, value }) => name === 'src' && typeof value === 'string')
      .map(({ value }) => ({ ...place, url: String(value) }));
  });
};

/** Reads a page and keeps what the renderer needs. */
export const prepare = (body: string): Prepared => {
  const large = tooLarge(body);
  if (large) return { tree: undefined, masked: mask(''), faults: [large], pictures: [] };
  let parsed: ReturnType<typeof parseMasked>;
  try {
    parsed = parseMasked(body);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return { tree: undefined, masked: mask(''), faults: [{ offset: 0, kind: 'syntax', message: error.message }], pictures: [] };
  }
  const { tree, masked, faults, echoes, withheld } = parsed;
  if (!tree) return { tree, masked, faults: [...faults, ...echoes], pictures: [] };
  if (masked.changed) mend(tree, masked);
  const code = codeRanges(tree);
  const tags = new Map(masked.tags.map(({ offset, end }) => [offset, body.slice(offset, end)]));
  for (const node of walk(tree)) faults.push(...nodeFaults(node, tags));
  const pictures = picturesOf(tree);
  for (const { url, ...place } of pictures) {
    // Of a component, the same has been said at its attribute.
    const message = tags.has(place.offset) ? undefined : pictureFault(url);
    if (message) faults.push({ ...place, kind: 'picture', message });
  }
  let mended = 0;
  for (const offset of masked.angles) {
    if (offset < mended || withheld.has(offset)) continue;
    if (faults.length >= MOST_FAULTS) break;
    const found = angleFault(body.slice(offset, offset + GLANCE), body[offset - 1]);
    if (!found || isIn(code, offset)) continue;
    const { length, ...fault } = found;
    faults.push({ offset, end: offset + length, ...fault });
    if (fault.fix !== undefined) mended = offset + length;
  }
  for (const offset of masked.modules) {
    if (MODULE.test(body.slice(offset, offset + GLANCE)) && !isIn(code, offset)) {
      const end = body.indexOf('\n', offset);
      faults.push({ offset, end: end === -1 ? body.length : end, kind: 'import', message: IMPORT });
    }
  }
  return { tree, masked, faults: faultsInOrder(faults.length > 0 ? faults : echoes), pictures };
};

/** Reads the text of a page: its tree, and all that an author may not write. `body` is the page without its front matter. */
export const parseBody = (body: string): Parsed => {
  const { tree, faults, pictures } = prepare(body);
  return { tree, faults, pictures };
};
