/** Asks searches in a browser: this site's dialog, with and without WebAssembly, and bare Pagefind. */
import { chromium, type Browser, type Page } from '@playwright/test';
import { browserArguments, ensureBrowser } from '../../browser.ts';
import { brotliLength } from '../sizes.ts';
import { BARE_FOLDER } from './bare.ts';

/** What one query got. */
export interface Asked {
  /** The paths found, best first. */
  paths: string[];
  /** How many of them are passages of the full text. */
  passages: number;
  /** Milliseconds from the key to the frame that shows the first answers, and to the one that shows the passages of the full text. */
  first: number;
  full: number;
}

/** What a first result costs on the wire. */
export interface Cost {
  requests: number;
  /** Bytes, brotli. */
  bytes: number;
}

export interface Costs {
  first: Cost;
  /** What the passages cost on top; nothing for bare Pagefind, which has no first answers. */
  full: Cost;
}

export interface Search {
  ask: (query: string) => Promise<Asked>;
  costs: (query: string) => Promise<Costs>;
  close: () => Promise<void>;
}

export const startBrowser = (): Promise<Browser> =>
  chromium.launch({ executablePath: ensureBrowser(), args: [...browserArguments] });

const pathOf = (address: string, site: string): string => {
  const { pathname, hash } = new URL(address, site);
  return pathname + hash;
};

/** Bytes and requests from now on, of addresses for which `counts` holds. */
const count = (page: Page): ((counts: (address: string) => boolean) => Promise<Cost>) => {
  const bodies: Promise<{ address: string; bytes: number }>[] = [];
  page.on('response', (response) => {
    const read = response.body().then((body) => ({ address: response.url(), bytes: Math.min(body.length, brotliLength(body)) }));
    bodies.push(read.catch(() => ({ address: response.url(), bytes: 0 })));
  });
  return async (counts) => {
    const counted = (await Promise.all(bodies)).filter(({ address }) => counts(address));
    return { requests: counted.length, bytes: counted.reduce((sum, { bytes }) => sum + bytes, 0) };
  };
};

const isFullText = (address: string): boolean =>
  /\/pagefind\/|\/search\/text-|plain-text|preload-helper|\/small-\d/.test(address);

/** Milliseconds between two frames of a screen. */
const FRAME = 1000 / 60;

let keys = 0;

/**
 * Milliseconds to wait before the next key, spread evenly over a frame (by the golden ratio): a reader's key may come at any moment,
 * and a script's would always come right after the frame of the query before.
 */
const moment = (): number => (((keys += 1) * 0.618034) % 1) * FRAME;

const openDialog = async (page: Page, site: string, withoutWasm: boolean): Promise<void> => {
  if (withoutWasm)
    await page.addInitScript(() => {
      Reflect.deleteProperty(globalThis, 'WebAssembly');
    });
  await page.goto(`${site}about/`, { waitUntil: 'networkidle' });
};

const askDialog = (page: Page, query: string) =>
  page.evaluate(
    async ({ words, wait }) => {
      const dialog = document.querySelector('dialog');
      const input = dialog?.querySelector('input');
      if (!dialog || !input) throw new Error('The dialog is not open.');
      await new Promise((resolve) => setTimeout(resolve, wait));
      const start = performance.now();
      // A task after the next frame: what was drawn before it is on the screen.
      const shown = () =>
        new Promise<number>((resolve) => requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - start))));
      let first: Promise<number> | undefined;
      const watch = new MutationObserver(() => {
        first ??= shown();
      });
      watch.observe(dialog, { childList: true, subtree: true });
      // Asking again and again whether it is done would take time of its own.
      const done = new Promise<void>((resolve) => {
        // One that is left behind would be called in the time of every later query.
        const busy = new MutationObserver(() => {
          if (dialog.ariaBusy !== 'false') return;
          busy.disconnect();
          resolve();
        });
        busy.observe(dialog, { attributeFilter: ['aria-busy'] });
      });
      input.value = words;
      input.dispatchEvent(new Event('input'));
      await done;
      const full = await shown();
      watch.disconnect();
      const links = [...dialog.querySelectorAll<HTMLAnchorElement>('li > a')].filter((link) => link.closest('ol'));
      const passages = dialog.querySelectorAll('[aria-label="In the text"] li').length;
      return { hrefs: links.map(({ href }) => href), passages, first: (await first) ?? full, full };
    },
    { words: query, wait: moment() },
  );

