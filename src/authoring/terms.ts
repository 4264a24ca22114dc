/**
 * Explains each term of the glossary where a page first uses it: the word becomes a button that opens one sentence and the way to the
 * glossary. It needs no script. Words of headings, links, code, checklists and marks of sources are left alone; a link of the author's
 * to the glossary becomes such a button itself.
 */
import { defineHastPlugin, type HastContent } from 'satteri';
import type { Explained } from '../glossary/explain.ts';
import { underBase } from '../site/address.ts';
import { element } from './source-marks.ts';

/** Explanations are part of the page and of its weight; a page that needs more of them needs another text. */
const MOST = 6;

/** Where pages are explained. The glossary explains itself, and people are no text. */
const EXPLAINED = /(^|\/)content\/(guide|projects|pages)\//;

/** Elements whose words are left as they are. */
const LEFT_ALONE = new Set([
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'pre',
  'code',
  'sup',
  'small',
  'button',
  'Checklist',
  'CodeBlock',
  'Quote',
  'a',
]);

interface Node {
  type: string;
  value?: string;
  tagName?: string;
  name?: string | null;
  properties?: Record<string, unknown>;
}

interface Context {
  parent: (node: never) => Node | undefined;
  textContent: (node: never) => string;
  replaceNode: (node: never, by: HastContent[]) => void;
}

interface Name {
  id: string;
  /** Sticky: it tells whether the name stands at one place. */
  pattern: RegExp;
}

export interface Dictionary {
  terms: ReadonlyMap<string, Explained>;
  /** The names of all terms by their first word, in small letters; of those that begin alike the longest first. */
  names: ReadonlyMap<string, readonly Name[]>;
}

// The words that names of terms begin with; classes of Unicode would take several times as long.
const WORD = /[0-9A-Za-z\u00C0-\u024F]+/g;

/** What a name may not be part of. */
const JOINED = /[\p{L}\p{N}-]$/u;
const CONTINUED = /^[\p{L}\p{N}-]/u;

/** The words with which what a pattern describes (explain.ts) may begin, in small letters. Of a single word that is its plural, too. */
const beginnings = (pattern: string): string[] => {
  const [whole, either = '', rest = ''] = /^(?:\[(.).\])?([\p{L}\p{N}]*)/u.exec(pattern.replace(/s\?$/, '')) ?? [];
  const word = `${either}${rest}`.toLowerCase();
  return whole?.length === pattern.length - 2 ? [word, `${word}s`] : [word];
};

/** Everything that a text may call a term. */
export const dictionaryOf = (terms: readonly Explained[]): Dictionary | undefined => {
  const all = terms.flatMap(({ id, patterns }) => patterns.map((pattern) => ({ id, pattern })));
  if (all.length === 0) return undefined;
  const names = new Map<string, Name[]>();
  for (const { id, pattern } of all.toSorted((a, b) => b.pattern.length - a.pattern.length)) {
    // Each class of Unicode takes a tenth of a millisecond to compile, so what may follow is asked apart.
    const name = { id, pattern: new RegExp(pattern, 'uy') };
    for (const word of beginnings(pattern)) names.set(word, [...(names.get(word) ?? []), name]);
  }
  return { terms: new Map(terms.map((term) => [term.id, term])), names };
};

/** Where a text names terms, from its beginning to its end. Most words begin no name, and so cost one look. */
const namesIn = (text: string, { names }: Dictionary): { id: string; word: string; start: number; end: number }[] => {
  const found: { id: string; word: string; start: number; end: number }[] = [];
  let end = 0;
  for (const { 0: first, index: start } of text.matchAll(WORD)) {
    const begun = start < end ? undefined : names.get(first.toLowerCase());
    if (!begun || JOINED.test(text.slice(Math.max(0, start - 2), start))) continue;
    for (const { id, pattern } of begun) {
      pattern.lastIndex = start;
      const word = pattern.exec(text)?.[0];
      if (word === undefined || CONTINUED.test(text.slice(start + word.length, start + word.length + 2))) continue;
      end = start + word.length;
      found.push({ id, word, start, end });
      break;
    }
  }
  return found;
};

/** What the word stands for, where the word itself does not say it. */
const nameFor = (word: string, { term, expansion }: Explained): string => {
  const name = expansion ?? term;
  return name.toLowerCase() === word.toLowerCase() ? '' : `${name}. `;
};

/** The word as a button, and what it opens. */
const disclosure = (word: string, explained: Explained, base: string): HastContent[] => [
  element('button', { type: 'button', popoverTarget: `term-${explained.id}` }, word),
  element(
    'span',
    { popover: 'auto', id: `term-${explained.id}` },
    `${nameFor(word, explained)}${explained.sentence} `,
    element('a', { href: underBase(`/glossary/#${explained.id}`, base) }, 'In the glossary'),
  ),
];

const nameOf = ({ tagName, name }: Node): string => tagName ?? name ?? '';

/** The plug-in for one page, which lies at `file`. */
export const explainTerms = (base: string, file: string, dictionary: () => Dictionary | undefined) => {
  const seen = new Set<string>();
  const glossary = underBase('/glossary/#', base);

  const explained = EXPLAINED.test(file);
  const known = (): Dictionary | undefined => (explained && seen.size < MOST ? dictionary() : undefined);

  const isLeftAlone = (node: Node, context: Context): boolean => {
    for (let parent = context.parent(node as never); parent; parent = context.parent(parent as never))
      if (LEFT_ALONE.has(nameOf(parent))) return true;
    return false;
  };

  /** An author's own link to a term, when it is the first use. */
  const visitLink = (link: Node, context: Context): void => {
    const href = String(link.properties?.['href'] ?? '');
    const term = href.startsWith(glossary) ? known()?.terms.get(href.slice(glossary.length)) : undefined;
    if (!term || seen.has(term.id) || isLeftAlone(link, context)) return;
    seen.add(term.id);
    context.replaceNode(link as never, disclosure(context.textContent(link as never), term, base));
  };

  const visit = (node: Node, context: Context): void => {
    const dictionaryNow = known();
    const value = node.value ?? '';
    const names = dictionaryNow ? namesIn(value, dictionaryNow) : [];
    // Most texts hold no term; only of the others is it asked where they stand.
    if (names.length === 0 || isLeftAlone(node, context)) return;
    // A word that fills its cell stands too close to a mark beside it to be pressed.
    const fills = /^(td|th)$/.test(nameOf(context.parent(node as never) ?? node)) ? value.trim() : '';
    const parts: HastContent[] = [];
    let end = 0;
    for (const { id, word, ...place } of names) {
      const term = dictionaryNow?.terms.get(id);
      if (!term || seen.has(id) || seen.size >= MOST || word === fills) continue;
      seen.add(id);
      parts.push({ type: 'text', value: value.slice(end, place.start) }, ...disclosure(word, term, base));
      end = place.end;
    }
    if (parts.length > 0) context.replaceNode(node as never, [...parts, { type: 'text', value: value.slice(end) }]);
  };
  return defineHastPlugin({
    name: 'terms',
    text: visit as never,
    element: { filter: ['a'], visit: visitLink as never },
  });
};
