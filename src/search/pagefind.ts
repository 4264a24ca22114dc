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
}

export interface Pagefind {
  options: (options: Record<string, unknown>) => Promise<void>;
  init: () => Promise<void>;
  search: (words: string, options?: { filters?: Record<string, string> }) => Promise<Found>;
}

/** Keywords that authors give weigh as much as a title. */
const RANKING = { metaWeights: { title: 5, keywords: 4 } };

/** Pagefind writes into the console what it cannot read, so that its first file is read before Pagefind is asked to. */
const checkEntry = async (base: string): Promise<void> => {
  const response = await fetch(`${base}pagefind/pagefind-entry.json`);
  const { languages } = (await response.json()) as { languages: Record<string, { hash: string }> };
  for (const { hash } of Object.values(languages)) {
    const meta = await fetch(`${base}pagefind/pagefind.${hash}.pf_meta`);
    if (!meta.ok || !meta.body) throw new Error(`The search index answered ${meta.status}.`);
    await new Response(meta.body.pipeThrough(new DecompressionStream('gzip'))).arrayBuffer();
  }
};

/** Loads the index of this site. `base` is the base path, with a slash at both ends. */
export const loadPagefind = async (base: string): Promise<Pagefind> => {
  await checkEntry(base);
  const address = new URL(`${base}pagefind/pagefind.js`, location.href).href;
  const pagefind = (await import(/* @vite-ignore */ address)) as Pagefind;
  await pagefind.options({ baseUrl: base, excerptLength: 24, ranking: RANKING });
  await pagefind.init();
  return pagefind;
};
