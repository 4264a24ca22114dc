/**
 * What a browser can say of the text of a page. The parser of the site does not fit into it, so headings, links and pictures are found
 * by their signs: what is said here holds, and what is not said here is found by the check of the pull request.
 */
import { linkFault, pictureFault } from '../authoring/addresses.ts';
import { GLANCE, IMPORT, MODULE, tooLarge } from '../authoring/before-parsing.ts';
import { componentNames } from '../authoring/components.ts';
import { angleFault } from '../authoring/tags.ts';
import { checkProse } from '../check/prose.ts';
import type { Heading, Link, Picture } from '../check/text.ts';

const BLOCK = /^( {0,3})(`{3,}|~{3,})[^\n]*\n[\s\S]*?(?:^ {0,3}\2[`~]*[ \t]*$|(?![\s\S]))/gm;
const SPAN = /(?<!`)(`+)(?!`)(?:(?!\n[ \t]*\n)[\s\S])*?(?<!`)\1(?!`)/g;

const blank = (text: string): string => text.replaceAll(/[^\n]/g, ' ');

/** The text with all code, which is shown as it stands, blanked out. Offsets stay. */
const withoutCode = (text: string): string => text.replaceAll(BLOCK, blank).replaceAll(SPAN, blank);

const TAG = new RegExp(String.raw`^</?(?:${componentNames.join('|')})(?:\s+[\w-]+="[^"\n]*")*\s*/?>`);
const AUTOLINK = /^<(?:https?:\/\/[^\s<>]+|mailto:[^\s<>]+|[^\s<>@]+@[^\s<>@]+)>/i;

const tags = (text: string): string[] =>
  [...text.matchAll(/(?<!\\)</g)].flatMap(({ index }) => {
    const rest = text.slice(index, index + GLANCE);
    if (TAG.test(rest) || AUTOLINK.test(rest)) return [];
    return angleFault(rest, text[index - 1])?.message ?? [];
  });

const modules = (text: string): string[] =>
  [...text.matchAll(/^(?:import|export)\b/gm)].flatMap(({ index }) =>
    MODULE.test(text.slice(index, index + GLANCE)) ? IMPORT : [],
  );

const headingsIn = (text: string): Heading[] =>
  [...text.matchAll(/^ {0,3}(#{1,6})(?:[ \t]+([^\n]*?))?(?:[ \t]+#+)?[ \t]*$/gm)].map(
    ({ 0: all, 1: signs = '', 2: words = '', index }) => ({
      start: index,
      end: index + all.length,
      depth: signs.length,
      text: words.trim(),
      slug: '',
    }),
  );

const linksIn = (text: string): { links: Link[]; pictures: Picture[] } => {
  const links: Link[] = [];
  const pictures: Picture[] = [];
  for (const { 0: all, 1: mark, 2: words = '', 3: url = '', index } of text.matchAll(
    /(!?)\[([^[\]\n]*)\]\(((?:[^\s()]|\([^\s()]*\))*)\)/g,
  )) {
    const place = { start: index, end: index + all.length, url };
    if (mark) pictures.push({ ...place, alt: words });
    else links.push({ ...place, text: words });
  }
  return { links, pictures };
};

/** What is wrong with the text of a page, as far as a browser can tell; each thing once. */
export const textFaults = (body: string): string[] => {
  const large = tooLarge(body)?.message;
  if (large !== undefined) return [large];
  const text = withoutCode(body);
  const { links, pictures } = linksIn(text);
  const addresses = [...links.map(({ url }) => linkFault(url)), ...pictures.map(({ url }) => pictureFault(url))];
  const prose = checkProse(
    { headings: headingsIn(text), links, pictures, components: [], words: [], faults: [], files: [] },
    text,
  )
    .filter(({ rule }) => rule !== 'bare-link' && rule !== 'markup')
    .map(({ message }) => message);
  return [...new Set([...modules(text), ...tags(text), ...addresses.filter((fault) => fault !== undefined), ...prose])];
};
