/**
 * Leaves out of a page's style block what nothing on the page can match. Every page is sent with its styles inside it, and the
 * bundler gives each template the union of whatever its pages might need.
 */
import { parse, type ChildNode, type Container } from 'postcss';
import selectorParser from 'postcss-selector-parser';
import { remembered } from '../remembered.ts';

/** A selector, and the names that it cannot match without. */
interface Selector {
  text: string;
  needs: readonly string[];
}

/** A piece of a style sheet: words that always stand, a rule, or an at-rule round further pieces. */
type Piece =
  | { kind: 'words'; text: string }
  | { kind: 'rule'; selectors: readonly Selector[]; body: string }
  | { kind: 'group'; head: string; pieces: readonly Piece[] };

/** The names of one selector outside `:not()`, `:is()` and their like, whose arguments are alternatives. */
const needsOf = (selector: selectorParser.Selector): string[] =>
  selector.nodes.flatMap((node) => {
    if (node.type === 'class' || node.type === 'tag') return [node.value];
    return node.type === 'attribute' && node.attribute.startsWith('data-astro-cid-') ? [node.attribute] : [];
  });

/** The style sheets of all templates hold much the same rules, so each selector is read once. */
const selectorsOf = remembered((text): readonly Selector[] =>
  selectorParser()
    .astSync(text)
    .nodes.map((selector) => ({ text: String(selector), needs: needsOf(selector) })),
);

const pieceOf = (node: ChildNode): Piece => {
  if (node.type === 'rule') {
    const body = node.nodes.every(({ type }) => type === 'decl') ? `{${node.nodes.join(';')}}` : undefined;
    // A rule that holds rules stands as it is: what those match hangs on this one.
    return body === undefined
      ? { kind: 'words', text: String(node) }
      : { kind: 'rule', selectors: selectorsOf(node.selector), body };
  }
  if (
    node.type === 'atrule' &&
    node.nodes?.some(({ type }) => type === 'rule' || type === 'atrule') &&
    !/keyframes$/.test(node.name)
  )
    return { kind: 'group', head: `@${node.name} ${node.params}`, pieces: piecesOf(node) };
  return { kind: 'words', text: node.type === 'atrule' && !node.nodes ? `${String(node)};` : String(node) };
};

const piecesOf = (container: Container): Piece[] => (container.nodes ?? []).filter(({ type }) => type !== 'comment').map(pieceOf);

const written = (pieces: readonly Piece[], has: (name: string) => boolean): string =>
  pieces
    .map((piece) => {
      if (piece.kind === 'words') return piece.text;
      if (piece.kind === 'rule') {
        const left = piece.selectors.filter(({ needs }) => needs.every(has));
        return left.length > 0 ? left.map(({ text }) => text).join() + piece.body : '';
      }
      const inside = written(piece.pieces, has);
      return inside && `${piece.head}{${inside}}`;
    })
    .join('');

/** A style sheet, the names that its selectors ask for, and what it is without those that a page lacks, by the names that it has. */
interface Sheet {
  pieces: readonly Piece[];
  names: readonly string[];
  leaner: Map<string, string>;
}

const namesNeeded = (pieces: readonly Piece[]): string[] =>
  pieces.flatMap((piece) => {
    if (piece.kind === 'words') return [];
    return piece.kind === 'group' ? namesNeeded(piece.pieces) : piece.selectors.flatMap(({ needs }) => needs);
  });

/** Templates share their style sheets, so each is read once; so do most pages of a template share the names that they have. */
const sheetOf = remembered((css): Sheet => {
  const pieces = piecesOf(parse(css));
  return { pieces, names: [...new Set(namesNeeded(pieces))], leaner: new Map() };
});

/**
 * The style sheet without the rules that need a class, an element or a scope of Astro's that is not among the names.
 *
 * @throws when the style sheet or a selector in it cannot be read.
 */
export const usedStyles = (css: string, has: (name: string) => boolean): string => {
  const { pieces, names, leaner } = sheetOf(css);
  const had = names.filter(has);
  const key = had.join(' ');
  const known = leaner.get(key);
  if (known !== undefined) return known;
  const there = new Set(had);
  const left = written(pieces, (name) => there.has(name));
  leaner.set(key, left);
  return left;
};

const NAMES = /<([a-z][\w-]*)|\sclass="([^"]*)"|\s(data-astro-cid-\w+)/g;

/** The elements, classes and scopes that stand in a page. */
export const namesInPage = (html: string): Set<string> => {
  const names = new Set<string>();
  for (const [, element, classes, scope] of html.matchAll(NAMES)) {
    if (classes !== undefined) for (const name of classes.split(/\s+/)) names.add(name);
    else names.add(element ?? scope ?? '');
  }
  return names;
};

/** Whatever a script might give to the page as an element or a class: every word of it, as a class may be written. */
export const namesInScript = (script: string): string[] => script.split(/[\s"'`<>=,;{}$]+/);
