/** The thread beside a build. It checks the content first; then it takes orders, one after another. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { parentPort, workerData } from 'node:worker_threads';
import type { Ahead } from '../authoring/ahead.ts';
import { checkAll } from '../check/all.ts';
import type { Result } from '../check/check.ts';
import { refusal } from '../check/refusal.ts';

export interface Workplace {
  /** The folder that the site is built in. */
  folder: string;
  /** Scheme and host of the site. */
  origin: string;
}

export interface FinishedPage {
  /** The site path, such as `/guide/x/`. */
  path: string;
  /** As Astro made it, in UTF-8. */
  html: ArrayBuffer;
}

export interface Done {
  /** How many pages can be searched. */
  indexed: number;
}

export type Order = { begin: Workplace } | { page: FinishedPage } | { end: true };

export interface Answer {
  check: Result;
  compiled: Ahead;
  /** The path of a page that has been copied. */
  copied: string;
  done: Done;
}

const { root } = workerData as { root: string };
const answer = (message: Partial<Answer>): void => parentPort?.postMessage(message);

const utf8 = new TextDecoder();

/** The file of a page. A host looks for its answer to unknown addresses under a name of its own. */
const pageFile = (path: string): string => (path === '/404/' ? '/404.html' : `${path}index.html`);

/** What finishes pages in a workplace. It is loaded only where pages are made, and not for `dev`. */
const finisher = async ({ folder, origin }: Workplace) => {
  const [{ compileAhead }, { sealer }, { startIndex }, { writeCopy }, { writeEntries }] = await Promise.all([
    import('./compile-ahead.ts'),
    import('./seal.ts'),
    import('../search/index-site.ts'),
    import('./markdown-copies.ts'),
    import('../contribute/entries.ts'),
  ]);
  const index = startIndex(root);
  const seal = sealer(join(folder, 'assets'));
  const uncopied: FinishedPage[] = [];
  let begun = false;
  if (!refusal(check))
    void compileAhead(
      root,
      (compiled) => answer({ compiled }),
      () => begun,
    );

  return {
    page(page: FinishedPage): void {
      // Only now has Astro emptied the folder, and the first page takes the longest to make.
      if (!begun) writeEntries(root, folder);
      begun = true;
      const file = join(folder, pageFile(page.path));
      mkdirSync(dirname(file), { recursive: true });
      const html = seal(utf8.decode(page.html));
      writeFileSync(file, html);
      index.add(page.path, html);
      uncopied.push(page);
    },
    /** Copies one page, and says whether there was one. */
    copy(): boolean {
      const page = uncopied.shift();
      if (!page) return false;
      writeCopy(page, origin, folder);
      answer({ copied: page.path });
      return true;
    },
    async end(): Promise<Done> {
      // The main thread, which has nothing else to do now, copies what is left.
      uncopied.length = 0;
      return { indexed: await index.write(folder) };
    },
  };
};

type Finisher = Awaited<ReturnType<typeof finisher>>;

let finishing: Promise<Finisher> | undefined;

const obey = async (order: Order): Promise<void> => {
  if ('begin' in order) finishing = finisher(order.begin);
  const finish = await finishing;
  if (!finish) throw new Error('A page was sent before it was said where pages lie.');
  if ('page' in order) finish.page(order.page);
  if ('end' in order) answer({ done: await finish.end() });
};

const orders: Order[] = [];
let working = false;

/**
 * Obeys one order after another, and makes copies while there is none. In between, what has been written to Pagefind is sent: orders
 * that came together would otherwise all be obeyed first, and Pagefind would wait for its pages.
 */
const work = async (): Promise<void> => {
  if (working) return;
  working = true;
  for (let more = true; more || orders.length > 0; await setImmediate()) {
    const order = orders.shift();
    if (order) await obey(order);
    else more = (await finishing)?.copy() ?? false;
  }
  working = false;
};

const check = await checkAll(root);
answer({ check });
// What fails in an order is an error of the thread, and so reaches the build.
parentPort?.on('message', (order: Order) => {
  orders.push(order);
  void work();
});
