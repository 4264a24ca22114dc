/** Results as elements. Text becomes text nodes and `mark` elements; nothing that a reader or a page says can become another element. */
import { element } from '../components/element.ts';
import type { Passage } from './engine.ts';
import { remembered } from '../remembered.ts';
import { BEST, type Answer } from './rank.ts';
import { reasonFor } from './reason.ts';
import { fold, keyOf } from './words.ts';

/** How many answers of each kind follow the best. */
const EACH_KIND = 5;

/** The kinds of page as headings of a group. */
const GROUPS: Readonly<Record<string, string>> = {
  'Glossary': 'Terms',
  'Contact': 'People and organisations',
  'Meet-up': 'Meet-ups',
  'Project': 'Projects',
  'Guide': 'Guide',
  'Pathway': 'What applies to a study',
  'About': 'About this site',
};

/** What is marked: words with these stems, and words that begin with what is still being typed. */
export interface Wanted {
  keys: ReadonlySet<string>;
  beginning: string;
}

/** The same words stand in the answers to every key. */
const folded = remembered(fold);

/** The text with what is wanted marked. What stands between two marks is one node: a browser lays out each by itself. */
const markWords = (text: string, { keys, beginning }: Wanted): (Node | string)[] => {
  const nodes: (Node | string)[] = [];
  let plain = '';
  for (const [index, piece] of text.split(/([\p{L}\p{N}]+)/u).entries()) {
    const word = index % 2 === 1 ? folded(piece) : '';
    const isWanted = word !== '' && (keys.has(keyOf(word)) || (beginning.length > 1 && word.startsWith(beginning)));
    if (!isWanted) plain += piece;
    else {
      nodes.push(plain, element('mark', { textContent: piece }));
      plain = '';
    }
  }
  return [...nodes, plain].filter((node) => node !== '');
};

/** Text in which `<mark>…</mark>` is the only markup, as nodes. */
const markedNodes = (text: string): Node[] =>
  [...new DOMParser().parseFromString(text, 'text/html').body.childNodes].map((node) =>
    node.nodeName === 'MARK'
      ? element('mark', { textContent: node.textContent ?? '' })
      : document.createTextNode(node.textContent ?? ''),
  );

// The query stands in the address of the page, and is not told to the next one.
const link = (href: string, ...children: (Node | string)[]) => element('a', { href, referrerPolicy: 'origin' }, ...children);

/** The first sentences, within what two lines hold. */
const shortened = (text: string): string => (text.length < 240 ? text : `${text.slice(0, text.lastIndexOf(' ', 230))} …`);

const answerRow = ({ entry }: Answer, base: string, wanted: Wanted): HTMLElement => {
  const { heading, keyword } = reasonFor(entry, wanted.keys);
  const [path, id] = entry.path.split('#');
  const href = `${base}${path?.slice(1) ?? ''}${id ? `#${id}` : heading ? `#${heading[0]}` : ''}`;
  const title = element('strong', {}, ...markWords(entry.title, wanted));
  const expansion = entry.expansion ? [': ', ...markWords(entry.expansion, wanted)] : [];
  const section = heading ? [element('span', {}, ' › ', ...markWords(heading[1], wanted))] : [];
  const row = element('li', {}, element('small', { textContent: entry.kind }), link(href, title, ...expansion, ...section));
  if (entry.about) row.append(element('p', {}, ...markWords(shortened(entry.about), wanted)));
  if (keyword) row.append(element('p', {}, 'Found by: ', ...markWords(keyword, wanted)));
  if (entry.email)
    row.append(element('p', {}, element('a', { className: 'mail', href: `mailto:${entry.email}`, textContent: entry.email })));
  return row;
};

const passageRow = (passage: Passage, wanted: Wanted): HTMLElement => {
  const { url, title, section, kind, excerpt, plain } = passage;
  const place = link(url, element('strong', { textContent: title }));
  if (section && section !== title) place.append(element('span', { textContent: ` › ${section}` }));
  const text = element('p', {}, ...(plain ? markWords(shortened(excerpt), wanted) : markedNodes(excerpt)));
  return element('li', {}, element('small', { textContent: kind }), place, text);
};

const group = (name: string, rows: HTMLElement[]): HTMLElement =>
  element('section', { ariaLabel: name }, element('h2', { textContent: name }), element('ol', {}, ...rows));

/** The first answers: the best, then the rest by kind. */
export const answerGroups = (answers: readonly Answer[], base: string, wanted: Wanted): HTMLElement[] => {
  const rows = (some: readonly Answer[]) => some.map((answer) => answerRow(answer, base, wanted));
  const groups = new Map<string, Answer[]>();
  for (const answer of answers.slice(BEST)) {
    const members = groups.get(answer.entry.kind) ?? [];
    if (members.length < EACH_KIND) groups.set(answer.entry.kind, [...members, answer]);
  }
  const best = answers.length > 0 ? [group('Best answers', rows(answers.slice(0, BEST)))] : [];
  return [...best, ...[...groups].map(([kind, members]) => group(GROUPS[kind] ?? kind, rows(members)))];
};

export const passageGroup = (passages: readonly Passage[], wanted: Wanted): HTMLElement =>
  group(
    'In the text',
    passages.map((passage) => passageRow(passage, wanted)),
  );
