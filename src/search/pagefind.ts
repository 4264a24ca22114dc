/** The part of Pagefind's browser API that the dialog uses, see https://pagefind.app/docs/api/. */

export interface Section {
  title: string;
  url: string;
  /** Text in which the matched words stand between `<mark>` and `</mark>`; everything else is escaped. */
  excerpt: string;
}

export interface Page {
  url: string;
  meta: { title?: string; kind?: string };
  excerpt: string;
  sub_results: Section[];
}

export interface Found {
  results: { id: string; data: () => Promise<Page> }[];
  /** How many results each choice of a filter would leave. */
  filters: Record<string, Record<string, number>>;
}

export interface Pagefind {
  options: (options: { baseUrl?: string; excerptLength?: number }) => Promise<void>;
  init: () => Promise<void>;
  filters: () => Promise<unknown>;
  debouncedSearch: (words: string, options?: { filters?: Record<string, string> }, wait?: number) => Promise<Found | null>;
}

/** Loads the index of this site. `base` is the base path, with a slash at both ends. */
export const loadPagefind = async (base: string): Promise<Pagefind> => {
  const address = new URL(`${base}pagefind/pagefind.js`, location.href).href;
  const pagefind = (await import(/* @vite-ignore */ address)) as Pagefind;
  await pagefind.options({ baseUrl: base, excerptLength: 24 });
  await pagefind.init();
  // Results carry the counts of a filter only once its choices have been loaded.
  await pagefind.filters();
  return pagefind;
};
