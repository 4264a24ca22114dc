/** The thread beside a build. It checks the content first; then it takes orders, one after another. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { checkAll } from '../check/all.ts';
import type { Result } from '../check/check.ts';

export interface Workplace {
  /** The folder that the site is built in. */
  folder: string;
  /** Scheme and host of the site. */
  origin: string;
}

export interface FinishedPage {
  /** The site path, such as `/guide/x/`. */
  path: string;
  /** In UTF-8. */
  html: ArrayBuffer;
}

export interface Done {
  indexed: number;
  copied: number;
}

export type Order = { begin: Workplace } | { page: FinishedPage } | { end: true };

export interface Answer {
  check: Result;
  done: Done;
}

const { root } = workerData as { root: string };
const answer = (message: Partial<Answer>): void => parentPort?.postMessage(message);

const utf8 = new TextDecoder();

/** A page names its Markdown copy, if it has one. */
const COPIED = /<link rel="alternate" type="text\/markdown"/;

/** The file of a page. A host looks for its answer to unknown addresses under a name of its own. */
const pageFile = (path: string): string => (path === '/404/' ? '/404.html' : `${path}index.html`);

/** What finishes pages in a workplace. It is loaded only where pages are made, and not for `dev`. */
const finisher = async ({ folder, origin }: Workplace) => {
  const [{ startIndex }, { copyPath, toMarkdown }, { writeEntries }] = await Promise.all([
    import('../search/index-site.ts'),
    import('./markdown-copies.ts'),
    import('../contribute/entries.ts'),
  ]);
  const index = startIndex(root);
  let copied = 0;
  let begun = false;
  const write = (file: string, content: string | Uint8Array): void => {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), content);
  };
  return {
    page({ path, html: bytes }: FinishedPage): void {
      // Only now has Astro emptied the folder, and the first page takes the longest to make.
      if (!begun) writeEntries(root, folder);
      begun = true;
      write(pageFile(path), new Uint8Array(bytes));
      const html = utf8.decode(bytes);
      index.add(path, html);
      if (!COPIED.test(html)) return;
      write(copyPath(path), toMarkdown(html, origin));
      copied += 1;
    },
    end: async (): Promise<Done> => ({ indexed: await index.write(folder), copied }),
  };
};

type Finisher = Awaited<ReturnType<typeof finisher>>;

let begun: Promise<Finisher> | undefined;

const obey = async (order: Order): Promise<void> => {
  if ('begin' in order) begun = finisher(order.begin);
  const finishing = await begun;
  if (!finishing) throw new Error('A page was sent before it was said where pages lie.');
  if ('page' in order) finishing.page(order.page);
  if ('end' in order) answer({ done: await finishing.end() });
};

answer({ check: await checkAll(root) });
// What fails in an order is an error of the thread, and so reaches the build.
parentPort?.on('message', (order: Order) => void obey(order));
