/** Reads a finished page for the small index: what it is called, its sections, its words. */
import { parse, type HTMLElement } from 'node-html-parser';
import type { Entry } from './small-format.ts';
import { isStopWord, keyOf, wordsOf } from './words.ts';

export interface ReadPage {
  entry: Entry;
  /** The distinct words of the text, one for each stem, with how often it stands there. */
  words: Map<string, { word: string; count: number }>;
}

const IGNORED = ['[data-pagefind-ignore]', 'script', 'style', 'template', 'svg', 'nav', 'sup.mark', 'small.note'];

/** Ends of blocks; the words on both sides of one are two. */
const BLOCK_ENDS = /<\/(?!(?:a|abbr|b|code|em|i|mark|small|span|strong|sub|sup)>)\w+>|<br>/g;

const textOf = (element: HTMLElement | null): string => (element?.textContent ?? '').replaceAll(/\s+/g, ' ').trim();

const filtersOf = (main: HTMLElement): Record<string, string[]> => {
  const filters: Record<string, string[]> = {};
  for (const element of main.querySelectorAll('[data-pagefind-filter]')) {
    for (const pair of (element.getAttribute('data-pagefind-filter') ?? '').split(', ')) {
      const [name = '', value = ''] = pair.split(':');
      if (name && value) (filters[name] ??= []).push(value);
    }
  }
  return filters;
};

/** The keywords that a page gives to search. */
const keywordsOf = (main: HTMLElement): string =>
  main
    .querySelectorAll('[data-pagefind-meta^="keywords:"]')
    .map((element) => (element.getAttribute('data-pagefind-meta') ?? '').slice('keywords:'.length))
    .join(', ');

const countWords = (text: string): ReadPage['words'] => {
  const words: ReadPage['words'] = new Map();
  for (const word of wordsOf(text)) {
    if (isStopWord(word) || word.length < 2 || word.length > 30 || /^\d+$/.test(word)) continue;
    const known = words.get(keyOf(word));
    if (known) known.count += 1;
    else words.set(keyOf(word), { word, count: 1 });
  }
  return words;
};

/** A page without a kind is a utility, such as a list of everything. */
const isSearched = (html: string): boolean => /<main[^>]*\sdata-pagefind-body/.test(html);

/** The page at a site path as the index has it; undefined for a page that is not searched. */
export const readPage = (path: string, html: string): ReadPage | undefined => {
  if (!isSearched(html)) return undefined;
  const document = parse(html.replaceAll(BLOCK_ENDS, ' $&'), { comment: false });
  const main = document.querySelector('main');
  if (!main) return undefined;
  const { kind = ['About'], ...filters } = {
    kind: (main.getAttribute('data-pagefind-filter') ?? '').split('kind:').slice(1),
    ...filtersOf(main),
  };
  const keywords = keywordsOf(main);
  const email = /^mailto:([^?]+)/.exec(main.querySelector('a[href^="mailto:"]')?.getAttribute('href') ?? '')?.[1];
  const about = document.querySelector('meta[name="description"]')?.getAttribute('content');
  const title = textOf(main.querySelector('h1'));
  for (const element of main.querySelectorAll(IGNORED.join(','))) element.remove();
  const headings = main
    .querySelectorAll('h2[id], h3[id]')
    .map((heading) => [heading.id, textOf(heading)] as const)
    // Letters of the alphabet part a list and name no section.
    .filter(([, text]) => text.length > 1);
  const entry: Entry = {
    path,
    title,
    kind: kind[0] ?? 'About',
    ...(about ? { about } : {}),
    ...(keywords ? { keywords } : {}),
    ...(headings.length > 0 ? { headings } : {}),
    ...(email && kind[0] === 'Contact' ? { email } : {}),
    ...(Object.keys(filters).length > 0 ? { filters } : {}),
  };
  return { entry, words: countWords(textOf(main)) };
};
