/** Everything that answers a query in the browser: first answers from the small index, passages from the full text behind them. */
import { loadPagefind, type Page, type Pagefind } from './pagefind.ts';
import { loadPlainFile } from './plain-file.ts';
import { FirstAnswers } from './rank.ts';
import { SMALL_FOLDER, smallName, type SmallIndex } from './small-format.ts';
import { fold, keyOf, wordsOf } from './words.ts';

/** Passages shown for one query; each costs a request. */
const MOST_PASSAGES = 3;

/** A place in the full text. */
export interface Passage {
  url: string;
  title: string;
  section?: string;
  kind: string;
  /** Text in which the matched words stand between `<mark>` and `</mark>`; everything else is escaped. Plain where `plain` is true. */
  excerpt: string;
  plain?: boolean;
}

export type Filters = Readonly<Record<string, string>>;

type FindPassages = (words: string, filters: Filters) => Promise<Passage[]>;

const marked = /<mark>(.*?)<\/mark>/g;

/**
 * Whether a page holds all the words; the last may be the beginning of one. Pagefind answers a word that it does not know with
 * others that begin like it. What it marked mostly tells; else the whole text does.
 */
const holdsAll = ({ excerpt, sub_results: sections, meta, content }: Page, words: readonly string[]): boolean => {
  const last = words.at(-1) ?? '';
  const isAmong = (word: string, found: readonly string[]): boolean =>
    found.some((one) => keyOf(one) === keyOf(word) || (word === last && one.startsWith(last)));
  const excerpts = [excerpt, ...sections.map((section) => section.excerpt)].join(' ');
  const inMarks = wordsOf([...excerpts.matchAll(marked)].map(([, text]) => text).join(' '));
  const missing = words.filter((word) => !isAmong(word, inMarks));
  if (missing.length === 0) return true;
  const text = fold(`${meta.title ?? ''} ${content}`);
  // Two forms of a word begin alike, so not every word of the page need be compared.
  const like = (word: string) => new RegExp(`(?<![\\p{L}\\p{N}])${[...word].slice(0, 2).join('')}[\\p{L}\\p{N}]*`, 'gu');
  return missing.every((word) => isAmong(word, text.match(like(word)) ?? []));
};

const fromPagefind =
  (pagefind: Pagefind): FindPassages =>
  async (words, filters) => {
    const { results } = await pagefind.search(words, { filters: { ...filters } });
    const pages = await Promise.all(results.slice(0, MOST_PASSAGES).map((result) => result.data()));
    const asked = wordsOf(words);
    return pages
      .filter((page) => holdsAll(page, asked))
      .map(({ url, meta, excerpt, sub_results: sections }) => {
        // The section that matches best is where the reader wants to be.
        const section = sections.find(({ url: at }) => at.includes('#'));
        const title = meta.title ?? section?.title ?? url;
        return {
          url: section?.url ?? url,
          title,
          kind: meta.kind ?? '',
          excerpt: section?.excerpt ?? excerpt,
          ...(section ? { section: section.title } : {}),
        };
      });
  };

export class SearchEngine {
  readonly first = new FirstAnswers();
  /** The first file of the small index; it rejects when that cannot be loaded. */
  readonly ready: Promise<SmallIndex>;
  readonly #folder: string;
  readonly #base: string;
  readonly #version: string;
  #passages: Promise<FindPassages> | undefined;
  /** What finds passages, once it is there: it is asked at once, and not after what else is being done. */
  #find: FindPassages | undefined;

  /** @param base the base path of the site, with a slash at both ends. */
  constructor(base: string, version: string) {
    this.#base = base;
    this.#version = version;
    this.#folder = `${base}${SMALL_FOLDER}`;
    this.ready = this.#add(1);
    // Whoever asks hears of a failure; nobody need ask.
    this.ready.catch(() => undefined);
  }

  async #add(number: number): Promise<SmallIndex> {
    const file = await loadPlainFile<SmallIndex>(this.#folder, smallName(number), this.#version);
    this.first.add(file);
    return file;
  }

  /** Loads what did not fit into the first file, one file after another; `grown` is called after each. */
  async loadRest(grown: () => void): Promise<void> {
    const { more } = await this.ready;
    for (let number = 2; number <= more + 1; number += 1) {
      await this.#add(number);
      grown();
    }
  }

  async #withoutPagefind(): Promise<FindPassages> {
    const { texts } = await this.ready;
    const { loadText } = await import('./plain-text.ts');
    const find = await loadText(this.#folder, this.#version, texts);
    const entries = new Map(this.first.entries.map((entry) => [entry.path, entry]));
    const fits = (name: string, value: string, path: string) => {
      const entry = entries.get(path);
      return name === 'kind' ? entry?.kind === value : entry?.filters?.[name]?.includes(value);
    };
    return async (words, filters) =>
      find(words)
        .filter((path) => Object.entries(filters).every(([name, value]) => fits(name, value, path)))
        .slice(0, MOST_PASSAGES)
        .map((path) => {
          const { title = path, kind = '', about: excerpt = '' } = entries.get(path) ?? {};
          return { url: `${this.#base}${path.slice(1)}`, title, kind, excerpt, plain: true };
        });
  }

  async #load(): Promise<FindPassages> {
    try {
      if (typeof WebAssembly === 'undefined') throw new Error('There is no WebAssembly here.');
      return fromPagefind(await loadPagefind(this.#base));
    } catch {
      return this.#withoutPagefind();
    }
  }

  /**
   * The passages that hold these words. A failure of Pagefind hands over to the plain words.
   *
   * @throws when neither can be loaded.
   */
  async passages(words: string, filters: Filters): Promise<Passage[]> {
    this.#passages ??= this.#load();
    try {
      this.#find ??= await this.#passages;
      return await this.#find(words, filters);
    } catch (error) {
      this.#find = undefined;
      const plain = this.#withoutPagefind();
      plain.catch(() => undefined);
      this.#passages = plain.catch(() => {
        this.#passages = undefined;
        throw error;
      });
      return (await this.#passages)(words, filters);
    }
  }
}