/** The dialog of the site at `site`, which is served at the root. */
export const ourSearch = async (browser: Browser, site: string, withoutWasm = false): Promise<Search> => {
  const page = await browser.newPage();
  await openDialog(page, site, withoutWasm);
  await page.keyboard.press('Control+k');
  await page.waitForSelector('dialog[aria-busy], dialog fieldset', { state: 'attached' });
  return {
    async ask(query) {
      const { hrefs, ...asked } = await askDialog(page, query);
      return { paths: hrefs.map((href) => pathOf(href, site)), ...asked };
    },
    async costs(query) {
      const fresh = await browser.newPage();
      await openDialog(fresh, site, withoutWasm);
      const cost = count(fresh);
      await fresh.keyboard.press('Control+k');
      await fresh.keyboard.type(query);
      await fresh.waitForSelector('dialog[aria-busy=false] li > a');
      await fresh.waitForLoadState('networkidle');
      const costs = { first: await cost((address) => !isFullText(address)), full: await cost(isFullText) };
      await fresh.close();
      return costs;
    },
    close: () => page.close(),
  };
};

interface BarePagefind {
  init: () => Promise<void>;
  debouncedSearch: (words: string) => Promise<{ results: { data: () => Promise<BarePage> }[] } | null>;
  search: (words: string) => Promise<{ results: { data: () => Promise<BarePage> }[] }>;
}

interface BarePage {
  url: string;
  excerpt: string;
  meta: { title: string };
  sub_results: { url: string }[];
}

/** As many results as the dialog shows passages. */
const SHOWN = 4;

const askBare = (page: Page, query: string, debounced: boolean, shown = SHOWN) =>
  page.evaluate(
    async ({ folder, words, wait, debounced: waits, most }) => {
      const pagefind = (await import(`/${folder}/pagefind.js`)) as BarePagefind;
      await pagefind.init();
      await new Promise((resolve) => setTimeout(resolve, wait));
      const start = performance.now();
      const found = await (waits ? pagefind.debouncedSearch(words) : pagefind.search(words));
      const pages = await Promise.all((found?.results ?? []).slice(0, most).map((result) => result.data()));
      // The plainest list of results, as its documentation has it, and alone on its page: below another text nobody would see it.
      const list = document.querySelector('#bare') ?? Object.assign(document.createElement('ol'), { id: 'bare' });
      if (!list.isConnected) document.body.replaceChildren(list);
      list.innerHTML = pages
        .map(({ url, meta, excerpt }) => `<li><a href="${url}">${meta.title}</a><p>${excerpt}</p></li>`)
        .join('');
      await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
      return { urls: pages.map(({ url, sub_results: [section] }) => section?.url ?? url), full: performance.now() - start };
    },
    { folder: BARE_FOLDER, words: query, wait: moment(), debounced, most: shown },
  );

/** Bare Pagefind as its documentation has it; `debounced` waits for the next key as its own interface does. */
export const bareSearch = async (browser: Browser, site: string, debounced: boolean): Promise<Search> => {
  const page = await browser.newPage();
  await page.goto(`${site}about/`, { waitUntil: 'networkidle' });
  return {
    async ask(query) {
      const { urls, full } = await askBare(page, query, debounced);
      return { paths: urls.map((url) => pathOf(url, site)), passages: urls.length, first: full, full };
    },
    async costs(query) {
      const fresh = await browser.newPage();
      await fresh.goto(`${site}about/`, { waitUntil: 'networkidle' });
      const cost = count(fresh);
      await askBare(fresh, query, false, 1);
      await fresh.waitForLoadState('networkidle');
      const costs = { first: await cost(() => true), full: { requests: 0, bytes: 0 } };
      await fresh.close();
      return costs;
    },
    close: () => page.close(),
  };
};
