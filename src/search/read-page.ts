/** Reads a finished page for the small index: what it is called, its sections, its words. */
import { decode } from 'html-entities';
import { Parser } from 'htmlparser2';
import { idOf, type Entry, type Heading } from './small-format.ts';
import { isStopWord, keyOf, wordsOf } from './words.ts';

export interface ReadPage {
  entry: Entry;
  /** The distinct words of the text, one for each stem, with how often it stands there. */
  words: Map<string, { word: string; count: number }>;
}

const IGNORED: ReadonlySet<string> = new Set(['script', 'style', 'template', 'svg', 'nav']);

/** Elements that end no word; between others the words are two. */
const WITHIN_WORDS: ReadonlySet<string> = new Set([
  'a',
  'abbr',
  'b',
  'code',
  'em',
  'i',
  'mark',
  'small',
  'span',
  'strong',
  'sub',
  'sup',
]);

type Attributes = Readonly<Record<string, string>>;

/** Whether search passes over an element: marks of sources and their notes say what the list at the end says. */
const isIgnored = (name: string, attributes: Attributes): boolean =>
  IGNORED.has(name) ||
  'data-pagefind-ignore' in attributes ||
  (name === 'sup' && attributes['class'] === 'mark') ||
  (name === 'small' && attributes['class'] === 'note');

const plain = (text: string): string => text.replaceAll(/\s+/g, ' ').trim();

interface Read {
  kind: string | undefined;
  title: string;
  text: string;
  headings: [string, string][];
  keywords: string[];
  emails: Set<string>;
  filters: Map<string, string[]>;
}

/** Reads `<main>` from its beginning to its end, without making a tree of it. */
const readMain = (main: string): Read => {
  const read: Read = { kind: undefined, title: '', text: '', headings: [], keywords: [], emails: new Set(), filters: new Map() };
  let ignored = 0;
  let inTitle = false;
  /** Whether an element has just ended: where another begins at once, another word does. */
  let ended = false;
  let heading: [string, string] | undefined;
  /** The id of the article that has just begun: that of its heading, where the heading has none. */
  let article: string | undefined;

  const note = (attributes: Attributes): void => {
    for (const pair of attributes['data-pagefind-filter']?.split(', ') ?? []) {
      const [name = '', value = ''] = pair.split(':');
      if (name && value) read.filters.set(name, [...(read.filters.get(name) ?? []), value]);
    }
    const meta = attributes['data-pagefind-meta'];
    if (meta?.startsWith('keywords:')) read.keywords.push(meta.slice('keywords:'.length));
  };
  const say = (words: string): void => {
    if (inTitle) read.title += words;
    if (ignored > 0) return;
    read.text += words;
    if (heading) heading[1] += words;
  };
  const parser = new Parser({
    onopentag(name, attributes) {
      if (name === 'main') read.kind = attributes['data-pagefind-filter']?.split('kind:')[1];
      else note(attributes);
      if (ended) say(' ');
      const [, email] = (name === 'a' && /^mailto:([^?]+)/.exec(attributes['href'] ?? '')) || [];
      if (email) read.emails.add(email);
      if (name === 'h1') inTitle = true;
      if (ignored > 0 || isIgnored(name, attributes)) ignored += 1;
      else if (/^h[23]$/.test(name)) {
        const id = attributes['id'] ?? article;
        article = undefined;
        if (id) read.headings.push((heading = [id, '']));
      }
      if (name === 'article') article = attributes['id'];
    },
    ontext(words) {
      ended = false;
      say(words);
    },
    onclosetag(name) {
      if (name === 'h1') inTitle = false;
      if (/^h[23]$/.test(name)) heading = undefined;
      if (!WITHIN_WORDS.has(name)) say(' ');
      if (ignored > 0) ignored -= 1;
      ended = true;
    },
  });
  parser.end(main);
  return read;
};

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

/** Words of a keyword that may be an acronym written out, so that it is kept whole. */
const WRITTEN_OUT = 3;

/** The words of keywords that the title and the keywords before them do not say. A word is worth no more for standing twice. */
const newKeywords = (title: string, keywords: readonly string[]): string => {
  const said = new Set(wordsOf(title).map(keyOf));
  const kept = keywords.flatMap((keyword) => {
    const words = wordsOf(keyword).filter((word) => !isStopWord(word));
    const news = words.filter((word) => !said.has(keyOf(word)));
    for (const word of news) said.add(keyOf(word));
    return news.length > 0 ? [(words.length < WRITTEN_OUT ? news : words).join(' ')] : [];
  });
  return kept.join(', ');
};

/** A page without a kind is a utility, such as a list of everything. */
const SEARCHED = /<main[^>]*\sdata-pagefind-body[\s\S]*<\/main>/;

const ABOUT = /<meta name="description" content="([^"]*)"/;

/** The page at a site path as the index has it; undefined for a page that is not searched. */
export const readPage = (path: string, html: string): ReadPage | undefined => {
  const main = SEARCHED.exec(html)?.[0];
  if (main === undefined) return undefined;
  const { kind = 'About', title, text, filters, ...read } = readMain(main);
  const about = decode(ABOUT.exec(html)?.[1] ?? '');
  const keywords = newKeywords(
    title,
    read.keywords.flatMap((list) => list.split(', ')),
  );
  // A list names several people.
  const [email, another] = read.emails;
  const headings = read.headings
    .map(([id, words]): [string, string] => [id, plain(words)])
    // Letters of the alphabet part a list and name no section.
    .filter(([, words]) => words.length > 1)
    .map(([id, words]): Heading => (id === idOf(words) ? words : [id, words]));
  const entry: Entry = {
    path,
    title: plain(title),
    kind,
    ...(about ? { about } : {}),
    ...(keywords ? { keywords } : {}),
    ...(headings.length > 0 ? { headings } : {}),
    ...(email && !another && kind === 'Contact' ? { email } : {}),
    ...(filters.size > 0 ? { filters: Object.fromEntries(filters) } : {}),
  };
  return { entry, words: countWords(plain(text)) };
};
