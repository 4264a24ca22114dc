/** What rests on which source: counted from the marks in the text of pages. Plain: the check reads it as well as the site. */
import type { HowRead, Source } from '../fields.ts';

/** A page as far as its sources go. */
export interface Sourced {
  title: string;
  /** Its site path. */
  path: string;
  sources: readonly Source[];
  /** Its text as written, where marks in it cite its sources. */
  body?: string | undefined;
}

/** Readings that were not of the source itself. */
const NOT_ITSELF: ReadonlySet<HowRead> = new Set(['second-hand', 'not yet opened']);

/** How many marks of each source stand in a text. Code shows marks as code, so it is passed over. */
export const statements = (body = ''): Map<string, number> => {
  const prose = body.replace(/^(`{3,}|~{3,})[\s\S]*?^\1/gm, '').replace(/(`+)[^`][\s\S]*?\1/g, '');
  const counts = new Map<string, number>();
  for (const [, id = ''] of prose.matchAll(/<Source\s+id="([^"]*)"\s*\/>/g)) counts.set(id, (counts.get(id) ?? 0) + 1);
  return counts;
};

/** Whether a page has sources, and not one of them was read itself, not even in part. */
export const restsOnSecondHand = ({ sources }: Pick<Sourced, 'sources'>): boolean =>
  sources.length > 0 && sources.every(({ howRead }) => NOT_ITSELF.has(howRead as HowRead));

export interface Reading {
  readOn: string;
  howRead: HowRead;
  /** What rests on it, and in how many marked statements; 0 where a page cites it as a whole. */
  pages: { title: string; path: string; statements: number }[];
}

export interface LedgerSource {
  url: string;
  title: string;
  publisher: string;
  dated: string;
  /** Each way and day of reading, the last one first. */
  readings: Reading[];
  /** Marked statements on all pages. */
  statements: number;
}

/** Every source of these pages once, by its address, ordered by publisher and title. */
export const gatherSources = (pages: readonly Sourced[]): LedgerSource[] => {
  const found = new Map<string, LedgerSource>();
  for (const { title, path, sources, body } of pages) {
    const counts = statements(body);
    for (const { id, url, readOn, howRead, ...source } of sources) {
      const entry = found.get(url) ?? {
        url,
        title: source.title,
        publisher: source.publisher,
        dated: source.dated,
        readings: [],
        statements: 0,
      };
      found.set(url, entry);
      let reading = entry.readings.find((one) => one.readOn === readOn && one.howRead === howRead);
      if (!reading) entry.readings.push((reading = { readOn, howRead: howRead as HowRead, pages: [] }));
      const count = counts.get(id) ?? 0;
      reading.pages.push({ title, path, statements: count });
      entry.statements += count;
    }
  }
  for (const { readings } of found.values()) readings.sort((a, b) => b.readOn.localeCompare(a.readOn));
  return [...found.values()].toSorted(
    (a, b) => a.publisher.localeCompare(b.publisher, 'en') || a.title.localeCompare(b.title, 'en') || a.url.localeCompare(b.url),
  );
};
