/**
 * SVG drawings that could do something. A drawing opened at its own address is a page of the site, with no policy around it.
 *
 * The test reads the text and no tree: XML spells every element and attribute out, except where a DOCTYPE defines entities, and a
 * DOCTYPE is refused. So it may refuse what a comment only mentions, but cannot miss what a browser would see.
 */
import { decode } from 'html-entities';
import type { Problem } from '../problems.ts';
import { shown, textOf, wholeFile, type GivenFile } from './given.ts';

/** A name of an element, with or without the prefix of a namespace. */
const element = (names: string): RegExp => new RegExp(`<(?:[\\w.-]+:)?(?:${names})(?=[\\s/>])`, 'gi');

const faults: readonly { pattern: RegExp; what: string }[] = [
  { pattern: element('script'), what: 'holds a script' },
  {
    pattern: element('foreignObject|iframe|object|embed|audio|video|canvas|html|body|link|meta|base'),
    what: 'holds a piece of a web page',
  },
  { pattern: /(?<=[\s"'/])(?:[\w.-]+:)?on[a-z]+\s*=/gi, what: 'holds an event handler' },
  { pattern: /<!(?:DOCTYPE|ENTITY)/gi, what: 'holds a DOCTYPE, which can define text that is not seen' },
  { pattern: /<\?(?!xml\s)[\w-]+/gi, what: 'holds a processing instruction' },
  { pattern: /@import\b|\bimage-set\(/gi, what: 'loads a style from elsewhere' },
  { pattern: /\\[\da-f]/gi, what: 'spells a style in escapes, which hide what it does' },
  {
    pattern:
      /\b(?:href|src)\s*=\s*(?:"(?!\s*#|\s*data:image\/(?:png|jpe?g|gif|webp)[;,])[^"]*"|'(?!\s*#|\s*data:image\/(?:png|jpe?g|gif|webp)[;,])[^']*')/gi,
    what: 'leads to something outside itself',
  },
  { pattern: /\burl\(\s*(?!\s|#|["']\s*#)/gi, what: 'leads to something outside itself' },
  { pattern: /\battributeName\s*=\s*["']\s*(?:[\w.-]+:)?(?:href|src|on\w+)/gi, what: 'changes a link while it is shown' },
];

const FOREIGN_ENCODING = /^\s*<\?xml[^>]*encoding\s*=\s*["'](?!utf-8["'])/i;

/** What an SVG could do that a picture must not, each with its line. Other files have no such problem. */
export const checkSvg = ({ path, bytes }: GivenFile): Problem[] => {
  // What lies among the tests is hostile on purpose, and is never published.
  if (!/\.svgz?$/i.test(path) || path.startsWith('tests/')) return [];
  const written = textOf(bytes);
  if (written === undefined || FOREIGN_ENCODING.test(written))
    return [wholeFile(path, 'svg', 'This drawing is not text in UTF-8, so nobody can review it. Export it again as plain SVG.')];
  // `&#x6a;` is a letter to a browser. Lines are kept: an entity for a line end becomes a space.
  const text = written.replace(/&[#\w]+;/g, (entity) =>
    /^&(?:lt|gt|quot|apos|#0*(?:34|39|60|62)|#x0*(?:22|27|3[ce]));$/i.test(entity) ? entity : decode(entity).replace(/\s/g, ' '),
  );
  return faults.flatMap(({ pattern, what }) =>
    [...text.matchAll(pattern)].map(({ index }): Problem => {
      const before = text.slice(0, index).split('\n');
      return {
        file: shown(path),
        line: before.length,
        column: (before.at(-1)?.length ?? 0) + 1,
        rule: 'svg',
        message: `This drawing ${what}. Export it as plain SVG, or take this part out; a drawing shows, and does nothing else.`,
      };
    }),
  );
};
