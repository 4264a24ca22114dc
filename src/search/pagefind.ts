/** The part of Pagefind's browser API that the dialog uses, see https://pagefind.app/docs/api/. */

export interface Section {
  title: string;
  url: string;
  /** Text in which the matched words stand between `<mark>` and `</mark>`; everything else is escaped. */
  excerpt: string;
}

export interface Page {
  url: string;
  /** The whole text. */
  content: string;
  meta: { title?: string; kind?: string };
  excerpt: string;
  sub_results: Section[];
}

export interface Found {
  results: { id: string; data: () => Promise<Page> }[];
}

export interface Pagefind {
  options: (options: Record<string, unknown>) => Promise<void>;
  init: () => Promise<void>;
  search: (words: string, options?: { filters?: Record<string, string> }) => Promise<Found>;
}

/** Keywords that authors give weigh as much as a title. */
const RANKING = { metaWeights: { title: 5, keywords: 4 } };

/** Loads the index of this site. `base` is the base path, with a slash at both ends. */
export const loadPagefind = async (base: string): Promise<Pagefind> => {
  const address = new URL(`${base}pagefind/pagefind.js`, location.href).href;
  const pagefind = (await import(/* @vite-ignore */ address)) as Pagefind;
  // A worker hands every place of every result over, which takes longer than to search on the spot.
  await pagefind.options({ noWorker: true, baseUrl: base, excerptLength: 24, ranking: RANKING });
  await pagefind.init();
  return pagefind;
};
