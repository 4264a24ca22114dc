/** The guide as one document for paper: its sources numbered through all chapters, and its links led to where paper can follow. */
import { numberSources } from '../authoring/sources.ts';
import type { Source } from '../fields.ts';
import { withoutDisclosures } from '../glossary/disclosures.ts';

/** Beyond this many pages the whole guide in one document would serve nobody, so it is not made. */
export const WHOLE_GUIDE_AT_MOST = 60;

export interface Chapter {
  id: string;
  sources: readonly Source[];
  /** The ids of the sources that its text cites, in order. */
  cited: readonly string[];
}

export interface Numbered {
  number: number;
  source: Source;
  /** Where the document first cites it: a chapter, and the id of the source there. Undefined where no sentence does. */
  first: { chapter: string; id: string } | undefined;
}

export interface Numbers {
  /** Every source once, by number. */
  all: Numbered[];
  /** The number of a source in the document, by chapter and by its id there. */
  of: (chapter: string, id: string) => number | undefined;
}

/** The same source, read the same way, has one number wherever it is cited. What it is called in a chapter does not matter. */
const identity = (source: Source): string => JSON.stringify(Object.entries({ ...source, id: '' }).toSorted());

/** Numbers the sources of all chapters in the order in which the document first cites them. */
export const numberThrough = (chapters: readonly Chapter[]): Numbers => {
  const found = new Map<string, Numbered>();
  const numbers = new Map<string, number>();
  for (const { id: chapter, sources, cited } of chapters) {
    for (const { source } of numberSources(cited, sources)) {
      const key = identity(source);
      const first = cited.includes(source.id) ? { chapter, id: source.id } : undefined;
      const entry = found.get(key) ?? { number: found.size + 1, source, first };
      entry.first ??= first;
      found.set(key, entry);
      numbers.set(`${chapter} ${source.id}`, entry.number);
    }
  }
  return { all: [...found.values()], of: (chapter, id) => numbers.get(`${chapter} ${id}`) };
};

interface Paper {
  /** The chapter that the HTML belongs to. */
  chapter: string;
  /** The ids of all chapters of the document. */
  chapters: ReadonlySet<string>;
  numbers: Numbers;
  /** The base path of the site. */
  base: string;
  /** The whole web address of a path below the base. */
  full: (path: string) => string;
}

/** The side notes, which repeat the list of sources. */
const NOTES = /<small class="note"[\s\S]*?<\/small>/g;

/** Ids that the layout of a page gives, and that a chapter of the document does not have. */
const OF_THE_LAYOUT: ReadonlySet<string> = new Set(['main', 'ask', 'examples', 'sources']);

/**
 * The HTML of a chapter as part of the document: its ids are its own, its headings stand one level down, its sources have the numbers
 * of the document, links to other chapters lead there, and other links within the site tell their whole address.
 */
export const onPaper = (html: string, { chapter, chapters, numbers, base, full }: Paper): string =>
  withoutDisclosures(html)
    .replaceAll(NOTES, '')
    // Sections named by their heading would be landmarks, and eighteen landmarks called "Checklist" help nobody.
    .replaceAll(/\saria-labelledby="[^"]*"/g, '')
    .replaceAll(/(\sid=")/g, `$1${chapter}--`)
    .replaceAll(/(\shref="#)/g, `$1${chapter}--`)
    .replaceAll(
      / href="#[\w-]+?--source-([\w-]+)"([^>]*) aria-label="Source \d+">\d+</g,
      (whole, id: string, between: string) => {
        const number = numbers.of(chapter, id);
        return number === undefined ? whole : ` href="#source-${number}"${between} aria-label="Source ${number}">${number}<`;
      },
    )
    .replaceAll(/ href="(\/[^"]*)"/g, (whole, path: string) => {
      const [, id = '', fragment = ''] = /^guide\/([\w-]+)\/(?:#(.*))?$/.exec(path.slice(base.length)) ?? [];
      if (chapters.has(id)) return ` href="#${id}${fragment && !OF_THE_LAYOUT.has(fragment) ? `--${fragment}` : ''}"`;
      return `${whole} data-address="${full(path)}"`;
    })
    .replaceAll(/(<\/?h)([2-5])/g, (_, tag: string, level: string) => `${tag}${Number(level) + 1}`);
